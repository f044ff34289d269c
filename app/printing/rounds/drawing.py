"""The list by name as PDF, on A4.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.alphabet import LETTER_HIGH, LetterFace, paged, put_letter, put_span
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.rounds.faces import ColumnFace, Row, SeatsFace
from app.printing.stock import Spot

_LABELS, _TOP, _BOTTOM, _ROW = 31.0, 40.5, 277.0, 8.6
_NAME_WIDE, _MOST_OF_COLUMN, _GAP = 86.0, 22.0, 2.0
_FEW = 8
"""Of more rounds the columns need room that the organisation has otherwise."""
_ROUND = Style((3.6, 3.2, 2.8), Typeface.STRONG)
_TIME = Style((3.2, 2.8, 2.4, 2.1), tone=Tone.FAINT)
_TABLE = Style((5, 4.4, 3.8), Typeface.DISPLAY_STRONG)
_NAME = Style((4.2, 3.8, 3.4), Typeface.STRONG)
_ORGANISATION = Style((3.2, 2.9), tone=Tone.SOFT)


class ListDrawing:
    """Draws the list; each page says again which round is when."""

    def __init__(self, event: str, title: str, columns: Sequence[ColumnFace]) -> None:
        self._event, self._title, self._columns = event, title, columns
        name = _NAME_WIDE if len(columns) <= _FEW else _NAME_WIDE * 0.65
        self._start = LEFT + name
        self._wide = min((RIGHT - self._start) / max(len(columns), 1), _MOST_OF_COLUMN)

    def pages(self, rows: Sequence[Row]) -> tuple[Draw, ...]:
        """Give what draws the pages."""
        return tuple(partial(self._draw, page) for page in paged(rows, _BOTTOM - _TOP, _ROW))

    def _draw(self, rows: Sequence[Row], paper: Paper, _folio: Folio) -> None:
        put_head(paper, self._event, self._title, RIGHT - 20)
        put_span(paper, rows)
        paper.put(Box(LEFT, _LABELS + 4, 40, 5), LABEL, "Your tables")
        for at, column in enumerate(self._columns):
            room = Box(self._x(at), _LABELS, self._wide - 0.6, 4.2)
            paper.put(room, _ROUND, f"{column.number}")
            below = Box(room.x, _LABELS + 4, room.width, 4.2)
            paper.put(below, _TIME, column.time)
        y = _TOP
        for row in rows:
            if isinstance(row, LetterFace):
                put_letter(paper, row, y)
                y += LETTER_HIGH
            else:
                self._person(paper, row, y)
                y += _ROW
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)

    def _person(self, paper: Paper, face: SeatsFace, y: float) -> None:
        room = Box(LEFT + 1.4, y + 0.3, self._start - LEFT - _GAP - 1.4, _ROW - 0.6)
        texts = {"name": face.name, "organisation": face.organisation}
        paper.set(Block(room, {"name": _NAME, "organisation": _ORGANISATION}, sink=0.5), texts)
        for at, table in enumerate(face.tables):
            cell = Box(self._x(at), y + 0.3, self._wide - 0.6, _ROW - 0.6)
            paper.set(Block(cell, {"table": _TABLE}, sink=0.5), {"table": table})

    def _x(self, column: int) -> float:
        return self._start + column * self._wide
