"""Where things are on a wall of any size: how large, in how many columns and rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

_WIDE, _TALL = 1440, 900
"""All lengths are those of a wall of this size, and grow with it: 40 px of it are read at 10 m."""
HEAD, BAR, TITLES, FOOT = 216.0, 12.0, 61.0, 83.0
PITCH = 66.0
RIM, GAP, INSET = 34.0, 40.0, 14.0
_NARROWEST, _NARROWEST_WITHOUT_NOW = 640.0, 512.0
NOW_FROM_RIGHT, THEN_FROM_RIGHT = 300.0, 180.0
"""Where these two columns of figures begin, counted from the right edge."""
_SMALLEST_RIM = 0.6


@dataclass(frozen=True, slots=True)
class Writing:
    """How large rows are written, 1 to 0; and whether they tell the table of now as well."""

    size: float = 1.0
    has_now: bool = True

    @property
    def rim(self) -> float:
        """Give how large the head and the foot are beside them."""
        return max(self.size, _SMALLEST_RIM)


LARGE = Writing()


@dataclass(frozen=True, slots=True)
class Geometry:
    """How many columns and rows a wall of this width and height has, drawn ``scale`` as large."""

    scale: float
    width: float
    height: float
    columns: int
    rows: int
    writing: Writing = LARGE

    @property
    def per_page(self) -> int:
        """Give how many rows are seen at once."""
        return self.columns * self.rows

    @property
    def head(self) -> QRectF:
        """Give where the clock is, with the bar below."""
        return QRectF(0, 0, self.width, (HEAD + BAR) * self.writing.rim)

    @property
    def foot(self) -> QRectF:
        """Give where the page is told."""
        tall = FOOT * self.writing.rim
        return QRectF(0, self.height - tall, self.width, tall)

    def titles(self, column: int) -> QRectF:
        """Give where it is said what a column shows."""
        gap = GAP * self.writing.size
        wide = (self.width - 2 * RIM - gap * (self.columns - 1)) / self.columns
        tall = TITLES * self.writing.size
        return QRectF(RIM + column * (wide + gap), self.head.bottom(), wide, tall)

    def place(self, number: int) -> QRectF:
        """Give where a row of the page stands: down the first column, then the next."""
        column, row = divmod(number, self.rows)
        above, pitch = self.titles(column), PITCH * self.writing.size
        return QRectF(above.x(), above.bottom() + row * pitch, above.width(), pitch)


def geometry(width: int, height: int, writing: Writing = LARGE) -> Geometry:
    """Give the geometry for a window of so many pixels."""
    scale = max(min(width / _WIDE, height / _TALL), 0.1)
    wide, tall = width / scale, height / scale
    size, gap = writing.size, GAP * writing.size
    narrowest = (_NARROWEST if writing.has_now else _NARROWEST_WITHOUT_NOW) * size
    columns = int((wide - 2 * RIM + gap) // (narrowest + gap))
    rim = (HEAD + BAR + FOOT) * writing.rim
    rows = int((tall - rim - TITLES * size + 0.01) // (PITCH * size))
    return Geometry(scale, wide, tall, max(columns, 1), max(rows, 1), writing)
