"""Draws on a PDF page in millimetres from its upper left corner."""

from __future__ import annotations

from typing import BinaryIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.printing import qr
from app.printing.colour import Colour
from app.printing.fitting import Line
from app.printing.fonts import runs, usual
from app.printing.layout import DOT, Box, Symbol
from app.printing.stock import Size, Spot

_HAIR = 0.2
# In ems: half-way up the small letters and digits, as thick as a stroke of them.
_STRUCK_AT, _STROKE = 0.31, 0.075
_DASH = 1.2
_PROGRAM = "Matchdesk"


class Paper:
    """The pages of one document. They reach ``file`` only when it is finished."""

    def __init__(self, file: BinaryIO, page: Size, title: str) -> None:
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
        self._page = page

    def turn(self) -> None:
        """End the page."""
        self._canvas.showPage()

    def finish(self) -> None:
        """Write the document."""
        self._canvas.save()

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(*self._points(box), stroke=0, fill=1)

    def outline(self, box: Box, colour: Colour) -> None:
        """Draw the edge of a slot: a rectangle with round ends."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_HAIR * mm)
        self._canvas.roundRect(*self._points(box), radius=box.height / 2 * mm, stroke=1, fill=0)

    def cut(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Draw a dashed line to cut along."""
        self._canvas.saveState()
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(_HAIR * mm)
        self._canvas.setDash([_DASH * mm, _DASH * mm])
        self._canvas.line(*self._point(*start), *self._point(*end))
        self._canvas.restoreState()

    def write(self, line: Line, origin: Spot, colour: Colour) -> None:
        """Write a line of text that was placed from ``origin``."""
        x, y = self._point(origin.x + line.x, origin.y + line.baseline)
        size = line.size * mm
        text = self._canvas.beginText(x, y)
        text.setFillColorRGB(*colour)
        text.setCharSpace(line.style.tracking * size)
        for run in runs(line.text, line.style.typeface):
            text.setFont(run.font, size)
            text.textOut(run.text)
        self._canvas.drawText(text)

    def strike(self, line: Line, origin: Spot, colour: Colour, skip: float = 0) -> None:
        """Draw a line through a text that was written there, but for its first millimetres."""
        high = line.size * _STROKE
        x, y = origin.x + line.x + skip, origin.y + line.baseline - line.size * _STRUCK_AT
        self.fill(Box(x, y - high / 2, line.width - skip, high), colour)

    def code(self, code: str, symbol: Symbol, origin: Spot) -> None:
        """Draw a code in pure black, on the nearest dots of the printer."""
        x = round((origin.x + symbol.x) / DOT) * DOT
        y = round((origin.y + symbol.y) / DOT) * DOT
        left, bottom = self._point(x, y + symbol.box.height)
        module = symbol.dots * DOT * mm
        self._canvas.addLiteral(
            f"q {module:.4f} 0 0 {module:.4f} {left:.4f} {bottom:.4f} cm 0 g {qr.path(code)} f Q"
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return x * mm, (self._page.height - y) * mm

    def _points(self, box: Box) -> tuple[float, float, float, float]:
        return (*self._point(box.x, box.bottom), box.width * mm, box.height * mm)
