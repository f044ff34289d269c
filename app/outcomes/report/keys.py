"""What charts have in common: fillings, what these mean, the words above and beneath.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.outcomes.report.pieces import Bars, Columns, Ink, Key
from app.outcomes.report.setting import (
    BLUE,
    GREY,
    PALE,
    SMALL,
    TITLE,
    VERMILION,
    height_of,
    room_of,
    write,
    write_in,
)
from app.printing.layout import Box, Style
from app.printing.paper import Paper
from app.printing.stock import Spot

_AFTER_TITLE, _BEFORE_NOTE = 2.4, 1.0
_KEYS_HIGH, _KEY_WIDE, _KEY_HIGH, _KEY_GAP = 5.6, 5.0, 2.8, 5.0


def fill(paper: Paper, box: Box, ink: Ink) -> None:
    """Fill a length."""
    match ink:
        case Ink.FULL:
            paper.fill(box, BLUE)
        case Ink.HATCHED:
            paper.hatch(box, VERMILION)
        case Ink.HOLLOW:
            paper.frame(box, BLUE)
        case Ink.DOTTED:
            paper.fill(box, PALE)
            paper.frame(box, GREY)


def above(chart: Bars | Columns, wide: float) -> float:
    """Give how high the title and the keys of a chart are."""
    title = height_of(chart.title, TITLE, wide)
    return title + (_AFTER_TITLE if title else 0.0) + (_KEYS_HIGH if chart.keys else 0.0)


def put_above(paper: Paper, chart: Bars | Columns, corner: Spot, wide: float) -> float:
    """Write the title and the keys of a chart; give how high they are."""
    write(paper, chart.title, TITLE, corner, wide)
    high = above(chart, wide)
    if chart.keys:
        _put_keys(paper, chart.keys, Spot(corner.x, corner.y + high - _KEYS_HIGH))
    return high


def beneath(chart: Bars | Columns, wide: float) -> float:
    """Give how high the note of a chart is."""
    return height_of(chart.note, SMALL, wide) + _BEFORE_NOTE if chart.note else 0.0


def put_beneath(paper: Paper, chart: Bars | Columns, corner: Spot, wide: float) -> None:
    """Write the note of a chart."""
    write(paper, chart.note, SMALL, Spot(corner.x, corner.y + _BEFORE_NOTE), wide)


def put_centred(paper: Paper, text: str, style: Style, middle: Spot) -> None:
    """Write a short text with its middle over a spot, on whose height it begins."""
    room = room_of(text, style)
    write(paper, text, style, Spot(middle.x - room / 2, middle.y), room + 1)


def _put_keys(paper: Paper, keys: Sequence[Key], corner: Spot) -> None:
    x = corner.x
    for key in keys:
        fill(paper, Box(x, corner.y + (4.0 - _KEY_HIGH) / 2, _KEY_WIDE, _KEY_HIGH), key.ink)
        x += _KEY_WIDE + 1.4
        room = room_of(key.words, SMALL)
        write_in(paper, key.words, SMALL, Box(x, corner.y, room + 0.5, 4.0))
        x += room + _KEY_GAP
