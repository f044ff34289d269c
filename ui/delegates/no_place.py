"""What is to be decided where no place is left for somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.applications.places import PlacesFull
from app.errors import DeskError
from app.progress import Progress
from ui.common.full import ForWhom
from ui.common.jobs import JobView


@dataclass(frozen=True, slots=True)
class NoPlace:
    """Nothing was done. ``decide`` does it all the same, for the reason that it is handed."""

    refusal: PlacesFull
    whom: ForWhom
    decide: Callable[[str], None]


class UnlessFull(QObject):
    """Shows a job in a view, all but that there is no place: that is asked."""

    def __init__(self, view: JobView, ask: Callable[[PlacesFull], None], parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._ask = view, ask

    def job_started(self, cancel: Callable[[], None]) -> None:
        self._view.job_started(cancel)

    def job_progressed(self, progress: Progress) -> None:
        self._view.job_progressed(progress)

    def job_refused(self, refusal: DeskError) -> None:
        if isinstance(refusal, PlacesFull):
            self._ask(refusal)
        else:
            self._view.job_refused(refusal)

    def job_ended(self) -> None:
        self._view.job_ended()
        self.deleteLater()
