"""The visits of a day: what is offered, who would like to join, and the lists at the buses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

from app.errors import DeskError
from app.journal.journal import Changes
from app.visits.boarding import Boarded
from app.visits.overview import VisitSeen
from app.visits.visit import BusList, VisitFacts
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.day_part import DayPart, PartOffer
from ui.common.empty import Empty
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.lettering import BODY
from ui.common.page import News, Tools
from ui.common.parts import Text, column, row
from ui.common.strip import StatusStrip
from ui.common.times import day_words
from ui.visits.asks import Asks
from ui.visits.panel import VisitPanel
from ui.visits.services import VisitServices
from ui.visits.table import VisitTable
from ui.visits.words import filled_words, sum_words

T = TypeVar("T")
_OF_CONCERN = frozenset(
    {
        *("Visit", "VisitChoice", "VisitPlace", "Delegate", "Organisation", "Meeting"),
        *("ProgrammeSession", "Booking", "Slot", "Unavailable", "Icebreaker", "RoundSeat"),
    }
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: all visits, and the list of the one that is chosen."""

    seen: tuple[VisitSeen, ...]
    bus: BusList | None


class VisitsPart(DayPart):
    """A list of the day's visits, and the chosen one beside it."""

    import_wanted = Signal(str)
    """A list is to be imported: of ``visits``, or of ``signups``."""

    def __init__(self, services: VisitServices, tools: Tools, days: Sequence[date]) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._asks = Asks(services, tools, days, self)
        self._day = tools.times.today()
        self._read: _Read | None = None
        self._boarding: UUID | None = None
        self._scanned = ""
        self._looks = InTurn(self._look)
        look = tools.look
        self.status = StatusStrip(look, clock=tools.times.of_day)
        self._quiet, self._scans = Quiet(self), Quiet(self)
        self.table = VisitTable(look, tools.times)
        self.panel = VisitPanel(tools)
        self._said = Text("", BODY, "2", wraps=True)
        self.nothing = Empty(look, "No visits yet.", "Offer a visit", "plus")
        self.allot = Button(look, "Allot places…", "list-checks", "Alt+A", Rank.MAIN)
        self.sign_up = Button(look, "Sign up…", "user-plus", "Alt+S")
        self.add = Button(look, "Offer a visit…", "plus", "Alt+N")
        self.lists = Button(look, "Bus lists", "printer")
        self.bring = SmallButton(look, "Import visits…", "download", rank=Rank.QUIET)
        self.bring_first = SmallButton(look, "Import visits…", "download", rank=Rank.QUIET)
        self.bring_sign_ups = SmallButton(look, "Import sign-ups…", "download", rank=Rank.QUIET)
        self._lay_out()
        self._connect()

    def show_day(self, day: date) -> None:
        self._day = self._asks.day = day
        self._show()

    def arrive(self) -> None:
        self._looks.ask()
        self.table.setFocus()

    def learn(self, changes: Changes) -> None:
        if not changes.models.isdisjoint(_OF_CONCERN):
            self._looks.ask()

    def offers(self) -> Sequence[PartOffer]:
        return (
            PartOffer("Offer a visit", "plus", self._asks.new, also="tour bus add"),
            PartOffer("Allot the places of visits", "list-checks", self._asks.allot),
            PartOffer("Sign somebody up for visits", "user-plus", self._asks.sign_up),
            PartOffer("Import visits", "download", self.bring.click),
            PartOffer("Import sign-ups for visits", "download", self.bring_sign_ups.click),
        )

    def take_scan(self, text: str) -> bool:
        """Board whose badge it is, while a list is open."""
        if self._boarding is None:
            return False
        self._scanned = text
        self._board(text, on_free_seat=False)
        return True

    def end_boarding(self) -> None:
        """Let scans board nobody any more."""
        self._board_for(None)

    def _board(self, code: str, *, on_free_seat: bool) -> None:
        """Note whose code it is; who has no place, if they may have a seat that is free."""
        visit = str(self._boarding)
        self._tools.quick.run(
            lambda _report: self._services.boarding.scan(visit, code, on_free_seat=on_free_seat),
            view=self._scans,
            then=self._show_boarded,
        )

    @property
    def boarding(self) -> UUID | None:
        """The visit that scans board people for."""
        return self._boarding

    def _look(self) -> None:
        """Read all again."""
        chosen = self.table.chosen
        wanted = None if chosen is None else chosen.visit.id

        # While people board, what clashes stays as it was read before: it takes long to find.
        before = self._read.seen if self._boarding is not None and self._read else ()
        clashes = {each.visit.id: each.clashes for each in before}

        def work() -> _Read:
            seen = self._services.overview.seen(with_clashes=not before)
            seen = tuple(
                replace(each, clashes=clashes.get(each.visit.id, each.clashes)) for each in seen
            )
            of_day = [each.visit.id for each in seen if self._is_of_day(each.visit)]
            at = wanted if wanted in of_day else next(iter(of_day), None)
            return _Read(seen, self._services.overview.bus_list(str(at)) if at else None)

        self._tools.reads.run(lambda _report: work(), view=self._quiet, then=self._take)

    def _take(self, read: _Read) -> None:
        self._read = read
        self._asks.visits = tuple(each.visit for each in read.seen)
        self._show()
        self._looks.ended()

    def _show(self) -> None:
        """Show the day's visits, and the one that was read with its list."""
        if self._read is None:
            return
        seen = [each for each in self._read.seen if self._is_of_day(each.visit)]
        self.table.blockSignals(True)
        self.table.show_records(seen)
        bus = self._read.bus
        if self.table.chosen is None and bus is not None:
            self.table.choose(bus.visit.id)
        self.table.blockSignals(False)
        self.nothing.setVisible(not seen)
        self._body.setVisible(bool(seen))
        others = len(self._read.seen)
        self.nothing.say(
            f"No visits on {day_words(self._day)}. There are {others} on other days."
            if others
            else "No visits yet."
        )
        self._said.setText(sum_words(seen))
        for each in (self.allot, self.sign_up, self.lists):
            each.setEnabled(bool(self._read.seen))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.chosen
        bus = self._read.bus if self._read else None
        if chosen is not None and (bus is None or bus.visit.id != chosen.visit.id):
            self._looks.ask()
            return
        self.panel.show_visit(chosen, bus)
        if self._boarding is not None and not self._stands(self._boarding):
            self._board_for(None)

    def _stands(self, visit: UUID) -> bool:
        return self._read is not None and any(each.visit.id == visit for each in self._read.seen)

    def _is_of_day(self, visit: VisitFacts) -> bool:
        return visit.starts_at.astimezone(self._tools.times.zone).date() == self._day

    def _board_for(self, visit: VisitFacts | None) -> None:
        """Let scans board people for a visit, or no more."""
        self._boarding = None if visit is None else visit.id
        self.panel.show_boarding(visit.title if visit else "")

    def _show_boarded(self, boarded: Boarded) -> None:
        self.panel.band.say_boarded(boarded)
        self.heard.emit(boarded.is_new)
        self._looks.ask()

    def _refuse_scan(self, refusal: DeskError) -> None:
        self.panel.band.say_refused(refusal)
        self.heard.emit(False)

    def _refuse_reading(self, refusal: DeskError) -> None:
        self._looks.failed()
        self.status.job_refused(refusal)

    def _do(self, work: Callable[[], T], said: Callable[[T], str]) -> None:
        def then(done: T) -> None:
            self.told.emit(News(said(done)))
            self._looks.ask()

        self._tools.quick.run(lambda _report: work(), view=self.status, then=then)

    def _fill(self) -> None:
        if (seen := self.table.chosen) is not None:
            visit = str(seen.visit.id)
            self._do(lambda: self._services.boarding.fill(visit), filled_words)

    def _with_chosen(self, work: Callable[[UUID, str], T], said: Callable[[str], str]) -> None:
        seen, rider = self.table.chosen, self.panel.chosen
        if seen is None or rider is None:
            return
        visit, who = str(seen.visit.id), rider.sitting.who
        self._do(lambda: work(who.id, visit), lambda _done: said(who.name))

    def _with_visit(self, ask: Callable[[VisitFacts], None]) -> None:
        if (seen := self.table.chosen) is not None:
            ask(seen.visit)

    def _toggle(self, opens: bool) -> None:
        seen = self.table.chosen
        self._board_for(seen.visit if opens and seen is not None else None)
        if not opens:
            self._looks.ask()

    def _connect(self) -> None:
        services, panel = self._services, self.panel
        self.table.chosen_changed.connect(self._show_chosen)
        self.nothing.acted.connect(self._asks.new)
        for bring in (self.bring, self.bring_first):
            bring.clicked.connect(lambda: self.import_wanted.emit("visits"))
        self.bring_sign_ups.clicked.connect(lambda: self.import_wanted.emit("signups"))
        self.add.clicked.connect(self._asks.new)
        self.allot.clicked.connect(self._asks.allot)
        self.sign_up.clicked.connect(self._asks.sign_up)
        self.lists.clicked.connect(services.print_lists)
        panel.boarding_wanted.connect(self._toggle)
        panel.fill_wanted.connect(self._fill)
        panel.board_wanted.connect(
            lambda: self._with_chosen(services.boarding.board, "{} comes along.".format)
        )
        panel.give_wanted.connect(
            lambda: self._with_chosen(services.signing_up.give, "{} has a place.".format)
        )
        panel.back_wanted.connect(
            lambda: self._with_chosen(services.signing_up.take_back, "{} has no place.".format)
        )
        panel.change_wanted.connect(lambda: self._with_visit(self._asks.change))
        panel.cancel_wanted.connect(lambda: self._with_visit(self._asks.cancel))
        self._asks.told.connect(self.told)
        self._asks.ended.connect(self._looks.ask)
        self._quiet.refused.connect(self._refuse_reading)
        panel.delegate_wanted.connect(self.delegate_wanted)
        self._scans.refused.connect(self._refuse_scan)
        panel.band.let_on.clicked.connect(lambda: self._board(self._scanned, on_free_seat=True))

    def _lay_out(self) -> None:
        self.tools_row.setLayout(row(None, self.lists, self.add, self.sign_up, self.allot, gap=8))
        left = QWidget()
        head = row(self._said, self.bring, self.bring_sign_ups, gap=4)
        head.setStretch(0, 1)
        left.setLayout(column(head, self.table, gap=8, margins=(20, 10, 12, 16)))
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(left)
        self._body.addWidget(self.panel)
        self._body.setSizes((540, 664))
        self._body.hide()
        whole = column(self.status, self._body, self.nothing, gap=0)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        inside = self.nothing.layout()
        assert isinstance(inside, QBoxLayout)  # noqa: S101 - it is a column
        inside.insertLayout(3, row(None, self.bring_first, None))
