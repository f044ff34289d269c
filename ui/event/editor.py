"""How the cards of the overview have something done: off the window's thread, then told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.event.planned import MeetingsLosePlace
from app.progress import Progress
from ui.common.jobs import Jobs, JobView
from ui.common.look import Look
from ui.common.page import News
from ui.common.strip import StatusStrip
from ui.event.losing_dialog import LosingDialog


class Editor(QObject):
    """Runs one edit after the other; a refusal is said in the strip."""

    told = Signal(News)
    done = Signal()

    def __init__(self, look: Look, jobs: Jobs, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._look, self._jobs, self._strip = look, jobs, strip

    @property
    def over(self) -> QWidget:
        """What dialogs are opened over."""
        return self._strip

    @property
    def view(self) -> JobView:
        """What shows jobs of the page."""
        return self._strip

    def refuse(self, refusal: DeskError) -> None:
        """Say why something can't be done."""
        self._strip.job_refused(refusal)

    def do(
        self, work: Callable[[], object], said: str, then: Callable[[], None] = lambda: None
    ) -> None:
        """Have something done, and say it once it is; go on with ``then``."""

        def tell(_done: object) -> None:
            self._tell(said)
            then()

        self._jobs.run(lambda _report: work(), view=self._strip, then=tell)

    def do_losing(self, work: Callable[[int], object], said: str, verb: str) -> None:
        """Have something done that may take the place of meetings.

        ``work`` is handed the number of those that are known to lose it. If there are any, it
        is asked whether ``verb`` shall happen all the same.
        """
        view = _Losing(self._strip, lambda meetings: self._ask(meetings, work, (said, verb)))
        self._jobs.run(lambda _report: work(0), view=view, then=lambda _: self._tell(said))

    def _ask(self, meetings: int, work: Callable[[int], object], words: tuple[str, str]) -> None:
        said, verb = words
        dialog = LosingDialog(self._look, meetings, verb, self._strip)
        dialog.accepted.connect(lambda: self.do(lambda: work(meetings), said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, said: str) -> None:
        self.told.emit(News(said))
        self.done.emit()


class _Losing(QObject):
    """Shows a job in a strip, all but that meetings would lose their place: that is asked."""

    def __init__(self, strip: StatusStrip, ask: Callable[[int], None]) -> None:
        super().__init__(strip)
        self._strip, self._ask = strip, ask

    def job_started(self, cancel: Callable[[], None]) -> None:
        self._strip.job_started(cancel)

    def job_progressed(self, progress: Progress) -> None:
        self._strip.job_progressed(progress)

    def job_refused(self, refusal: DeskError) -> None:
        if isinstance(refusal, MeetingsLosePlace):
            self._ask(refusal.meetings)
        else:
            self._strip.job_refused(refusal)

    def job_ended(self) -> None:
        self._strip.job_ended()
        self.deleteLater()
