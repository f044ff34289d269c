"""The desk list as PDF, on A4.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.colour import Colour
from app.printing.desk_list.faces import LetterFace, PersonFace, Row
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Spot
from app.printing.ticks import tick_box

_LABELS, _TOP, _BOTTOM = 31.0, 36.5, 277.0
_ROW, _LETTER = 8.6, 7.4
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
_HEADING = Style((5,), Typeface.DISPLAY_STRONG)
# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")


class DeskListDrawing:
    """Draws the list; each page says again what its columns are, and goes on with its letter."""

    def __init__(self, event: str, title: str) -> None:
        self._event, self._title = event, title

    def pages(self, rows: Sequence[Row]) -> tuple[Draw, ...]:
        """Give what draws the pages."""
        return tuple(partial(self._draw, page) for page in _pages(rows))

    def _draw(self, rows: Sequence[Row], paper: Paper, _folio: Folio) -> None:
        put_head(paper, self._event, self._title, RIGHT - 34)
        letters = [row.letter for row in rows if isinstance(row, LetterFace)]
        span = letters[0] if len(letters) == 1 else f"{letters[0]} – {letters[-1]}"
        paper.put_right(Box(RIGHT - 32, 19, 32, 9), _HEADING, span)
        for words, x, wide in _COLUMNS.values():
            paper.put(Box(x, _LABELS, wide, 5), LABEL, words)
        y = _TOP
        for row in rows:
            if isinstance(row, LetterFace):
                paper.fill(Box(LEFT, y, RIGHT - LEFT, _LETTER), _QUIET)
                room = Box(LEFT + 1.4, y, 40, _LETTER)
                paper.set(Block(room, {"letter": _HEADING}, sink=0.5), {"letter": row.letter})
            else:
                _person(paper, row, y)
            y += _height(row)
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)


def _person(paper: Paper, face: PersonFace, y: float) -> None:
    corner = Spot(LEFT + 1.4, y + (_ROW - _TICK) / 2)
    tick_box(paper, corner, _TICK, ticked=face.is_here)
    for field, (_words, x, wide) in _COLUMNS.items():
        room = Box(x, y + 0.3, wide - _GAP, _ROW - 0.6)
        texts = {field: getattr(face, field)}
        paper.set(Block(room, {field: _STYLES[field]}, sink=0.5), texts)


def _pages(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each page. No letter stands at the foot of one without a name below it."""
    page: list[Row] = []
    letter: LetterFace | None = None
    for row in rows:
        is_letter = isinstance(row, LetterFace)
        needed = sum(map(_height, page)) + _height(row) + (_ROW if is_letter else 0)
        if _TOP + needed > _BOTTOM:
            yield page
            page = [letter] if letter and not is_letter else []
        if isinstance(row, LetterFace):
            letter = row
        page.append(row)
    yield page


def _height(row: Row) -> float:
    return _LETTER if isinstance(row, LetterFace) else _ROW
