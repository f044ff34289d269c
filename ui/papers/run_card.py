"""One print run: how far it is, what keeps it from coming out, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QProgressBar, QWidget

from app.printers.port import JobState, Printer, Trouble
from app.printers.runs import PrintRun
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY_STRONG, CELL
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, column, restyle, row
from ui.common.times import Times
from ui.printing.printer_words import STATES, out_of, printer_title, run_trouble

_ICONS = {
    JobState.WAITING: ("clock", "text-2"),
    JobState.PRINTING: ("printer", "accent-text"),
    JobState.DONE: ("circle-check", "ok-text"),
    JobState.FAILED: ("circle-alert", "bad-text"),
    JobState.CANCELLED: ("ban", "text-2"),
}


class Act(StrEnum):
    """What can be done about a run."""

    STOP = "stop"
    CONTINUE = "continue"
    RETRY = "retry"
    ELSEWHERE = "elsewhere"
    GIVE_UP = "give_up"
    CAME_OUT = "came_out"


_WORDS = {
    Act.CONTINUE: "Continue",
    Act.RETRY: "Print again",
    Act.CAME_OUT: "It came out",
    Act.ELSEWHERE: "Other printer…",
    Act.STOP: "Stop",
    Act.GIVE_UP: "Give up",
}


class RunCard(Panel):
    """Shows a run."""

    wanted = Signal(object, object, str)
    """This run, an ``Act``, and the printer if it is another one."""

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("card")
        self._look, self._times = look, times
        self._run: PrintRun | None = None
        self._printers: Sequence[Printer] = ()
        self._mark = Picture(look, "clock", "text-2", 16)
        self._title = Elided("", BODY_STRONG)
        self._counted = Text("", CELL, "2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._where = Elided("", CELL, "2")
        self._trouble = Text("", CELL, wraps=True)
        self.menu = QMenu(self)
        self._buttons = {act: SmallButton(look, words) for act, words in _WORDS.items()}
        head = row(self._mark, self._title, self._counted, gap=8)
        head.setStretch(1, 1)
        first = row(self._buttons[Act.CONTINUE], self._buttons[Act.RETRY], None)
        second = row(*(self._buttons[act] for act in list(_WORDS)[2:]), None)
        parts = (head, self._bar, self._where, self._trouble, first, second)
        self.setLayout(column(*parts, gap=6, margins=(12, 10, 12, 10)))
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, act=act: self._press(act))

    def show_run(self, run: PrintRun, title: str, printers: Sequence[Printer]) -> None:
        """Show a run as it is now; ``printers`` are those that there are."""
        self._run, self._printers = run, printers
        names = {each.name: printer_title(each) for each in printers}
        called = names.get(run.printer, run.printer)
        trouble = run_trouble(run, called)
        self._mark.show_icon(*_ICONS[run.state])
        self._title.setText(title)
        self._counted.setText(out_of(run))
        self._bar.setRange(0, max(run.pages * run.copies, 1))
        self._bar.setValue(run.came)
        self._bar.setVisible(run.state.is_open and not trouble)
        when = self._times.of_day(run.ended_at or run.handed_over_at)
        self._where.setText(f"{called}, {STATES[run.state]} {when}")
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        said = f"{title}, {out_of(run)}, {called}, {STATES[run.state]}. {trouble}".strip()
        self.setAccessibleName(said)
        self._offer(run, _acts(run))
        part = "warning" if trouble else "card"
        if self.property("part") != part:
            self.setProperty("part", part)
            restyle(self)

    def _offer(self, run: PrintRun, acts: Sequence[Act]) -> None:
        had_focus = any(each.hasFocus() for each in self._buttons.values())
        elsewhere = [each for each in self._printers if each.name != run.printer]
        for act, button in self._buttons.items():
            button.setVisible(act in acts and (act is not Act.ELSEWHERE or bool(elsewhere)))
            button.setAccessibleName(f"{_WORDS[act]}: {self._title.text()}")
            button.set_rank(Rank.QUIET if act in {Act.STOP, Act.GIVE_UP} else Rank.PLAIN)
        if had_focus and not any(each.hasFocus() for each in self._buttons.values()):
            shown = [each for each in self._buttons.values() if not each.isHidden()]
            if shown:
                shown[0].setFocus()

    def _press(self, act: Act) -> None:
        if act is not Act.ELSEWHERE:
            self.wanted.emit(self._run, act, "")
            return
        self.menu.clear()
        for each in self._printers:
            if self._run is not None and each.name != self._run.printer:
                action = self.menu.addAction(printer_title(each))
                action.triggered.connect(
                    lambda _on=False, name=each.name: self.wanted.emit(
                        self._run, Act.ELSEWHERE, name
                    )
                )
        button: QWidget = self._buttons[act]
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _acts(run: PrintRun) -> tuple[Act, ...]:
    if run.state.is_open:
        paused = (Act.CONTINUE,) if Trouble.PAUSED in run.troubles else ()
        elsewhere = (Act.ELSEWHERE,) if run.troubles or run.state is JobState.WAITING else ()
        return (*paused, *elsewhere, Act.STOP)
    if run.state is JobState.DONE:
        return ()
    if run.state is JobState.CANCELLED:
        return (Act.RETRY,)
    known = (Act.CAME_OUT,) if any(each.leaves_doubt for each in run.troubles) else ()
    return (Act.RETRY, *known, Act.ELSEWHERE, Act.GIVE_UP)
