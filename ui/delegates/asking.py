"""The form that is open in the pane, if one is, and what happens to its answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.detail import DelegateDetail
from app.delegates.doubts import OpenDoubt
from app.delegates.profiles import OrganisationFacts
from app.delegates.registration import Status
from app.delegates.suggesting import KnownWords
from app.itinerary.booking import Bookable
from ui.common.buttons import Rank
from ui.common.look import Look
from ui.common.parts import clear, column
from ui.common.times import Times
from ui.delegates.acts import Acts
from ui.delegates.booking_plan import book_plan
from ui.delegates.focus import has_focus_in
from ui.delegates.forms import FormPlan, PaneForm, Values
from ui.delegates.plans import (
    code_plan,
    edit_plan,
    named,
    order_of,
    organisation_plan,
    short_name_plan,
    status_plan,
    substitute_plan,
    words_of,
)


class Asking(QWidget):
    """Asks for what a deed on a delegate needs, and does it with the answers."""

    begun = Signal()
    words_wanted = Signal()
    """A form would be completed from what the event knows: ``know`` takes it."""
    saved = Signal()
    cancelled = Signal()
    focus_freed = Signal()
    """What had the focus goes away."""

    def __init__(self, look: Look, acts: Acts, days: Sequence[date]) -> None:
        super().__init__()
        self._look = look
        self._acts = acts
        self._days = days
        self.form: PaneForm | None = None
        self._place = column(gap=0)
        self.setLayout(self._place)

    @property
    def unsaved(self) -> bool:
        """Tell whether something stands in the form that is saved nowhere."""
        return self.form is not None and bool(self.form.changed)

    def edit(self, detail: DelegateDetail) -> None:
        """Ask for all facts."""
        self._ask(
            edit_plan(detail, self._days),
            lambda form: self._acts.edit(detail.person, order_of(form.changed), self._done),
        )

    def correct_name(self, detail: DelegateDetail, doubt: OpenDoubt) -> None:
        """Ask for all facts; the name is the file's, and saving decides the doubt."""
        form = self._ask(
            edit_plan(detail, self._days),
            lambda form: self._acts.edit(
                detail.person, order_of(form.changed), lambda: self._decided(doubt)
            ),
        )
        form.fill(named(str(doubt.facts["value"])))

    def status(self, detail: DelegateDetail) -> None:
        """Ask where the application stands."""

        def save(form: PaneForm) -> None:
            status, reason = Status(form.values["status"]), form.values["reason"]
            self._acts.set_status(detail.person, status, reason, self._done)

        self._ask(status_plan(detail), save)

    def short_name(self, detail: DelegateDetail) -> None:
        """Ask what the organisation is called where there is little room."""
        self._ask(
            short_name_plan(detail),
            lambda form: self._acts.shorten(
                detail.person, form.values["short_name"].strip(), self._done
            ),
        )

    def code(self, detail: DelegateDetail) -> None:
        """Ask why a new code is needed."""
        self._ask(
            code_plan(),
            lambda form: self._acts.replace_code(detail.person, form.values["reason"], self._done),
        )

    def substitute(self, detail: DelegateDetail, doubt: OpenDoubt | None = None) -> None:
        """Ask who comes instead; if a file names somebody, saving decides the doubt."""

        def save(form: PaneForm) -> None:
            self._acts.substitute(
                detail.person, order_of(form.values), lambda: self._decided(doubt)
            )

        form = self._ask(substitute_plan(detail), save)
        if doubt is not None:
            form.fill(named(str(doubt.facts["value"])))

    def book(self, detail: DelegateDetail, offered: Sequence[Bookable], times: Times) -> None:
        """Ask for which session or visit."""
        known = {str(each.id): each for each in offered}

        def save(form: PaneForm) -> None:
            self._acts.book(detail.person, known[form.values["what"]], self._done)

        self._ask(book_plan(offered, times), save)

    def organisation(self, facts: OrganisationFacts) -> None:
        """Ask for what an organisation is in and what it can."""
        self._ask(
            organisation_plan(facts),
            lambda form: (
                self._acts.describe(facts, words_of(form.changed), self._done)
                if form.changed
                else self._done()
            ),
        )

    def close_form(self) -> None:
        """Give up what stands in the form."""
        form, self.form = self.form, None
        if form is not None:
            if has_focus_in(form):
                self.focus_freed.emit()
            clear(self._place)

    def know(self, words: KnownWords) -> None:
        """Complete the form that is open, if one is, from these words."""
        if self.form is not None:
            self.form.know(words)

    def step_back(self, asked: bool) -> None:
        """Leave the filled button to the question about the form while it is ``asked``."""
        if self.form is not None:
            self.form.save_it.set_rank(Rank.PLAIN if asked else Rank.MAIN)

    def enable(self) -> None:
        """Let a form whose answers were refused be corrected."""
        if self.form is not None:
            self.form.reopen()

    def _ask(self, plan: FormPlan, save: Callable[[PaneForm], None]) -> PaneForm:
        self.close_form()
        form = self.form = PaneForm(self._look, plan)

        def take(_changed: Values) -> None:
            if has_focus_in(form):
                form.remember_focus()
                self.focus_freed.emit()
            form.setEnabled(False)
            save(form)

        form.saved.connect(take)
        form.cancelled.connect(self.cancelled)
        self._place.addWidget(form)
        self.begun.emit()
        form.begin()
        if form.can_be_completed:
            self.words_wanted.emit()
        return form

    def _done(self) -> None:
        self.close_form()
        self.saved.emit()

    def _decided(self, doubt: OpenDoubt | None) -> None:
        if doubt is not None:
            self._acts.settle(doubt, "")
        self._done()
