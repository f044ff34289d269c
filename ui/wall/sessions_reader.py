"""Reads the sessions for the wall: when they were written to, and when another day begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.journal.journal import Changes
from app.programme.wall import SessionsWall
from ui.common.jobs import Quiet
from ui.common.page import Tools

_MADE_OF = frozenset({"ProgrammeSession", "Event", "Day"})


class SessionsReader(QObject):
    """Reads one after another, never two at once."""

    made = Signal(object)

    def __init__(self, read: Callable[[], SessionsWall], tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._tools = read, tools
        self._view = Quiet(self)
        self._wall: SessionsWall | None = None
        self._is_reading = self._is_stale = False
        self._view.refused.connect(self._refuse)

    def begin(self) -> None:
        """Read now."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        self._tools.reads.run(lambda _report: self._ask(), view=self._view, then=self._take)

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        if not _MADE_OF.isdisjoint(changes.models):
            self.begin()

    def tick(self, now: datetime) -> None:
        """Read again when it is another day, or when reading failed."""
        wall = self._wall
        is_another = wall is not None and now.astimezone(wall.zone).date() != wall.date
        if (is_another or self._is_stale) and not self._is_reading:
            self.begin()

    def _take(self, wall: SessionsWall) -> None:
        self._is_reading = False
        self._wall = wall
        self.made.emit(wall)
        if self._is_stale:
            self.begin()

    def _refuse(self, _refusal: object) -> None:
        # What was read last stays on the wall; the next second may have better luck.
        self._is_reading, self._is_stale = False, True
