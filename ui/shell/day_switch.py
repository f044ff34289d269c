"""Which day of the event the pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import CELL_STRONG, Lettering, font
from ui.common.look import Look
from ui.common.times import Times, day_words

_HEIGHT, _RIM = 34, 4
_PAD = 13
_ARROW = 28
_DOT_ROOM = 9
_SIDE_BY_SIDE = 3
"""So many days stand side by side; of more, one is shown between two arrows."""
_QUIET = Lettering(CELL_STRONG.pixels)


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    day: date | None
    width: float


class DaySwitch(QWidget):
    """One of the event's days is chosen, by a click or by Left and Right. Today has a dot."""

    day_chosen = Signal(object)

    def __init__(self, look: Look, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._times = times
        self._days: tuple[date, ...] = ()
        self._chosen: date | None = None
        self._segments: tuple[_Segment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the event."""
        return self._days

    @property
    def chosen(self) -> date | None:
        """The day that is shown."""
        return self._chosen

    def show_days(self, days: Sequence[date], chosen: date) -> None:
        """Offer the days of the event."""
        self._days = tuple(days)
        several = len(days) > 1
        self.setVisible(bool(days))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if several else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        self._show(chosen)

    def choose(self, day: date) -> None:
        """Show another day, and say so."""
        if day != self._chosen and day in self._days:
            self._show(day)
            self.day_chosen.emit(day)

    def sizeHint(self) -> QSize:
        width = sum(segment.width for segment in self._segments)
        return QSize(round(width) + 2 * _RIM, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go through the days, Home and End to the first and the last."""
        match event.key():
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Home:
                self.choose(self._days[0])
            case Qt.Key.Key_End:
                self.choose(self._days[-1])
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer, or step where an arrow is."""
        x = float(_RIM)
        for place, segment in enumerate(self._segments):
            if x <= event.position().x() < x + segment.width:
                if segment.day is not None:
                    self.choose(segment.day)
                else:
                    self._step(-1 if place == 0 else 1)
                return
            x += segment.width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        x = float(_RIM)
        for place, segment in enumerate(self._segments):
            room = QRectF(x, _RIM, segment.width, _HEIGHT - 2 * _RIM)
            if segment.day is None:
                self._paint_arrow(painter, room, -1 if place == 0 else 1)
            else:
                self._paint_day(painter, room, segment)
            x += segment.width
        painter.end()

    def _paint_arrow(self, painter: QPainter, room: QRectF, step: int) -> None:
        ends = self._days[0] if step < 0 else self._days[-1]
        icon = "chevron-left" if step < 0 else "chevron-right"
        colour = "line-strong" if self._chosen == ends else "text-2"
        at = room.center() - QPointF(8, 8)
        painter.drawPixmap(at, self._look.pixmap(icon, colour, 16))

    def _paint_day(self, painter: QPainter, room: QRectF, segment: _Segment) -> None:
        chosen = segment.day == self._chosen
        if chosen:
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.setBrush(self._look.colour("hover" if self._look.is_dark else "surface"))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if segment.day == self._times.today():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QPointF(room.x() + _PAD, room.center().y()), 2.5, 2.5)
            room.setLeft(room.x() + _DOT_ROOM)
        painter.setFont(font(CELL_STRONG if chosen else _QUIET))
        painter.setPen(self._look.colour("text" if chosen else "text-2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, segment.text)

    def _show(self, day: date) -> None:
        self._chosen = day
        named = [self._segment(each) for each in self._days]
        if len(self._days) > _SIDE_BY_SIDE:
            widest = max(segment.width for segment in named)
            arrow = _Segment("", None, _ARROW)
            middle = named[self._days.index(day)]
            named = [arrow, _Segment(middle.text, day, widest), arrow]
        self._segments = tuple(named)
        self._name_it()
        self.updateGeometry()
        self.update()

    def _segment(self, day: date) -> _Segment:
        text = self._words(day)
        width = QFontMetricsF(font(CELL_STRONG)).horizontalAdvance(text)
        dot = _DOT_ROOM if day == self._times.today() else 0
        return _Segment(text, day, round(width) + 2 * _PAD + dot)

    def _words(self, day: date) -> str:
        if len(self._days) == 1:
            return day_words(day)
        return f"Day {self._days.index(day) + 1} · {day:%a}"

    def _step(self, by: int) -> None:
        if self._chosen is None:
            return
        place = self._days.index(self._chosen) + by
        if 0 <= place < len(self._days):
            self.choose(self._days[place])

    def _name_it(self) -> None:
        day = self._chosen
        if day is None:
            return
        today = ", today" if day == self._times.today() else ""
        place = self._days.index(day) + 1
        self.setAccessibleName(f"Day {place} of {len(self._days)}, {day_words(day)}{today}")
        self.setToolTip(f"{day_words(day)}{today}")
