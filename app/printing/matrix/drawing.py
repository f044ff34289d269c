"""The day matrix as PDF: tables down, slots across, on as many pages as it takes.

Importing this loads ReportLab: callers import it where they print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from app.printing.a4 import LABEL, LEFT
from app.printing.colour import Colour
from app.printing.document import Draw, Folio
from app.printing.layout import Block, Box, Style, Tone, Typeface
from app.printing.matrix.faces import CellFace, ColumnFace, MatrixFace, RowFace
from app.printing.pages import put_foot, put_head
from app.printing.paper import Paper
from app.printing.stock import Size, Spot

_RIGHT_MARGIN, _BOTTOM_MARGIN = 12.0, 16.0
_HEADS, _ROWS = 31.0, 40.0
_TABLE = 16.0
_BREAK = 11.0
_LEAST, _MOST = Size(27, 8), Size(60, 14)
"""How small and how large a cell may be."""
_INSET = 1.0
_LINE = 0.15

# Colours of the light theme: design/tokens.css.
_QUIET, _CLOSED = Colour.parse("#F3F4F7"), Colour.parse("#DDE1E8")

_SHORT = Style((2.9, 2.6, 2.3), Typeface.STRONG, lines=2, leading=1.1)
_OTHER = Style((2.9, 2.6, 2.3), tone=Tone.SOFT, lines=2, leading=1.1)
_NUMBER = Style((5, 4.2, 3.4), Typeface.DISPLAY_STRONG, lines=2, leading=1)
_STARTS = Style((4.2, 3.6), Typeface.STRONG, leading=1.1)
_FAINT = Style((2.9, 2.5, 2), tone=Tone.FAINT, leading=1.1)


@dataclass(frozen=True, slots=True)
class _Page:
    """Columns from one place to another, and the rows that stand under them."""

    face: MatrixFace
    start: int
    end: int
    rows: tuple[RowFace, ...]
    slot_wide: float
    high: float

    @property
    def columns(self) -> tuple[ColumnFace, ...]:
        return self.face.columns[self.start : self.end]

    @property
    def said(self) -> str:
        """Name what stands on it, as far as pages differ in it."""
        slots = [each for each in self.columns if not each.is_break]
        first, last = self.rows[0].table, self.rows[-1].table
        tables = f"tables {first} to {last}" if first != last else f"table {first}"
        parts = [tables] if len(self.rows) < len(self.face.rows) else []
        if self.end - self.start < len(self.face.columns):
            parts.append(f"{slots[0].starts} to {slots[-1].ends}")
        return ", ".join(parts)


class MatrixDrawing:
    """Draws days; what does not fit beside or below goes to pages with the same heads."""

    def __init__(self, page: Size, event: str, drawn_at: datetime) -> None:
        self._event, self._drawn_at = event, drawn_at
        self._right = page.width - _RIGHT_MARGIN
        self._room = Size(self._right - LEFT - _TABLE, page.height - _BOTTOM_MARGIN - _ROWS)

    def pages(self, face: MatrixFace) -> tuple[Draw, ...]:
        """Give what draws the pages of a day: all tables of the first slots, then the next."""
        most = int(self._room.height / _LEAST.height)
        high = min(_MOST.height, self._room.height / min(most, len(face.rows)))
        spans = tuple(self._spans(face.columns))
        wide = min(self._wide(face.columns[start:end]) for start, end in spans)
        return tuple(
            partial(self._draw, _Page(face, start, end, face.rows[at : at + most], wide, high))
            for start, end in spans
            for at in range(0, len(face.rows), most)
        )

    def _spans(self, columns: tuple[ColumnFace, ...]) -> Iterator[tuple[int, int]]:
        """Cut the columns where they no longer fit, as evenly as can be; no page begins a break."""
        least = sum(_BREAK if each.is_break else _LEAST.width for each in columns)
        pages = -(-least // self._room.width)
        start, taken = 0, 0.0
        for at, column in enumerate(columns):
            wide = _BREAK if column.is_break else _LEAST.width
            if taken and (taken + wide > self._room.width or taken >= least / pages):
                yield start, at - 1 if columns[at - 1].is_break else at
                start, taken = (at + 1, 0.0) if column.is_break else (at, wide)
                continue
            taken += wide
        yield start, len(columns)

    def _wide(self, columns: tuple[ColumnFace, ...]) -> float:
        breaks = sum(each.is_break for each in columns)
        return min(_MOST.width, (self._room.width - breaks * _BREAK) / (len(columns) - breaks))

    def _draw(self, page: _Page, paper: Paper, folio: Folio) -> None:
        put_head(paper, self._event, page.face.title, self._right - 60, _RIGHT_MARGIN)
        paper.put_right(Box(self._right - 58, 21, 58, 6), LABEL, page.face.aside)
        number = " – ".join(filter(None, (folio.words, page.said)))
        put_foot(paper, self._event, self._drawn_at, number, self._right)
        paper.put(Box(LEFT, _HEADS + 4.6, _TABLE, 4), _FAINT, "Table")
        bottom = _ROWS + len(page.rows) * page.high
        x, edges = LEFT + _TABLE, [LEFT + _TABLE]
        for at, column in enumerate(page.columns, page.start):
            wide = _BREAK if column.is_break else page.slot_wide
            self._head(paper, column, Box(x, _HEADS, wide, _ROWS - _HEADS))
            if column.is_break:
                paper.fill(Box(x, _ROWS, wide, bottom - _ROWS), _QUIET)
            else:
                for row, each in enumerate(page.rows):
                    area = Box(x, _ROWS + row * page.high, wide, page.high)
                    self._cell(paper, each.cells[at], area)
            x += wide
            edges.append(x)
        self._tables(paper, page)
        for row in range(len(page.rows) + 1):
            paper.rule(Spot(LEFT, _ROWS + row * page.high), x - LEFT)
        for edge in edges:
            paper.rule(Spot(edge, (_ROWS + bottom) / 2), _LINE, bottom - _ROWS)

    def _head(self, paper: Paper, column: ColumnFace, area: Box) -> None:
        inner = Box(area.x + _INSET, area.y, area.width - 2 * _INSET, area.height)
        if column.is_break:
            paper.set(Block(inner, {"words": _FAINT}, sink=0.8), {"words": "Break"})
            return
        styles = {"starts": _STARTS, "ends": _FAINT}
        texts = {"starts": column.starts, "ends": f"to {column.ends}"}
        paper.set(Block(inner, styles, sink=0.8), texts)

    def _tables(self, paper: Paper, page: _Page) -> None:
        for row, each in enumerate(page.rows):
            room = Box(LEFT, _ROWS + row * page.high + 0.4, _TABLE - _INSET, page.high - 0.8)
            paper.set(Block(room, {"number": _NUMBER}, sink=0.5), {"number": each.table})

    def _cell(self, paper: Paper, cell: CellFace, area: Box) -> None:
        if cell.is_closed:
            paper.fill(area, _CLOSED)
        inner = Box(area.x + _INSET, area.y + 0.5, area.width - 2 * _INSET, area.height - _INSET)
        if cell.host or cell.guest:
            block = Block(inner, {"host": _SHORT, "guest": _OTHER}, sink=0.5)
            paper.set(block, {"host": cell.host, "guest": cell.guest})
        elif cell.is_closed:
            paper.set(Block(inner, {"words": _FAINT}, sink=0.5), {"words": "Closed"})
