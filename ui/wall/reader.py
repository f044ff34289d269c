"""Reads the wall again when meetings were written to, or when the clock makes it another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.floor.wall import Wall
from app.floor.watching import MADE_OF
from app.journal.journal import Changes
from app.programme.wall import SessionsWall
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools

_SMALL = frozenset({"Meeting"})
"""What one deed on the floor writes; reading it need not wait for whoever reads much."""
_PASSING = frozenset({"CheckIn", "Lateness", "FloorRules", "SpeechRound", "SpeechTurn"})
"""What the floor is made of, and the wall is not."""
_MADE_OF = MADE_OF - _PASSING


@dataclass(frozen=True, slots=True)
class WallServices:
    """``read`` gives the wall as it is now, and the name of the event. Not in the window.

    ``sessions`` gives those of today.
    """

    read: Callable[[], tuple[Wall, str]]
    sessions: Callable[[], SessionsWall]


class WallReader(QObject):
    """Reads one wall after another, never two at once. ``ticked`` comes each second."""

    made = Signal(object, str)
    ticked = Signal(object)

    def __init__(self, services: WallServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._wall: Wall | None = None
        self._seen_at = tools.times.clock()
        self._is_reading = self._is_stale = False
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        self._view.refused.connect(self._refuse)

    def begin(self) -> None:
        """Read now, and go on with the clock."""
        self._read()
        self.tick()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        if not _MADE_OF.isdisjoint(changes.models):
            self._read(is_small=changes.models <= _SMALL)

    def tick(self) -> None:
        """Look at the time, and again at the beginning of the next second."""
        now = self._tools.times.clock()
        if not self._is_reading and (self._is_stale or self._is_another(now)):
            self._read(is_small=True)
        self.ticked.emit(now)
        self._ticks.start(1000 - now.microsecond // 1000)

    def _is_another(self, now: datetime) -> bool:
        wall = self._wall
        if wall is None:
            return False
        day = now.astimezone(wall.zone).date()
        is_over = wall.until is not None and now >= wall.until
        return is_over or day != wall.date or wall.hour(now) != wall.hour(self._seen_at)

    def _read(self, *, is_small: bool = False) -> None:
        if self._is_reading:
            self._is_stale = True
            return
        self._is_stale, self._is_reading = False, True
        jobs = self._tools.quick if is_small and self._wall else self._tools.reads
        self._seen_at = self._tools.times.clock()

        def work(_report: Report) -> tuple[Wall, str]:
            return self._services.read()

        jobs.run(work, view=self._view, then=self._take)

    def _take(self, read: tuple[Wall, str]) -> None:
        self._is_reading = False
        self._wall, event = read
        self.made.emit(self._wall, event)
        if self._is_stale:
            self._read(is_small=True)

    def _refuse(self, _refusal: object) -> None:
        # What was read last stays on the wall; the next second may have better luck.
        self._is_reading, self._is_stale = False, True
