"""Where a part can be taken hold of, and what becomes of it when that is dragged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from app.printing.described import Place
from app.printing.layout import Box
from app.printing.templates.editing import (
    BOTTOM,
    CODE,
    LEFT,
    RIGHT,
    TOP,
    Sides,
    box_of,
    moved,
    parts,
    sized,
)
from app.printing.templates.template import Template
from ui.templates.snapping import Guide, Snapping

GRIP = 9.0
"""Pixels across; it is caught a little beside as well."""
_NEAR = 4.0
_STEP_MM = 0.1
_CORNERS = (
    frozenset((LEFT, TOP)),
    frozenset((RIGHT, TOP)),
    frozenset((LEFT, BOTTOM)),
    frozenset((RIGHT, BOTTOM)),
)
_EDGES = tuple(frozenset((side,)) for side in (LEFT, TOP, RIGHT, BOTTOM))
_WHOLE: Sides = frozenset()
_FALLING = (frozenset((LEFT, TOP)), frozenset((RIGHT, BOTTOM)))


@dataclass(frozen=True, slots=True)
class Scale:
    """How millimetres of the badge become pixels of the screen."""

    left: float
    top: float
    pixels: float

    def area(self, box: Box) -> QRectF:
        """Give where a box stands on the screen."""
        return QRectF(
            self.left + box.x * self.pixels,
            self.top + box.y * self.pixels,
            box.width * self.pixels,
            box.height * self.pixels,
        )


@dataclass(frozen=True, slots=True)
class Drag:
    """A part that is held: some of its sides, or the whole."""

    template: Template
    part: Place
    sides: Sides
    start: QPointF

    def to(self, point: QPointF, scale: Scale, *, is_free: bool) -> Template:
        """Give the template as it would be if it were let go here.

        Unless it ``is_free``, the part keeps to lines that are near.
        """
        way = (point - self.start) / scale.pixels
        right, down = (round(by / _STEP_MM) * _STEP_MM for by in (way.x(), way.y()))
        if not is_free:
            right, down = self._snapping.near(self.sides, (right, down))
        if not self.sides:
            return moved(self.template, self.part, right, down)
        return sized(self.template, self.part, self.sides, (right, down))

    def guides(self, tried: Template) -> tuple[Guide, ...]:
        """Give the lines that the part keeps to where it is now."""
        return self._snapping.met(self.sides, box_of(tried, self.part))

    @property
    def _snapping(self) -> Snapping:
        return Snapping(self.template, self.part)


def grips(part: Place, area: QRectF) -> Iterator[tuple[Sides, QRectF]]:
    """Give where the chosen part can be sized; the code only at its corners."""
    for sides in _CORNERS if part == CODE else (*_CORNERS, *_EDGES):
        x = area.left() if LEFT in sides else area.right() if RIGHT in sides else area.center().x()
        y = area.top() if TOP in sides else area.bottom() if BOTTOM in sides else area.center().y()
        yield sides, QRectF(x - GRIP / 2, y - GRIP / 2, GRIP, GRIP)


def taken(
    template: Template, scale: Scale, chosen: Place, point: QPointF
) -> tuple[Place, Sides] | None:
    """Tell what is taken hold of at a point: a side of the chosen part, or a whole part."""
    for sides, area in grips(chosen, scale.area(box_of(template, chosen))):
        if area.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point):
            return chosen, sides
    under = [part for part in parts(template) if scale.area(box_of(template, part)).contains(point)]
    if chosen in under:
        return chosen, _WHOLE
    # What is small lies on what is large, as texts do on their band.
    smallest = _smallest(template, under)
    return (smallest, _WHOLE) if smallest is not None else None


def cursor_of(sides: Sides | None) -> Qt.CursorShape:
    """Give the pointer that says what would happen."""
    if sides is None:
        return Qt.CursorShape.ArrowCursor
    if not sides:
        return Qt.CursorShape.SizeAllCursor
    if sides in _FALLING:
        return Qt.CursorShape.SizeFDiagCursor
    if len(sides) == 2:
        return Qt.CursorShape.SizeBDiagCursor
    is_across = sides <= {LEFT, RIGHT}
    return Qt.CursorShape.SizeHorCursor if is_across else Qt.CursorShape.SizeVerCursor


def _smallest(template: Template, under: Sequence[Place]) -> Place | None:
    def area(part: Place) -> float:
        box = box_of(template, part)
        return box.width * box.height

    return min(under, key=area, default=None)
