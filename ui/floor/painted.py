"""Cells as they were painted once, in layers that thousands of cells share.

Letters take most of the time: a name is set once, and so is each look of all that is around names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.common.look import Look
from ui.common.turns import Step
from ui.floor.marks import FADED, Mark, Way, paint_mark, paint_swap_hint
from ui.floor.paint import (
    CELL_HEIGHT,
    CELL_WIDTH,
    NAME_HEIGHT,
    STYLES,
    paint_face,
    paint_ground,
    paint_marks,
    paint_name,
    paint_writing,
    rooms,
)
from ui.floor.sheet import Cell, Face, Line, Sheet

_AREA = QRectF(0, 0, CELL_WIDTH, CELL_HEIGHT)
_ROOMS = rooms(_AREA)
_BESIDE = 2
"""A line through a name reaches a little further than its letters."""
_MOST_LAYERS = 5_000
"""Names on the longest list, some of them struck."""
_MOST_FACES = 20_000
_MOST_WHOLE = 1_000
"""What is on the largest screen, and some around it."""

_Placed = tuple[QPointF, QPixmap]


class Painted:
    """Paints cells of the usual size from what is kept; others are painted anew each time."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._ratio = 1.0
        self._layers: dict[object, QPixmap] = {}
        self._written: dict[Face, tuple[_Placed, ...]] = {}
        self._whole: dict[Face, QPixmap] = {}

    def forget(self) -> None:
        """Keep nothing: the colours are others now."""
        for kept in (self._layers, self._written, self._whole):
            kept.clear()

    def paint_at(self, ratio: float) -> None:
        """Paint for a screen of so many of its own pixels a pixel from now on."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()

    def paint(self, painter: QPainter, area: QRectF, face: Face, fill: str = "") -> None:
        """Paint a cell."""
        self.paint_ground(painter, area, face, fill)
        self.paint_writing(painter, area, face)

    def paint_ground(self, painter: QPainter, area: QRectF, face: Face, fill: str = "") -> None:
        """Paint what is under the writing."""
        if area.width() != CELL_WIDTH:
            paint_ground(painter, area, face, self._look, fill=fill)
            return
        ground = self._layer(
            (face.tone, face.clash, face.off_table, fill),
            _AREA,
            lambda layer: paint_ground(layer, _AREA, face, self._look, fill=fill),
        )
        painter.drawPixmap(area.topLeft(), ground)

    def paint_writing(self, painter: QPainter, area: QRectF, face: Face) -> None:
        """Paint names, marks and chips."""
        if area.width() != CELL_WIDTH:
            paint_writing(painter, area, face, self._look)
            return
        corner = area.topLeft()
        for at, layer in self._written.get(face) or self._writing(face):
            painter.drawPixmap(corner + at, layer)

    def paint_now(
        self, painter: QPainter, line: QRectF, crossed: Iterable[tuple[QRectF, Face]]
    ) -> None:
        """Paint what the time is over the ground of cells, and then what is written in them.

        Below words the line is pale: as dark as they are, it would hide their letters.
        """
        painter.fillRect(line, self._look.colour("invert"))
        for area, face in crossed:
            if face.lines:
                under = QRectF(line.x(), area.top() + 1, line.width(), area.height() - 2)
                painter.fillRect(under, self._look.colour("accent-line"))
            self.paint_writing(painter, area, face)

    def paint_faded(self, painter: QPainter, area: QRectF, face: Face) -> None:
        """Paint a cell on which nothing can be dropped, or that is not wanted, as one."""
        painter.setOpacity(FADED)
        if area.width() != CELL_WIDTH:
            paint_face(painter, area, face, self._look)
        else:
            painter.drawPixmap(area.topLeft(), self._whole.get(face) or self._in_one(face))
        painter.setOpacity(1)

    def paint_marked(self, painter: QPainter, area: QRectF, face: Face, mark: Mark) -> None:
        """Paint a cell while a meeting is carried."""
        if mark.way not in {Way.NONE, Way.SWAP}:
            paint_mark(painter, area, mark, self._look, is_chosen=False)
            return
        self.paint_faded(painter, area, face)
        if mark.way is Way.SWAP:
            paint_swap_hint(painter, area, self._look)

    def ahead(self, before: Sheet | None, sheet: Sheet) -> Iterator[Step]:
        """Yield what sets the writing of a sheet in time for whoever scrolls to it.

        Each step does a row that is not as on the sheet ``before``.
        """
        known = set(map(id, before.rows)) if before is not None else set()
        return (partial(self._prepare, row) for row in sheet.rows if id(row) not in known)

    def _prepare(self, row: Iterable[Cell]) -> None:
        for cell in row:
            if cell.face not in self._written:
                self._writing(cell.face)

    def _writing(self, face: Face) -> tuple[_Placed, ...]:
        if len(self._written) >= _MOST_FACES:
            self._written.clear()
        nameless = replace(face, lines=tuple(Line("", each.dot) for each in face.lines))
        marks = self._layer(
            nameless, _AREA, lambda painter: paint_marks(painter, _AREA, face, self._look)
        )
        written = self._written[face] = (
            (QPointF(), marks),
            *(
                (
                    room.topLeft() - QPointF(_BESIDE, 0),
                    self._name(line, room.width(), STYLES[face.tone].text),
                )
                for room, line in zip(_ROOMS, face.lines, strict=False)
            ),
        )
        return written

    def _name(self, line: Line, width: float, colour: str) -> QPixmap:
        area = QRectF(-_BESIDE, 0, width + 2 * _BESIDE, NAME_HEIGHT)
        room = QRectF(0, 0, width, NAME_HEIGHT)
        return self._layer(
            (line.name, line.strong, line.struck, width, colour),
            area,
            lambda painter: paint_name(painter, room, line, colour, self._look),
        )

    def _in_one(self, face: Face) -> QPixmap:
        if len(self._whole) >= _MOST_WHOLE:
            self._whole.clear()
        whole = self._whole[face] = self._made(
            _AREA, lambda painter: self.paint(painter, _AREA, face)
        )
        return whole

    def _layer(self, key: object, area: QRectF, paint: Callable[[QPainter], None]) -> QPixmap:
        kept = self._layers.get(key)
        if kept is None:
            if len(self._layers) >= _MOST_LAYERS:
                self.forget()
            kept = self._layers[key] = self._made(area, paint)
        return kept

    def _made(self, area: QRectF, paint: Callable[[QPainter], None]) -> QPixmap:
        made = QPixmap((area.size() * self._ratio).toSize())
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        paint(painter)
        painter.end()
        return made
