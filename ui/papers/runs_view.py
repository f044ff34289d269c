"""What was handed to printers: it looks while something is open, and lets each run be seen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.printers.port import JobState, Printer
from app.printers.queue import LOOK_EVERY_S
from app.printers.runs import PrintRun
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.lettering import CELL, SECTION
from ui.common.page import Tools
from ui.common.parts import Text, column
from ui.common.strip import StatusStrip
from ui.papers.run_card import Act, RunCard
from ui.papers.services import PrintServices

_MOST_ENDED = 4
_SELDOM = 10
"""So many times less often it looks while nobody answers."""


class RunsView(QWidget):
    """Lists the runs that are open or failed, and those that ended last."""

    moved = Signal()
    """A run is otherwise than it was: papers may have come out."""

    def __init__(self, services: PrintServices, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._titles: Mapping[str, str] = {
            each.key: each.title for each in (*services.kinds, services.trial)
        }
        self._cards: dict[UUID, RunCard] = {}
        self._runs: tuple[PrintRun, ...] = ()
        self._printers: Sequence[Printer] = ()
        self._looking = False
        self._view, self._before = Quiet(self), Quiet(self)
        self._none = Text("Nothing was printed from this desk yet.", CELL, "2", wraps=True)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self._list = column(gap=8)
        self.setLayout(column(Text("Queue", SECTION), self.strip, self._none, self._list, gap=8))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._view.refused.connect(self._nobody_answers)

    @property
    def runs(self) -> tuple[PrintRun, ...]:
        """Give the runs as they are shown."""
        return self._runs

    def look(self) -> None:
        """Ask what became of what was handed over."""
        if self._looking:
            return
        self._looking = True
        queue = self._services.queue
        self._tools.slow.run(lambda _report: queue().look(), view=self._view, then=self._looked)

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Know the printers, for their titles and for those that a run may go to."""
        self._printers = printers
        self._show(self._runs)

    def _looked(self, runs: tuple[PrintRun, ...]) -> None:
        self._looking = False
        self._go_on(runs)

    def _go_on(self, runs: tuple[PrintRun, ...], times: int = 1) -> None:
        before, self._runs = self._runs, runs
        if before != runs:
            self._show(runs)
        if any(each.state.is_open for each in runs):
            self._timer.start(round(LOOK_EVERY_S * 1000) * times)
        if [each.state for each in before] != [each.state for each in runs]:
            self.moved.emit()

    def _nobody_answers(self, _refusal: DeskError) -> None:
        """Show the runs as they were when somebody answered last."""
        self._looking = False
        queue = self._services.queue
        self._tools.slow.run(
            lambda _report: queue().runs(),
            view=self._before,
            then=lambda runs: self._go_on(runs, _SELDOM),
        )

    def _show(self, runs: Sequence[PrintRun]) -> None:
        shown = _worth_showing(runs)
        for gone in self._cards.keys() - {each.id for each in shown}:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for at, run in enumerate(shown):
            if run.id not in self._cards:
                card = self._cards[run.id] = RunCard(self._tools.look, self._tools.times)
                card.wanted.connect(self._act)
            self._list.insertWidget(at, self._cards[run.id])
            self._cards[run.id].show_run(run, self._title(run), self._printers)
        self._none.setVisible(not shown)

    def _title(self, run: PrintRun) -> str:
        return self._titles.get(run.kind, run.kind.capitalize())

    def _act(self, run: PrintRun, act: Act, printer: str) -> None:
        work = self._work(run, act, printer)

        def done(_report: Report) -> tuple[PrintRun, ...]:
            work()
            return self._services.queue().look()

        self._tools.slow.run(done, view=self.strip, then=self._go_on)

    def _work(self, run: PrintRun, act: Act, printer: str) -> Callable[[], object]:
        services, said = self._services, run.id.hex
        match act:
            case Act.STOP | Act.GIVE_UP:
                return lambda: services.queue().cancel(said)
            case Act.CONTINUE:
                return lambda: services.printers.resume(run.printer)
            case Act.CAME_OUT:
                return lambda: services.queue().came_out(said)
            case _:
                return lambda: services.queue().retry(said, printer)


def _worth_showing(runs: Sequence[PrintRun]) -> list[PrintRun]:
    """Leave out what ended long ago; what needs somebody comes first."""
    needing = [run for run in runs if run.troubles or run.state is JobState.FAILED]
    under_way = [run for run in runs if run.state.is_open and run not in needing]
    ended = [run for run in runs if run not in needing and not run.state.is_open]
    return [*needing, *under_way, *ended[:_MOST_ENDED]]
