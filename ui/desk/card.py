"""The card of the Desk: ready, a verdict, who was found, or the form for a walk-in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.applications.places import PlacesFull
from app.checkin.reception import AtDesk
from app.delegates.lookup import Found
from app.delegates.person import Person
from app.errors import DeskError
from app.itinerary.items import Itinerary
from app.meetings.upcoming import DelegateMeetings
from app.printing.schedules.standing import ScheduleStanding
from ui.common.buttons import LargeButton, Rank
from ui.common.full import ForWhom, FullDialog
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.common.times import Times
from ui.common.turns import in_turn
from ui.desk.band import Band
from ui.desk.ready import Ready
from ui.desk.refusals import OLD_SCHEDULE, Act, Shape
from ui.desk.results import Results
from ui.desk.schedule_view import ScheduleView
from ui.desk.verdict_view import VerdictView
from ui.desk.verdicts import Verdict

if TYPE_CHECKING:
    from ui.desk.walk_in import WalkIn


class DeskCard(Panel):
    """Shows one state at a time. ``verdict`` is the one that is shown, if one is."""

    act_wanted = Signal(Act)
    check_in_wanted = Signal(object)
    """A ``Person`` is to be let in, from those who were found or who comes instead."""
    open_wanted = Signal(object)
    """A ``Person`` is to be shown, from those who were found or who are known already."""
    registered = Signal(object, bool, object)
    """The form was sent, as ``WalkIn.registered``."""
    accept_wanted = Signal(object, str)
    """Somebody is accepted although no place is left: who, and why."""
    given_up = Signal()
    """The form was left."""
    words_wanted = Signal()
    """As ``WalkIn.words_wanted``."""
    shown = Signal(object)
    """Another ``Verdict`` is shown, or none."""

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("card")
        self._look = look
        self.verdict: Verdict | None = None
        self.typed = ""
        self.ready = Ready(look)
        self._verdict_view = VerdictView(look, times)
        self.results = Results(look, times)
        self._results_foot = self._build_results_foot(look)
        found = QWidget()
        found.setLayout(column(self.results, self._results_foot, gap=0))
        self._schedule = ScheduleView(look, times)
        self._states = QStackedWidget()
        self._found = found
        for state in (self.ready, self._verdict_view, found, self._schedule):
            self._states.addWidget(state)
        self.setLayout(column(self._states, margins=1))
        self._verdict_view.foot.wanted.connect(self.act_wanted)
        self._schedule.foot.wanted.connect(self.act_wanted)
        for cards in (self.results, self._verdict_view.instead):
            cards.check_in_wanted.connect(self.check_in_wanted)
            cards.open_wanted.connect(self.open_wanted)
        in_turn(self, lambda: self.form)

    @cached_property
    def form(self) -> WalkIn:
        """The form for a walk-in, made a moment after all that a scan needs."""
        from ui.desk.walk_in import WalkIn  # noqa: PLC0415 - as late as the form

        form = WalkIn(self._look)
        form.registered.connect(self.registered)
        form.open_wanted.connect(self.open_wanted)
        form.given_up.connect(self.given_up)
        form.words_wanted.connect(self.words_wanted)
        self._states.addWidget(form)
        return form

    @property
    def band(self) -> Band:
        """Where verdicts are painted."""
        return self._verdict_view.band

    @property
    def asks(self) -> bool:
        """Tell whether the form for a walk-in is shown."""
        return self._states.currentWidget() is self.form

    def show_ready(self) -> None:
        """Wait for the next scan."""
        self._show(self.ready)

    def show_verdict(self, verdict: Verdict, problem: str = "") -> None:
        """Show what was decided; ``problem`` says why something else was not done."""
        if verdict.reason == OLD_SCHEDULE and not problem:
            self._schedule.await_schedule(verdict)
            self._show(self._schedule, verdict)
            return
        self._verdict_view.show_verdict(verdict, problem)
        self._show(self._verdict_view, verdict)

    def show_more(self, about: AtDesk) -> None:
        """Add to the verdict what it did not wait for."""
        if self.verdict is not None:
            self._verdict_view.show_more(self.verdict, about)

    def show_meetings(self, meetings: DelegateMeetings) -> None:
        """Add to the verdict what they have before them."""
        self._verdict_view.show_meetings(meetings)

    def show_itinerary(self, itinerary: Itinerary) -> None:
        """Add to the verdict what they have to be at now and next."""
        self._verdict_view.now_next.show_itinerary(itinerary)

    def show_schedule(
        self, verdict: Verdict, meetings: DelegateMeetings, standing: ScheduleStanding
    ) -> None:
        """Show a verdict about a schedule that is out of date, and what it would say now."""
        self._show(self._schedule, verdict)
        self._schedule.show_schedule(verdict, meetings, standing)

    def show_paper(self, standing: ScheduleStanding) -> None:
        """Add to the verdict whether the printed schedule is out of date."""
        if self.verdict is not None:
            self._verdict_view.show_paper(self.verdict, standing)

    def show_found(self, typed: str, found: Found) -> None:
        """Show who was found."""
        self.results.show_found(typed, found)
        self._register.set_rank(Rank.PLAIN if found.delegates else Rank.MAIN)
        self._show(self._found, typed=typed)

    def show_form(self, absent: Person | None = None) -> None:
        """Ask for somebody new; what was typed before is still there unless it was sent."""
        typed = self.typed
        self._show(self.form, typed=typed)
        self.form.begin(typed, absent)

    def asks_about(self, refusal: DeskError) -> bool:
        """Ask for the decision that a refusal needs; tell whether it needs one."""
        if self.asks:
            return self.form.asks_about(refusal)
        person = self.verdict.person if self.verdict else None
        if not isinstance(refusal, PlacesFull) or person is None:
            return False
        dialog = FullDialog(self._look, refusal, ForWhom(person.name, "Accept and check in"), self)
        dialog.decided.connect(lambda why: self.accept_wanted.emit(person, why))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return True

    def show_problem(self, text: str) -> None:
        """Say why something was not done, in the place where people look."""
        if self.asks:
            self.form.say(text)
        else:
            self.show_verdict(self.verdict or Verdict("", Shape.UNKNOWN, "This was not done"), text)

    def _show(self, state: QWidget, verdict: Verdict | None = None, typed: str = "") -> None:
        self.verdict, self.typed = verdict, typed
        self._states.setCurrentWidget(state)
        self.shown.emit(verdict)

    def _build_results_foot(self, look: Look) -> Panel:
        self._register = LargeButton(look, "Register on site", "user-plus")
        self._register.show_key("Alt+G")
        self._register.clicked.connect(lambda: self.act_wanted.emit(Act.REGISTER))
        foot = Panel("foot")
        foot.setFixedHeight(77)
        foot.setLayout(
            row(self._register, None, Text("Esc clears", BODY, "3"), margins=(32, 14, 32, 14))
        )
        return foot
