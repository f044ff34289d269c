"""The numbers of those who are missing, to be read, marked and copied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Rank
from ui.common.lettering import CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, clear, column, row
from ui.floor.attention_words import Phone
from ui.floor.proposal_row import CardButton

_MOST = 3


class Phones(QWidget):
    """A line for each number, three at most; how many more there are is said."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Phone, ...] = ()
        self._lines = column(gap=0)
        self.buttons: list[CardButton] = []
        self.setLayout(self._lines)
        self.hide()

    def show_phones(self, phones: Sequence[Phone]) -> None:
        """Show others."""
        if tuple(phones) == self._shown:
            return
        self._shown = tuple(phones)
        clear(self._lines)
        self.buttons = []
        for phone in self._shown[:_MOST]:
            self._lines.addWidget(self._line(phone))
        if len(self._shown) > _MOST:
            more = f"{len(self._shown) - _MOST} more numbers stand in the list of delegates."
            self._lines.addWidget(Text(more, CELL, "3", wraps=True))
        self.setVisible(bool(self._shown))

    def _line(self, phone: Phone) -> QWidget:
        number = Text(phone.number, CELL_STRONG)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setCursor(Qt.CursorShape.IBeamCursor)
        number.setAccessibleName(f"Phone of {phone.name}: {phone.number}")
        copy = CardButton(self._look, "", "copy", rank=Rank.QUIET)
        copy.setAccessibleName(f"Copy {phone.number}, the number of {phone.name}")
        copy.setToolTip("Copy the number")
        clipboard = QGuiApplication.clipboard()
        copy.clicked.connect(partial(clipboard.setText, phone.number))
        self.buttons.append(copy)
        line = QWidget()
        shown = row(Picture(self._look, "phone", "text-3", 14), number, copy, gap=6)
        shown.insertWidget(1, Elided(phone.name, CELL, "2"), 1)
        line.setLayout(shown)
        return line
