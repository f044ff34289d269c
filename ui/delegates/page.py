"""The page of delegates: everybody in a table, and one of them beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.delegates.detail import DelegateDetail
from app.itinerary.now_for import MADE_OF
from app.journal.journal import Changes
from ui.common.empty import Empty
from ui.common.page import Page, Tools
from ui.common.parts import Panel, column, row
from ui.common.sentences import sentence
from ui.delegates.accept_dialog import AcceptAsking
from ui.delegates.asked_files import AskedFiles
from ui.delegates.columns import table_columns
from ui.delegates.filters import Filters
from ui.delegates.guessing import Guessing, Seeking
from ui.delegates.head import TableHead
from ui.delegates.many import ManyBar
from ui.delegates.model import Wanted
from ui.delegates.nobody_words import why_nobody
from ui.delegates.pane import DelegatePane
from ui.delegates.reader import STALE, Reader, Reading
from ui.delegates.services import DelegateServices
from ui.delegates.table import DelegatesTable

_OF_ONE = MADE_OF | {"Meeting", "Request"}
"""What the pane shows of one delegate besides the row."""


class DelegatesPage(Page):
    """Everybody: to look through, filter, correct, and act on many at once."""

    print_wanted = Signal(tuple)
    erase_wanted = Signal(object)
    """Badges of these delegates, by id."""
    import_wanted = Signal()
    columns_changed = Signal(str)
    """Somebody chose other columns: ``columns`` is to be kept."""

    def __init__(
        self,
        services: DelegateServices,
        tools: Tools,
        days: Sequence[date],
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tools = tools
        self._day = day
        self._awaited: UUID | None = None
        self._was_read = False
        self._stale = True
        columns = table_columns(tools.times)
        self.table = DelegatesTable(tools.look, columns)
        self.head = TableHead(tools.look, columns)
        self.pane = DelegatePane(services, tools, days, day)
        self.bar = ManyBar(tools.look)
        self._nobody = Empty(
            tools.look, "No delegates yet.", "Import delegates", "file-spreadsheet"
        )
        self._nothing = Empty(tools.look, "No one fits these filters.", "Clear filters", "x")
        self._places = QStackedWidget()
        self.files = AskedFiles(self.pane.acts, tools.files, self._chosen, self)
        self._guessing = Guessing(services, tools, self)
        self._seeking = Seeking(services, tools, self)
        self._accepting = AcceptAsking(services.accepting, tools, self)
        self._reader = Reader(services, tools, self.table.records.prepared, self)
        self.head.show_columns(self.table.columns)
        self._lay_out()
        self._connect()

    @property
    def columns(self) -> str:
        """The columns that stand, as text for the settings."""
        return self.table.columns

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """Give who is chosen in the table."""
        return self._chosen()

    def show_columns(self, columns: str) -> None:
        """Let the columns stand that the settings kept; a blank is the usual ones."""
        self.table.show_columns(columns)
        self.head.show_columns(self.table.columns)

    def show_day(self, day: date) -> None:
        """Show how everybody stands on another day."""
        self._day = self.pane.day = day
        self._read_if_seen()

    def show_delegate(self, delegate: UUID) -> None:
        """Choose a delegate and bring them in sight, whatever was filtered."""
        if not self._was_read:
            self._awaited = delegate
            self._read()
            return
        if not self.table.choose(delegate):
            self._clear()
            self.table.choose(delegate)
        self.bar.show_count(1)
        self.pane.open(delegate)

    def arrive(self) -> None:
        if self._stale:
            self._read()
        self.head.field.setFocus()

    @property
    def unsaved(self) -> bool:
        return self.pane.asking.unsaved

    def leave(self, then: Callable[[], None]) -> None:
        self.pane.leave(then)

    def learn(self, changes: Changes) -> None:
        if not STALE.isdisjoint(changes.models):
            self._read_if_seen()
        if not _OF_ONE.isdisjoint(changes.models) and self.isVisible():
            self.pane.read_again()

    def _read_if_seen(self) -> None:
        # To read everybody takes turns from the scans, which nobody wants who does not look.
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._reader.ask(self._day)

    def _take(self, reading: Reading) -> None:
        self._was_read = True
        self.table.take(reading.everybody)
        if self.head.search_in.profiles:
            self._narrow()
        self.head.chips.show_counts(reading.everybody.counts)
        self.head.show_doubts(len(reading.doubts))
        self.head.places.show_notice(reading.notice)
        self.pane.doubts.show_doubts(reading.doubts)
        self.bar.allow_check_in(today=self._day == self._tools.times.today())
        self._say_counts()
        self.pane.read_again()
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self.show_delegate(awaited)

    def _narrow(self, _by: object = None) -> None:
        typed = self.head.field.text()
        if self.head.search_in.profiles and typed.strip():
            self._seeking.ask(typed)
            return
        self._show_wanted(Wanted(typed, self.head.chips.filters))

    def _show_wanted(self, wanted: Wanted) -> None:
        self.table.want(wanted)
        self._say_counts()
        shown = self.pane.shown
        is_gone = shown is not None and self.table.records.row_of(shown.person.id) < 0
        # Whoever is not in the table must not be checked in beside it; what is half written stays.
        if self.bar.isVisible() or (is_gone and self.pane.asking.form is None):
            self._hear_chosen()

    def _show_sought(self, typed: str, found: Collection[UUID], note: str) -> None:
        if typed == self.head.field.text() and self.head.search_in.profiles:
            self._show_wanted(Wanted(typed, self.head.chips.filters, found))
            self.head.say(note)

    def _clear(self) -> None:
        self.head.field.clear()
        self.head.chips.ask(Filters())

    def _leave_out_less(self) -> None:
        if self.head.chips.filters.active:
            self.head.chips.ask(Filters())
        else:
            self._clear()

    def _say_counts(self) -> None:
        everybody, shown = self.table.records.everybody, len(self.table.records.records)
        self.head.show_counts(len(everybody), shown, self.table.records.here)
        if not shown:
            self._nothing.say(why_nobody(self.head, everybody))
        place = self.table if shown or not self._was_read else self._nothing
        self._places.setCurrentWidget(place if everybody or not self._was_read else self._nobody)
        self.head.offer_search(wanted=bool(everybody) or not self._was_read)

    def _guess(self, typed: str) -> None:
        """Look whom somebody may mean who has typed what matches nobody."""
        answered = self.head.search_in.profiles or self.table.records.records
        if typed.strip() and self._was_read and not answered:
            self._guessing.ask(typed, self._day)

    def _show_meant(self, typed: str, meant: tuple[UUID, ...]) -> None:
        if typed != self.head.field.text():
            return
        self._show_wanted(Wanted(typed, self.head.chips.filters, meant))
        if self.table.records.records:
            self.head.say(f"No one is called “{typed}”. These are spelt nearly so.")

    def _hear_chosen(self) -> None:
        chosen = self.table.chosen
        self.bar.show_count(len(chosen))
        if len(chosen) == 1:
            self.pane.open(chosen[0].id)
        else:
            self.pane.show_several(len(chosen))

    def _keep(self, delegate: UUID) -> None:
        self.table.choose(delegate)
        self.bar.show_count(1)

    def _put(self, detail: DelegateDetail) -> None:
        if all(row != detail.row for row in self.table.chosen):
            self.table.put(detail.row)
            self._say_counts()

    def _refresh(self, whom: Sequence[UUID]) -> None:
        shown = self.pane.shown
        if shown is not None and shown.person.id in whom:
            self.pane.read_again()
        self._reader.ask(self._day)

    def _chosen(self) -> tuple[UUID, ...]:
        return tuple(row.id for row in self.table.chosen)

    def _ask_whom_to_accept(self, chosen: Sequence[UUID]) -> None:
        self._accepting.ask(chosen, self.table.records.everybody)

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.records.records and not self.table.chosen:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        for place in (self.table, self._nobody, self._nothing):
            self._places.addWidget(place)
        sheet = Panel("ground")
        places = QWidget()
        places.setLayout(row(self._places, margins=(10, 0, 0, 0)))
        left = column(self.head, places, self.bar, gap=0)
        left.setStretch(1, 1)
        sheet.setLayout(left)
        layout = row(sheet, self.pane, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        head = self.head
        self._reader.read.connect(self._take)
        self._reader.refused.connect(
            lambda refusal: self.pane.strip.say(sentence(refusal, self._tools.times.of_day))
        )
        self.table.chosen_changed.connect(self._hear_chosen)
        self.table.columns_changed.connect(self.columns_changed)
        head.typed.connect(self._narrow)
        head.settled.connect(self._guess)
        head.search_in.changed.connect(self._narrow)
        self._guessing.meant.connect(self._show_meant)
        self._seeking.found.connect(self._show_sought)
        head.chips.changed.connect(self._narrow)
        head.decide_wanted.connect(self.pane.show_doubts)
        head.places.let_in_wanted.connect(self.pane.acts.let_in)
        head.places.look_wanted.connect(lambda: self._ask_whom_to_accept(()))
        head.columns_wanted.connect(self.table.choose_columns)
        head.table_wanted.connect(self._to_table)
        self._nobody.acted.connect(self.import_wanted)
        self._nothing.acted.connect(self._leave_out_less)
        self.pane.opened.connect(self._put)
        self.pane.kept.connect(self._keep)
        self.pane.focus_freed.connect(self.table.setFocus)
        self.pane.overview.print_wanted.connect(self.print_wanted)
        self.pane.overview.erase_wanted.connect(self.erase_wanted)
        self.pane.overview.delegate_wanted.connect(self.show_delegate)
        self.pane.organisation.delegate_wanted.connect(self.show_delegate)
        self.pane.doubts.delegate_wanted.connect(self.show_delegate)
        self._connect_acts()

    def _connect_acts(self) -> None:
        acts, bar = self.pane.acts, self.bar
        self._accepting.told.connect(self.told)
        self._accepting.done_to.connect(self._refresh)
        acts.told.connect(self.told)
        acts.done.connect(self._refresh)
        bar.print_wanted.connect(lambda: self.print_wanted.emit(self._chosen()))
        bar.status_chosen.connect(lambda each: acts.set_status_of_many(self._chosen(), each))
        bar.accept_wanted.connect(lambda: self._ask_whom_to_accept(self._chosen()))
        bar.check_in_wanted.connect(self.table.setFocus)
        bar.check_in_wanted.connect(lambda: acts.check_in_several(self._chosen()))
        bar.export_wanted.connect(lambda: self.files.ask_for_list(self._day))
        bar.mails_wanted.connect(lambda: self.files.ask_for_mails(self._day))
