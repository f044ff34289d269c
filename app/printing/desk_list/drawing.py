"""The desk list as PDF, on A4.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.alphabet import LETTER_HIGH, LetterFace, paged, put_letter, put_span
from app.printing.desk_list.faces import PersonFace, Row
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Spot
from app.printing.ticks import tick_box

_LABELS, _TOP, _BOTTOM = 31.0, 36.5, 277.0
_ROW = 8.6
_TICK, _GAP = 4.6, 2.0
_COLUMNS = {
    "name": ("Name", LEFT + 8, 56.0),
    "number": ("Badge", LEFT + 64, 17.0),
    "organisation": ("Organisation", LEFT + 81, 46.0),
    "delegation": ("Delegation", LEFT + 127, 25.0),
    "badge_at": ("Box, place", LEFT + 152, 21.0),
}
_SOFT = Style((3.5, 3.1), tone=Tone.SOFT, lines=2, leading=1.1)
_STYLES = {
    "name": Style((4.2, 3.8, 3.4), Typeface.STRONG, lines=2, leading=1.1),
    "number": Style((3.7, 3.3)),
    "organisation": _SOFT,
    "delegation": _SOFT,
    "badge_at": Style((3.7, 3.3), Typeface.STRONG),
}


class DeskListDrawing:
    """Draws the list; each page says again what its columns are, and goes on with its letter."""

    def __init__(self, event: str, title: str) -> None:
        self._event, self._title = event, title

    def pages(self, rows: Sequence[Row]) -> tuple[Draw, ...]:
        """Give what draws the pages."""
        return tuple(partial(self._draw, page) for page in paged(rows, _BOTTOM - _TOP, _ROW))

    def _draw(self, rows: Sequence[Row], paper: Paper, _folio: Folio) -> None:
        put_head(paper, self._event, self._title, RIGHT - 34)
        put_span(paper, rows)
        for words, x, wide in _COLUMNS.values():
            paper.put(Box(x, _LABELS, wide, 5), LABEL, words)
        y = _TOP
        for row in rows:
            if isinstance(row, LetterFace):
                put_letter(paper, row, y)
            else:
                _person(paper, row, y)
            y += LETTER_HIGH if isinstance(row, LetterFace) else _ROW
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)


def _person(paper: Paper, face: PersonFace, y: float) -> None:
    corner = Spot(LEFT + 1.4, y + (_ROW - _TICK) / 2)
    tick_box(paper, corner, _TICK, ticked=face.is_here)
    for field, (_words, x, wide) in _COLUMNS.items():
        room = Box(x, y + 0.3, wide - _GAP, _ROW - 0.6)
        texts = {field: getattr(face, field)}
        paper.set(Block(room, {field: _STYLES[field]}, sink=0.5), texts)
