"""Puts pieces of a report on pages: what belongs together stays together.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.outcomes.report.bars import bars_height, draw_bars
from app.outcomes.report.columns import columns_height, draw_columns
from app.outcomes.report.pieces import Bars, Columns, Heading, Paragraph, Piece, Side, Tiles
from app.outcomes.report.setting import (
    BOTTOM,
    GUTTER,
    HEADING,
    LABEL,
    LEAD,
    NUMBER,
    PROSE,
    TOP,
    WIDE,
    height_of,
    write,
    write_in,
)
from app.printing.a4 import LEFT
from app.printing.layout import Box
from app.printing.paper import Paper
from app.printing.stock import Spot

_HALF = (WIDE - GUTTER) / 2
_BETWEEN, _BEFORE_HEADING, _AFTER_HEADING = 7.0, 3.0, 3.4
_TILE_HIGH, _TILE_NUMBER, _TILE_GAP = 19.0, 11.0, 4.0
Put = Callable[[Paper], None]
"""Draws something that was placed."""


@dataclass
class Flow:
    """Fills pages from above, from ``top`` on the first one."""

    top: float = TOP
    pages: list[list[Put]] = field(default_factory=lambda: [[]])
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def room(self) -> float:
        """Give how much is free on this page."""
        return BOTTOM - self.y

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing stands on this page yet."""
        return not self.pages[-1]

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y = TOP

    def put(self, put: Put, high: float, after: float = _BETWEEN) -> None:
        """Place what is so high where it is; ``after`` it, so much stays free."""
        self.pages[-1].append(put)
        self.y += high + after

    def put_all(self, rows: Sequence[Piece | Side]) -> None:
        """Place pieces, and none apart from the heading over it."""
        for at, row in enumerate(rows):
            needed = height(row)
            if isinstance(row, Heading) and at + 1 < len(rows):
                needed += _BEFORE_HEADING + _AFTER_HEADING + height(rows[at + 1])
            if needed > self.room and not self.is_fresh:
                self.turn()
            self._put_row(row)

    def _put_row(self, row: Piece | Side) -> None:
        if isinstance(row, Heading):
            self.y += 0 if self.is_fresh else _BEFORE_HEADING
        after = _AFTER_HEADING if isinstance(row, Heading) else _BETWEEN
        y = self.y
        self.put(lambda paper: _draw_row(paper, row, y), height(row), after)


def height(row: Piece | Side) -> float:
    """Give how high a row of the page is."""
    if isinstance(row, Side):
        return max(_height(each, _HALF) for each in row.pieces)
    return _height(row, WIDE)


def _draw_row(paper: Paper, row: Piece | Side, y: float) -> None:
    pieces = row.pieces if isinstance(row, Side) else (row,)
    wide = _HALF if isinstance(row, Side) else WIDE
    for at, piece in enumerate(pieces):
        _draw(paper, piece, Spot(LEFT + at * (wide + GUTTER), y), wide)


def _height(piece: Piece, wide: float) -> float:
    match piece:
        case Bars():
            return bars_height(piece, wide)
        case Columns():
            return columns_height(piece, wide)
        case Tiles():
            return _TILE_HIGH
        case Heading():
            return height_of(piece.text, HEADING, wide)
        case Paragraph():
            return height_of(piece.text, LEAD if piece.lead else PROSE, wide)


def _draw(paper: Paper, piece: Piece, corner: Spot, wide: float) -> None:
    match piece:
        case Bars():
            draw_bars(paper, piece, corner, wide)
        case Columns():
            draw_columns(paper, piece, corner, wide)
        case Tiles():
            _draw_tiles(paper, piece, corner, wide)
        case Heading():
            write(paper, piece.text, HEADING, corner, wide)
        case Paragraph():
            write(paper, piece.text, LEAD if piece.lead else PROSE, corner, wide)


def _draw_tiles(paper: Paper, piece: Tiles, corner: Spot, wide: float) -> None:
    each = (wide - _TILE_GAP * (len(piece.tiles) - 1)) / len(piece.tiles)
    for at, tile in enumerate(piece.tiles):
        x = corner.x + at * (each + _TILE_GAP)
        paper.rule(Spot(x, corner.y), each, 0.5)
        write_in(paper, tile.number, NUMBER, Box(x, corner.y + 1.4, each, _TILE_NUMBER))
        words = Box(x, corner.y + 1.4 + _TILE_NUMBER, each, _TILE_HIGH - 1.4 - _TILE_NUMBER)
        write_in(paper, tile.words, LABEL, words, sink=0)
