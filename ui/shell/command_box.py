"""The search and command box: who is meant, or what shall be done, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from app.delegates.lookup import Found, FoundPerson
from ui.common.buttons import key_words
from ui.common.jobs import Quiet
from ui.common.lettering import CELL, KEY, font
from ui.common.marks import STATE_WORDS
from ui.common.page import Tools
from ui.shell.command_list import CommandList, Offer
from ui.shell.matching import Command, Fit, meant

KEYS = "Ctrl+K"
_MOST_PEOPLE = 6
_PAUSE_MS = 120
_NARROWEST, _WIDEST = 168, 246
_ROOM_FOR_CAP = 210


class FindCalls(Protocol):
    """What the box needs of ``app.delegates.lookup.Lookup``."""

    def find(self, text: str, *, limit: int = 50) -> Found:
        """Find delegates by any part of what is known of them."""
        ...


class CommandBox(QLineEdit):
    """Offers commands and delegates by what is typed. Enter does what is marked, Esc leaves."""

    delegate_wanted = Signal(object)

    def __init__(self, tools: Tools, find: FindCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._find = find
        self._view = Quiet(self)
        self._offered: Callable[[], Sequence[Command]] = tuple
        self._commands: Sequence[Command] = ()
        self._people: tuple[FoundPerson, ...] = ()
        self._misspelt = False
        self._asked = ""
        self._enter_waits = False
        self._came_from: QWidget | None = None
        self.list = CommandList(tools.look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.setFont(font(CELL))
        self.setFixedHeight(36)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.setPlaceholderText("Search or command")
        self.setAccessibleName("Search or command")
        self.setTextMargins(22, 0, 0, 0)
        shortcut = QShortcut(QKeySequence(KEYS), self)
        shortcut.activated.connect(self.start)
        self.textChanged.connect(self._read)
        self._pause.timeout.connect(self._ask)
        self.list.chosen.connect(self._take)
        tools.look.changed.connect(self.update)

    def offer(self, commands: Callable[[], Sequence[Command]]) -> None:
        """Offer what this gives, which is asked each time that the box is opened."""
        self._offered = commands

    def start(self) -> None:
        """Get ready to type, and remember where the focus was."""
        if not self.hasFocus():
            window = self.window()
            self._came_from = window.focusWidget()
        self._commands = self._offered()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show()

    def leave(self) -> None:
        """Close the list, forget what was typed, and give the focus back."""
        came_from, self._came_from = self._came_from, None
        self._close()
        self.clear()
        if came_from is not None and isValid(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, 36)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take what is marked, or leave."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._show()
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._commands = self._offered()
        elif event.reason() is Qt.FocusReason.MouseFocusReason:
            self._commands = self._offered()
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._tools.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(11, (self.height() - 16) / 2)
        painter.drawPixmap(at, look.pixmap("search", "text-2", 16))
        if not self.text() and not self.hasFocus() and self.width() >= _ROOM_FOR_CAP:
            painter.setFont(font(KEY))
            cap = key_words(KEYS)
            width = painter.fontMetrics().horizontalAdvance(cap) + 12.0
            area = QRectF(self.width() - width - 8.5, (self.height() - 20) / 2 + 0.5, width, 19)
            painter.setPen(QPen(look.colour("line-strong"), 1))
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(look.colour("text-2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cap)
        painter.end()

    def _read(self, text: str) -> None:
        self._people = ()
        self._asked = ""
        self._enter_waits = False
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
        if self.hasFocus():
            self._show(anew=True)

    def _ask(self) -> None:
        self._pause.stop()
        text = self._asked = self.text()
        self._tools.reads.run(
            lambda _report: self._find.find(text, limit=_MOST_PEOPLE),
            view=self._view,
            then=lambda found: self._hear(text, found),
        )

    def _hear(self, text: str, found: Found) -> None:
        # What was asked for may have been typed over since.
        if text != self.text() or not self.hasFocus():
            return
        self._people, self._misspelt = found.delegates, found.corrected
        self._show(searched=True)
        if self._enter_waits:
            self._enter_waits = False
            self.list.take()

    def _enter(self) -> None:
        if self.list.isVisible() and self.list.take():
            return
        if self._pause.isActive():
            self._ask()
            self._enter_waits = True

    def _show(self, *, searched: bool = False, anew: bool = False) -> None:
        text = self.text()
        found = meant(self._commands, text)
        near = [_of_command(each) for each, fit in found if fit <= Fit.IN_ITS_WORDS]
        far = [_of_command(each) for each, fit in found if fit > Fit.IN_ITS_WORDS]
        # Whom nothing but misspelling brings is nobody that somebody meant who named a command.
        people = () if found and self._misspelt else self._people
        named = (*(_of_person(each) for each in people), *self._done_to(people))
        offers = [*near, *named, *far]
        if offers:
            self.list.show_offers(offers, marks=bool(text.strip()), anew=anew)
        elif searched:
            self.list.show_none(f"No one and nothing is called “{text.strip()}” here.")
        elif not text.strip():
            self._close()
            return
        else:
            # What stood there before must go: Enter would take it.
            self.list.show_none("Looking…")
        self._place()

    def _done_to(self, people: Sequence[FoundPerson]) -> Iterator[Offer]:
        """Yield what can be done to people who are named."""
        for command in self._commands:
            for each in people if command.of_person is not None else ():
                offered = command.of_person and command.of_person(each.person.id, each.person.name)
                if offered is not None:
                    yield _of_command(offered)

    def _place(self) -> None:
        window = self.window()
        if self.list.parent() is not window:
            self.list.setParent(window)
        right = self.mapTo(window, QPoint(self.width(), self.height() + 6))
        self.list.fit(right, window.height() - right.y() - 24)
        self.list.show()
        self.list.raise_()

    def _close(self) -> None:
        self._pause.stop()
        self.list.hide()

    def _take(self, offer: Offer) -> None:
        self.leave()
        if isinstance(offer.what, UUID):
            self.delegate_wanted.emit(offer.what)
        elif isinstance(offer.what, Command):
            offer.what.run()


def _of_command(command: Command) -> Offer:
    return Offer(command.words, command, command.where, command.icon, command.keys)


def _of_person(found: FoundPerson) -> Offer:
    person = found.person
    parts = (person.organisation, STATE_WORDS.get(found.state, found.state))
    return Offer(person.name, person.id, " · ".join(filter(None, parts)), state=found.state)
