"""The sizes of letters, and nothing else: every text of the window has one of these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont

_TEXT = ["Inter", "Noto Sans"]
_DISPLAY = ["Inter Display", "Inter", "Noto Sans"]
_DISPLAY_FROM = 22
"""From this size up, Inter's optical size for headings."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A size and weight of letters. ``pixels`` are the screen's own, before scaling."""

    pixels: int
    weight: QFont.Weight = QFont.Weight.Normal


BIG_NAME = Lettering(76, QFont.Weight.Bold)
SMALLEST_BIG_NAME = 44
COUNT = Lettering(44, QFont.Weight.Bold)
VERDICT = Lettering(36, QFont.Weight.DemiBold)
SUBTITLE = Lettering(24, QFont.Weight.Medium)
TITLE = Lettering(22, QFont.Weight.DemiBold)
LEAD = Lettering(18, QFont.Weight.DemiBold)
ENTRY = Lettering(18)
SECTION = Lettering(16, QFont.Weight.DemiBold)
FACT = Lettering(16)
BODY = Lettering(14)
BODY_STRONG = Lettering(14, QFont.Weight.DemiBold)
CONTROL = Lettering(14, QFont.Weight.Medium)
CELL = Lettering(13)
CELL_STRONG = Lettering(13, QFont.Weight.DemiBold)
LABEL = Lettering(12)
LABEL_STRONG = Lettering(12, QFont.Weight.Medium)
KEY = Lettering(11, QFont.Weight.Medium)
CHIP = Lettering(11, QFont.Weight.DemiBold)


@cache
def font(lettering: Lettering) -> QFont:
    """Give the font. Figures are of one width, so that they line up and tick in place."""
    made = QFont(_DISPLAY if lettering.pixels >= _DISPLAY_FROM else _TEXT)
    made.setPixelSize(lettering.pixels)
    made.setWeight(lettering.weight)
    if lettering.pixels >= _DISPLAY_FROM:
        share = 0.02 if lettering.pixels >= SMALLEST_BIG_NAME else 0.01
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -share * lettering.pixels)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
