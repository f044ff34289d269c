"""Reads the day again when something was written, or when the clock makes it another."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.progress import Report
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.floor.making import make_sheet
from ui.floor.services import FloorServices
from ui.floor.sheet import Sheet

OF_ONE = frozenset({"CheckIn", "Lateness", "Meeting"})
"""What is written when something is done about one meeting or person."""


class FloorReader(QObject):
    """Makes sheets, one after another, never two at once. ``ticked`` comes each second."""

    made = Signal(object)
    refused = Signal(object)
    ticked = Signal(object)

    def __init__(self, services: FloorServices, tools: Tools, day: date, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._day = day
        self._sheet: Sheet | None = None
        self._readings = InTurn(self._begin)
        self._is_small = False
        self._ticks = QTimer(self)
        self._ticks.setSingleShot(True)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._view.refused.connect(self._refuse)

    @property
    def day(self) -> date:
        """The day that is read."""
        return self._day

    def want(self, day: date) -> None:
        """Read another day from now on."""
        self._day = day
        self.read()

    def read(self, *, is_small: bool = False) -> None:
        """Read once more, at once or as soon as what is under way has ended.

        What is small, such as one deed of a desk, need not wait for whoever reads much.
        """
        self._is_small = is_small and (self._is_small or not self._readings.is_asked)
        self._readings.ask()

    def run(self, *, on: bool) -> None:
        """Follow the clock, or not while nobody looks."""
        if on:
            self._tick()
        else:
            self._ticks.stop()

    def _begin(self) -> None:
        jobs = self._tools.quick if self._is_small and self._sheet else self._tools.reads
        self._is_small = False
        day, before = self._day, self._sheet
        if before is not None and before.day.date != day:
            before = None

        def work(_report: Report) -> Sheet:
            read, rules = self._services.read(day)
            return make_sheet(read, self._tools.times.clock(), rules, before).readied()

        jobs.run(work, view=self._view, then=self._take)

    def _take(self, sheet: Sheet) -> None:
        self._readings.ended()
        if sheet.day.date == self._day:
            self._sheet = sheet
            self.made.emit(sheet)

    def _refuse(self, refusal: object) -> None:
        self._readings.failed()
        self.refused.emit(refusal)

    def _tick(self) -> None:
        now = self._tools.times.clock()
        sheet = self._sheet
        if sheet is not None and _minute(now) != _minute(sheet.now):
            self.read()
        self.ticked.emit(now)
        self._ticks.start(1000 - now.microsecond // 1000)


def _minute(instant: datetime) -> int:
    return int(instant.timestamp()) // 60
