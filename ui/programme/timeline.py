"""The day as a picture: rooms side by side, hours downwards, and a line for now."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from ui.common.look import Look
from ui.common.parts import Panel
from ui.programme.day_painting import DayPainting, Hand
from ui.programme.geometry import AXIS, HEAD, Geometry
from ui.programme.paint import Target, paint_around
from ui.programme.sheet import Block, Sheet
from ui.programme.words import tip_words


class Timeline(QAbstractScrollArea):
    """Paints a sheet. ``chosen`` is the session that keys act on."""

    key_pressed = Signal(QKeyEvent)
    """A key that is not the scroll bars'; whoever takes it accepts it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._geometry: Geometry | None = None
        self._now: datetime | None = None
        self._targets: tuple[Target, ...] = ()
        self._carried: UUID | None = None
        self.chosen: UUID | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setCornerWidget(Panel("ground"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Timeline of the day")
        look.changed.connect(self.viewport().update)

    @property
    def places(self) -> Geometry | None:
        """Where everything is, once there is a sheet."""
        return self._geometry

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._geometry.sheet if self._geometry is not None else None

    @property
    def targets(self) -> tuple[Target, ...]:
        """The places that are shown for what is carried."""
        return self._targets

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a day; what is chosen stays so, if it is there."""
        is_other = self.sheet is None or self.sheet.day.date != sheet.day.date
        self._now = sheet.now
        self._geometry = Geometry(sheet, self.viewport().width())
        self.choose(self.chosen if self.chosen in sheet.of_session else None)
        self._fit()
        if is_other:
            self.go_to_now()
        self.viewport().update()

    def tick(self, now: datetime) -> None:
        """Let it be another time."""
        self._now = now
        self.viewport().update()

    def choose(self, session: UUID | None) -> None:
        """Let keys act on a session, or on none."""
        self.chosen = session
        sheet = self.sheet
        block = sheet.of_session.get(session) if sheet is not None and session else None
        self.setAccessibleDescription(
            ", ".join(tip_words(block, sheet.day.zone)) if block is not None and sheet else ""
        )
        if block is not None:
            self._bring_in_sight(block)
        self.viewport().update()

    def show_targets(self, carried: UUID | None, targets: tuple[Target, ...] = ()) -> None:
        """Show where what is carried could go; with none, nothing is carried any more."""
        self._carried, self._targets = carried, targets
        aimed = next((each for each in targets if each.aimed), None)
        if aimed is not None and self._geometry is not None:
            self._see(self._geometry.place(aimed.column, aimed.starts, aimed.ends))
            self.setAccessibleDescription(aimed.words)
        self.viewport().update()

    def go_to_now(self) -> None:
        """Bring the line of now in sight; on another day, where the first session begins."""
        places, sheet = self._geometry, self.sheet
        if places is None or sheet is None or self._now is None:
            return
        minute = sheet.minute(self._now)
        if not sheet.first <= minute <= sheet.last:
            minute = min((each.starts for each in sheet.blocks), default=sheet.first)
        top = places.y(minute) - HEAD - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(top))

    def at(self, point: QPoint) -> QPointF:
        """Give the point of the contents that is seen at one of the viewport."""
        x = point.x() + self.horizontalScrollBar().value()
        return QPointF(x, point.y() + self.verticalScrollBar().value())

    def block_at(self, point: QPoint) -> Block | None:
        """Give what is seen at a point; the hours and rooms cover what is under them."""
        if self._geometry is None or point.y() < HEAD or point.x() < AXIS:
            return None
        return self._geometry.block_at(self.at(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sheet is not None:
            self._geometry = Geometry(self.sheet, self.viewport().width())
            self._fit()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self._tip(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        if self._geometry is not None:
            hand = Hand(self._carried, self._targets, self.chosen)
            across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            seen = QRectF(self.viewport().rect()).translated(across, down)
            painter.translate(-across, -down)
            DayPainting(painter, self._geometry, seen, self._look).paint(self._now, hand)
            if self.hasFocus() and self.chosen is None:
                paint_around(painter, seen, self._look)
        painter.end()

    def _tip(self, point: QPoint) -> str:
        places, block = self._geometry, self.block_at(point)
        if places is None:
            return ""
        if block is not None:
            return "\n".join(tip_words(block, places.sheet.day.zone))
        column = places.column_at(self.at(point).x()) if point.y() < HEAD else None
        return places.sheet.columns[column].title if column is not None else ""

    def _fit(self) -> None:
        if self._geometry is None:
            return
        size = self.viewport().size()
        bars = (
            (self.horizontalScrollBar(), self._geometry.width, size.width()),
            (self.verticalScrollBar(), self._geometry.height, size.height()),
        )
        for bar, whole, page in bars:
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(28)

    def _bring_in_sight(self, block: Block) -> None:
        if self._geometry is not None:
            self._see(self._geometry.area(block))

    def _see(self, area: QRectF) -> None:
        size = self.viewport().size()
        for bar, low, high, first, page in (
            (self.horizontalScrollBar(), area.left(), area.right(), AXIS, size.width()),
            (self.verticalScrollBar(), area.top(), area.bottom(), HEAD, size.height()),
        ):
            if high + 8 > bar.value() + page:
                bar.setValue(round(high + 8 - page))
            if low - first - 8 < bar.value():
                bar.setValue(round(low - first - 8))
