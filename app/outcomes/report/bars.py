"""Draws bars beneath one another, each with its number at its end.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from app.outcomes.report.keys import above, beneath, fill, put_above, put_beneath
from app.outcomes.report.pieces import Bar, Bars
from app.outcomes.report.setting import LABEL, SOFT, VALUE, WIDE, room_of, write_in
from app.printing.layout import Box
from app.printing.paper import Paper
from app.printing.stock import Spot

_ROW, _THICK = 6.8, 4.1
_LABEL_SHARE, _WIDE_LABEL = 0.4, 42.0
_BEFORE_SAID, _SPARE = 1.4, 0.5
_BEFORE_MORE = 1.4
_LEAST = 0.5
_AIR = 0.5


def bars_height(chart: Bars, wide: float) -> float:
    """Give how high a chart of bars is."""
    return above(chart, wide) + len(chart.bars) * _ROW + beneath(chart, wide)


def draw_bars(paper: Paper, chart: Bars, corner: Spot, wide: float) -> None:
    """Draw bars beneath one another, all to one scale."""
    y = corner.y + put_above(paper, chart, corner, wide)
    label = _WIDE_LABEL if wide == WIDE else wide * _LABEL_SHARE
    said = max((_room_after(each) for each in chart.bars), default=0.0)
    longest = max((_end(each) for each in chart.bars), default=0)
    scale = (wide - label - said - _BEFORE_SAID) / longest if longest else 0.0
    for bar in chart.bars:
        write_in(paper, bar.label, LABEL, Box(corner.x, y + _AIR, label - 2, _ROW - 2 * _AIR))
        end = _draw(paper, bar, Spot(corner.x + label, y + (_ROW - _THICK) / 2), scale)
        _say(paper, bar, Spot(end + _BEFORE_SAID, y))
        y += _ROW
    put_beneath(paper, chart, Spot(corner.x, y), wide)


def _draw(paper: Paper, bar: Bar, start: Spot, scale: float) -> float:
    """Draw the lengths of a bar; give where it ends. Nothing is a line that is seen."""
    x = start.x + bar.before * scale
    for part in bar.parts:
        if part.number:
            long = max(part.number * scale, _LEAST)
            fill(paper, Box(x, start.y, long, _THICK), part.ink)
            x += long
    paper.rule(Spot(start.x - _LEAST / 2, start.y + _THICK / 2), _LEAST / 2, _THICK)
    return x


def _say(paper: Paper, bar: Bar, corner: Spot) -> None:
    room = room_of(bar.said, VALUE) + _SPARE
    write_in(paper, bar.said, VALUE, Box(corner.x, corner.y, room, _ROW))
    after = Box(corner.x + room + _BEFORE_MORE, corner.y, room_of(bar.more, SOFT) + _SPARE, _ROW)
    write_in(paper, bar.more, SOFT, after)


def _room_after(bar: Bar) -> float:
    more = room_of(bar.more, SOFT) + _BEFORE_MORE + _SPARE if bar.more else 0.0
    return room_of(bar.said, VALUE) + _SPARE + more


def _end(bar: Bar) -> int:
    return bar.before + sum(part.number for part in bar.parts)
