"""The mouse on the grid: a click opens, and what is dragged is carried."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.common.look import Look
from ui.floor.grid import FloorGrid
from ui.floor.paint import CELL_HEIGHT, CELL_WIDTH, paint_face
from ui.floor.sheet import Face, Tone

_EDGE, _STEP, _EVERY_MS = 28, 24, 30
_BESIDE = QPoint(-60, 14)
"""From the mouse to what it carries: the words of the place stay to be read."""


class Dragging(QObject):
    """``picked`` comes once the mouse has moved some way with a meeting, ``dropped`` at its end."""

    opened = Signal(int, int)
    picked = Signal(int, int)
    dropped = Signal()
    put_back = Signal()

    def __init__(self, grid: FloorGrid, look: Look) -> None:
        super().__init__(grid)
        self._grid = grid
        self._ghost = Ghost(look, grid.viewport())
        self._pressed: QPoint | None = None
        self._place: tuple[int, int] | None = None
        self._is_dragged = False
        self._edge = QTimer(self, interval=_EVERY_MS)
        self._edge.timeout.connect(self._scroll)
        grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._grid.viewport():
            at, kind = event.position().toPoint(), event.type()
            if kind == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                # What is seen may move once the press makes the cell the current one.
                self._pressed, self._place = at, self._grid.place_at(at)
            elif kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                return self._moved(at)
            elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                self._released(at)
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Nothing is carried any more."""
        self._is_dragged, self._pressed = False, None
        self._edge.stop()
        self._ghost.hide()

    def _moved(self, at: QPoint) -> bool:
        if self._pressed is None:
            return False
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._is_dragged and far:
            self._begin()
        if self._is_dragged:
            self._ghost.move(at + _BESIDE)
            place = self._grid.place_at(at)
            if place is not None and place != self._grid.place:
                self._grid.aim(*place)
            self._edge.start()
        return True

    def _begin(self) -> None:
        cell = self._grid.records.cell(*self._place) if self._place is not None else None
        if self._place is None or cell is None or not cell.meetings:
            return
        self.picked.emit(*self._place)
        if self._grid.marks is not None:
            self._is_dragged = True
            self._ghost.show_face(cell.face)

    def _released(self, at: QPoint) -> None:
        was_dragged, pressed = self._is_dragged, self._place
        self.end()
        if was_dragged:
            is_in = self._grid.place_at(at) is not None
            (self.dropped if is_in else self.put_back).emit()
        elif pressed is not None:
            self.opened.emit(*pressed)

    def _scroll(self) -> None:
        view = self._grid.viewport()
        at = view.mapFromGlobal(self._ghost.mapToGlobal(-_BESIDE))
        across, down = self._grid.horizontalScrollBar(), self._grid.verticalScrollBar()
        across.setValue(across.value() + _STEP * _beyond(at.x(), view.width()))
        down.setValue(down.value() + _STEP * _beyond(at.y(), view.height()))


def _beyond(at: int, size: int) -> int:
    return (at > size - _EDGE) - (at < _EDGE)


class Ghost(QWidget):
    """The cell that is dragged, under the mouse."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._face = Face(Tone.FREE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(QSize(CELL_WIDTH + 2, CELL_HEIGHT + 2))
        self.hide()

    def show_face(self, face: Face) -> None:
        """Show what is dragged."""
        self._face = face
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(1, 1, CELL_WIDTH, CELL_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(area, 6, 6)
        paint_face(painter, area, self._face, self._look)
        painter.setPen(QPen(self._look.colour("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)
        painter.end()
