"""What a dragged part keeps to when it comes near: the paper's edges and middles, other parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.printing.described import Place
from app.printing.layout import Box
from app.printing.templates.editing import BOTTOM, LEFT, RIGHT, TOP, Sides, box_of, parts
from app.printing.templates.template import Template

NEAR_MM = 1.0
_MEETS_MM = 0.05
"""Closer than this, two edges are on one line; the code stands on whole dots."""


class Axis(StrEnum):
    """Which way a line is looked for."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Guide:
    """A line over the whole paper, so far from its left or upper edge, that a part keeps to."""

    axis: Axis
    at: float


@dataclass(frozen=True, slots=True)
class Snapping:
    """The lines of a template that a part may keep to. Those of the part itself are none."""

    template: Template
    part: Place

    def near(self, sides: Sides, way: tuple[float, float]) -> tuple[float, float]:
        """Give how far a part, or some of its sides, go that were dragged so far."""
        box = box_of(self.template, self.part)
        right, down = way
        across = [at + right for at in _edges(box, Axis.ACROSS, sides)]
        along = [at + down for at in _edges(box, Axis.DOWN, sides)]
        return right + self._off(Axis.ACROSS, across), down + self._off(Axis.DOWN, along)

    def met(self, sides: Sides, box: Box) -> tuple[Guide, ...]:
        """Give the lines that a part stands on, once it is there."""
        return tuple(
            Guide(axis, line)
            for axis in Axis
            for line in sorted(set(self._lines(axis)))
            if any(abs(line - edge) < _MEETS_MM for edge in _edges(box, axis, sides))
        )

    def _off(self, axis: Axis, edges: Sequence[float]) -> float:
        """Give the shortest way from an edge to a line, if one is near."""
        ways = [line - edge for line in self._lines(axis) for edge in edges]
        return min((way for way in ways if abs(way) <= NEAR_MM), key=abs, default=0.0)

    def _lines(self, axis: Axis) -> Iterator[float]:
        yield from _edges(self.template.paper, axis, frozenset())
        for part in parts(self.template):
            if part != self.part:
                start, _middle, end = _edges(box_of(self.template, part), axis, frozenset())
                yield from (start, end)


def _edges(box: Box, axis: Axis, sides: Sides) -> tuple[float, ...]:
    """Give where a box begins, its middle and its end; or of it only the sides that are held."""
    if axis is Axis.ACROSS:
        start, size, held = box.x, box.width, (LEFT, RIGHT)
    else:
        start, size, held = box.y, box.height, (TOP, BOTTOM)
    if not sides:
        return (start, start + size / 2, start + size)
    ends = zip(held, (start, start + size), strict=True)
    return tuple(end for side, end in ends if side in sides)
