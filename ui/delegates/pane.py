"""The pane beside the table: one delegate, a form, or what is to be decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.delegates.detail import DelegateDetail
from app.delegates.doubts import OpenDoubt
from app.delegates.person import Person
from app.itinerary.booking import Bookable
from app.meetings.of_organisation import OrganisationSeen
from ui.common.full import FullDialog
from ui.common.jobs import Quiet
from ui.common.lettering import BODY
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column
from ui.common.strip import StatusStrip
from ui.common.unsaved import UnsavedQuestion
from ui.delegates.acts import Acts
from ui.delegates.asking import Asking
from ui.delegates.comparing import Comparing
from ui.delegates.doubt_cards import DoubtList
from ui.delegates.focus import has_focus_in
from ui.delegates.likely import MOST
from ui.delegates.no_place import NoPlace
from ui.delegates.organisation_view import OrganisationView
from ui.delegates.overview import Overview
from ui.delegates.services import DelegateServices, Read
from ui.delegates.sheet import INSET, sheet

WIDTH = 384


class DelegatePane(Panel):
    """Shows whom it is told to open. Unsaved answers are asked about before anybody else comes."""

    opened = Signal(object)
    """A delegate, as they were just read."""
    kept = Signal(object)
    """Somebody goes on with this delegate."""
    focus_freed = Signal()
    """What had the focus here goes away."""

    def __init__(
        self, services: DelegateServices, tools: Tools, days: Sequence[date], day: date
    ) -> None:
        super().__init__("side")
        self._services = services
        self._tools = tools
        self.day = day
        self._detail: DelegateDetail | None = None
        self._awaited: UUID | None = None
        self._reading = Quiet(self)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self.acts = Acts(services, tools, self.strip)
        self.overview = Overview(tools.look, tools.times, self.acts)
        self.doubts = DoubtList(tools.look, self.acts)
        self.organisation = OrganisationView(tools.look)
        self._of: UUID | None = None
        self._comparing = Comparing(services.pair, tools, self.acts, self.strip, self)
        self._nobody = Text("Choose a delegate, or several.", BODY, "2", wraps=True)
        self._question = UnsavedQuestion(tools.look)
        self.asking = Asking(tools.look, self.acts, days)
        self._person, self._decisions = sheet(self.overview), sheet(self.doubts)
        self._organisation = sheet(self.organisation)
        self._stack = QStackedWidget()
        self.setFixedWidth(WIDTH)
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> DelegateDetail | None:
        """Who is shown, or whose form."""
        return self._detail

    def open(self, delegate: UUID) -> None:
        """Show a delegate, once what stands in a form is saved or given up."""
        if self.asking.form is not None and self._detail and self._detail.person.id == delegate:
            return
        self.leave(partial(self._read_anew, delegate))

    def show_several(self, count: int) -> None:
        """Say that many are chosen."""
        text = f"{count:,} chosen. The buttons below the table act on all of them."
        self.leave(partial(self._show_nobody, text if count else "Choose a delegate, or several."))

    def show_doubts(self) -> None:
        """Show what is to be decided."""
        self.leave(self._show_doubts)

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``, once it is known what becomes of changes that are not saved."""
        if self.asking.unsaved:
            name = self._detail.person.name if self._detail else "the form"
            self._question.ask(f"The changes to {name} are", then)
            return
        self.asking.close_form()
        then()

    def read_again(self) -> None:
        """Read whoever is shown anew; a form stays as it is."""
        # Whoever is being read already is read as they are now, and may be somebody else.
        if self._detail is not None and self._detail.person.id == self._awaited:
            self._read(self._awaited)

    def _read_anew(self, delegate: UUID) -> None:
        self._of = None
        self._read(delegate)

    def _read(self, delegate: UUID) -> None:
        self._awaited = delegate
        self._tools.quick.run(
            lambda _report: self._services.read(delegate, self.day),
            view=self._reading,
            then=self._show,
        )

    def _show(self, read: Read) -> None:
        detail = read.detail
        if detail.person.id != self._awaited:
            return
        self._detail = detail
        self.opened.emit(detail)
        today = self.day == self._tools.times.today()
        self.overview.show_detail(detail, read, today=today)
        self._read_partners(detail.person.id)
        if self._of is not None:
            self._read_organisation()
        elif self.asking.form is None:
            self._stack.setCurrentWidget(self._person)

    def _read_partners(self, delegate: UUID) -> None:
        self._tools.reads.run(
            lambda _report: self._services.partners.of(delegate, MOST),
            view=self._reading,
            then=partial(self.overview.show_partners, delegate),
        )

    def _open_organisation(self, organisation: UUID) -> None:
        self._of = organisation
        self._read_organisation(begin=True)

    def _read_organisation(self, *, begin: bool = False) -> None:
        wanted = self._of

        def show(seen: OrganisationSeen) -> None:
            if self._of != wanted:
                return
            self.organisation.show_seen(seen)
            if self.asking.form is None:
                self._stack.setCurrentWidget(self._organisation)
            if begin:
                self.organisation.begin()

        if wanted is not None:
            self._tools.reads.run(
                lambda _report: self._services.organisation(wanted), view=self.strip, then=show
            )

    def _leave_organisation(self) -> None:
        self._of = None
        self.focus_freed.emit()
        self._stack.setCurrentWidget(self._person)

    def _edit_organisation(self) -> None:
        if self.organisation.seen is not None:
            self.asking.organisation(self.organisation.seen.facts)

    def _show_nobody(self, text: str) -> None:
        self._detail = self._awaited = None
        self._nobody.setText(text)
        self._stack.setCurrentIndex(0)

    def _show_doubts(self) -> None:
        self._detail = self._awaited = None
        self._stack.setCurrentWidget(self._decisions)

    def _with(self, doubt: OpenDoubt, ask: Callable[[DelegateDetail, OpenDoubt], None]) -> None:
        """Ask about the delegate of a doubt, who may have to be read first."""
        delegate = doubt.delegates[0].id

        def show(read: Read) -> None:
            self._awaited = delegate
            self._show(read)
            ask(read.detail, doubt)

        self._tools.quick.run(
            lambda _report: self._services.read(delegate, self.day), view=self.strip, then=show
        )

    def _show_kept(self, kept: Person, gone: Person) -> None:
        """Go to the entry that was kept, if the other one was shown."""
        if self._awaited == gone.id:
            self.kept.emit(kept.id)
            self._read(kept.id)

    def _book(self, detail: DelegateDetail) -> None:
        """Ask what to book, once it is known what there is."""

        def ask(offered: tuple[Bookable, ...]) -> None:
            if self._detail is not None and self._detail.person.id == detail.person.id:
                asking, times = self.asking, self._tools.times
                asking.book(detail, offered, times)

        delegate = detail.person.id
        self._tools.reads.run(
            lambda _report: self._services.booking.bookable(delegate), view=self.strip, then=ask
        )

    def _of_shown(self, ask: Callable[[DelegateDetail], None]) -> Callable[[], None]:
        return lambda: ask(self._detail) if self._detail is not None else None

    def _read_words(self) -> None:
        self._tools.reads.run(
            lambda _report: self._services.known_words(), view=self._reading, then=self.asking.know
        )

    def _ask_despite_full(self, no_place: NoPlace) -> None:
        dialog = FullDialog(self._tools.look, no_place.refusal, no_place.whom, self)
        dialog.decided.connect(no_place.decide)
        dialog.rejected.connect(self.asking.enable)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_on(self) -> None:
        if has_focus_in(self._question):
            self.focus_freed.emit()
        self._stack.setCurrentWidget(self._person if self._of is None else self._organisation)
        self._read_organisation()
        self._question.go_on()

    def _give_up(self) -> None:
        self.asking.close_form()
        self._go_on()

    def _stay(self) -> None:
        if self.asking.form is not None and self._detail is not None:
            self.asking.form.begin()
            self.kept.emit(self._detail.person.id)

    def _cancel(self) -> None:
        self._question.drop()
        self._give_up()

    def _save_first(self) -> None:
        if self.asking.form is not None:
            self.asking.form.save()

    def _lay_out(self) -> None:
        nobody = QWidget()
        nobody.setLayout(column(self._nobody, None, margins=(INSET, 0, INSET, 0)))
        for part in (nobody, self._person, self.asking, self._decisions, self._organisation):
            self._stack.addWidget(part)
        said = column(self.strip, self._question, margins=(INSET, 0, INSET, 0))
        layout = column(said, self._stack, gap=8, margins=(0, 12, 0, 0))
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        shown, asking = self.overview, self.asking
        shown.edit_wanted.connect(self._of_shown(asking.edit))
        shown.status_wanted.connect(self._of_shown(asking.status))
        shown.short_name_wanted.connect(self._of_shown(asking.short_name))
        shown.code_wanted.connect(self._of_shown(asking.code))
        shown.substitute_wanted.connect(self._of_shown(asking.substitute))
        shown.book_wanted.connect(self._of_shown(self._book))
        for part in (shown.doubt_wanted, self.doubts.substitute_wanted):
            part.connect(lambda doubt: self._with(doubt, asking.substitute))
        for part in (shown.name_wanted, self.doubts.name_wanted):
            part.connect(lambda doubt: self._with(doubt, asking.correct_name))
        for part in (shown.compare_wanted, self.doubts.compare_wanted):
            part.connect(lambda doubt: self._comparing.ask(doubt, self.day, self._awaited))
        shown.organisation_wanted.connect(self._open_organisation)
        self.organisation.back_wanted.connect(self._leave_organisation)
        self.organisation.edit_wanted.connect(self._edit_organisation)
        self._comparing.merged.connect(self._show_kept)
        asking.begun.connect(lambda: self._stack.setCurrentWidget(asking))
        asking.words_wanted.connect(self._read_words)
        asking.saved.connect(self._go_on)
        asking.cancelled.connect(self._cancel)
        freed = (shown.focus_freed, self.doubts.focus_freed, asking.focus_freed)
        for part in (*freed, self.organisation.focus_freed):
            part.connect(self.focus_freed)
        self.strip.refused.connect(lambda _refusal: asking.enable())
        self.acts.full.connect(self._ask_despite_full)
        self._question.save.clicked.connect(self._save_first)
        self._question.discard.clicked.connect(self._give_up)
        self._question.stayed.connect(self._stay)
        self._question.stands.connect(asking.step_back)
