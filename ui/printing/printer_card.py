"""What a desk must know of its printer: what is on its way, and what keeps it from coming out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.printers.port import Printer
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, CELL
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, restyle, row
from ui.printing.printer_words import printer_title


class Tone(StrEnum):
    """How it is, and so the panel that it stands on."""

    WAY = "card"
    TROUBLE = "warning"
    REFUSED = "problem"


class Remedy(StrEnum):
    """What can be done about it."""

    CONTINUE = "Continue"
    AGAIN = "Print again"
    ELSEWHERE = "Other printer…"
    QUEUE = "Queue"
    PUT_AWAY = "Close"


_ICONS = {
    Tone.WAY: ("printer", "accent-text"),
    Tone.TROUBLE: ("triangle-alert", "warn-mark"),
    Tone.REFUSED: ("circle-alert", "bad-text"),
}


class PrinterCard(Panel):
    """Says it in words with what to do. Nothing here waits for an answer."""

    wanted = Signal(object, str)
    """A ``Remedy``, and the printer if it is another one."""

    def __init__(self, look: Look) -> None:
        super().__init__(Tone.WAY)
        self._mark = Picture(look, *_ICONS[Tone.WAY], 16)
        self._said = Text("", BODY, wraps=True)
        self._besides = Text("", CELL, "2", wraps=True)
        self._printers: Sequence[Printer] = ()
        self.menu = QMenu(self)
        self.buttons = {each: SmallButton(look, each) for each in Remedy}
        head = row(self._mark, self._said, gap=10)
        head.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        head.setStretch(1, 1)
        self._remedies = QWidget()
        self._remedies.setLayout(row(26, *self.buttons.values(), None, gap=6))
        below = row(26, self._besides, gap=0)
        parts = (head, below, self._remedies)
        self.setLayout(column(*parts, gap=6, margins=(14, 12, 12, 12)))
        for remedy, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, remedy=remedy: self._press(remedy))
        self.hide()

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Know the printers that another one is chosen from."""
        self._printers = printers

    def say(
        self, tone: Tone, said: str, besides: str = "", remedies: Sequence[Remedy] = ()
    ) -> None:
        """Say something, and what somebody can do about it."""
        is_new = said != self._said.text() or self.isHidden()
        self._mark.show_icon(*_ICONS[tone])
        self._said.setText(said)
        self._besides.setText(besides)
        self._besides.setVisible(bool(besides))
        for remedy, button in self.buttons.items():
            button.setVisible(remedy in remedies)
        self._remedies.setVisible(bool(remedies))
        self.setAccessibleName(f"{said} {besides}".strip())
        if self.property("part") != tone:
            self.setProperty("part", str(tone))
            restyle(self)
        self.show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _press(self, remedy: Remedy) -> None:
        if remedy is not Remedy.ELSEWHERE:
            self.wanted.emit(remedy, "")
            return
        self.menu.clear()
        for each in self._printers:
            action = self.menu.addAction(printer_title(each))
            action.triggered.connect(
                lambda _on=False, name=each.name: self.wanted.emit(Remedy.ELSEWHERE, name)
            )
        button = self.buttons[remedy]
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
