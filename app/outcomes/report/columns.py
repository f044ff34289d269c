"""Draws columns side by side, in groups, with numbers over all of them or over the highest.

Importing this loads ReportLab: callers import it where they draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.outcomes.report.keys import above, beneath, fill, put_above, put_beneath, put_centred
from app.outcomes.report.pieces import Column, Columns, Ink
from app.outcomes.report.setting import SMALL, VALUE, room_of, write
from app.printing.layout import Box
from app.printing.paper import Paper
from app.printing.stock import Spot

_HIGH, _LABELS, _GROUPS = 26.0, 4.8, 4.6
_NUMBERS = VALUE.sizes[0] * 1.5
_GROUP_GAP, _GAP_SHARE, _WIDEST = 5.0, 0.22, 16.0
_NUMBERED = 12
_LEAST = 0.4


def columns_height(chart: Columns, wide: float) -> float:
    """Give how high a chart of columns is."""
    return above(chart, wide) + _NUMBERS + _HIGH + _feet(chart) + beneath(chart, wide)


def draw_columns(paper: Paper, chart: Columns, corner: Spot, wide: float) -> None:
    """Draw columns side by side, all to one scale."""
    foot = corner.y + put_above(paper, chart, corner, wide) + _NUMBERS + _HIGH
    every = [column for group in chart.groups for column in group.columns]
    gaps = _GROUP_GAP * (len(chart.groups) - 1)
    pitch = min((wide - gaps) / max(len(every), 1), _WIDEST)
    highest = max((max(each.of, each.number) for each in every), default=0)
    drawing = _Drawing(paper, foot, corner.x + wide, pitch, _HIGH / highest if highest else 0.0)
    numbered = every if len(every) <= _NUMBERED else _first_of_highest(every)
    x = corner.x
    for group in chart.groups:
        start = x
        for column in group.columns:
            drawing.put(column, x, is_numbered=any(each is column for each in numbered))
            x += pitch
        paper.rule(Spot(start, foot), x - start - pitch * _GAP_SHARE)
        write(paper, group.label, SMALL, Spot(start, foot + _LABELS), x - start + _GROUP_GAP)
        x += _GROUP_GAP
    put_beneath(paper, chart, Spot(corner.x, foot + _feet(chart)), wide)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws columns that stand on ``foot``."""

    paper: Paper
    foot: float
    right: float
    pitch: float
    scale: float

    def put(self, column: Column, x: float, *, is_numbered: bool) -> None:
        thick = self.pitch * (1 - _GAP_SHARE)
        if column.of > column.number:
            high = column.of * self.scale
            fill(self.paper, Box(x, self.foot - high, thick, high), Ink.HOLLOW)
        if column.number:
            high = max(column.number * self.scale, _LEAST)
            fill(self.paper, Box(x, self.foot - high, thick, high), Ink.FULL)
        middle = x + thick / 2
        if is_numbered:
            said = str(column.number)
            # Where there is room the number stands on what it counts, else above all of them.
            free = (column.of - column.number) * self.scale
            fits = room_of(said, VALUE) < thick - 1 and free > _NUMBERS
            top = column.number if fits else max(column.of, column.number)
            over = self.foot - top * self.scale - _NUMBERS
            put_centred(self.paper, said, VALUE, Spot(middle, over))
        room = room_of(column.label, SMALL)
        if room > thick:
            # Under a narrow column a label begins where the column does.
            middle = x + room / 2
        if middle + room / 2 <= self.right:
            put_centred(self.paper, column.label, SMALL, Spot(middle, self.foot + 0.7))


def _first_of_highest(columns: list[Column]) -> list[Column]:
    highest = max(columns, key=lambda each: each.number)
    return [highest] if highest.number else []


def _feet(chart: Columns) -> float:
    return _LABELS + (_GROUPS if any(each.label for each in chart.groups) else 0.0)
