"""Brings the grid and who must be told together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.floor.day import FloorDay
from app.floor.telling import ToTell
from app.floor.tellings import Noted
from app.printing.slips.office import SlipOffice
from app.printing.slips.wishes import SlipWish
from ui.common.files import SLIPS, Question
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.sentences import sentence
from ui.floor.attention_panel import AttentionPanel
from ui.floor.page import FloorPage
from ui.floor.sheet import Sheet
from ui.floor.tell_bar import TellBar
from ui.floor.tell_panel import TellPanel
from ui.floor.tell_words import whom_words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TellServices:
    """None of it is for the window's thread."""

    to_tell: Callable[[FloorDay], tuple[ToTell, ...]]
    tell: Callable[[date, Collection[UUID]], Noted]
    write_list: Callable[[date, Collection[ToTell], Path], None]


def tell_services(office: SlipOffice) -> TellServices:
    """Give what is asked of an open event."""
    return TellServices(office.tellings.to_tell, office.tell, office.write_list)


class TellBeside(QObject):
    """Looks again with each sheet of the page. Slips it leaves to whoever prints."""

    slips_wanted = Signal(object, str)
    """A ``SlipWish``, and whose slips they are in words."""

    def __init__(
        self, page: FloorPage, panel: AttentionPanel, services: TellServices, tools: Tools
    ) -> None:
        super().__init__(page)
        self._page, self._services, self._tools = page, services, tools
        self._found: tuple[ToTell, ...] = ()
        self._just: Collection[UUID] = ()
        self._sheet: Sheet | None = None
        self._looks = InTurn(self._begin)
        self._view = Quiet(self)
        self.bar = TellBar(tools.look)
        self.panel = TellPanel(tools.look, tools.times.zone)
        page.side.set_foot(self.bar)
        self._connect(page, panel)

    def show_list(self) -> None:
        """Show who must be told in place of what else stands beside the grid."""
        self.panel.show_found(self._found)
        self._page.side.show_panel(self.panel)
        self.panel.take_focus()
        self._show()

    def _connect(self, page: FloorPage, panel: AttentionPanel) -> None:
        self._view.refused.connect(self._refuse)
        page.reader.made.connect(self._look)
        page.opened.shown.connect(self._show)
        panel.slips_wanted.connect(self._print)
        panel.taken.connect(self._learn)
        self.bar.slips_wanted.connect(self._print)
        self.bar.list_wanted.connect(self.show_list)
        self.panel.slip_wanted.connect(self._print)
        self.panel.told_by_word.connect(self._tell)
        self.panel.list_wanted.connect(self._ask_file)
        self.panel.left.connect(self._leave)

    def _look(self, sheet: Sheet) -> None:
        """Ask for the last sheet alone, once what is under way has ended."""
        self._sheet = sheet
        self._looks.ask()

    def _begin(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        day = sheet.day
        self._tools.reads.run(
            lambda _report: self._services.to_tell(day), view=self._view, then=self._take
        )

    def _take(self, found: tuple[ToTell, ...]) -> None:
        self._found = found
        self._show()
        self._looks.ended()

    def _learn(self, people: Collection[UUID]) -> None:
        """Mean those whom a proposal has just concerned, until they are told."""
        self._just = people
        self._show()

    def _show(self) -> None:
        meeting = None if self.panel.isVisible() else self._page.opened.meeting
        known = self._sheet.day.meeting.get(meeting) if self._sheet and meeting else None
        self.bar.show_found(self._found, known.people if known else self._just)
        if self.panel.isVisible():
            self.panel.show_found(self._found)

    def _print(self, delegates: Sequence[UUID]) -> None:
        theirs = [each for each in self._found if each.person.who.id in delegates]
        whose = whom_words(theirs) or f"{len(delegates):,} delegates"
        self.slips_wanted.emit(SlipWish(self._page.reader.day, tuple(delegates)), whose)

    def _tell(self, delegates: Sequence[UUID]) -> None:
        day = self._page.reader.day
        self._run(lambda: self._services.tell(day, delegates), self._told)

    def _told(self, noted: Noted) -> None:
        if noted.told:
            were = "was" if len(noted.told) == 1 else "were"
            self._page.told.emit(News(f"{whom_words(noted.told)} {were} told."))

    def _ask_file(self) -> None:
        name = self._tools.files.name("to announce", self._page.reader.day)
        question = Question("Save the announcer's list as PDF", name)
        asking = self._tools.files.ask_where(SLIPS, question, self._page)
        asking.fileSelected.connect(self._save)
        asking.open()

    def _save(self, named: str) -> None:
        file, day, found = Path(named), self._page.reader.day, self._found
        self._run(
            lambda: self._services.write_list(day, found, file), partial(self._saved, file.name)
        )

    def _saved(self, name: str, _none: None) -> None:
        self._page.told.emit(News(f"Saved in {name}.", undoable=False))

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.panel.isAncestorOf(focused)
        self._page.opened.show_again()
        if had_focus:
            self._page.arrive()

    def _refuse(self, refusal: object) -> None:
        self._looks.failed()
        self._page.strip.say(sentence(refusal, self._tools.times.of_day))  # type: ignore[arg-type]

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tools.quick.run(lambda _report: work(), view=self._view, then=then)
