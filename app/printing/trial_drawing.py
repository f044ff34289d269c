"""What stands on a test page.

Importing this loads ReportLab and Babel: callers import it where they print.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.printing.colour import BLACK
from app.printing.document import Document, Folio, Part
from app.printing.layout import Align, Block, Box, Style, Typeface
from app.printing.paper import Paper
from app.printing.stock import Spot, Stock

_LINE = 0.2
_INSET = 10.0
_LOGO_WIDE = 0.45
"""Of the width that a label has for it; the other part holds the number."""
_WORDS = {
    "number": Style((14, 10), Typeface.DISPLAY_STRONG, leading=1),
    "stock": Style((4, 3.4, 2.8), Typeface.STRONG, lines=2, gap=1),
    "size": Style((3.2, 2.6), lines=2),
}
_DIGITS = Style((2,), leading=1)
_DIGITS_WIDE = 4.5


def trial_document(stock: Stock) -> Document:
    """Lay out one sheet with rulers from its upper left corner, and an outline of each label."""
    return Document(
        title=f"Test page {stock.name}",
        page=stock.page,
        items=1,
        parts=(Part((_Trial(stock).draw,)),),
        mono=stock.mono,
    )


@dataclass(frozen=True, slots=True)
class _Trial:
    stock: Stock

    def draw(self, paper: Paper, _folio: Folio) -> None:
        for number, spot in enumerate(self.stock.spots(), start=1):
            self._label(paper, number, spot)
        for at in range(int(self.stock.page.width) + 1):
            long = _length(at)
            paper.fill(Box(at - _LINE / 2, 0, _LINE, long), BLACK)
            if _is_numbered(at, self.stock.page.width):
                paper.put(Box(at + 0.4, long - 1, 9, 3), _DIGITS, str(at))
        for at in range(int(self.stock.page.height) + 1):
            long = _length(at)
            paper.fill(Box(0, at - _LINE / 2, long, _LINE), BLACK)
            if _is_numbered(at, self.stock.page.height):
                paper.put(Box(long + 0.4, at - 1.2, 9, 3), _DIGITS, str(at))

    def _label(self, paper: Paper, number: int, spot: Spot) -> None:
        label, page = self.stock.label, self.stock.page
        right, bottom = spot.x + label.width, spot.y + label.height
        for edge in (
            Box(spot.x, spot.y, label.width, _LINE),
            Box(spot.x, bottom - _LINE, label.width, _LINE),
            Box(spot.x, spot.y, _LINE, label.height),
            Box(right - _LINE, spot.y, _LINE, label.height),
        ):
            paper.fill(edge, BLACK)
        room = Box(
            spot.x + _INSET,
            spot.y + _INSET,
            label.width - 2 * _INSET,
            label.height - 2 * _INSET,
        )
        # Right of the number, wherever that stands.
        corner = Box(room.right - room.width * _LOGO_WIDE, room.y, room.width * _LOGO_WIDE, 10)
        paper.put_logo(corner, Align.RIGHT)
        texts = {
            "number": str(number),
            "stock": self.stock.name,
            "size": f"{label.words} mm on {page.words} mm",
        }
        paper.set(Block(room, _WORDS, sink=0.5), texts)


def _is_numbered(at: int, side: float) -> bool:
    return at % 10 == 0 and 0 < at < side - _DIGITS_WIDE


def _length(at: int) -> float:
    """Give how long a line of a ruler is: tens are longest."""
    if at % 10 == 0:
        return 5
    return 3.5 if at % 5 == 0 else 2
