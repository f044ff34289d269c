"""What all printing of a desk goes by: its printers and its queue, and a look at what comes out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import DeskError
from app.printers.queue import LOOK_EVERY_S
from app.printers.runs import PrintRun
from app.progress import Report
from ui.common.jobs import JobView, Quiet
from ui.common.page import Tools
from ui.printing.services import PrintCalls

_SELDOM = 10
"""So many times less often it looks while nobody answers."""


class DeskPrinting(QObject):
    """Looks while a run is open, whoever handed it over, for it is noted once it came out."""

    moved = Signal(tuple)
    """The runs, some of them otherwise than before."""
    printer_chosen = Signal(str, str)
    """Papers of this kind go to this printer from now on."""

    def __init__(self, calls: PrintCalls, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls, self._tools = calls, tools
        self.runs: tuple[PrintRun, ...] = ()
        self.silence: DeskError | None = None
        """Why nobody told how the runs are now."""
        self._looking = self._looks_again = False
        self._view, self._before = Quiet(self), Quiet(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._view.refused.connect(self._nobody_answers)

    def look(self) -> None:
        """Ask what became of what was handed over."""
        if self._looking:
            # What is under way may not see what was handed over meanwhile.
            self._looks_again = True
            return
        self._looking, self._looks_again = True, False
        queue = self.calls.queue
        self._tools.papers.run(lambda _report: queue().look(), view=self._view, then=self.take)

    def mend(self, run: PrintRun, view: JobView, printer: str = "") -> None:
        """Let a run come out after all: its printer goes on, or it is printed once more.

        ``printer`` is another one, if it is to come out there.
        """
        calls = self.calls

        def work(_report: Report) -> tuple[PrintRun, ...]:
            if run.state.is_open and not printer:
                calls.printers.resume(run.printer)
            else:
                calls.queue().retry(run.id.hex, printer)
            return calls.queue().look()

        self._tools.papers.run(work, view=view, then=self.take)

    def take(self, runs: tuple[PrintRun, ...]) -> None:
        """Take over how the runs are now."""
        self._go_on(runs, None)

    def _nobody_answers(self, why: DeskError) -> None:
        """Go by what was so when somebody answered last."""
        self._looking = False
        queue = self.calls.queue
        self._tools.papers.run(
            lambda _report: queue().runs(),
            view=self._before,
            then=lambda runs: self._go_on(runs, why),
        )

    def _go_on(self, runs: tuple[PrintRun, ...], silence: DeskError | None) -> None:
        self._looking = False
        is_new = self.runs != runs or (self.silence is None) != (silence is None)
        self.runs, self.silence = runs, silence
        if self._looks_again:
            self.look()
        elif any(each.state.is_open for each in runs):
            self._timer.start(round(LOOK_EVERY_S * 1000) * (_SELDOM if silence else 1))
        if is_new:
            self.moved.emit(runs)
