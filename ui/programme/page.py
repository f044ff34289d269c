"""The page of the programme: one part of the day at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.journal.journal import Changes
from ui.common.day_part import DayPart, PartOffer
from ui.common.lettering import TITLE
from ui.common.page import Page, Tools
from ui.common.parts import Panel, Text, column, line, row
from ui.common.segments import ViewSwitch
from ui.programme.part import PartEntry

HEIGHT = 56


class ProgrammePage(Page):
    """A head with the parts, and the chosen one below it; each is made when it is first shown."""

    heard = Signal(bool)
    """A scan was for one of the parts; whether it was noted."""

    def __init__(self, tools: Tools, day: date, entries: Sequence[PartEntry]) -> None:
        super().__init__()
        self._day = day
        self.entries = tuple(entries)
        self._parts: dict[str, DayPart] = {}
        self.switch = ViewSwitch(tools.look, *(entry.title for entry in entries))
        if len(self.entries) < 2:
            # Shown before it stands on the page, it would be a window that takes the focus.
            self.switch.hide()
        self._at = 0
        self._beside, self._below = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(self._show)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=step: self._step(by))

    @property
    def part(self) -> DayPart:
        """The part that is shown."""
        return self._ready(self._at)

    def show_part(self, key: str) -> DayPart:
        """Show a part, and give it."""
        keys = [entry.key for entry in self.entries]
        self._show(keys.index(key))
        return self.part

    def show_day(self, day: date) -> None:
        """Show another day, in every part."""
        self._day = day
        for part in self._parts.values():
            part.show_day(day)

    def take_scan(self, text: str) -> bool:
        """Let the part that waits for scans take one; false: none does."""
        return any(part.take_scan(text) for part in self._in_turn())

    def arrive(self) -> None:
        self._show(self._at)

    def prepare(self) -> None:
        self._ready(self._at)

    def take_back(self) -> bool:
        return self.part.take_back()

    @property
    def unsaved(self) -> bool:
        return any(part.unsaved for part in self._parts.values())

    def leave(self, then: Callable[[], None]) -> None:
        key = next((key for key, part in self._parts.items() if part.unsaved), "")
        if not key:
            then()
            return
        self.show_part(key).leave(lambda: self.leave(then))

    def learn(self, changes: Changes) -> None:
        for part in self._parts.values():
            part.learn(changes)

    def offers_of(self, key: str) -> Sequence[PartOffer]:
        """Give what a part offers, if it is made."""
        part = self._parts.get(key)
        return part.offers() if part is not None else ()

    def _ready(self, place: int) -> DayPart:
        """Have a part made, if it is not."""
        entry = self.entries[place]
        if entry.key not in self._parts:
            part = self._parts[entry.key] = entry.make()
            part.told.connect(self.told)
            part.delegate_wanted.connect(self.delegate_wanted)
            part.heard.connect(self.heard)
            part.show_day(self._day)
            self._beside.addWidget(part.tools_row)
            self._below.addWidget(part)
        return self._parts[entry.key]

    def _in_turn(self) -> Iterator[DayPart]:
        """Yield the parts that are made, the one that is shown before the others."""
        shown = self._below.currentWidget()
        yield from sorted(self._parts.values(), key=lambda part: part is not shown)

    def _show(self, place: int) -> None:
        self._at = place
        part = self._ready(place)
        self.switch.choose(place)
        self._beside.setCurrentWidget(part.tools_row)
        self._below.setCurrentWidget(part)
        part.begin()

    def _step(self, by: int) -> None:
        self._show((self._at + by) % len(self.entries))

    def _lay_out(self) -> None:
        head = Panel("ground")
        head.setFixedHeight(HEIGHT)
        title = Text("Programme", TITLE)
        inside = row(title, self.switch, self._beside, gap=16, margins=(20, 0, 16, 0))
        inside.setStretch(2, 1)
        head.setLayout(inside)
        whole = column(head, line(), self._below, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
