"""Seeing what other programs write to the event that is open here."""

from __future__ import annotations

from collections.abc import Callable

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
EVERY_MS = 2_000


class Watch(QObject):
    """Looks every two seconds whether the log has grown. ``written``: everything may be stale.

    What this process writes it hears of at once, and so knows how far the log had come by then.
    """

    written = Signal(object)

    def __init__(
        self, journal: Journal, jobs: Jobs, parent: QObject, *, every_ms: int = EVERY_MS
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._jobs = jobs
        self._head: int | None = None
        self._view = Quiet(self)
        timer = QTimer(self, interval=every_ms)
        timer.timeout.connect(self.look)
        timer.start()
        self.heard()

    def heard(self) -> None:
        """Take the log as it is now for known: this process has just written."""
        self._read(self._know)

    def look(self) -> None:
        """Look now."""
        self._read(self._compare)

    def _read(self, then: Callable[[int], None]) -> None:
        self._jobs.run(lambda _report: log_head(self._journal), view=self._view, then=then)

    def _know(self, head: int) -> None:
        self._head = head

    def _compare(self, head: int) -> None:
        if head != self._head:
            self._head = head
            self.written.emit(EVERYTHING)
