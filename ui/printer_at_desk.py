"""What joins the Desk to its printer: badges at check-in, and what keeps papers from coming out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.checkin.scanning import Admitted
from app.delegates.person import Person
from app.errors import DeskError
from app.printers.port import JobState, Printer, Trouble
from app.printers.runs import PrintRun
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.sentences import sentence
from ui.desk.page import DeskPage
from ui.printing.desk_printing import DeskPrinting
from ui.printing.printer_card import PrinterCard, Remedy, Tone
from ui.printing.printer_words import needs_somebody, printer_title, run_trouble

SWITCHED = {
    True: "Whoever checks in without a badge gets one printed.",
    False: "No badge is printed at check-in any more.",
}
_STAYS_MS = 6_000
"""So long it is said that a badge came out."""


class Labels(Protocol):
    """What this needs of ``app.printers.at_check_in.BadgesAtCheckIn``."""

    def hand_over(self, delegate: UUID) -> PrintRun | None: ...


@dataclass(slots=True)
class _Refused:
    """Whose badges were not handed over, and why the last was not."""

    people: dict[UUID, Person] = field(default_factory=dict)
    why: str = ""


class PrinterAtDesk(QObject):
    """Prints for whoever checks in without a badge, beside the scans; says what becomes of it."""

    queue_wanted = Signal()
    """The queue of the Print page is to be shown."""
    needing = Signal(int)
    """So many runs do not come out by themselves."""

    def __init__(self, labels: Labels, printing: DeskPrinting, tools: Tools) -> None:
        super().__init__(printing)
        self._labels, self._printing, self._tools = labels, printing, tools
        self._is_on = False
        self._page: DeskPage | None = None
        self._names: dict[UUID, str] = {}
        self._refused = _Refused()
        self._told: set[UUID] = set()
        self._out: Sequence[PrintRun] = ()
        self._printers: Sequence[Printer] = ()
        self._mending, self._asking = Quiet(self), Quiet(self)
        self._mending.refused.connect(self._not_mended)
        self.card = PrinterCard(tools.look)
        self._gone = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._gone.timeout.connect(self._forget_came_out)
        self.card.wanted.connect(self._mend)
        printing.moved.connect(self._moved)

    def join(self, page: DeskPage) -> None:
        """Stand on the page, and hear who checks in there."""
        # The card ends with the page, and what it says with both.
        self._page = page
        self.setParent(page)
        page.side.add_below(self.card)
        page.came_in.connect(self._came_in)

    def switch(self, *, on: bool) -> None:
        """Print badges at check-in, or not."""
        self._is_on = on
        if on:
            # Else the first who checks in would wait until all is loaded that draws.
            drawing = partial(import_module, "app.printing.badge_maker")
            self._tools.papers.run(
                lambda _report: drawing(), view=self._asking, then=lambda _module: None
            )

    def _came_in(self, admitted: Admitted) -> None:
        if self._is_on and admitted.decision == "checked_in":
            self._print(admitted.delegate)

    def _print(self, person: Person) -> None:
        view = Quiet(self)
        view.refused.connect(partial(self._not_printed, person))
        self._tools.papers.run(
            lambda _report: self._labels.hand_over(person.id),
            view=view,
            then=partial(self._handed_over, person, view),
        )

    def _handed_over(self, person: Person, view: Quiet, run: PrintRun | None) -> None:
        view.deleteLater()
        self._refused.people.pop(person.id, None)
        if run is not None:
            self._names[run.id] = person.name
            self._printing.look()
        self._show()

    def _not_printed(self, person: Person, why: DeskError) -> None:
        self._refused.people[person.id] = person
        self._refused.why = sentence(why, self._tools.times.of_day)
        self._show()

    def _moved(self, runs: tuple[PrintRun, ...]) -> None:
        if any(map(needs_somebody, runs)) or not self._printers:
            self._ask_printers()
        self.needing.emit(sum(map(needs_somebody, runs)))
        self._show()

    def _ask_printers(self) -> None:
        calls = self._printing.calls

        def known(_report: Report) -> tuple[Printer, ...]:
            return calls.printers.printers()

        self._tools.papers.run(known, view=self._asking, then=self._know)

    def _know(self, printers: tuple[Printer, ...]) -> None:
        if self._printers != printers:
            self._printers = printers
            self._show()

    def _show(self) -> None:
        """Say what is most pressing, or nothing."""
        focused = QApplication.focusWidget()
        runs = self._printing.runs
        troubled = [run for run in runs if needs_somebody(run)]
        if self._refused.people:
            self._say_refused()
        elif troubled:
            self._say_trouble(troubled)
        else:
            self._say_way(runs)
        if self._page is None or focused is None or focused.isVisible():
            return
        if self.card.isAncestorOf(focused):
            self._page.arrive()

    def _say_refused(self) -> None:
        whose = _named([person.name for person in self._refused.people.values()])
        besides = f"{self._refused.why} Check-ins go on."
        remedies = (Remedy.AGAIN, Remedy.QUEUE, Remedy.PUT_AWAY)
        self.card.say(Tone.REFUSED, f"No badge was printed for {whose}.", besides, remedies)

    def _say_trouble(self, troubled: Sequence[PrintRun]) -> None:
        run = troubled[0]
        others = [each for each in self._printers if each.name != run.printer]
        self.card.show_printers(others)
        waiting = [self._names[each.id] for each in troubled if each.id in self._names]
        besides = _without_badge(waiting) if waiting else ""
        remedies = (*_remedies(run), *((Remedy.ELSEWHERE,) if others else ()), Remedy.QUEUE)
        said = run_trouble(run, self._called(run))
        self.card.say(Tone.TROUBLE, said, besides, remedies)

    def _say_way(self, runs: Sequence[PrintRun]) -> None:
        ours = [run for run in runs if run.id in self._names]
        under_way = [run for run in ours if run.state.is_open]
        came_out = [run for run in ours if run.state is JobState.DONE]
        new = [run for run in came_out if run.id not in self._told]
        self._told.update(run.id for run in came_out)
        if new:
            self._out = new
            self._gone.start()
        silence = self._printing.silence
        if under_way and silence is not None:
            besides = _without_badge(self._whose(under_way))
            said = sentence(silence, self._tools.times.of_day)
            self.card.say(Tone.TROUBLE, said, besides, (Remedy.QUEUE,))
        elif under_way:
            where, are = self._called(under_way[0]), "is" if len(under_way) == 1 else "are"
            its = "its" if len(under_way) == 1 else "their"
            said = f"{_badges(self._whose(under_way))} {are} on {its} way to {where}."
            self.card.say(Tone.WAY, said)
        elif self._out:
            said = f"{_badges(self._whose(self._out))} came out of {self._called(self._out[0])}."
            self.card.say(Tone.WAY, said)
        else:
            self.card.hide()

    def _forget_came_out(self) -> None:
        self._out = ()
        self._show()

    def _whose(self, runs: Sequence[PrintRun]) -> list[str]:
        return [self._names[run.id] for run in runs]

    def _called(self, run: PrintRun) -> str:
        named = {each.name: printer_title(each) for each in self._printers}
        return named.get(run.printer, run.printer)

    def _mend(self, remedy: Remedy, printer: str) -> None:
        if remedy is Remedy.QUEUE:
            self.queue_wanted.emit()
        elif self._refused.people:
            people = list(self._refused.people.values())
            self._refused = _Refused()
            for person in people if remedy is Remedy.AGAIN else ():
                self._print(person)
            self._show()
        else:
            run = next(filter(needs_somebody, self._printing.runs), None)
            if run is not None:
                self._printing.mend(run, self._mending, printer)

    def _not_mended(self, why: DeskError) -> None:
        said = sentence(why, self._tools.times.of_day)
        self.card.say(Tone.TROUBLE, said, "", (Remedy.ELSEWHERE, Remedy.QUEUE))


def _remedies(run: PrintRun) -> tuple[Remedy, ...]:
    if not run.state.is_open:
        return (Remedy.AGAIN,)
    return (Remedy.CONTINUE,) if Trouble.PAUSED in run.troubles else ()


def _badges(whose: Sequence[str]) -> str:
    return f"The badge of {whose[0]}" if len(whose) == 1 else f"{len(whose):,} badges"


def _without_badge(names: Sequence[str]) -> str:
    return f"{_named(names)} {'has' if len(names) == 1 else 'have'} no badge yet."


def _named(names: Sequence[str]) -> str:
    more = len(names) - 2
    others = f" and {more:,} more" if more > 0 else ""
    return f"{', '.join(names[:2])}{others}" if others else " and ".join(names[:2])
