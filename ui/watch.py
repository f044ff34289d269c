"""Seeing what other programs write to the event that is open here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.journal.heads import log_head
from app.journal.journal import Changes, Journal
from ui.common.jobs import Jobs, Quiet

EVERYTHING = Changes(
    frozenset(
        {"Event", "Day", "Block", "Slot", "Table", "Desk", "Organisation", "Delegation", "Delegate"}
    )
    | {"Badge", "CheckIn", "ScanRefusal", "Print", "Doubt"}
)
_EVERY_MS = 2_000


class Watch(QObject):
    """Looks every two seconds whether the log has grown. ``written``: everything may be stale.

    What this process writes it hears of at once, so a growth right after that says nothing new.
    """

    written = Signal(object)

    def __init__(self, journal: Journal, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._jobs = jobs
        self._head = -1
        self._wrote_ourselves = False
        self._view = Quiet(self)
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()
        self.look()

    def heard(self) -> None:
        """Know that this process has just written."""
        self._wrote_ourselves = True

    def look(self) -> None:
        """Look now."""
        self._jobs.run(lambda _report: log_head(self._journal), view=self._view, then=self._seen)

    def _seen(self, head: int) -> None:
        grown = self._head not in (-1, head)
        if grown and not self._wrote_ourselves:
            self.written.emit(EVERYTHING)
        self._head = head
        self._wrote_ourselves = False
