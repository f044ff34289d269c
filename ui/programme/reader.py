"""Reads the day again when something was written, and follows the clock."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.programme.services import ProgrammeServices
from ui.programme.sheet import Sheet, make_sheet

_SETTLES_IN_MS = 80


class ProgrammeReader(QObject):
    """Makes sheets, one after another, never two at once. ``ticked`` comes each minute."""

    made = Signal(Sheet)
    refused = Signal(object)
    ticked = Signal(object)

    def __init__(
        self, services: ProgrammeServices, tools: Tools, day: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._day = day
        self._is_reading = self._is_stale = False
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._soon.timeout.connect(self._begin)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._tick)
        self._view.refused.connect(self._refuse)

    @property
    def day(self) -> date:
        """The day that is read."""
        return self._day

    def want(self, day: date) -> None:
        """Read another day from now on."""
        self._day = day
        self.read()

    def read(self) -> None:
        """Read at once, or as soon as what is under way has ended."""
        self._is_stale = True
        if not self._is_reading:
            self._begin()

    def read_soon(self) -> None:
        """Read once what is written together is written."""
        self._is_stale = True
        self._soon.start()

    def run(self, *, on: bool) -> None:
        """Follow the clock, or not while nobody looks."""
        (self._tick if on else self._minute.stop)()

    def _begin(self) -> None:
        if self._is_reading or not self._is_stale:
            return
        self._is_stale, self._is_reading = False, True
        day, clock = self._day, self._tools.times.clock

        def work(_report: Report) -> Sheet:
            return make_sheet(self._services.day(day), clock())

        self._tools.reads.run(work, view=self._view, then=self._take)

    def _take(self, sheet: Sheet) -> None:
        self._is_reading = False
        if sheet.day.date == self._day:
            self.made.emit(sheet)
        self._begin()

    def _refuse(self, refusal: object) -> None:
        self._is_reading = False
        self.refused.emit(refusal)

    def _tick(self) -> None:
        now = self._tools.times.clock()
        self.ticked.emit(now)
        self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000)
