"""Reads the day again when something was written, or when the clock lets meetings begin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.journal.journal import Changes
from app.outcomes.figures import Figures
from app.outcomes.programme_figures import ProgrammeFigures
from app.progress import Report
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.outcomes.rows import OutcomeDay, outcome_day
from ui.outcomes.services import OutcomeServices

_EVERY_MS = 20_000
_SETTLES_IN_MS = 300
_LONGEST_MS = 2_000
_SHARE = 8
"""So many times as long as counting took nobody counts again, however much is recorded."""


class OutcomeReader(QObject):
    """Gives days, one after another, never two at once.

    ``began``: a reading, which sees all that is saved by now.
    """

    began = Signal()
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, services: OutcomeServices, tools: Tools, day: date, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools, self._day = services, tools, day
        self._known: OutcomeDay | None = None
        self._readings = InTurn(self._begin)
        self._view = Quiet(self)
        self._view.refused.connect(self._refuse)
        self._ticks = QTimer(self, interval=_EVERY_MS)
        self._ticks.timeout.connect(self.read)

    @property
    def day(self) -> date:
        """The day that is read."""
        return self._day

    def want(self, day: date) -> None:
        """Read another day from now on."""
        self._day = day
        self.read()

    def run(self, *, on: bool) -> None:
        """Follow the clock, or not while nobody looks."""
        if on:
            self._ticks.start()
        else:
            self._ticks.stop()

    def read(self) -> None:
        """Read once more, at once or as soon as what is under way has ended."""
        self._readings.ask()

    def _begin(self) -> None:
        day, before = self._day, self._known
        self.began.emit()

        def work(_report: Report) -> OutcomeDay:
            return outcome_day(*self._services.read(day), before)

        # What was saved is shown already, and a scan must not wait for a big day.
        self._tools.reads.run(work, view=self._view, then=self._take)

    def _take(self, made: OutcomeDay) -> None:
        self._readings.ended()
        if made.date == self._day:
            self._known = made
            self.made.emit(made)

    def _refuse(self, refusal: object) -> None:
        self._readings.failed()
        self.refused.emit(refusal)


class Counting(QObject):
    """Counts the day once what is written has settled: its meetings, and who came to sessions."""

    made = Signal(object, object)

    def __init__(self, services: OutcomeServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._day: date | None = None
        self._is_counting = self._is_stale = False
        self._took = QElapsedTimer()
        self._view = Quiet(self)
        self._view.refused.connect(lambda _refusal: self._end())
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._soon.timeout.connect(self._count)

    def want(self, day: date) -> None:
        """Count a day, soon."""
        self._day = day
        self._soon.start()

    def learn(self, changes: Changes, *, shown: bool) -> None:
        """Count again if somebody came to a session: no meeting is to be read again for that."""
        if shown and "Attendance" in changes.models:
            self.again()

    def again(self) -> None:
        """Count the same day again, soon."""
        if self._day is not None:
            self._soon.start()

    def _count(self) -> None:
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, day = True, self._day
        self._took.start()

        def take(counted: tuple[Figures, ProgrammeFigures]) -> None:
            if day == self._day:
                figures, around = counted
                self.made.emit(figures, around.begun(self._tools.times.clock()))
            self._end()

        if day is not None:
            of_day, around = self._services.figures, self._services.around
            self._tools.reads.run(
                lambda _report: (of_day(day), around(day)), view=self._view, then=take
            )

    def _end(self) -> None:
        self._is_counting = False
        wait = max(_SETTLES_IN_MS, _SHARE * self._took.elapsed())
        self._soon.setInterval(min(wait, _LONGEST_MS))
        if self._is_stale:
            self._is_stale = False
            self._soon.start()
