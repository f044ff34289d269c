"""The speeches of a day: the running order, who speaks now, and what is done as it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.delegates.person import Person
from app.errors import DeskError
from app.journal.journal import Changes
from app.speeches.known import SpeechOrder
from app.speeches.running import NoSpeeches, Speech, Speeches
from ui.common.buttons import Button
from ui.common.day_part import DayPart, PartOffer
from ui.common.empty import Empty
from ui.common.jobs import Quiet
from ui.common.lettering import BODY
from ui.common.page import News, Tools
from ui.common.parts import Text, column, focus_first, line, row
from ui.common.strip import StatusStrip
from ui.common.times import day_words
from ui.speeches.dialog import SpeechesDialog
from ui.speeches.now_card import NowCard
from ui.speeches.rows import Row, Stands, count_words, end_words, next_words, rows_of, seen_at
from ui.speeches.services import SpeechServices
from ui.speeches.side import Side
from ui.speeches.table import SpeakerTable
from ui.stage.faces import of_speeches

_TICKS_MS = 250
_ROWS_EVERY_S = 5
_CONCERNS = frozenset({"SpeechRound", "SpeechTurn", "CheckIn", "Delegate", "Delegation"})
Read = tuple[Speeches, tuple[Speech, ...]]


class SpeechesPart(DayPart):
    """Reads the list when something was written, and ticks by itself."""

    def __init__(self, services: SpeechServices, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._day = tools.times.today()
        self._read: Read | None = None
        self._seen = -1
        look = tools.look
        self.set_up = Button(look, "Set anew…", "settings-2")
        self.clock = Button(look, "Open the clock", "monitor")
        self.paper = Button(look, "Print the order…", "printer")
        self.nothing = Empty(look, "", "Set speeches…", "timer")
        self.now, self.table = NowCard(look), SpeakerTable(look)
        self.side = Side(look, services.find, tools.quick)
        self.counts = Text("", BODY, "2")
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self._whole, self._quiet = QStackedWidget(), Quiet(self)
        self._waits_for_focus = False
        self._unread, self._inside = QWidget(), QWidget()
        self._ticks = QTimer(self, interval=_TICKS_MS)
        self._lay_out()
        self._connect()

    def show_day(self, day: date) -> None:
        self._day = day
        self._read = None
        focused = QApplication.focusWidget()
        self._waits_for_focus = focused is not None and self.isAncestorOf(focused)
        self._whole.setCurrentWidget(self._unread)
        self.read()

    def arrive(self) -> None:
        shown = self._whole.currentWidget()
        # Before the list is read nothing is there to have the focus.
        self._waits_for_focus = shown is self._unread
        if shown is self.nothing:
            focus_first(self.nothing)
        elif shown is self._inside:
            self.table.setFocus()

    def show_person(self, person: UUID, _at: datetime) -> None:
        self.table.seek(person)

    def learn(self, changes: Changes) -> None:
        if not changes.models.isdisjoint(_CONCERNS):
            self.read()

    def offers(self) -> Sequence[PartOffer]:
        also = "speed presentations running order"
        found = [PartOffer("Set speeches…", "timer", self.ask, also=f"{also} talks minutes")]
        if self._read is not None:
            found.append(PartOffer("Next speaker", "play", self._go_on, "Alt+N", also))
        return found

    def read(self) -> None:
        """Read the list of the day that is shown."""
        day = self._day

        def list_of_day() -> Read | None:
            try:
                return self._services.speaking.of_day(day)
            except NoSpeeches:
                return None

        self._tools.reads.run(
            lambda _report: list_of_day(), view=self._quiet, then=lambda read: self._show(day, read)
        )

    def tick(self) -> None:
        """Show what it is by now."""
        if self._read is None:
            return
        speeches, told = self._read
        zone = self._tools.times.zone
        now = seen_at(speeches, self._tools.times.clock(), zone)
        # Times are told in minutes: of hundreds of rows, not each tick makes all anew.
        seen = int(now.timestamp()) // _ROWS_EVERY_S
        if self._seen != seen:
            self._seen, rows = seen, rows_of(speeches, told, now, zone)
            if rows != self.table.records.records:
                self.table.show_rows(rows)
                self.counts.setText(count_words(rows))
            self._allow(rows)
        face = of_speeches(speeches, told, now, self._tools.times.of_day)
        self.now.show_face(face, end_words(speeches, now, zone))

    def _allow(self, rows: Sequence[Row]) -> None:
        """Let speeches be led on, if it is their day."""
        goes_on = any(row.can_move or row.stands is Stands.SPEAKS for row in rows)
        is_today = self._day == self._tools.times.today()
        self.now.go_on.setEnabled(goes_on and is_today)
        self.now.go_on.set_words(next_words(rows))
        self.now.skip.setEnabled(any(row.can_move for row in rows) and is_today)

    def ask(self) -> None:
        """Ask who is to speak."""
        dialog = SpeechesDialog(self._services, self._tools, self._day, self)
        if self._read is not None:
            dialog.show_speeches(self._read[0])
        self._tools.reads.run(
            lambda _report: self._services.delegations(),
            view=self._quiet,
            then=dialog.show_delegations,
        )
        dialog.decided.connect(self._set)
        dialog.look()
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _show(self, day: date, read: Read | None) -> None:
        if day != self._day:
            return
        focused = QApplication.focusWidget()
        lost = (
            focused is not None
            and self.isAncestorOf(focused)
            and (read is None) != (self._read is None)
        )
        self._read, self._seen = read, -1
        self.nothing.say(f"No speeches on {day_words(day)}.")
        self._whole.setCurrentWidget(self.nothing if read is None else self._inside)
        self.set_up.setVisible(read is not None)
        self.paper.setVisible(read is not None)
        if read is not None:
            self.set_up.setEnabled(all(each.is_open for each in read[0].slots))
            self.set_up.setToolTip("" if self.set_up.isEnabled() else "The speeches have begun.")
            self.tick()
            if self.table.row is None and self.table.records.records:
                following = (each for each in self.table.records.records if each.can_move)
                first = next(following, self.table.records.records[0])
                self.table.choose(first.id)
        if self._waits_for_focus or (lost and self.isVisible()):
            self.arrive()

    def _set(self, order: SpeechOrder) -> None:
        def said(speeches: Speeches) -> str:
            return f"{len(speeches.slots)} speak on {day_words(self._day)}."

        day = self._day
        self._do(lambda: self._services.speaking.set(day, order), said)

    def _go_on(self) -> None:
        day = self._day
        self._do(lambda: self._services.speaking.go_on(day), lambda _speeches: "")

    def _skip_next(self) -> None:
        rows = self.table.records.records
        following = next((row for row in rows if row.stands is Stands.NEXT), None)
        if following is not None:
            self._of(following.id, f"{following.name} is skipped.", self._services.speaking.skip)

    def _skip(self) -> None:
        row, speaking = self.table.row, self._services.speaking
        if row is not None and row.stands is Stands.SKIPPED:
            self._of(row.id, f"{row.name} speaks after all, as the last one.", speaking.add)
        elif row is not None:
            self._of(row.id, f"{row.name} is skipped.", speaking.skip)

    def _remove(self) -> None:
        row = self.table.row
        if row is not None and row.can_go:
            said = f"{row.name} is off the list."
            self._of(row.id, said, self._services.speaking.remove)

    def _add(self, person: Person) -> None:
        said = f"{person.name} speaks, as the last one."
        self._of(person.id, said, self._services.speaking.add)

    def _step(self, by: int) -> None:
        """Move whoever is chosen past the next one, or the one before, who still speaks."""
        row = self.table.row
        waiting = [each for each in self.table.records.records if each.can_move]
        if row is None or row not in waiting:
            return
        at = waiting.index(row) + by
        if 0 <= at < len(waiting):
            self._move(row.id, waiting[at].place)

    def _move(self, delegate: UUID, place: int) -> None:
        day, speaking = self._day, self._services.speaking
        self._do(lambda: speaking.move(day, delegate, place), lambda _speeches: "")

    def _swap(self) -> None:
        row, other, day = self.table.row, self.side.other_one, self._day
        if row is not None and other is not None:
            name = self.side.other.currentText().partition(" · ")[2]
            said = f"{row.name} and {name} have changed places."
            work = self._services.speaking.swap
            self._do(lambda: work(day, row.id, other), lambda _speeches: said)

    def _drop(self) -> None:
        day = self._day
        self._do(
            lambda: self._services.speaking.drop(day),
            lambda _none: f"There are no speeches on {day_words(day)}.",
        )

    def _of(self, delegate: UUID, said: str, work: Callable[[date, UUID], Speeches]) -> None:
        day = self._day
        self._do(lambda: work(day, delegate), lambda _speeches: said)

    def _do(self, work: Callable[[], object], said: Callable[..., str]) -> None:
        def done(came: object) -> None:
            words = said(came)
            if words:
                self.told.emit(News(words))
            self.read()

        self._tools.quick.run(lambda _report: work(), view=self.strip, then=done)

    def _refused(self, _refusal: DeskError) -> None:
        self.read()

    def _lay_out(self) -> None:
        self.tools_row.setLayout(row(None, self.paper, self.clock, self.set_up))
        self.set_up.hide()
        self.paper.hide()
        lists = column(self.now, self.strip, self.counts, gap=12, margins=(20, 16, 20, 8))
        main = column(lists, line(), self.table, gap=0)
        main.setStretch(2, 1)
        both = row(main, self.side, gap=0)
        both.setStretch(0, 1)
        self._inside.setLayout(both)
        for each in (self._unread, self.nothing, self._inside):
            self._whole.addWidget(each)
        self.setLayout(column(self._whole))

    def _connect(self) -> None:
        self._ticks.timeout.connect(self.tick)
        self.nothing.acted.connect(self.ask)
        self.set_up.clicked.connect(self.ask)
        self.clock.clicked.connect(self._services.show_clock)
        self.paper.clicked.connect(self._services.print_list)
        self.now.go_on.clicked.connect(self._go_on)
        self.now.skip.clicked.connect(self._skip_next)
        table, side = self.table, self.side
        table.chosen.connect(lambda: side.show_row(table.row, table.records.records))
        table.dropped.connect(self._move)
        table.removal_wanted.connect(self._remove)
        side.up.clicked.connect(lambda: self._step(-1))
        side.down.clicked.connect(lambda: self._step(1))
        side.skip.clicked.connect(self._skip)
        side.remove.clicked.connect(self._remove)
        side.swap.clicked.connect(self._swap)
        side.add.chosen.connect(self._add)
        side.drop.clicked.connect(self._drop)
        self.strip.refused.connect(self._refused)
