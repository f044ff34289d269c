"""The sessions of a day: what is on when, in which room, and who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.journal.journal import Changes
from app.programme.carrying import Effect
from app.programme.session import Standing
from app.programme.views import SessionFacts
from ui.common.buttons import SmallButton
from ui.common.day_part import DayPart, PartOffer
from ui.common.page import News, Tools
from ui.common.parts import Panel, column, focus_first, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.programme.carrying import Carrying
from ui.programme.conflicts_panel import ConflictsPanel
from ui.programme.mouse import TimelineMouse
from ui.programme.moving_panel import MovingPanel
from ui.programme.nothing import NoProgramme
from ui.programme.opened import OpenSession
from ui.programme.reader import ProgrammeReader
from ui.programme.services import ProgrammeServices
from ui.programme.session_dialog import SessionDialog
from ui.programme.session_panel import SessionPanel
from ui.programme.sheet import Block, Sheet
from ui.programme.side import ProgrammeSide
from ui.programme.timeline import Timeline
from ui.programme.walking import ARROWS, first, step
from ui.programme.words import many

_MADE_OF = frozenset(
    {
        *("Attendance", "Block", "Booking", "Closure", "Day", "Delegate", "Event", "Icebreaker"),
        *("Meeting", "ProgrammeSession", "RoundSeat", "Slot", "SpeechRound", "SpeechTurn"),
        *("Table", "Visit", "VisitPlace", "Zone"),
    }
)


class SessionsPart(DayPart):
    """The timeline at the left; at the right conflicts, the open session, or one in hand."""

    import_wanted = Signal()
    """A programme is to be imported."""
    part_wanted = Signal(str, object, object)
    """Another part is to show somebody, as they are at an instant."""

    def __init__(self, services: ProgrammeServices, tools: Tools, day: date) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        look, self._is_stale = tools.look, True
        self.timeline = Timeline(look)
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.side = ProgrammeSide(
            ConflictsPanel(look), SessionPanel(services.find, tools), MovingPanel(look)
        )
        self.opened = OpenSession(self.timeline, self.side, services, tools)
        self.carrying = Carrying(self.timeline, services, self.opened.doing, tools)
        self.let_go = self.carrying.let_go
        self.mouse = TimelineMouse(self.timeline, self.carrying)
        self.reader = ProgrammeReader(services, tools, day, self)
        self.nothing = NoProgramme(look)
        self.conflicts = SmallButton(look, "", "triangle-alert")
        self.bring = SmallButton(look, "Import…", "upload")
        self.bring.setAccessibleName("Import a programme")
        self.add = SmallButton(look, "Add session…", "plus", "Ctrl+N")
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_day(self, day: date) -> None:
        if day != self.reader.day:
            self.carrying.put_back()
            self.opened.let_scan(on=False)
            self.opened.close()
            self.reader.want(day)

    def show_session(self, session: UUID) -> None:
        """Open a session of the day that is shown."""
        self.opened.open(session)

    def take_scan(self, text: str) -> bool:
        return self.isVisible() and self.opened.take_scan(text)

    def offers(self) -> Sequence[PartOffer]:
        return (
            PartOffer("Add a session…", "plus", self.ask_new, also="new talk plenary programme"),
            PartOffer(
                "Import a programme…",
                "file-spreadsheet",
                self.import_wanted.emit,
                also="sessions schedule xml frab csv excel",
            ),
            PartOffer("Conflicts", "triangle-alert", self.show_conflicts, also="room taken twice"),
        )

    def arrive(self) -> None:
        if self._views.currentWidget() is self.nothing:
            focus_first(self.nothing)
        else:
            self.timeline.setFocus()

    def learn(self, changes: Changes) -> None:
        if not _MADE_OF.isdisjoint(changes.models):
            self._is_stale = True
            if self.isVisible():
                self._is_stale = False
                self.reader.read_soon()

    def show_conflicts(self) -> None:
        """Show what can't be so, in place of the session that is open."""
        self.opened.let_scan(on=False)
        self.opened.close()
        self.side.show_conflicts()
        focus_first(self.side.conflicts)

    def ask_new(self) -> None:
        """Ask for a session that is new, in the room of the one that is chosen, after it."""
        sheet = self.timeline.sheet
        if sheet is None:
            return
        dialog = self._dialog(sheet)
        block = sheet.of_session.get(self.timeline.chosen) if self.timeline.chosen else None
        if block is not None and block.session is not None:
            ends = block.session.ends_at.astimezone(sheet.day.zone)
            dialog.ask_new(ends, block.session.room)
        else:
            dialog.ask_new(_next_hour(sheet, self._tools.times.clock()))
        dialog.open()

    def ask_changes(self, session: SessionFacts) -> None:
        """Ask for what is to be changed of a session."""
        if self.timeline.sheet is not None:
            dialog = self._dialog(self.timeline.sheet)
            dialog.ask_changes(session)
            dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.reader.read()
        self.reader.run(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.run(on=False)

    def _dialog(self, sheet: Sheet) -> SessionDialog:
        dialog = SessionDialog(self._services, sheet.day, self._tools, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self._tell)
        dialog.kept.connect(self._show_kept)
        return dialog

    def _show_kept(self, session: UUID) -> None:
        self.timeline.chosen = session
        self.reader.read()

    def _take(self, sheet: Sheet) -> None:
        self.timeline.show_sheet(sheet)
        self.side.conflicts.show_sheet(sheet)
        count = len(sheet.conflicts)
        self.conflicts.set_words(many(count, "conflict"))
        self.conflicts.setVisible(count > 0)
        is_empty = not sheet.day.sessions and not sheet.day.others
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._views.isAncestorOf(focused)
        self._views.setCurrentWidget(self.nothing if is_empty else self.timeline)
        # Rounds and speeches may be in conflict where there is no session yet.
        self.side.setVisible(not is_empty or count > 0)
        for each in (self.bring, self.add):
            each.setVisible(not is_empty)
        if had_focus:
            self.arrive()
        self.carrying.follow()
        self.opened.follow()

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if self.carrying.step(key) or self._acts_on(key):
            event.accept()

    def _acts_on(self, key: Qt.Key) -> bool:
        """Do what a key means on the timeline; false: it means nothing here."""
        sheet, chosen = self.timeline.sheet, self.timeline.chosen
        if sheet is None:
            return False
        if key in ARROWS:
            self.timeline.choose(step(sheet, key, chosen))
        elif key is Qt.Key.Key_Home:
            self.timeline.choose(first(sheet))
            self.timeline.go_to_now()
        elif key is Qt.Key.Key_M and chosen is not None:
            self.carrying.pick_up(chosen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.open(chosen)
        elif key is Qt.Key.Key_Escape:
            if not self.opened.close():
                self.timeline.choose(None)
        else:
            return False
        return True

    def _clicked(self, block: Block | None) -> None:
        if self.carrying.carry is not None:
            return
        if block is not None and block.session is not None:
            self.opened.open(block.session.id)
        elif block is None:
            self.opened.let_scan(on=False)
            self.opened.close()
            self.timeline.choose(None)

    def _carry_ended(self) -> None:
        self.opened.show_again()
        self.timeline.setFocus()

    def _aim(self, effect: Effect) -> None:
        if self.carrying.carry is not None:
            self.side.moving.show_effect(self.carrying.carry, effect)

    def _ask_to_swap(self, other: Standing) -> None:
        self.side.moving.ask(other)

    def _tell(self, news: News) -> None:
        self.strip.say("")
        self.told.emit(news)

    def _refuse(self, refusal: object) -> None:
        self.strip.say(sentence(refusal, self._tools.times.of_day))  # type: ignore[arg-type] # signals carry objects

    def _lay_out(self) -> None:
        left = Panel("ground")
        self._views.addWidget(self.timeline)
        self._views.addWidget(self.nothing)
        self.strip.setContentsMargins(16, 0, 16, 0)
        left.setLayout(column(self.strip, self._views, gap=0))
        self.setLayout(row(left, self.side, gap=0))
        self.tools_row.setLayout(row(None, self.conflicts, self.bring, self.add, gap=8))
        self.conflicts.hide()
        QWidget.setTabOrder(self.timeline, self.side)

    def _connect(self) -> None:
        self.reader.made.connect(self._take)
        self.reader.ticked.connect(self.timeline.tick)
        self.reader.refused.connect(self._refuse)
        self.timeline.key_pressed.connect(self._key)
        self.mouse.opened.connect(self._clicked)
        self.carrying.began.connect(self.side.moving.show_carry)
        self.carrying.began.connect(lambda _carry: self.side.show_moving())
        self.carrying.aimed.connect(self._aim)
        self.carrying.asked.connect(self._ask_to_swap)
        self.carrying.ended.connect(self._carry_ended)
        self.side.moving.left.connect(self.carrying.put_back)
        self.side.moving.swap_wanted.connect(self.carrying.swap)
        self.side.conflicts.wanted.connect(self._go_to)
        self.side.conflicts.part_wanted.connect(self.part_wanted)
        self.opened.refused.connect(self._refuse)
        self.opened.heard.connect(self.heard)
        self.opened.change_wanted.connect(self.ask_changes)
        self.opened.move_wanted.connect(self._pick_up)
        self.opened.person_wanted.connect(self.delegate_wanted)
        self.opened.doing.told.connect(self._tell)
        self.nothing.import_wanted.connect(self.import_wanted)
        self.nothing.add_wanted.connect(self.ask_new)
        self.bring.clicked.connect(self.import_wanted)
        self.add.clicked.connect(self.ask_new)
        self.conflicts.clicked.connect(self.show_conflicts)

    def _go_to(self, session: UUID) -> None:
        """Open a session that is in conflict; one that is on no day is asked for another."""
        sheet = self.timeline.sheet
        astray = {each.id: each for each in sheet.day.astray} if sheet is not None else {}
        if session in astray:
            self.ask_changes(astray[session])
        else:
            self.opened.open(session)

    def _pick_up(self, session: UUID) -> None:
        self.timeline.setFocus()
        self.carrying.pick_up(session)


def _next_hour(sheet: Sheet, now: datetime) -> datetime:
    """Give the next full hour at the venue if the day is today, and ten o'clock if it is not."""
    local = now.astimezone(sheet.day.zone).replace(second=0, microsecond=0, tzinfo=None)
    if local.date() != sheet.day.date or local.hour > 21:
        return datetime.combine(sheet.day.date, time(10))
    return local.replace(minute=0) + timedelta(hours=1)
