"""Where tables and the people at them are painted, and who is where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

NARROWEST, GAP, HEAD, ROW, FOOT = 264, 12, 34, 26, 8
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody's place on the page: the table, and the line on its card; both from 0."""

    table: int
    line: int


@dataclass(frozen=True)
class Places:
    """Cards of so many people each, side by side in a page so ``wide``."""

    wide: int
    counts: tuple[int, ...]

    @cached_property
    def columns(self) -> int:
        """Give how many cards stand side by side."""
        return max(min((self.wide + GAP) // (NARROWEST + GAP), _MOST_COLUMNS), 1)

    @cached_property
    def card_height(self) -> int:
        """Give how high each card is: as high as the fullest needs."""
        return HEAD + ROW * max(self.counts, default=0) + FOOT

    @property
    def height(self) -> int:
        """Give how high all of them are."""
        rows = -(-len(self.counts) // self.columns)
        return max(rows * (self.card_height + GAP) - GAP, 0)

    def card(self, table: int) -> QRectF:
        """Give where a table is."""
        row, column = divmod(table, self.columns)
        wide = (self.wide - GAP * (self.columns - 1)) / self.columns
        high = self.card_height
        return QRectF(column * (wide + GAP), row * (high + GAP), wide, high)

    def line(self, spot: Spot) -> QRectF:
        """Give where somebody is."""
        card = self.card(spot.table)
        return QRectF(card.x() + 1, card.y() + HEAD + spot.line * ROW, card.width() - 2, ROW)

    def at(self, point: QPointF) -> Spot | None:
        """Say who is at a point, if anybody is."""
        for table, count in enumerate(self.counts):
            card = self.card(table)
            if card.contains(point):
                line = int((point.y() - card.y() - HEAD) // ROW)
                return Spot(table, line) if 0 <= line < count else None
        return None

    def step(self, spot: Spot, across: int, down: int) -> Spot:
        """Give who is beside, above or below; over the edge of a card is the next one."""
        table, line = spot.table, spot.line
        if across:
            table = self._filled(table, across, 1)
            return Spot(table, min(line, self.counts[table] - 1))
        if 0 <= line + down < self.counts[table]:
            return Spot(table, line + down)
        table = self._filled(table, down, self.columns)
        if table == spot.table:
            return spot
        return Spot(table, 0 if down > 0 else self.counts[table] - 1)

    def _filled(self, table: int, way: int, by: int) -> int:
        """Give the next table that way at which somebody sits; the same if there is none."""
        following = table + way * by
        while 0 <= following < len(self.counts):
            if self.counts[following]:
                return following
            following += way * by
        return table
