"""How many doubts wait for somebody to look at them, on the rail."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.delegates.doubts import Doubts
from app.journal.journal import Changes
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.shell.rail import Rail

_COUNTED_BY = frozenset({"Delegate", "Doubt", "Organisation"})
_SETTLES_IN_MS = 150
"""An import writes in many small parts, and is read once after several of them."""


class DoubtCount(QObject):
    """Counts at once, and again whenever something was written that may change the number."""

    def __init__(self, doubts: Doubts, tools: Tools, rail: Rail, page: str) -> None:
        super().__init__(rail)
        self._doubts = doubts
        self._tools = tools
        self._rail = rail
        self._page = page
        self._view = Quiet(self)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._soon.timeout.connect(self._read)
        self._soon.start()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        if changes.models & _COUNTED_BY and not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        self._tools.reads.run(
            lambda _report: len(self._doubts.open()),
            view=self._view,
            then=lambda count: self._rail.set_count(self._page, count),
        )
