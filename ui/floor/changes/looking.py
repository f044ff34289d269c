"""Works out what a change would bring, again whenever something else is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import DeskError
from app.floor.answers import Answer
from app.floor.changes import Change
from app.floor.consequences import Prospect
from app.floor.moving import Spot
from app.progress import Progress
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.floor.changes.services import ConsequenceCalls

_SETTLES_MS = 200
_PATIENCE_MS = 300

Wish = tuple[Change, tuple[Answer, ...]]


class Looking(QObject):
    """Looks for one thing at a time; what is asked meanwhile is looked for next.

    ``found`` carries a ``Prospect``; ``moved`` says that the day is another now, and with it what
    would come of the change.
    """

    found = Signal(object)
    moved = Signal()
    refused = Signal(object)
    waits = Signal(bool)
    """It takes a while, or no longer does."""

    def __init__(
        self, consequences: ConsequenceCalls, tools: Tools, day: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._consequences, self._tools, self._day = consequences, tools, day
        self._wish: Wish | None = None
        self._prospect: Prospect | None = None
        self._is_busy = self._is_stale = self._has_moved = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self._begin)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.waits.emit(True))
        self._places = Quiet(self)

    @property
    def prospect(self) -> Prospect | None:
        """What was found for what is asked now."""
        return None if self._is_stale else self._prospect

    def ask(self, change: Change, answers: Sequence[Answer] = ()) -> None:
        """Ask for something else, soon: somebody may still be typing."""
        self._wish = (change, tuple(answers))
        self._is_stale = True
        self._settled.start()

    def ask_nothing(self) -> None:
        """Forget what was asked."""
        self._wish, self._prospect = None, None
        self._settled.stop()

    def look_again(self) -> None:
        """The day was read anew: see whether what was found is still so."""
        self._has_moved = True
        if self._prospect is not None and not self._is_stale and not self._is_busy:
            self._run(self._compare)

    def places(self, meeting: UUID, then: Callable[[Sequence[Spot]], None]) -> None:
        """Find other places for a meeting that is lost."""
        prospect = self.prospect
        if prospect is not None:
            preview, day = prospect.preview, self._day
            self._tools.reads.run(
                lambda _report: self._consequences.places(day, preview, meeting),
                view=self._places,
                then=then,
            )

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Have patience for a moment. Whether something is still so, nobody waits for."""
        del cancel
        if self._is_stale:
            self._patience.start()

    def job_progressed(self, progress: Progress) -> None:
        """Nothing is counted here."""

    def job_refused(self, refusal: DeskError) -> None:
        """Say why, unless something else is asked by now."""
        if not self._settled.isActive() and self._wish is not None:
            self._prospect, self._is_stale = None, False
            self.refused.emit(refusal)

    def job_ended(self) -> None:
        """Wait no longer."""
        self._patience.stop()
        self._is_busy = False
        self.waits.emit(False)
        QTimer.singleShot(0, self, self._follow)

    def _begin(self) -> None:
        if self._is_busy:
            self._settled.start()
        elif self._wish is not None:
            self._run(self._take)

    def _follow(self) -> None:
        if self._has_moved:
            self.look_again()

    def _run(self, then: Callable[[Wish, Prospect], None]) -> None:
        wish = self._wish
        if wish is None:
            return
        self._is_busy, self._has_moved = True, False
        self._tools.reads.run(
            lambda _report: self._consequences.look(self._day, *wish),
            view=self,
            then=lambda prospect: then(wish, prospect),
        )

    def _take(self, wish: Wish, prospect: Prospect) -> None:
        if wish == self._wish:
            self._prospect, self._is_stale = prospect, False
            self.found.emit(prospect)

    def _compare(self, wish: Wish, prospect: Prospect) -> None:
        if wish != self._wish or self._prospect is None or self._is_stale:
            return
        if prospect.preview == self._prospect.preview:
            self._prospect = prospect
        else:
            self._is_stale = True
            self.moved.emit()
