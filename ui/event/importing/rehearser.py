"""Rehearses an import whenever something was said of the file, and only the last of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.delegates.importing.imports import Imported
from app.delegates.importing.troubles import Trouble
from app.errors import DeskError
from app.progress import Cancelled, Progress, Report
from ui.common.jobs import Jobs
from ui.common.strip import StatusStrip
from ui.event.importing.draft import Draft
from ui.event.services import ImportCalls


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What an import would do, and what is to be mended."""

    imported: Imported
    troubles: tuple[Trouble, ...]


class Rehearser(QObject):
    """Runs rehearsals on the slow queue. A new one stops the one before it."""

    told = Signal(object)
    """A rehearsal of the last draft."""
    stopped = Signal()
    """Somebody stopped it."""
    refused = Signal(object)

    def __init__(self, imports: ImportCalls, jobs: Jobs, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._imports, self._jobs, self._strip = imports, jobs, strip
        self._latest = 0
        self._stop: Callable[[], None] = lambda: None
        self._is_stopped = False

    def rehearse(self, draft: Draft) -> None:
        """Rehearse a draft instead of what was being rehearsed."""
        self.give_up()
        self._jobs.run(
            partial(_rehearsed, self._imports, draft),
            view=self,
            then=partial(self._tell, self._latest),
        )

    def give_up(self) -> None:
        """Stop, and tell nothing of it."""
        self._latest += 1
        self._stop()

    def job_started(self, cancel: Callable[[], None]) -> None:
        """Show that it is under way."""
        self._stop, self._is_stopped = cancel, False
        self._strip.job_started(self._stop_by_hand)

    def job_progressed(self, progress: Progress) -> None:
        """Show how far it is."""
        self._strip.job_progressed(progress)

    def job_refused(self, refusal: DeskError) -> None:
        """Say why it can't be done."""
        self._strip.job_refused(refusal)
        self.refused.emit(refusal)

    def job_ended(self) -> None:
        """Show that it is over."""
        self._strip.job_ended()

    def _stop_by_hand(self) -> None:
        self._is_stopped = True
        self._stop()

    def _tell(self, of: int, rehearsed: Rehearsed | None) -> None:
        if of != self._latest:
            return
        # It may have been stopped after its last report, and be done all the same.
        if rehearsed is None or self._is_stopped:
            self.stopped.emit()
        else:
            self.told.emit(rehearsed)


def _rehearsed(imports: ImportCalls, draft: Draft, report: Report) -> Rehearsed | None:
    order = replace(draft.order, whole_or_nothing=False)
    try:
        imported = imports.rehearse(draft.file, order, report)
    except Cancelled:
        return None
    found = draft.kind.troubles(draft.preview, draft.fields, imported)
    return Rehearsed(imported, tuple(found))
