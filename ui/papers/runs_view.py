"""What was handed to printers: it shows what the desk's watcher hears, and lets each be seen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.printers.port import JobState, Printer
from app.printers.runs import PrintRun
from app.progress import Report
from ui.common.lettering import CELL, SECTION
from ui.common.page import Tools
from ui.common.parts import Text, column
from ui.common.strip import StatusStrip
from ui.papers.run_card import Act, RunCard
from ui.printing.desk_printing import DeskPrinting

_MOST_ENDED = 4


class RunsView(QWidget):
    """Lists the runs that are open or failed, and those that ended last. ``titles`` are by kind."""

    moved = Signal()
    """A run is otherwise than it was: papers may have come out."""

    def __init__(self, printing: DeskPrinting, titles: Mapping[str, str], tools: Tools) -> None:
        super().__init__()
        self._printing, self._titles, self._tools = printing, titles, tools
        self._cards: dict[UUID, RunCard] = {}
        self._runs: tuple[PrintRun, ...] = ()
        self._printers: Sequence[Printer] = ()
        self._none = Text("Nothing was printed from this desk yet.", CELL, "2", wraps=True)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day, narrow=True)
        self._list = column(gap=8)
        self.setLayout(column(Text("Queue", SECTION), self.strip, self._none, self._list, gap=8))
        self._take(printing.runs)
        printing.moved.connect(self._take)

    @property
    def runs(self) -> tuple[PrintRun, ...]:
        """Give the runs as they are shown."""
        return self._runs

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Know the printers, for their titles and for those that a run may go to."""
        self._printers = printers
        self._show(self._runs)

    def _take(self, runs: tuple[PrintRun, ...]) -> None:
        before, self._runs = self._runs, runs
        self._show(runs)
        if [each.state for each in before] != [each.state for each in runs]:
            self.moved.emit()

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
        work, queue = self._work(run, act, printer), self._printing.calls.queue

        def done(_report: Report) -> tuple[PrintRun, ...]:
            work()
            return queue().look()

        self._tools.papers.run(done, view=self.strip, then=self._printing.take)

    def _work(self, run: PrintRun, act: Act, printer: str) -> Callable[[], object]:
        calls, said = self._printing.calls, run.id.hex
        match act:
            case Act.STOP | Act.GIVE_UP:
                return lambda: calls.queue().cancel(said)
            case Act.CONTINUE:
                return lambda: calls.printers.resume(run.printer)
            case Act.CAME_OUT:
                return lambda: calls.queue().came_out(said)
            case _:
                return lambda: calls.queue().retry(said, printer)


def _worth_showing(runs: Sequence[PrintRun]) -> list[PrintRun]:
    """Leave out what ended long ago; what needs somebody comes first."""
    needing = [run for run in runs if run.troubles or run.state is JobState.FAILED]
    under_way = [run for run in runs if run.state.is_open and run not in needing]
    ended = [run for run in runs if run not in needing and not run.state.is_open]
    return [*needing, *under_way, *ended[:_MOST_ENDED]]
