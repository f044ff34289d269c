"""The slot that runs, how long it still lasts, and a line that grows with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.event.slots import SlotTimes, slot_at
from ui.common.lettering import CELL, CELL_STRONG, Lettering, font
from ui.common.look import Look
from ui.common.times import Times

_BIG = Lettering(18, CELL_STRONG.weight)
_RIM, _GAP = 12, 9
_BASE = 23.0
"""The line that all words stand on, whatever their size."""
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the clock says. ``share`` is how much of the slot has passed, 0 to 1."""

    slot: str
    times: str
    before: str
    count: str
    after: str
    share: float


class SlotClock(QWidget):
    """Ticks once a second, in place. It is not there on a day without slots to come."""

    def __init__(self, look: Look, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._times = times
        self._slots: tuple[SlotTimes, ...] = ()
        self._shown: Shown | None = None
        self._ticks = QTimer(self)
        self._ticks.setSingleShot(True)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self.setFixedSize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ticks.timeout.connect(self.tick)
        look.changed.connect(self.update)
        self.tick()

    @property
    def shown(self) -> Shown | None:
        """What it says, if it says anything."""
        return self._shown

    def show_slots(self, slots: Sequence[SlotTimes]) -> None:
        """Count by these slots of the event."""
        self._slots = tuple(slots)
        self.tick()

    def tick(self) -> None:
        """Look at the time, and again at the beginning of the next second."""
        now = self._times.clock()
        slot = slot_at(self._slots, now, self._times.today())
        shown = _told(slot, self._times) if slot is not None else None
        if shown != self._shown:
            self._shown = shown
            self.setVisible(shown is not None)
            self._name_it()
            self.update()
        self._ticks.start(1000 - now.microsecond // 1000)

    def sizeHint(self) -> QSize:
        """The room it takes, whatever it says: it must not move what stands beside it."""
        words = (("Slot 88", CELL_STRONG), ("88:88–88:88", CELL), ("88:88", _BIG), ("left", CELL))
        wide = sum(_width(text, lettering) for text, lettering in words)
        return QSize(round(wide + 2 * _RIM + 3 * _GAP), 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        self._paint_surface(painter, area, self._shown.share)
        self._paint_words(painter, self._shown)
        painter.end()

    def _paint_surface(self, painter: QPainter, area: QRectF, share: float) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        painter.fillPath(shape, self._look.colour("surface"))
        painter.save()
        painter.setClipPath(shape)
        foot = QRectF(area.x(), area.bottom() - 3, area.width(), 3)
        painter.fillRect(foot, self._look.colour("sunken"))
        foot.setWidth(area.width() * share)
        painter.fillRect(foot, self._look.colour("accent"))
        painter.restore()
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.drawPath(shape)

    def _paint_words(self, painter: QPainter, shown: Shown) -> None:
        x = float(_RIM)
        for text, lettering, colour in (
            (shown.slot, CELL_STRONG, "text"),
            (shown.times, CELL, "text-2"),
        ):
            self._write(painter, x, text, (lettering, colour))
            x += _width(text, lettering) + _GAP
        # The count stands at the right, so that a digit less moves nothing else.
        x = float(self.width() - _RIM)
        for text, lettering, colour in (
            (shown.after, CELL, "text-3"),
            (shown.count, _BIG, "text"),
            (shown.before, CELL, "text-3"),
        ):
            if text:
                x -= _width(text, lettering)
                self._write(painter, x, text, (lettering, colour))
                x -= _GAP - 2

    def _write(self, painter: QPainter, x: float, text: str, how: tuple[Lettering, str]) -> None:
        painter.setFont(font(how[0]))
        painter.setPen(self._look.colour(how[1]))
        painter.drawText(QPointF(x, _BASE), text)

    def _name_it(self) -> None:
        if self._shown is None:
            return
        said = self._shown
        self.setAccessibleName(
            " ".join(
                filter(None, (f"{said.slot}, {said.times},", said.before, said.count, said.after))
            )
        )


def _told(slot: SlotTimes, times: Times) -> Shown:
    now = times.clock()
    starts, ends = (each.astimezone(times.zone) for each in (slot.starts_at, slot.ends_at))
    stretch = f"{starts:%H:%M}–{ends:%H:%M}"
    name = f"Slot {slot.number}"
    if now < slot.starts_at:
        return Shown(name, stretch, "in", _count(slot.starts_at - now), "", 0)
    share = (now - slot.starts_at) / (slot.ends_at - slot.starts_at)
    return Shown(name, stretch, "", _count(slot.ends_at - now), "left", round(share, 4))


def _count(left: timedelta) -> str:
    seconds = -(-left // _SECOND)
    minutes, second = divmod(seconds, 60)
    return f"{minutes}:{second:02}" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02}"


def _width(text: str, lettering: Lettering) -> float:
    return QFontMetricsF(font(lettering)).horizontalAdvance(text)
