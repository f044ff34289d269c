"""How the cards of the overview have something done: off the window's thread, then told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.common.jobs import Jobs
from ui.common.page import News
from ui.common.strip import StatusStrip


class Editor(QObject):
    """Runs one edit after the other; a refusal is said in the strip."""

    told = Signal(News)
    done = Signal()

    def __init__(self, jobs: Jobs, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._jobs, self._strip = jobs, strip

    def do(self, work: Callable[[], object], said: str) -> None:
        """Have something done, and say it once it is."""
        self._jobs.run(lambda _report: work(), view=self._strip, then=lambda _: self._tell(said))

    def _tell(self, said: str) -> None:
        self.told.emit(News(said))
        self.done.emit()
