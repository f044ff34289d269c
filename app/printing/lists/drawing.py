"""Lists as PDF, on A4; each page says again what its columns are.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.printing.a4 import LABEL, LEFT, RIGHT
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.lists.faces import ColumnFace, ListFace, RowFace
from app.printing.pages import put_head
from app.printing.paper import Paper
from app.printing.stock import Spot
from app.printing.ticks import tick_box

_NOTES, _NOTE, _BOTTOM = 30.5, 5.4, 277.0
_LABELS, _ROW = 6.0, 8.6
_TICK, _GAP, _INSET = 4.6, 2.0, 8.0
_SAID = Style((4, 3.6, 3.2), tone=Tone.SOFT)
_STRONG = Style((4.2, 3.8, 3.4), Typeface.STRONG, lines=2, leading=1.1)
_SOFT = Style((3.7, 3.3), tone=Tone.SOFT, lines=2, leading=1.1)
_APART = Style((4.2, 3.8), Typeface.DISPLAY_STRONG)
# Colours of the light theme: design/tokens.css.
_QUIET = Colour.parse("#F3F4F7")


class ListDrawing:
    """Draws lists of one event."""

    def __init__(self, event: str) -> None:
        self._event = event

    def pages(self, face: ListFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a list."""
        top = _NOTES + len(face.notes) * _NOTE + 2
        most = int((_BOTTOM - top - _LABELS) / _ROW)
        starts = range(0, max(len(face.rows), 1), most)
        return tuple(partial(self._draw, face, face.rows[at : at + most], top) for at in starts)

    def _draw(
        self, face: ListFace, rows: Sequence[RowFace], top: float, paper: Paper, _folio: Folio
    ) -> None:
        put_head(paper, self._event, face.title, RIGHT)
        for at, note in enumerate(face.notes):
            room = Box(LEFT, _NOTES + at * _NOTE, RIGHT - LEFT, _NOTE)
            paper.set(Block(room, {"note": _SAID}), {"note": note})
        if not rows:
            paper.put(Box(LEFT, top, RIGHT - LEFT, 8), Style((4.6,), tone=Tone.SOFT), face.empty)
            return
        for column, box in _laid_out(face.columns, top, _LABELS):
            paper.put(box, LABEL, column.title)
        y = top + _LABELS
        paper.rule(Spot(LEFT, y), RIGHT - LEFT)
        for row in rows:
            if row.apart:
                paper.fill(Box(LEFT, y, RIGHT - LEFT, _ROW), _QUIET)
                room = Box(LEFT + 1.4, y, RIGHT - LEFT - 3, _ROW)
                paper.set(Block(room, {"apart": _APART}, sink=0.5), {"apart": row.apart})
            else:
                _put_row(paper, face.columns, row, y)
            y += _ROW
            paper.rule(Spot(LEFT, y), RIGHT - LEFT)


def _put_row(paper: Paper, columns: Sequence[ColumnFace], row: RowFace, y: float) -> None:
    if row.ticked is not None:
        tick_box(paper, Spot(LEFT + 1.4, y + (_ROW - _TICK) / 2), _TICK, ticked=row.ticked)
    for (column, box), text in zip(_laid_out(columns, y + 0.3, _ROW - 0.6), row.cells, strict=True):
        style = _STRONG if column.strong else _SOFT
        paper.set(Block(box, {"text": style}, sink=0.5), {"text": text})


def _laid_out(columns: Sequence[ColumnFace], y: float, high: float) -> list[tuple[ColumnFace, Box]]:
    """Give the box of each column; those without a width share what the others leave."""
    free = RIGHT - LEFT - _INSET - sum(column.wide for column in columns)
    share = free / max(sum(not column.wide for column in columns), 1)
    found, x = [], LEFT + _INSET
    for column in columns:
        wide = column.wide or share
        found.append((column, Box(x, y, wide - _GAP, high)))
        x += wide
    return found
