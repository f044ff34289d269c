"""Boxes to tick and lines to write on. Importing this loads ReportLab."""

from __future__ import annotations

from app.printing.colour import WHITE
from app.printing.layout import Box, Tone
from app.printing.paper import Paper
from app.printing.stock import Spot

_EDGE = 0.3
_MARK_INSET = 0.9
_LINE = 0.2


def tick_box(paper: Paper, corner: Spot, side: float, *, ticked: bool = False) -> None:
    """Draw an empty box, or one with a mark that stays when it is copied."""
    ink = paper.tones[Tone.INK]
    paper.fill(Box(corner.x, corner.y, side, side), ink)
    inner = side - 2 * _EDGE
    paper.fill(Box(corner.x + _EDGE, corner.y + _EDGE, inner, inner), WHITE)
    if ticked:
        mark = side - 2 * _MARK_INSET
        paper.fill(Box(corner.x + _MARK_INSET, corner.y + _MARK_INSET, mark, mark), ink)


def write_line(paper: Paper, start: Spot, end: float) -> None:
    """Draw a line to write on, as far to the right as ``end``."""
    box = Box(start.x, start.y - _LINE / 2, end - start.x, _LINE)
    paper.fill(box, paper.tones[Tone.FAINT])
