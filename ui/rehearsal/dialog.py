"""Asks what is to be rehearsed, and shows the copy being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import plain
from ui.common.lettering import BODY, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.strip import StatusStrip
from ui.common.times import day_words
from ui.rehearsal.words import PACES

_KEY = "Ctrl+Return"
_MOST_OF_100 = 50
_SEEDS = 1_000_000


@dataclass(frozen=True, slots=True)
class RehearsalWish:
    """A day, how many seconds pass in one, and which share of people does not come.

    ``seed`` decides who that is.
    """

    day: date
    pace: float
    no_shows: float
    seed: int


class RehearsalDialog(QDialog):
    """Day, speed, and how many stay away. It stays until the rehearsal has begun."""

    decided = Signal(object)

    def __init__(self, look: Look, days: Sequence[date], today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = StatusStrip(look)
        self.day, self.pace = Choice(look), Choice(look)
        self.no_shows = plain(QSpinBox())
        self.seed = Random().randrange(_SEEDS)  # noqa: S311 - each rehearsal has other people
        for each in days:
            self.day.addItem(day_words(each), each)
        self.day.setCurrentIndex(max(self.day.findData(today), 0))
        for seconds, words in PACES:
            self.pace.addItem(words, seconds)
        self.no_shows.setRange(0, _MOST_OF_100)
        self.no_shows.setValue(10)
        self.begin = Button(look, "Begin the rehearsal", "play", _KEY, rank=Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self.setWindowTitle("Rehearse a day")
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self._decide)
        self.begin.clicked.connect(self._decide)
        self.begin.setEnabled(bool(days))
        self.cancel.clicked.connect(self.reject)
        self.strip.busy_changed.connect(self.begin.setDisabled)
        if not days:
            self.strip.say("No meeting is planned. Plan meetings first, then rehearse a day.")

    def _lay_out(self) -> None:
        about = Text(
            "The day is played on a copy of the event. Delegates come, come late and call, or do "
            "not come; you work the floor. The event itself is closed meanwhile and not changed.",
            BODY,
            "2",
            wraps=True,
        )
        about.setFixedWidth(440)
        fields = [
            _labelled("Day", self.day),
            _labelled("Speed", self.pace),
            _labelled("So many of 100 people do not come", self.no_shows),
        ]
        title = Text(self.windowTitle(), SECTION)
        buttons = row(None, self.cancel, self.begin)
        self.setLayout(column(title, about, *fields, self.strip, buttons, gap=16, margins=24))

    def _decide(self) -> None:
        if self.begin.isEnabled():
            wish = RehearsalWish(
                self.day.currentData(),
                self.pace.currentData(),
                self.no_shows.value() / 100,
                self.seed,
            )
            self.decided.emit(wish)


def _labelled(words: str, field: QWidget) -> QWidget:
    field.setAccessibleName(words)
    both = QWidget()
    label = Text(words, LABEL, "2")
    label.setBuddy(field)
    both.setLayout(column(label, field, gap=4))
    return both
