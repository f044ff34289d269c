"""The day as a picture: rooms side by side, hours downwards, and a line for now."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from ui.common.lettering import CELL_STRONG, LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel
from ui.programme.geometry import AXIS, HEAD, Geometry
from ui.programme.paint import Target, paint_around, paint_ground, paint_target, paint_words
from ui.programme.sheet import HOUR, Block, Sheet
from ui.programme.words import span, tip_words

_FADED, _FAINT = 0.38, 0.35
_RIGHT = Qt.AlignmentFlag.AlignRight
_LABEL = QRectF(0, 0, 44, 20)


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
        places = self._geometry
        if places is not None:
            across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            seen = QRectF(self.viewport().rect()).translated(across, down)
            painter.translate(-across, -down)
            self._paint_ground(painter, places, seen)
            shown = [each for each in places.sheet.blocks if places.area(each).intersects(seen)]
            self._paint_now(painter, places, "invert")
            for block in shown:
                self._paint_block(painter, places, block, words=False)
            # Over what is on now the line is faint, for words stand there.
            painter.setOpacity(_FAINT)
            self._paint_now(painter, places, "accent")
            painter.setOpacity(1)
            for block in shown:
                self._paint_block(painter, places, block, words=True)
            for target in sorted(self._targets, key=lambda each: each.aimed):
                area = places.place(target.column, target.starts, target.ends)
                paint_target(painter, area, target, self._look)
            self._paint_head(painter, places, seen)
            self._paint_axis(painter, places, seen)
        painter.end()

    def _tip(self, point: QPoint) -> str:
        places, block = self._geometry, self.block_at(point)
        if places is None:
            return ""
        if block is not None:
            return "\n".join(tip_words(block, places.sheet.day.zone))
        column = places.column_at(self.at(point).x()) if point.y() < HEAD else None
        return places.sheet.columns[column].title if column is not None else ""

    def _paint_ground(self, painter: QPainter, places: Geometry, seen: QRectF) -> None:
        look = self._look
        for at, column in enumerate(places.sheet.columns):
            left, right = places.lefts[at], places.lefts[at + 1]
            if not column.is_room:
                band = QRectF(left, seen.top(), right - left, seen.height())
                painter.fillRect(band, look.colour("bg"))
            painter.fillRect(QRectF(right, seen.top(), 1, seen.height()), look.colour("line"))
        for minute in places.hours():
            y = round(places.y(minute))
            painter.fillRect(QRectF(AXIS, y, places.width - AXIS, 1), look.colour("line"))

    def _paint_block(
        self, painter: QPainter, places: Geometry, block: Block, *, words: bool
    ) -> None:
        area, session = places.area(block), block.session
        is_carried = session is not None and session.id == self._carried
        painter.save()
        if self._carried is not None and not is_carried:
            painter.setOpacity(_FADED)
        if is_carried and not words:
            pen = QPen(self._look.colour("ctl-line"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            room = area.adjusted(12, 0, -8, 0)
            paint_text(painter, room, "Taken from here", Ink(LABEL, "text-2"), self._look)
        elif words and not is_carried:
            paint_words(painter, area, block, self._times(places.sheet, block), self._look)
        elif not is_carried:
            paint_ground(painter, area, block, self._look)
        is_chosen = session is not None and session.id == self.chosen
        if words and is_chosen and self._carried is None:
            paint_around(painter, area, self._look)
        painter.restore()

    def _times(self, sheet: Sheet, block: Block) -> str:
        of = block.session or block.stretch
        return span(of.starts_at, of.ends_at, sheet.day.zone) if of is not None else ""

    def _paint_now(self, painter: QPainter, places: Geometry, colour: str) -> None:
        y = self._now_y(places)
        if y is not None:
            line = QRectF(AXIS, y - 1, places.width - AXIS, 2)
            painter.fillRect(line, self._look.colour(colour))

    def _now_y(self, places: Geometry) -> float | None:
        sheet = places.sheet
        if self._now is None or not sheet.first <= sheet.minute(self._now) <= sheet.last:
            return None
        return places.y(sheet.minute(self._now))

    def _paint_head(self, painter: QPainter, places: Geometry, seen: QRectF) -> None:
        look = self._look
        head = QRectF(seen.left(), seen.top(), seen.width(), HEAD)
        painter.fillRect(head, look.colour("surface"))
        painter.fillRect(head.adjusted(0, HEAD - 1, 0, 0), look.colour("line-strong"))
        for at, column in enumerate(places.sheet.columns):
            left, right = places.lefts[at], places.lefts[at + 1]
            colour = "text" if column.is_room else "text-2"
            icon = look.pixmap(column.icon, "text-3", 14)
            painter.drawPixmap(QPointF(left + 8, seen.top() + 15), icon)
            room = QRectF(left + 28, seen.top(), right - left - 34, HEAD - 1)
            paint_text(painter, room, column.title, Ink(CELL_STRONG, colour), look)

    def _paint_axis(self, painter: QPainter, places: Geometry, seen: QRectF) -> None:
        look, left = self._look, seen.left()
        painter.fillRect(
            QRectF(left, seen.top() + HEAD, AXIS, seen.height() - HEAD), look.colour("surface")
        )
        painter.save()
        painter.setClipRect(QRectF(left, seen.top() + HEAD, AXIS, seen.height() - HEAD))
        y = self._now_y(places)
        for minute in places.hours():
            if y is not None and abs(places.y(minute) - y) < 18:
                # The time of now stands there.
                continue
            room = QRectF(left, places.y(minute) - 9, AXIS - 10, 18)
            words = f"{minute // HOUR % 24:02}:00"
            paint_text(painter, room, words, Ink(LABEL, "text-3", _RIGHT), look)
        if y is not None and self._now is not None:
            area = _LABEL.translated(left + 8, y - 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("invert"))
            painter.drawRoundedRect(area, 4, 4)
            words = f"{self._now.astimezone(places.sheet.day.zone):%H:%M}"
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, area, words, Ink(LABEL_STRONG, "invert-text", middle), look)
        painter.restore()
        corner = QRectF(left, seen.top(), AXIS, HEAD - 1)
        painter.fillRect(corner, look.colour("surface"))
        painter.fillRect(QRectF(left + AXIS - 1, seen.top(), 1, seen.height()), look.colour("line"))
        painter.fillRect(QRectF(left, seen.top() + HEAD - 1, AXIS, 1), look.colour("line-strong"))
        if self.hasFocus() and self.chosen is None:
            paint_around(painter, seen, look)

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
