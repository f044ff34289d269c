"""Making a new event: the form, what it would come to, and where its file shall be."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.event.making import EventNotPossible, EventOrder
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.files import EVENTS, Question
from ui.common.jobs import Quiet
from ui.common.lettering import LABEL_STRONG, TITLE
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.start.order_form import OrderForm

_PAUSE_MS = 150
_PAST = "The first day has passed."
_SIGNS = {
    "2": ("calendar-days", "text-2"),
    "warn": ("triangle-alert", "warn-mark"),
    "bad": ("circle-alert", "bad-text"),
}


class MakingCalls(Protocol):
    """What this form needs of ``app.starting.Starting``."""

    def time_zones(self) -> tuple[str, ...]:
        """Give the names of time zones."""
        ...

    def place_for(self, name: str) -> Path:
        """Give a file for an event of this name."""
        ...

    def slots(self, order: EventOrder) -> int:
        """Count the slots of an order, or refuse it."""
        ...

    def make(self, file: Path, order: EventOrder) -> Path:
        """Make an event."""
        ...


class NewEvent(QWidget):
    """Says at once what is wrong, and at which field. ``made`` carries the event's file."""

    made = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, calls: MakingCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._calls = calls
        self._file: Path | None = None
        self._chosen = False
        self._pressed = False
        self._quiet = Quiet(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self.form = OrderForm(tools.times.today())
        self.status = StatusStrip(tools.look)
        self._sum = Text("", tone="2", wraps=True)
        self._sign = Picture(tools.look, "calendar-days", "text-2", 16)
        self._place = Elided("", tone="2")
        self._choose = SmallButton(tools.look, "Choose…", "folder-open")
        self._back = Button(tools.look, "Back", "chevron-left", "Esc")
        self._make = Button(tools.look, "Make the event", "calendar-plus", "Ctrl+Return", Rank.MAIN)
        self._build()
        self.form.edited.connect(self._soon.start)
        self._soon.timeout.connect(self._look_at)
        self._quiet.refused.connect(self._refuse)
        self.status.refused.connect(self._refuse_made)
        self.status.busy_changed.connect(self._make.setDisabled)
        self._choose.clicked.connect(self._ask_place)
        self._back.clicked.connect(self.left)
        self._make.clicked.connect(self._begin)

    def arrive(self) -> None:
        """Get ready to be filled in."""
        self._pressed = False
        self.form.name.setFocus()
        self._tools.quick.run(
            lambda _report: self._calls.time_zones(), view=self._quiet, then=self.form.show_zones
        )
        self._look_at()

    def keep_in(self, file: Path) -> None:
        """Make the event in this file, whatever it is called."""
        self._chosen = True
        self._show_place(file)

    def said(self) -> str:
        """Give the sentence on what the order comes to."""
        return self._sum.text()

    def _build(self) -> None:
        card = Panel("card")
        kept = row(Text("Kept in", LABEL_STRONG, "2"), self._place, self._choose, gap=12)
        kept.setStretch(1, 1)
        outlook = row(self._sign, self._sum, gap=8)
        outlook.setStretch(1, 1)
        card.setLayout(column(self.form, outlook, kept, gap=20, margins=24))
        self.setLayout(
            column(
                Text("New event", TITLE),
                card,
                self.status,
                row(self._back, None, self._make),
                None,
                gap=16,
            )
        )

    def _look_at(self) -> None:
        """See what the order comes to."""
        self._soon.stop()
        name = self.form.name.text()
        self._tools.quick.run(
            lambda _report: self._calls.place_for(name), view=self._quiet, then=self._propose
        )
        try:
            order = self.form.order()
        except EventNotPossible as refusal:
            self._refuse(refusal)
            return
        self._tools.quick.run(
            lambda _report: self._calls.slots(order),
            view=self._quiet,
            then=lambda slots: self._approve(order, slots),
        )

    def _propose(self, place: Path) -> None:
        if not self._chosen:
            self._show_place(place)

    def _approve(self, order: EventOrder, slots: int) -> None:
        self.form.mark("")
        days = _counted(len(order.days), "day")
        tables = _counted(order.tables, "table")
        each = f"room for {slots * order.tables:,} meetings" if order.tables else "no room yet"
        comes_to = f"{days}, {_counted(slots, 'slot')} in all, {tables}: {each}."
        if order.days[0] < self._tools.times.today():
            self._say(f"{_PAST} {comes_to}", "warn")
        else:
            self._say(comes_to, "2")

    def _refuse(self, refusal: DeskError) -> None:
        if not isinstance(refusal, EventNotPossible):
            return
        # Nobody is told that the name is missing before they had a chance to write it.
        if refusal.reason == "no_name" and not self._pressed:
            self.form.mark("")
            self._say("Give it a name; all else has a value already.", "2")
            return
        wrong = self.form.mark(refusal.reason)
        self._say(_in_words(refusal), "bad")
        if wrong is not None and self._pressed:
            wrong.setFocus()
            self._pressed = False

    def _refuse_made(self, refusal: DeskError) -> None:
        """Say what is wrong with a field under the form, and there alone."""
        if isinstance(refusal, EventNotPossible) and self.form.field_of(refusal.reason):
            self.status.say("")
            self._refuse(refusal)

    def _begin(self) -> None:
        self._pressed = True
        try:
            order = self.form.order()
        except EventNotPossible as refusal:
            self._refuse(refusal)
            return
        chosen = self._file if self._chosen else None

        def make(_report: object) -> Path:
            return self._calls.make(chosen or self._calls.place_for(order.name), order)

        self._tools.slow.run(make, view=self.status, then=self.made.emit)

    def _ask_place(self) -> None:
        place = self._file
        question = Question("Where shall the event be kept?", place.stem if place else "Event")
        asking = self._tools.files.ask_where(EVENTS, question, self, place and place.parent)
        asking.fileSelected.connect(lambda file: self.keep_in(Path(file)))
        asking.open()

    def _show_place(self, file: Path) -> None:
        self._file = file
        self._place.setText(str(file))

    def _say(self, text: str, tone: str) -> None:
        self._sum.setText(text)
        self._sum.set_tone(tone)
        self._sign.show_icon(*_SIGNS[tone])


def _in_words(refusal: EventNotPossible) -> str:
    if refusal.reason == "block_text":
        return f"“{refusal.value}” is no time of meetings. Write them as 09:00-12:30, 13:30-17:00."
    return sentence(refusal)


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
