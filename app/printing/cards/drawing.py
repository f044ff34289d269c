"""Table cards as PDF: A4 to fold to a tent, or both sides of A5.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.printing.a4 import LABEL
from app.printing.cards.faces import CardFace, CardLine
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.fitting import compose
from app.printing.fonts import width
from app.printing.layout import Align, Block, Box, Style, Tone, Typeface
from app.printing.paper import Paper
from app.printing.stock import Size, Spot

_MARGIN = 12.0
_LOGO = Size(44, 12)
_FOLD = Colour.parse("#858E9C")
_EVENT = Style((5, 4.4, 3.8), Typeface.STRONG)
_ZONE = Style((14, 12, 10), Typeface.STRONG, Tone.SOFT, lines=2, leading=1.1)
# Capitals of 60 mm and more are read at 5 m by everybody: 83 mm of type and upwards.
_NUMBER = Style((112, 100, 90, 83), Typeface.DISPLAY_STRONG, lines=2, leading=0.85)
_LIST_TOP, _MOST_HIGH, _MOST_IN_COLUMN, _GUTTER = 31.0, 13.0, 12, 8.0
_GUEST_HIGH = 6.0
_ROOM_OF_TIME = 18.0
_TIME = Style((4.8, 4.2, 3.6), Typeface.STRONG)
_SIDES = {
    "host": Style((3.9, 3.5, 3.1), Typeface.STRONG, lines=2, leading=1.1),
    "guest": Style((3.9, 3.5, 3.1), tone=Tone.SOFT, lines=2, leading=1.1),
}
_LARGEST, _SMALLEST, _OF_HEIGHT = 4.4, 2.9, 0.2
"""How large guests are written who may fill several lines: such a part of the height."""


class CardDrawing:
    """Draws cards; ``folded`` are both sides on one page, the back upside down above the fold."""

    def __init__(self, page: Size, event: str, *, folded: bool) -> None:
        self._event, self._folded = event, folded
        high = page.height / 2 if folded else page.height
        self._side = Box(0, page.height - high, page.width, high)

    def pages(self, face: CardFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a card."""
        if self._folded:
            return (partial(self._tent, face),)
        return partial(self._front, face), partial(self._back, face)

    def _tent(self, face: CardFace, paper: Paper, _folio: Folio) -> None:
        _Pen(paper, self._event, self._side).front(face)
        with paper.upside_down():
            _Pen(paper, self._event, self._side).back(face)
        paper.cut(Spot(0, self._side.y), Spot(paper.page.width, self._side.y), _FOLD)

    def _front(self, face: CardFace, paper: Paper, _folio: Folio) -> None:
        _Pen(paper, self._event, self._side).front(face)

    def _back(self, face: CardFace, paper: Paper, _folio: Folio) -> None:
        _Pen(paper, self._event, self._side).back(face)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one side of a card."""

    paper: Paper
    event: str
    side: Box

    def front(self, face: CardFace) -> None:
        top, wide = self.side.y + _MARGIN, self.side.width - 2 * _MARGIN
        corner = Box(self.side.width - _MARGIN - _LOGO.width, top - 3, *_LOGO)
        logo = self.paper.put_logo(corner, Align.RIGHT)
        beside = _MARGIN + (logo.width + 4 if logo else 0)
        self._middle(Box(beside, top, self.side.width - 2 * beside, 7), _EVENT, self.event)
        foot = self.side.bottom - _MARGIN - 15
        self._middle(Box(_MARGIN, top + 9, wide, foot - top - 11), _NUMBER, face.table)
        self._middle(Box(_MARGIN, foot, wide, 15), _ZONE, face.zone)

    def back(self, face: CardFace) -> None:
        top, wide = self.side.y + _MARGIN, self.side.width - 2 * _MARGIN
        head = {"event": _EVENT, "title": Style((8, 7, 6), Typeface.DISPLAY_STRONG)}
        texts = {"event": self.event, "title": f"Table {face.table}, {face.day}"}
        self.paper.set(Block(Box(_MARGIN, top, wide, 17), head), texts)
        foot = self.side.bottom - _MARGIN - 4
        self.paper.put(Box(_MARGIN, foot, wide, 4), LABEL, face.edition)
        start = self.side.y + _LIST_TOP
        if not face.lines:
            words = "Nobody meets here on this day so far."
            self.paper.put(Box(_MARGIN, start, wide, 8), Style((5,), tone=Tone.SOFT), words)
            return
        columns = 1 if len(face.lines) <= _MOST_IN_COLUMN else 2
        most = -(-len(face.lines) // columns)
        high = min(_MOST_HIGH + _GUEST_HIGH * (face.lines_of_guests - 1), (foot - 2 - start) / most)
        guests = _SIDES["guest"] if face.lines_of_guests == 1 else _several(face, high)
        room = (wide - (columns - 1) * _GUTTER) / columns
        for at, line in enumerate(face.lines):
            column, row = divmod(at, most)
            x = _MARGIN + column * (room + _GUTTER)
            self._line(line, guests, Box(x, start + row * high, room, high))

    def _line(self, line: CardLine, guests: Style, area: Box) -> None:
        self.paper.rule(Spot(area.x, area.y), area.width)
        inner = Box(area.x, area.y + 0.3, _ROOM_OF_TIME - 2, area.height - 0.6)
        self.paper.set(Block(inner, {"time": _TIME}, sink=0.5), {"time": line.time})
        x = area.x + _ROOM_OF_TIME
        room = Box(x, inner.y, area.right - x, inner.height)
        sides = {**_SIDES, "guest": guests}
        self.paper.set(Block(room, sides, sink=0.5), {"host": line.host, "guest": line.guest})

    def _middle(self, box: Box, style: Style, text: str) -> None:
        """Write a text in the middle of a box, each line for itself."""
        for line in compose(Block(box, {"text": style}, sink=0.5), {"text": text}, width):
            self.paper.write(line, Spot((box.width - line.width) / 2, 0))


def _several(face: CardFace, high: float) -> Style:
    """Break before anything is written smaller, as long as the lines have room."""
    size = max(min(_LARGEST, high * _OF_HEIGHT), _SMALLEST)
    return Style((size,), lines=face.lines_of_guests, leading=1.15)
