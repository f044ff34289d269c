"""Draws on a PDF page in millimetres from its upper left corner."""

from __future__ import annotations

import io
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import BinaryIO

from PIL import Image
from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.printing import qr
from app.printing.colour import BLACK, WHITE, Colour
from app.printing.fitting import SHARE_BEFORE, Line, compose
from app.printing.fonts import runs, usual, width
from app.printing.layout import DOT, Align, Block, Box, Style, Symbol, Tone
from app.printing.stock import Size, Spot

# Written as letters, as ReportLab does else, pages are a quarter larger and slower to write.
rl_config.useA85 = 0

_HAIR = 0.2
# In ems: half-way up the small letters and digits, as thick as a stroke of them.
_STRUCK_AT, _STROKE = 0.31, 0.075
_DASH = 1.2
_EDGE, _HATCHED, _HATCHING = 0.25, 0.35, 1.1
_PROGRAM = "Matchdesk"
_LOGO = "logo"
_REMEMBERED = 500
# The share of a picture that becomes black; single dots may be darker.
_DARKEST = 0.03
_CORNER = Spot(0, 0)
# Colours of the light theme: design/tokens.css.
_TONES = MappingProxyType(
    {
        Tone.INK: Colour.parse("#12161D"),
        Tone.SOFT: Colour.parse("#434B58"),
        Tone.FAINT: Colour.parse("#5C6573"),
        Tone.ON_BAND: WHITE,
    }
)
_ONLY_BLACK = MappingProxyType({**dict.fromkeys(Tone, BLACK), Tone.ON_BAND: WHITE})
_RULE = Colour.parse("#CBD0D9")


class Paper:
    """The pages of one document. They reach ``file`` only when it is finished.

    ``mono`` is for printers that know only black.
    """

    def __init__(self, file: BinaryIO, page: Size, title: str, *, mono: bool = False) -> None:
        # ``invariant`` leaves the clock out, so that the same badges give the same bytes.
        self._canvas = Canvas(
            file,
            pagesize=(page.width * mm, page.height * mm),
            pageCompression=1,
            invariant=1,
            # Else each page names Helvetica, which is not embedded.
            initialFontName=usual(),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(_PROGRAM)
        self._canvas.setCreator(_PROGRAM)
        self.page = page
        self._mono = mono
        self._logo: Size | None = None
        self.tones: Mapping[Tone, Colour] = _ONLY_BLACK if mono else _TONES
        self._rule = BLACK if mono else _RULE

    def take_logo(self, png: bytes) -> None:
        """Keep the event's logo in the document once, for as many places as it is put to.

        Blank: there is none. Of grey, printers that know only black show the dark as black.
        """
        if not png:
            return
        picture = Image.open(io.BytesIO(png)).convert("RGB")
        if self._mono:
            picture = _blackened(picture)
        self._logo = Size(*picture.size)
        self._canvas.beginForm(_LOGO, lowerx=0, lowery=0, upperx=1, uppery=1)
        self._canvas.drawImage(ImageReader(picture), 0, 0, 1, 1)
        self._canvas.endForm()

    def put_logo(self, box: Box, align: Align = Align.LEFT) -> Box | None:
        """Draw the event's logo in a box, as large as it goes; give where it stands, if it does."""
        if self._logo is None:
            return None
        scale = min(box.width / self._logo.width, box.height / self._logo.height)
        wide, high = self._logo.width * scale, self._logo.height * scale
        x = box.x + SHARE_BEFORE[align] * (box.width - wide)
        place = Box(x, box.y + (box.height - high) / 2, wide, high)
        self._canvas.saveState()
        self._canvas.translate(*self._point(place.x, place.bottom))
        self._canvas.scale(wide * mm, high * mm)
        self._canvas.doForm(_LOGO)
        self._canvas.restoreState()
        return place

    def turn(self) -> None:
        """End the page."""
        self._canvas.showPage()

    def finish(self) -> None:
        """Write the document."""
        self._canvas.save()

    @contextmanager
    def upside_down(self) -> Generator[None]:
        """Turn round what is drawn meanwhile, as if the page had been turned before."""
        self._canvas.saveState()
        self._canvas.translate(*self._point(self.page.width, 0))
        self._canvas.rotate(180)
        try:
            yield
        finally:
            self._canvas.restoreState()

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(*self._points(box), stroke=0, fill=1)

    def outline(self, box: Box, colour: Colour) -> None:
        """Draw the edge of a slot: a rectangle with round ends."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_HAIR * mm)
        self._canvas.roundRect(*self._points(box), radius=box.height / 2 * mm, stroke=1, fill=0)

    def frame(self, box: Box, colour: Colour) -> None:
        """Draw the edge of a rectangle, within it."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_EDGE * mm)
        half = _EDGE / 2
        inner = Box(box.x + half, box.y + half, box.width - _EDGE, box.height - _EDGE)
        self._canvas.rect(*self._points(inner), stroke=1, fill=0)

    def hatch(self, box: Box, colour: Colour) -> None:
        """Fill a rectangle with slanted lines, which are told from a full one without colours."""
        x, y, wide, high = self._points(box)
        self._canvas.saveState()
        within = self._canvas.beginPath()
        within.rect(x, y, wide, high)
        self._canvas.clipPath(within, stroke=0, fill=0)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_HATCHED * mm)
        for at in range(int((wide + high) / (_HATCHING * mm)) + 1):
            start = x - high + at * _HATCHING * mm
            self._canvas.line(start, y, start + high, y + high)
        self._canvas.restoreState()
        self.frame(box, colour)

    def cut(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Draw a dashed line to cut along."""
        self._canvas.saveState()
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_HAIR * mm)
        self._canvas.setDash([_DASH * mm, _DASH * mm])
        self._canvas.line(*self._point(*start), *self._point(*end))
        self._canvas.restoreState()

    def rule(self, start: Spot, length: float, high: float = _HAIR) -> None:
        """Draw a hairline to the right."""
        self.fill(Box(start.x, start.y - high / 2, length, high), self._rule)

    def put(self, box: Box, style: Style, text: str) -> float:
        """Write a text on the upper edge of a box; give where it ends."""
        lines = _composed(box, style, text)
        for line in lines:
            self.write(line)
        return max((line.x + line.width for line in lines), default=box.x)

    def put_right(self, box: Box, style: Style, text: str) -> None:
        """Write a text of one line that ends at the right edge of a box."""
        room = width(text, style.typeface) * style.sizes[0]
        x = max(box.right - room - 0.1, box.x)
        self.put(Box(x, box.y, room + 0.2, box.height), style, text)

    def set(self, block: Block, texts: Mapping[str, str]) -> tuple[Line, ...]:
        """Write texts as a block says; give their lines."""
        lines = compose(block, texts, width)
        for line in lines:
            self.write(line)
        return lines

    def write(self, line: Line, origin: Spot = _CORNER, colour: Colour | None = None) -> None:
        """Write a line of text that was placed from ``origin``, in its tone or in a colour."""
        x, y = self._point(origin.x + line.x, origin.y + line.baseline)
        size = line.size * mm
        text = self._canvas.beginText(x, y)
        text.setFillColorRGB(*(colour or self.tones[line.style.tone]))
        text.setCharSpace(line.style.tracking * size)
        for run in runs(line.text, line.style.typeface):
            text.setFont(run.font, size)
            text.textOut(run.text)
        self._canvas.drawText(text)

    def strike(self, line: Line, skip: float = 0) -> None:
        """Draw a line through a text that was written there, but for its first millimetres."""
        high = line.size * _STROKE
        y = line.baseline - line.size * _STRUCK_AT
        box = Box(line.x + skip, y - high / 2, line.width - skip, high)
        self.fill(box, self.tones[Tone.INK])

    def code(self, code: str, symbol: Symbol, origin: Spot = _CORNER) -> None:
        """Draw a code in pure black, on the nearest dots of the printer."""
        x = round((origin.x + symbol.x) / DOT) * DOT
        y = round((origin.y + symbol.y) / DOT) * DOT
        left, bottom = self._point(x, y + symbol.box.height)
        module = symbol.dots * DOT * mm
        self._canvas.addLiteral(
            f"q {module:.4f} 0 0 {module:.4f} {left:.4f} {bottom:.4f} cm 0 g {qr.path(code)} f Q"
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return x * mm, (self.page.height - y) * mm

    def _points(self, box: Box) -> tuple[float, float, float, float]:
        return (*self._point(box.x, box.bottom), box.width * mm, box.height * mm)


def _blackened(picture: Image.Image) -> Image.Image:
    """Make the darkest of a picture black, and all between that and white darker alike."""
    grey = picture.convert("L")
    least = _DARKEST * grey.width * grey.height
    counted = accumulate(grey.histogram())
    darkest = next(value for value, count in enumerate(counted) if count >= least)
    room = max(255 - darkest, 1)
    return grey.point([max(0, round((value - darkest) * 255 / room)) for value in range(256)])


@lru_cache(_REMEMBERED)
def _composed(box: Box, style: Style, text: str) -> tuple[Line, ...]:
    """Compose a text of its own; many say the same on every page."""
    return compose(Block(box, {"text": style}), {"text": text}, width)
