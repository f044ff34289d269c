"""Reads everybody again when something was written, never twice at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.applications.notice import Notice
from app.delegates.doubts import OpenDoubt
from app.delegates.table import DelegateRow
from app.errors import DeskError
from app.progress import Progress
from ui.common.page import Tools
from ui.delegates.model import Everybody
from ui.delegates.services import DelegateServices

STALE = frozenset(
    {
        *("Badge", "CheckIn", "Delegate", "Delegation", "Doubt", "Organisation", "PlaceLimit"),
        *("Print", "Membership", "Role", "Trait"),
    }
)
"""What a row of the table, or what stands above it, is made of."""
PAUSE_MS = 300
"""Rest between two readings: an import writes a chunk more often than that."""

Prepare = Callable[[Sequence[DelegateRow]], Everybody]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read."""

    everybody: Everybody
    doubts: tuple[OpenDoubt, ...]
    day: date
    notice: Notice | None


class Reader(QObject):
    """Asked while it reads, it reads once more after; how often it was asked does not count."""

    read = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: DelegateServices, tools: Tools, prepare: Prepare, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tools = tools
        self._prepare = prepare
        self._day: date | None = None
        self._reading = False
        self._again = False
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._rest.timeout.connect(self._start)

    def ask(self, day: date) -> None:
        """Read soon, as of a day."""
        self._day = day
        if self._reading or self._rest.isActive():
            self._again = True
        else:
            self._start()

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Hold further readings back."""
        del cancel  # nobody waits for it, so nobody stops it
        self._reading = True

    def job_progressed(self, progress: Progress) -> None:
        """Show nothing."""

    def job_refused(self, refusal: DeskError) -> None:
        """Pass it on."""
        self.refused.emit(refusal)

    def job_ended(self) -> None:
        """Read once more, after a rest, if somebody asked meanwhile."""
        self._reading = False
        if self._again:
            self._rest.start()

    def _start(self) -> None:
        day, self._again = self._day, False
        if day is None:
            return

        def work(_report: object) -> Reading:
            rows = self._services.rows(day)
            doubts = self._services.doubts.open()
            return Reading(self._prepare(rows), doubts, day, self._services.notice())

        self._tools.reads.run(work, view=self, then=self.read.emit)
