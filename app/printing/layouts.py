"""The badge as drawn on design sheet 7c, and its two smaller relatives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.printing.layout import Block, Box, Layout, Style, Symbol, Tone, Typeface

_NAME_TRACKING = -0.02
_FAMILY_TRACKING = -0.01


_A6 = Layout(
    width=105,
    height=148,
    blocks=(
        Block(
            Box(9, 13.1, 87, 9.2),
            {
                "event": Style((4, 3.6), Typeface.STRONG, lines=2, leading=1.15),
                "place_and_days": Style((3.5,), tone=Tone.FAINT, leading=1.15),
            },
        ),
        Block(
            Box(9, 24, 87, 63),
            {
                "given_name": Style(
                    (19, 16, 13),
                    Typeface.DISPLAY_STRONG,
                    lines=2,
                    leading=1.1,
                    tracking=_NAME_TRACKING,
                ),
                "family_name": Style(
                    (10, 8.6),
                    Typeface.DISPLAY,
                    lines=2,
                    leading=1.15,
                    gap=1.4,
                    tracking=_FAMILY_TRACKING,
                ),
                "organisation": Style((6,), Typeface.STRONG, lines=2, gap=5.5),
                "country": Style((5.2,), tone=Tone.SOFT, gap=0.5),
            },
            sink=1,
            drop=8.25,
        ),
        Block(
            Box(46.1, 96, 49.9, 28),
            {
                "badge_type": Style((4.6,), Typeface.STRONG, lines=3),
                "badge_number": Style((4,), tone=Tone.SOFT, gap=1.5),
            },
            sink=1,
        ),
        Block(
            Box(9, 132.5, 87, 13.6),
            {
                "delegation": Style(
                    (6.4, 5.6), Typeface.STRONG, Tone.ON_BAND, lines=2, leading=1.1
                ),
            },
            sink=0.5,
        ),
    ),
    symbol=Symbol(9, 91.6, dots=13),
    band=Box(0, 131, 105, 17),
    hole=Box(45.5, 5.1, 14, 3),
)

_CARD = Layout(
    width=90,
    height=55,
    blocks=(
        Block(
            Box(5, 4.4, 54, 6.2),
            {
                "event": Style((2.8, 2.5), Typeface.STRONG, lines=2, leading=1.15),
                "place_and_days": Style((2.4,), tone=Tone.FAINT, leading=1.15),
            },
        ),
        Block(
            Box(5, 11, 54, 33.4),
            {
                "given_name": Style(
                    (10, 8.6, 7.2),
                    Typeface.DISPLAY_STRONG,
                    lines=2,
                    leading=1.1,
                    tracking=_NAME_TRACKING,
                ),
                "family_name": Style(
                    (5.6, 4.8),
                    Typeface.DISPLAY,
                    lines=2,
                    leading=1.15,
                    gap=0.3,
                    tracking=_FAMILY_TRACKING,
                ),
                "organisation": Style((3.6,), Typeface.STRONG, lines=2, gap=2),
                "country": Style((3.2,), tone=Tone.SOFT, gap=0.3),
            },
            sink=0.5,
            drop=1.5,
        ),
        Block(
            Box(62.9, 30.5, 22.1, 14),
            {
                "badge_type": Style((3.4,), Typeface.STRONG, lines=2),
                "badge_number": Style((3,), tone=Tone.SOFT, gap=0.3),
            },
        ),
        Block(
            Box(5, 47.4, 80, 6.2),
            {"delegation": Style((4.4, 3.8), Typeface.STRONG, Tone.ON_BAND, lines=2, leading=1.05)},
            sink=0.5,
        ),
    ),
    symbol=Symbol(62.9, 5, dots=9),
    band=Box(0, 46, 90, 9),
)

_ROLL = Layout(
    width=62,
    height=100,
    blocks=(
        Block(
            Box(4, 4, 54, 7.6),
            {
                "event": Style((3.2, 2.8), Typeface.STRONG, lines=2, leading=1.15),
                "place_and_days": Style((2.8,), leading=1.15),
            },
        ),
        Block(
            Box(4, 13, 54, 42),
            {
                "given_name": Style(
                    (13, 11, 9),
                    Typeface.DISPLAY_STRONG,
                    lines=2,
                    leading=1.1,
                    tracking=_NAME_TRACKING,
                ),
                "family_name": Style(
                    (7, 6),
                    Typeface.DISPLAY,
                    lines=2,
                    leading=1.15,
                    gap=0.6,
                    tracking=_FAMILY_TRACKING,
                ),
                "organisation": Style((4.2,), Typeface.STRONG, lines=2, gap=3),
                "country": Style((3.8,), gap=0.4),
            },
            sink=0.5,
            drop=3,
        ),
        Block(
            Box(32.6, 60, 25.4, 23.8),
            {
                "badge_type": Style((4,), Typeface.STRONG, lines=3),
                "badge_number": Style((3.6,), gap=0.5),
            },
            sink=1,
        ),
        Block(
            Box(4, 88.5, 54, 10),
            {"delegation": Style((5, 4.4), Typeface.STRONG, Tone.ON_BAND, lines=2, leading=1.1)},
            sink=0.5,
        ),
    ),
    symbol=Symbol(4, 58.5, dots=10),
    band=Box(0, 87.5, 62, 12.5),
)

LAYOUTS: Mapping[str, Layout] = MappingProxyType({"a6": _A6, "card": _CARD, "roll": _ROLL})
"""Layouts by the name that a stock gives."""
