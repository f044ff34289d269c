"""The pages of one open event, and what passes between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.delegates.doubts import Doubts
from app.delegates.lookup import Lookup
from app.errors import DeskError
from app.event.facts import EventFacts, event_facts
from app.event.slots import SlotTimes, slots_of
from app.journal.deeds import NothingToRedo, NothingToUndo
from app.journal.journal import Changes
from app.settings import Settings, change_settings
from ui import pages
from ui.ahead import load_ahead
from ui.camera.panel import CameraPanel
from ui.common.jobs import Quiet
from ui.common.page import News, Page, Tools
from ui.common.parts import column
from ui.common.sentences import sentence
from ui.common.turns import in_turn
from ui.desk.note import VerdictNote
from ui.desk_wishes import DeskWishes
from ui.doubt_count import DoubtCount
from ui.entries import DELEGATES, DESK, ENTRIES, EVENT, FLOOR, OUTCOMES, PRINT, PROGRAMME
from ui.floor_work import FloorWork
from ui.next_in import NextIn
from ui.opened import Opened
from ui.saving import Saving
from ui.scan_way import ScanWay
from ui.scanner.standing import ScannerWatch
from ui.shell.desk_pill import DeskWish
from ui.shell.frame import Frame
from ui.shell.sounds import Sounds
from ui.shell.top_bar import TopBar
from ui.undoing import redone, undone

if TYPE_CHECKING:
    from ui.common.day_part import DayPart
    from ui.delegates.page import DelegatesPage
    from ui.desk.page import DeskPage
    from ui.event.page import EventPage
    from ui.floor.page import FloorPage
    from ui.outcomes.page import OutcomesPage
    from ui.papers.page import PrintPage
    from ui.programme.page import ProgrammePage

T = TypeVar("T")
_KEYS = tuple(entry.key for entry in ENTRIES)
_IN_THE_BAR = frozenset({"Event", "Day", "Block", "Slot"})


class Workplace(QWidget):
    """Shows the pages in a frame. ``wished`` carries a ``DeskWish`` that is the window's."""

    wished = Signal(object)

    def __init__(self, opened: Opened, tools: Tools, scanner: ScannerWatch) -> None:
        super().__init__()
        self._opened = opened
        self.tools = tools
        self.scanner = scanner
        self._view = Quiet(self)
        self._settings = settings = opened.settings
        self.sounds = Sounds(on=settings.sound, parent=self)
        self.bar = TopBar(tools, Lookup(opened.event.journal))
        self.frame = Frame(tools.look, ENTRIES, self.bar)
        self.camera = CameraPanel(tools.look, settings.camera)
        self._offer_pages()
        self.setLayout(column(self.frame))
        self._show_event(opened.facts, opened.slots)
        self.wishes = DeskWishes(self, opened, settings)
        journal = opened.event.journal
        self.printing = pages.desk_printing(self, opened)
        self.printer = pages.printer_at_desk(self, opened)
        self.saving = Saving(journal, tools, self._view, self, self.tell)
        self._doubts = DoubtCount(Doubts(journal), tools, self.frame.rail, DELEGATES)
        self._floor_work = FloorWork(opened.event, tools, self.frame.rail, FLOOR)
        self.stage = self._floor_work.stage
        self.next_in = NextIn(journal, tools, self.frame, self._view)
        self._scans = ScanWay(self, self._floor_work)
        self._connect()
        QTimer.singleShot(0, self._warn)
        self._begin(settings.page)

    @cached_property
    def desk(self) -> DeskPage:
        """The page of scans; like each, it is made when it is first asked for."""
        return pages.desk_page(self, self._opened, self._settings)

    @cached_property
    def floor(self) -> FloorPage:
        """The page of the running day."""
        return pages.floor_page(self, self._floor_work)

    @cached_property
    def delegates(self) -> DelegatesPage:
        """The page of everybody."""
        return pages.delegates_page(self, self._opened, self._settings)

    @cached_property
    def print_page(self) -> PrintPage:
        """The page of all papers."""
        return pages.print_page(self, self._opened, self._settings)

    @cached_property
    def outcomes(self) -> OutcomesPage:
        """The page of what came of meetings."""
        return pages.outcomes_page(self, self._opened, self._floor_work.days, self._settings)

    @cached_property
    def event_page(self) -> EventPage:
        """The page of the event itself."""
        return pages.event_page(self, self._opened)

    @cached_property
    def programme(self) -> ProgrammePage:
        """The page of sessions, and of what else the day is made of."""
        return pages.programme_page(self, self._opened)

    def scan(self, text: str) -> None:
        """Take a scan from wherever it came."""
        self._scans.take(text)

    def learn(self, changes: Changes) -> None:
        """Hear what was written, here or by another program."""
        self._doubts.learn(changes)
        self._floor_work.learn(changes)
        self.next_in.learn(changes)
        for page in self.frame.pages:
            page.learn(changes)
        if self._opened.event.room_was_made:
            self.frame.notice.say(
                "The disk is full. The room that was held back lets check-ins go on for a while. "
                "Make room on the disk now, or save a copy elsewhere."
            )
        if changes.models & _IN_THE_BAR:
            self._run(self._read_bar, lambda read: self._show_event(*read))

    def show_page(self, key: str) -> None:
        """Show a page, or the Desk if there is none of this key."""
        self.frame.show_page(key if key in _KEYS else DESK)

    def show_part(self, key: str) -> DayPart:
        """Show a part of the programme, and give it."""
        self.frame.show_page(PROGRAMME)
        return self.programme.show_part(key)

    def import_delegates(self) -> None:
        """Begin an import on the page of the event."""
        self.frame.show_page(EVENT)
        self.event_page.start_import()

    def show_delegate(self, delegate: UUID) -> None:
        """Show somebody's entry on the page of delegates."""
        self.frame.show_page(DELEGATES)
        self.delegates.show_delegate(delegate)

    def print_badges(self, delegates: tuple[UUID, ...] = ()) -> None:
        """Ask how to print badges; of everybody who needs one, if nobody is named."""
        pages.ask_for_badges(self, self._opened, self._settings, delegates)

    def keep(
        self,
        change: Callable[[Settings], Settings],
        then: Callable[[Settings], None] = lambda _settings: None,
    ) -> None:
        """Change the settings of this desk; ``then`` gets them as they are kept."""
        self._settings = change(self._settings)
        self._run(lambda: change_settings(change), then)

    def keeper(self, name: str) -> Callable[[Any], None]:
        """Give what keeps a setting of this name, once it is chosen."""
        return lambda chosen: self.keep(lambda old: replace(old, **{name: chosen}))

    def undo(self) -> None:
        """Take back what the page shows as just done, or else what this desk did last."""
        page = self.frame.shown
        if page is None or not page.take_back():
            self._run(lambda: undone(self._opened.event.journal), self.tell)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._run(lambda: redone(self._opened.event.journal), self.tell)

    def _offer_pages(self) -> None:
        makers: Mapping[str, Callable[[], Page]] = {
            DESK: lambda: self.desk,
            FLOOR: lambda: self.floor,
            DELEGATES: lambda: self.delegates,
            PRINT: lambda: self.print_page,
            OUTCOMES: lambda: self.outcomes,
            EVENT: lambda: self.event_page,
            PROGRAMME: lambda: self.programme,
        }
        for key, make in makers.items():
            self.frame.add_page(key, make)

    def _begin(self, wanted: str) -> None:
        """Make the pages, each in a moment of its own: a scan waits for one of them at most."""
        first = wanted if wanted in _KEYS else DESK
        frame = self.frame
        ready, show = partial(frame.ready, first), partial(self._show_first, first)
        steps = (frame.ready, frame.place, frame.lay_out, frame.prepare)
        others = [partial(step, key) for key in _KEYS for step in steps]
        begun = QObject(self)
        last = (self.sounds.load, self._floor_work.begin, self._begin_printing)
        make_others = partial(in_turn, begun, *others, *last)
        in_turn(begun, ready, show, partial(load_ahead, self.tools, begun, make_others))

    def _begin_printing(self) -> None:
        self.printing.look()
        self.wishes.begin()

    def _show_first(self, key: str) -> None:
        # A scan may have come before, and have shown the Desk.
        if not self.frame.page:
            self.frame.show_page(key)

    def _show_event(self, facts: EventFacts, slots: tuple[SlotTimes, ...]) -> None:
        self.bar.show_event(facts, slots)
        self.tools.files.event = facts.name

    def _connect(self) -> None:
        self._view.refused.connect(self._refused)
        for told in (self.stage.told, self.next_in.told):
            told.connect(self.tell)
        self.camera.scanned.connect(self.scan)
        self.camera.camera_chosen.connect(self.keeper("camera"))
        frame, bar = self.frame, self.bar
        frame.undo_wanted.connect(self.undo)
        frame.redo_wanted.connect(self.redo)
        frame.page_changed.connect(lambda key: self.keep(lambda old: replace(old, page=key)))
        bar.search.delegate_wanted.connect(self.show_delegate)
        bar.days.day_chosen.connect(self._show_day)
        bar.desk.wanted.connect(self._wish)

    def _wish(self, wish: DeskWish) -> None:
        if not self.wishes.take(wish):
            self.wished.emit(wish)

    def _show_day(self, day: date) -> None:
        for page in (self.desk, self.floor, self.delegates, self.outcomes, self.programme):
            page.show_day(day)

    def tell_verdict(self, let_in: bool) -> None:
        """Let a verdict of the Desk be heard, and seen from a dialog that hides it."""
        self.sounds.tell(let_in)
        dialog, verdict = QApplication.activeModalWidget(), self.desk.card.verdict
        if dialog is not None and verdict is not None:
            VerdictNote(self.tools.look, verdict, dialog)

    def _refused(self, refusal: DeskError) -> None:
        if isinstance(refusal, NothingToUndo | NothingToRedo):
            self.tell(sentence(refusal))
            return
        self.frame.notice.say(sentence(refusal, self.tools.times.of_day))

    def _warn(self) -> None:
        if self._opened.warning:
            self.frame.notice.say(self._opened.warning)

    def tell(self, text: str) -> None:
        """Say in a toast what was done."""
        self.frame.toasts.show_news(News(text, undoable=False))

    def _read_bar(self) -> tuple[EventFacts, tuple[SlotTimes, ...]]:
        journal = self._opened.event.journal
        with journal.reading() as session:
            facts = event_facts(session)
        return facts, slots_of(journal)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self.tools.quick.run(lambda _report: work(), view=self._view, then=then)
