"""The dialog that closes a day, after a look at what is open on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.cli.closing_words import closed_words, open_words
from app.closing.closing import DayEnd, Open, StillOpen
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, LABEL, SECTION
from ui.common.page import Tools
from ui.common.parts import Panel, Picture, Text, clear, column, row
from ui.common.strip import StatusStrip

_WIDE = 600
_MOST = 6
_ICONS: Mapping[Open, str] = {
    Open.RUNNING: "timer",
    Open.NOT_RECORDED: "handshake",
    Open.NOT_TOLD: "megaphone",
    Open.PRINTING: "printer",
    Open.DOUBTS: "circle-question-mark",
    Open.UNFINISHED: "clock",
}
GOES: Mapping[Open, str] = {
    Open.RUNNING: "Show on the Floor",
    Open.NOT_RECORDED: "Record them",
    Open.NOT_TOLD: "Tell them",
    Open.PRINTING: "Show the papers",
    Open.DOUBTS: "Decide",
}


class ClosingCalls(Protocol):
    """What this dialog needs of ``app.closing.closing.Closing``."""

    def look(self, day: date) -> DayEnd: ...
    def close(self, day: date, *, anyway: bool = False) -> DayEnd: ...
    def reopen(self, day: date) -> DayEnd: ...


class CloseDialog(QDialog):
    """Lists what is open; each leads to where it is seen to. Closing locks nobody out."""

    def __init__(
        self,
        tools: Tools,
        calls: ClosingCalls,
        day: date,
        goes: Mapping[Open, Callable[[], object]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools, self._calls, self._day, self._goes = tools, calls, day, goes
        look = tools.look
        named = f"{day:%A}, {day.day} {day:%B}"
        self.status = StatusStrip(look, clock=tools.times.of_day)
        self._title = Text(f"Close {named}", SECTION, wraps=True)
        self._said = Text("Looking what is open…", BODY, "2", wraps=True)
        self._rows = column(gap=8)
        self.shut = Button(look, "Close the day", "check", rank=Rank.MAIN)
        self.reopen = Button(look, "Reopen the day", "lock-open")
        self.leave = Button(look, "Leave it open")
        self.setWindowTitle(f"Close {named}")
        buttons = row(self.reopen, None, self.leave, self.shut)
        parts = (self._title, self._said, self._rows, self.status, buttons)
        self.setLayout(column(*parts, gap=16, margins=24))
        self.setFixedWidth(_WIDE)
        for each in (self.shut, self.reopen):
            each.hide()
        self.status.busy_changed.connect(self._hold)
        self.shut.clicked.connect(self._close_day)
        self.reopen.clicked.connect(lambda: self._run(lambda: self._calls.reopen(self._day)))
        self.leave.clicked.connect(self.reject)
        self._end: DayEnd | None = None
        self._run(lambda: calls.look(day))

    def said(self) -> str:
        """Give the sentence above the list."""
        return self._said.text()

    def _hold(self, busy: bool) -> None:
        for each in (self.shut, self.reopen):
            each.setDisabled(busy)

    def _close_day(self) -> None:
        anyway = self._end is not None and bool(self._end.open)
        self._run(lambda: self._calls.close(self._day, anyway=anyway))

    def _run(self, work: Callable[[], DayEnd]) -> None:
        self._tools.reads.run(lambda _report: work(), view=self.status, then=self._show)

    def _show(self, end: DayEnd) -> None:
        self._end = end
        is_closed = end.closed_at is not None
        self._said.setText(_sentence(end, self._tools.times.of_day))
        clear(self._rows)
        for each in end.open:
            self._rows.addWidget(self._row(each))
        self.shut.setVisible(not is_closed)
        self.reopen.setVisible(is_closed)
        self.shut.setText("Close it all the same" if end.open else "Close the day")
        self.leave.setText("Done" if is_closed else "Leave it open")
        self.adjustSize()
        (self.leave if end.open or is_closed else self.shut).setFocus()

    def _row(self, each: StillOpen) -> QWidget:
        panel = Panel("card")
        words = Text(_capital(open_words(each)), wraps=True)
        texts = column(words, gap=2)
        if each.meetings:
            texts.addWidget(Text(_named(each), LABEL, "2", wraps=True))
        parts: list[QWidget | QVBoxLayout] = [
            Picture(self._tools.look, _ICONS[each.what], "warn-text", 20),
            texts,
        ]
        if each.what in self._goes and each.what in GOES:
            go = SmallButton(self._tools.look, GOES[each.what], "arrow-right")
            go.setAccessibleName(f"{GOES[each.what]}: {open_words(each)}")
            go.clicked.connect(partial(self._go, each.what))
            parts.append(go)
        line = row(*parts, gap=12, margins=(12, 10, 12, 10))
        line.setStretch(1, 1)
        panel.setLayout(line)
        return panel

    def _go(self, what: Open, _down: bool = False) -> None:
        self.reject()
        self._goes[what]()


def _sentence(end: DayEnd, clock: Callable[..., str]) -> str:
    if end.closed_at is not None:
        return f"{closed_words(end, clock)} What comes later is taken, and counted here."
    if end.open:
        return "This is still open. See to it, or close the day all the same: nothing is locked."
    return "Nothing is open. What comes after the day is closed is taken as well."


def _named(each: StillOpen) -> str:
    more = len(each.meetings) - _MOST
    return ", ".join(each.meetings[:_MOST]) + (f" and {more:,} more" if more > 0 else "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
