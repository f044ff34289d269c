"""Where things are on a wall of any size: how large, in how many columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.floor.wall import WallRow

_WIDE, _TALL = 1440, 900
"""All lengths are those of a wall of this size, and grow with it: 40 px of it are read at 10 m."""
HEAD, BAR, TITLES, FOOT = 216.0, 12.0, 61.0, 83.0
PITCH = 66.0
RIM, GAP, INSET = 34.0, 40.0, 14.0
_NARROWEST = 640.0
NOW_FROM_RIGHT, THEN_FROM_RIGHT = 292.0, 168.0
"""Where these two columns of figures begin, counted from the right edge."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """How many columns and rows a wall of this width and height has, drawn ``scale`` as large."""

    scale: float
    width: float
    height: float
    columns: int
    rows: int

    @property
    def per_page(self) -> int:
        """Give how many organisations are seen at once."""
        return self.columns * self.rows

    @property
    def head(self) -> QRectF:
        """Give where the clock is, with the bar below."""
        return QRectF(0, 0, self.width, HEAD + BAR)

    @property
    def foot(self) -> QRectF:
        """Give where the page is told."""
        return QRectF(0, self.height - FOOT, self.width, FOOT)

    def titles(self, column: int) -> QRectF:
        """Give where it is said what a column shows."""
        wide = (self.width - 2 * RIM - GAP * (self.columns - 1)) / self.columns
        return QRectF(RIM + column * (wide + GAP), HEAD + BAR, wide, TITLES)

    def place(self, number: int) -> QRectF:
        """Give where an organisation of the page stands: down the first column, then the next."""
        column, row = divmod(number, self.rows)
        above = self.titles(column)
        return QRectF(above.x(), above.bottom() + row * PITCH, above.width(), PITCH)


def geometry(width: int, height: int) -> Geometry:
    """Give the geometry for a window of so many pixels."""
    scale = max(min(width / _WIDE, height / _TALL), 0.1)
    wide, tall = width / scale, height / scale
    columns = int((wide - 2 * RIM + GAP) // (_NARROWEST + GAP))
    rows = int((tall - HEAD - BAR - TITLES - FOOT + 0.01) // PITCH)
    return Geometry(scale, wide, tall, max(columns, 1), max(rows, 1))


def pages(rows: Sequence[WallRow], per_page: int) -> tuple[tuple[WallRow, ...], ...]:
    """Cut rows into pages in their order; there is one page at least."""
    cut = tuple(tuple(rows[at : at + per_page]) for at in range(0, len(rows), per_page))
    return cut or ((),)
