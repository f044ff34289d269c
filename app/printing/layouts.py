"""The badge as drawn on design sheet 7c, and its relatives of other sizes."""

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


def _card(width: float, height: float, times: float = 1.0, dots: int = 9) -> Layout:
    """Lay out a card that lies; its types are so many ``times`` those of 90 x 55 mm."""
    edge = 5 * times
    symbol = Symbol(round(width - edge - Symbol(0, 0, dots).box.width, 1), edge, dots=dots)
    beside = symbol.x - edge - 3.9 * times
    band = height - 9 * times
    return Layout(
        width=width,
        height=height,
        blocks=(
            Block(
                Box(edge, 4.4 * times, beside, 6.2 * times),
                {
                    "event": Style(_sizes(times, 2.8, 2.5), Typeface.STRONG, lines=2, leading=1.15),
                    "place_and_days": Style(_sizes(times, 2.4), tone=Tone.FAINT, leading=1.15),
                },
            ),
            Block(
                Box(edge, 11 * times, beside, band - 12.6 * times),
                {
                    "given_name": Style(
                        _sizes(times, 10, 8.6, 7.2),
                        Typeface.DISPLAY_STRONG,
                        lines=2,
                        leading=1.1,
                        tracking=_NAME_TRACKING,
                    ),
                    "family_name": Style(
                        _sizes(times, 5.6, 4.8),
                        Typeface.DISPLAY,
                        lines=2,
                        leading=1.15,
                        gap=0.3 * times,
                        tracking=_FAMILY_TRACKING,
                    ),
                    "organisation": Style(
                        _sizes(times, 3.6), Typeface.STRONG, lines=2, gap=2 * times
                    ),
                    "country": Style(_sizes(times, 3.2), tone=Tone.SOFT, gap=0.3 * times),
                },
                sink=0.5,
                drop=1.5 * times,
            ),
            Block(
                Box(symbol.x, 30.5 * times, width - edge - symbol.x, band - 32 * times),
                {
                    "badge_type": Style(_sizes(times, 3.4), Typeface.STRONG, lines=2),
                    "badge_number": Style(_sizes(times, 3), tone=Tone.SOFT, gap=0.3 * times),
                },
            ),
            Block(
                Box(edge, band + 1.4 * times, width - 2 * edge, 6.2 * times),
                {
                    "delegation": Style(
                        _sizes(times, 4.4, 3.8),
                        Typeface.STRONG,
                        Tone.ON_BAND,
                        lines=2,
                        leading=1.05,
                    )
                },
                sink=0.5,
            ),
        ),
        symbol=symbol,
        band=Box(0, band, width, 9 * times),
    )


def _roll(width: float, times: float = 1.0, dots: int = 10) -> Layout:
    """Lay out a label of a roll; its types are so many ``times`` those of 62 x 100 mm."""
    edge = 4 * times
    within = width - 2 * edge
    beside = 32.6 * times
    return Layout(
        width=width,
        height=100 * times,
        blocks=(
            Block(
                Box(edge, edge, within, 7.6 * times),
                {
                    "event": Style(_sizes(times, 3.2, 2.8), Typeface.STRONG, lines=2, leading=1.15),
                    "place_and_days": Style(_sizes(times, 2.8), leading=1.15),
                },
            ),
            Block(
                Box(edge, 13 * times, within, 42 * times),
                {
                    "given_name": Style(
                        _sizes(times, 13, 11, 9),
                        Typeface.DISPLAY_STRONG,
                        lines=2,
                        leading=1.1,
                        tracking=_NAME_TRACKING,
                    ),
                    "family_name": Style(
                        _sizes(times, 7, 6),
                        Typeface.DISPLAY,
                        lines=2,
                        leading=1.15,
                        gap=0.6 * times,
                        tracking=_FAMILY_TRACKING,
                    ),
                    "organisation": Style(
                        _sizes(times, 4.2), Typeface.STRONG, lines=2, gap=3 * times
                    ),
                    "country": Style(_sizes(times, 3.8), gap=0.4 * times),
                },
                sink=0.5,
                drop=3 * times,
            ),
            Block(
                Box(beside, 60 * times, width - edge - beside, 23.8 * times),
                {
                    "badge_type": Style(_sizes(times, 4), Typeface.STRONG, lines=3),
                    "badge_number": Style(_sizes(times, 3.6), gap=0.5 * times),
                },
                sink=1,
            ),
            Block(
                Box(edge, 88.5 * times, within, 10 * times),
                {
                    "delegation": Style(
                        _sizes(times, 5, 4.4), Typeface.STRONG, Tone.ON_BAND, lines=2, leading=1.1
                    )
                },
                sink=0.5,
            ),
        ),
        symbol=Symbol(edge, 58.5 * times, dots=dots),
        band=Box(0, 87.5 * times, width, 12.5 * times),
    )


def _sizes(times: float, *sizes: float) -> tuple[float, ...]:
    return tuple(size * times for size in sizes)


LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "a6": _A6,
        "card": _card(90, 55),
        "card-85": _card(85, 54),
        "insert": _card(101.6, 76.2, times=1.25, dots=11),
        "roll": _roll(62),
        "roll-102": _roll(102, times=1.5, dots=15),
    }
)
"""Layouts by the name that a stock gives."""
