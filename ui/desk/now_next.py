"""What whoever stands at the desk has to be at now and next, which counts on by the clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.itinerary.items import Item, Itinerary
from ui.common.item_words import ICONS, next_words, now_words, stage_words
from ui.common.lettering import BODY, BODY_STRONG, LABEL
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, column, line, row
from ui.common.times import Times

_HEIGHT, _STAGE_HEIGHT = 40, 34


class NowAndNext(QWidget):
    """One line below the facts, and one more for whoever speaks: when and where that is next.

    It is not there until it is known that the event has more than meetings; then its place is kept,
    so that nothing moves from scan to scan.
    """

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self._itinerary: Itinerary | None = None
        self._minute: datetime | None = None
        self.event_has_programme = False
        self.now, self.next = _Half(look, "Now", left=32), _Half(look, "Next", left=16)
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self.now, 1)
        halves.addWidget(line("upright"))
        halves.addWidget(self.next, 1)
        inner = QWidget()
        inner.setFixedHeight(_HEIGHT)
        inner.setLayout(halves)
        self.stage = _Stage(look)
        self.setLayout(column(inner, line(), self.stage, gap=0))
        self._ticks.timeout.connect(self.tick)
        self.hide()

    def await_itinerary(self, *, coming: bool) -> None:
        """Show nothing of anybody, in the room where what is ``coming`` will stand."""
        self._itinerary = self._minute = None
        self._ticks.stop()
        self.now.say("…", ())
        self.next.say("…", ())
        self.stage.say("")
        self.setVisible(coming and self.event_has_programme)

    def show_itinerary(self, itinerary: Itinerary) -> None:
        """Show what somebody has to be at."""
        self._itinerary, self._minute = itinerary, None
        self.event_has_programme = itinerary.has_programme
        self.setVisible(itinerary.has_programme)
        self.tick()

    def tick(self) -> None:
        """Look at the time, and again at the beginning of the next second."""
        if self._itinerary is None or not self.event_has_programme:
            return
        now = self._times.clock()
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._show(self._itinerary, now)
        self._ticks.start(1000 - now.microsecond // 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _show(self, itinerary: Itinerary, now: datetime) -> None:
        standing = itinerary.standing(now)
        self.now.say(now_words(standing.now, self._times) or "Free", standing.now)
        nothing = "Nothing more is booked" if itinerary.items else "Nothing is booked"
        told = next_words(standing.next, self._times) if standing.next else nothing
        self.next.say(told, standing.next)
        self.stage.say(stage_words(itinerary.on_stage(now), self._times))


class _Stage(QWidget):
    """When and where somebody speaks or moderates; not there for whoever does not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = Elided("", BODY_STRONG)
        picture = Picture(look, "megaphone", "accent", 16)
        said = row(picture, self._words, gap=8, margins=(72, 0, 12, 0))
        said.setStretch(1, 1)
        inner = QWidget()
        inner.setFixedHeight(_STAGE_HEIGHT)
        inner.setLayout(said)
        self.setLayout(column(inner, line(), gap=0))
        self.hide()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class _Half(QWidget):
    def __init__(self, look: Look, label: str, left: int) -> None:
        super().__init__()
        self._look, self._label = look, label
        self._icon = Picture(look, "clock", "text-2", 16)
        self._words = Elided("", BODY)
        kept = self._icon.sizePolicy()
        kept.setRetainSizeWhenHidden(False)
        self._icon.setSizePolicy(kept)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name = Text(label, LABEL, "3")
        name.setFixedWidth(32)
        layout = row(name, self._icon, self._words, gap=8, margins=(left, 0, 12, 0))
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def say(self, words: str, items: tuple[Item, ...]) -> None:
        self._icon.setVisible(bool(items))
        if items:
            is_one = len(items) == 1
            icon = ICONS[items[0].part] if is_one else "triangle-alert"
            self._icon.show_icon(icon, "text-2" if is_one else "warn-text")
        self._words.setText(words)
        self._words.set_tone("warn" if len(items) > 1 else "" if items else "3")
        self.setAccessibleName(f"{self._label}: {words}")
