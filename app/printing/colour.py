"""Colours of paper, and which text can be read on them."""

from __future__ import annotations

import re
from typing import NamedTuple

_READABLE = 4.5
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class Colour(NamedTuple):
    """Red, green and blue, each 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read ``"#RRGGBB"``.

        Raises:
            ValueError: It is something else.
        """
        if not _HEX.fullmatch(text):
            raise ValueError(text)
        return cls(*(channel / 255 for channel in bytes.fromhex(text[1:])))


BLACK = Colour(0, 0, 0)
WHITE = Colour(1, 1, 1)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(ground: Colour) -> Colour:
    """Give white if it can be read on ``ground``, else black, which then can."""
    return WHITE if contrast(WHITE, ground) >= _READABLE else BLACK


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
