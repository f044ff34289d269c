"""What a sheet's design is made of: blocks of text, a code, a band. Values only, millimetres.

Lengths run from the upper left corner of the label, y downwards. A type size is the size of
the em. Nothing here draws.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

DOT = 25.4 / 300
"""A dot of a 300 dpi printer. Modules of a code are whole dots, or printers round them unevenly."""

MODULES = 29
"""Modules along one side of a version 3 code. RELIABILITY.md 5.3."""

QUIET_MODULES = 4

SMALLEST_MODULE = 0.33
"""Millimetres. What is smaller, scanners miss: RELIABILITY.md 5.3."""


class Typeface(StrEnum):
    """A cut and weight of the type."""

    REGULAR = "regular"
    STRONG = "strong"
    DISPLAY = "display"
    DISPLAY_STRONG = "display_strong"


class Tone(StrEnum):
    """How dark a text is; ``ON_BAND`` is black or white, whichever reads better there.

    ``TYPE`` is the colour of the badge type, or ink where it has none.
    """

    INK = "ink"
    SOFT = "soft"
    FAINT = "faint"
    ON_BAND = "on_band"
    TYPE = "type"


class Align(StrEnum):
    """Which edge of its box a text keeps to."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def touches(self, other: Box) -> bool:
        """Tell whether the two share more than an edge."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Style:
    """How one text is set.

    ``sizes`` are tried in turn on one line; then the last one on up to ``lines`` lines; then
    smaller ones. ``leading`` is the height of a line in ems, ``gap`` what keeps the text from
    the one above it, ``tracking`` is added after each character, in ems.
    """

    sizes: tuple[float, ...]
    typeface: Typeface = Typeface.REGULAR
    tone: Tone = Tone.INK
    lines: int = 1
    leading: float = 1.2
    gap: float = 0.0
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """Texts that stand below one another and share a box.

    ``styles`` are by what the texts are called, from the top. A text that is blank leaves no
    gap. Of the height that stays free, the share ``sink`` goes above the texts, but not more
    than ``drop``.
    """

    box: Box
    styles: Mapping[str, Style]
    sink: float = 0.0
    drop: float = math.inf
    align: Align = Align.LEFT

    def __eq__(self, other: object) -> bool:
        """Compare the texts in their order too, which mappings leave out."""
        return isinstance(other, Block) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    @property
    def _all(self) -> tuple[object, ...]:
        return self.box, tuple(self.styles.items()), self.sink, self.drop, self.align


@dataclass(frozen=True, slots=True)
class Symbol:
    """Where the code stands: upper left corner without the quiet zone, and dots a module."""

    x: float
    y: float
    dots: int

    @property
    def box(self) -> Box:
        """What the dark modules take up."""
        side = self.dots * DOT * MODULES
        return Box(self.x, self.y, side, side)

    @property
    def quiet(self) -> Box:
        """What must hold nothing but the code."""
        margin = self.dots * DOT * QUIET_MODULES
        side = self.box.width + 2 * margin
        return Box(self.x - margin, self.y - margin, side, side)
