"""The mouse on the timeline: a click opens, and what is dragged is carried."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.programme.carrying import Carrying
from ui.programme.geometry import STEP
from ui.programme.timeline import Timeline

_EDGE, _PAGE, _EVERY_MS = 28, 24, 30


class TimelineMouse(QObject):
    """``opened`` carries what was clicked on: a session, what stands beside, or nothing."""

    opened = Signal(object)

    def __init__(self, timeline: Timeline, carrying: Carrying) -> None:
        super().__init__(timeline)
        self._timeline, self._carrying = timeline, carrying
        self._pressed: QPoint | None = None
        self._at = QPoint()
        self._session: UUID | None = None
        self._from_top = 0
        self._is_dragged = False
        self._edge = QTimer(self, interval=_EVERY_MS)
        self._edge.timeout.connect(self._scroll)
        carrying.ended.connect(self._end)
        timeline.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._timeline.viewport():
            self._at, kind = event.position().toPoint(), event.type()
            if kind == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                self._press()
            elif kind == QEvent.Type.MouseMove:
                self._move(is_down=bool(event.buttons() & Qt.MouseButton.LeftButton))
            elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                self._release()
        return super().eventFilter(watched, event)

    def _press(self) -> None:
        block = self._timeline.block_at(self._at)
        self._pressed = self._at
        self._session = block.session.id if block is not None and block.session else None
        places = self._timeline.places
        if block is not None and places is not None:
            self._from_top = places.minute_at(self._timeline.at(self._at).y()) - block.starts

    def _move(self, *, is_down: bool) -> None:
        if not is_down or self._pressed is None:
            over = self._timeline.block_at(self._at)
            is_session = over is not None and over.session is not None
            shape = Qt.CursorShape.PointingHandCursor if is_session else Qt.CursorShape.ArrowCursor
            self._timeline.viewport().setCursor(shape)
            return
        far = (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._is_dragged and far and self._session is not None:
            self._is_dragged = True
            self._carrying.pick_up(self._session)
            self._timeline.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._edge.start()
        if self._is_dragged:
            self._aim()

    def _aim(self) -> None:
        places = self._timeline.places
        if places is None:
            return
        point = self._timeline.at(self._at)
        column = places.column_at(point.x())
        if column is not None:
            minute = places.minute_at(point.y()) - self._from_top
            self._carrying.aim(column, round(minute / STEP) * STEP)

    def _release(self) -> None:
        was_dragged, self._pressed = self._is_dragged, None
        is_in = self._timeline.viewport().rect().contains(self._at)
        self._end()
        if was_dragged:
            (self._carrying.drop_or_put_back if is_in else self._carrying.put_back)()
        else:
            self.opened.emit(self._timeline.block_at(self._at))

    def _end(self) -> None:
        self._is_dragged = False
        self._edge.stop()
        self._timeline.viewport().unsetCursor()

    def _scroll(self) -> None:
        """Go on where what is carried is held at the edge."""
        view, at = self._timeline.viewport(), self._at
        for bar, place, size in (
            (self._timeline.horizontalScrollBar(), at.x(), view.width()),
            (self._timeline.verticalScrollBar(), at.y(), view.height()),
        ):
            by = (place > size - _EDGE) - (place < _EDGE)
            bar.setValue(bar.value() + _PAGE * by)
        self._aim()
