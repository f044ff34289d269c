"""The page of outcomes: what came of each meeting, recorded by keyboard, and the day so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from app.errors import DeskError
from app.floor.watching import MADE_OF
from app.journal.journal import Changes
from ui.common.empty import Empty
from ui.common.page import Page, Tools
from ui.common.parts import Panel, column, focus_first, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.common.times import day_words
from ui.common.unsaved import UnsavedQuestion
from ui.outcomes.arranging import Arranging
from ui.outcomes.card import Card
from ui.outcomes.done import DoneBar, nothing_words
from ui.outcomes.drafts import Drafts
from ui.outcomes.editing import Editing
from ui.outcomes.foot import Foot
from ui.outcomes.forms import Draft
from ui.outcomes.head import OutcomesHead
from ui.outcomes.history import History
from ui.outcomes.leaving import Leaving
from ui.outcomes.offers import Offer
from ui.outcomes.reader import Counting, OutcomeReader
from ui.outcomes.rows import OutcomeDay, Row
from ui.outcomes.scanned import SlipScan
from ui.outcomes.services import OutcomeServices
from ui.outcomes.side import DaySide
from ui.outcomes.table import OutcomeTable

_OF_OUTCOMES = MADE_OF | {"Outcome"}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Shift is none of them: French keyboards have digits there."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OutcomesPage(Page):
    """The table with its open card at the left, figures and exports at the right."""

    event_wanted = Signal()
    """There is no meeting: the page of the event plans them."""
    day_wanted = Signal(object)
    """A slip is of another day, which is to be shown everywhere."""

    def __init__(
        self, services: OutcomeServices, tools: Tools, day: date, offers: Sequence[Offer] = ()
    ) -> None:
        super().__init__()
        self._tools = tools
        self.offers = tuple(offers)
        self._day: OutcomeDay | None = None
        self._wanted: tuple[UUID, str] | None = None
        self._is_stale = self._begins = True
        look = tools.look
        self.drafts = Drafts()
        self.reader = OutcomeReader(services, tools, day, self)
        self._counting = Counting(services, tools, self)
        self._editing = Editing(services, tools, self.drafts, self)
        self.scans = SlipScan(services.slip, tools, self)
        self.head = OutcomesHead(look)
        self.arranging = Arranging(look, self.head)
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.question = UnsavedQuestion(look)
        self._leaving = Leaving(self.question, self.drafts, self._editing)
        self.card = Card(look, tools.times.today)
        self._history = History(services, tools, self.card)
        self.table = OutcomeTable(look, self.drafts, self.card)
        self.done = DoneBar(look, offers[:1], lambda: self.reader.day)
        self.side = DaySide(look, offers, lambda: self.reader.day)
        self.foot = Foot()
        self._middle, self._nothing = Panel("ground"), Empty(look, "", "Go to Event", "settings-2")
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def day(self) -> OutcomeDay | None:
        """The day as it was read last."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show another day. What was typed on this one stays, unsaved."""
        if day != self.reader.day:
            self.table.close_card()
            self._begins = True
            self.side.name_day(day_words(day))
            self.reader.want(day)

    def show_meeting(self, meeting: UUID, extra: str = "") -> None:
        """Open a meeting of the day that is shown, or is being read; ``extra`` stands in it."""
        self._wanted = meeting, extra
        self._open_wanted()

    def go_on(self) -> None:
        """Go to the next meeting of which nobody has told; if there is none, let none be open."""
        following = self.table.next_left(self.drafts)
        focused = QApplication.focusWidget()
        if focused is not None and self.table.isAncestorOf(focused):
            self.table.setFocus()
        if following is not None:
            self.table.open(following.id)
        else:
            self.table.close_card()
            self._show_rows()

    @property
    def unsaved(self) -> bool:
        return bool(self.drafts.typed) or self.drafts.is_saving

    def leave(self, then: Callable[[], None]) -> None:
        self._leaving.leave(then)

    def arrive(self) -> None:
        if self._views.currentWidget() is self._nothing:
            focus_first(self._nothing)
        else:
            self.table.setFocus()

    def learn(self, changes: Changes) -> None:
        if not _OF_OUTCOMES.isdisjoint(changes.models):
            self._is_stale = True
            if self.isVisible():
                self._read()
        self._counting.learn(changes, shown=self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()
        self._counting.again()
        self.reader.run(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.run(on=False)

    def _read(self) -> None:
        self._is_stale = False
        self.reader.read()

    def _take(self, day: OutcomeDay) -> None:
        self._day = day
        self.drafts.was_read(day)
        self.card.fields.suggest_programmes(day.programmes)
        self.foot.show_asked(day.asked)
        self.side.show_several(day.with_several)
        self._counting.want(day.date)
        self._show_rows()
        self._open_wanted()
        if self._begins:
            self._begins = False
            self.go_on()

    def _show_rows(self) -> None:
        day = self._day
        if day is None:
            return
        rows, count = self.arranging.rows(day)
        self.table.show_rows(rows)
        open_row = self.table.open_row
        if open_row is not None and open_row is not self.card.shown:
            self._show_card(open_row)
        self.done.show_count(count, is_open=open_row is not None)
        self._show_unsaved()
        self._say_nothing(nothing_words(day, rows, self.arranging.span))

    def _say_nothing(self, words: str) -> None:
        had_focus = self.table.hasFocus()
        self._nothing.say(words)
        self._views.setCurrentWidget(self._nothing if words else self._middle)
        if words and had_focus:
            self.arrive()

    def _open_wanted(self) -> None:
        day, wanted = self._day, self._wanted
        if wanted is None or day is None or day.date != self.reader.day:
            return
        self._wanted, (meeting, extra) = None, wanted
        if meeting not in day.row:
            return
        self._begins = False
        if not self.table.open(meeting):
            self.arranging.show_own(own=False)
            self.table.open(meeting)
        self._show_card(day.row[meeting], extra)
        self.arrive()

    def _show_card(self, meeting: Row, extra: str = "") -> None:
        if self._day is not None:
            self.card.show_row(meeting, self.drafts.of(meeting), self._day.asked, extra)
            self._history.read()
            self._show_unsaved()

    def _show_unsaved(self) -> None:
        shown = self.table.open_row
        others = self.drafts.typed.keys() - {shown.id if shown is not None else None}
        self.head.show_unsaved(len(others))

    def _open_unsaved(self) -> None:
        """Open a meeting of which something was typed; of another day, show that day first."""
        shown = self.table.open_row
        others = [each for each in self.drafts.typed if shown is None or each != shown.id]
        if others:
            day = self.drafts.row(others[0]).result.meeting.starts_at
            self.day_wanted.emit(day.astimezone(self._tools.times.zone).date())
            self.show_meeting(others[0])

    def _keep(self, draft: Draft) -> None:
        if self.card.shown is not None:
            self.drafts.keep(self.card.shown, draft)

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & _COMMANDS:
            return
        if key in _ENTER:
            self._save_next()
        elif key is Qt.Key.Key_Escape:
            self.table.setFocus()
        elif not self._strike(key):
            return
        event.accept()

    def _strike(self, key: int) -> bool:
        can_act = self.table.open_row is not None and not self.card.fields.is_typing
        return can_act and self.card.strike(key)

    def _save_next(self) -> None:
        shown = self.table.open_row
        if shown is not None and self.drafts.of(shown).unread_day:
            self.card.fields.day.setFocus()
            return
        if shown is not None:
            self._editing.save(shown)
        self.go_on()

    def _take_out(self) -> None:
        shown = self.table.open_row
        if shown is not None:
            self._editing.take_out(shown, self.card.form)
            self.table.setFocus()

    def _refuse(self, refusal: DeskError) -> None:
        self.strip.say(sentence(refusal, self._tools.times.of_day))

    def _refuse_save(self, row: Row, refusal: DeskError) -> None:
        self._refuse(refusal)
        self.strip.say(f"{row.pair} was not saved. {self.strip.problem()}")
        self._show_rows()

    def _found(self, meeting: UUID, day: date | None, words: str) -> None:
        self.strip.say("")
        if day is not None:
            self.day_wanted.emit(day)
        self.show_meeting(meeting, words)
        # What the slip is out of date by may not have been read yet.
        self._read()

    def _lay_out(self) -> None:
        left = Panel("ground")
        self._middle.setLayout(column(self.table, self.foot, gap=0))
        self._views.addWidget(self._middle)
        self._views.addWidget(self._nothing)
        above = column(self.strip, self.question, self.done, gap=0, margins=(16, 0, 16, 0))
        left.setLayout(column(self.head, above, self._views, gap=0))
        self.setLayout(row(left, self.side, gap=0))
        self.side.name_day(day_words(self.reader.day))

    def _connect(self) -> None:
        self.reader.began.connect(self.drafts.reading_begins)
        self.reader.made.connect(self._take)
        self.reader.refused.connect(self._refuse)
        self._counting.made.connect(self.side.show_figures)
        self._editing.told.connect(self.told)
        self._editing.refused.connect(self._refuse_save)
        self.table.opened.connect(self._show_card)
        self.table.struck.connect(self._key)
        self.card.edited.connect(self._keep)
        self.card.save.clicked.connect(self._save_next)
        self.card.take_out_wanted.connect(self._take_out)
        self.arranging.changed.connect(self._show_rows)
        self.head.unsaved_wanted.connect(self._open_unsaved)
        self.scans.found.connect(self._found)
        self.scans.refused.connect(self._refuse)
        self.question.stayed.connect(self.arrive)
        self._nothing.acted.connect(self.event_wanted)
