"""Questions above the editor: a name for a copy, and whether a template is to go."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.printing.described import is_name
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, LABEL
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row


class NameBar(Panel):
    """Asks what a copy is to be called."""

    named = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("news")
        self._taken: frozenset[str] = frozenset()
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the template")
        self.name.setFixedWidth(260)
        self.keep = SmallButton(look, "Save", "save", rank=Rank.MAIN)
        self.keep.setAccessibleName("Save under this name")
        self.leave = SmallButton(look, "Cancel")
        self._why = Text("", LABEL, "2", wraps=True)
        asked = row(Text("Save as", BODY), self.name, self.keep, self.leave, None, gap=10)
        self.setLayout(column(asked, self._why, gap=6, margins=(12, 8, 12, 8)))
        self.name.textChanged.connect(lambda _text: self._enable())
        self.keep.clicked.connect(lambda: self.named.emit(self.name.text()))
        self.leave.clicked.connect(self.close_bar)
        self.hide()

    def ask(self, proposed: str, taken: Collection[str]) -> None:
        """Ask, and propose a name."""
        self._taken = frozenset(taken)
        self.name.setText(proposed)
        self._enable()
        self.show()
        self.name.selectAll()
        self.name.setFocus()

    def close_bar(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def _enable(self) -> None:
        why = self._why_not(self.name.text())
        self.keep.setEnabled(not why)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _why_not(self, name: str) -> str:
        if not name:
            return "Write a name."
        if not is_name(name):
            return "At most 40 letters, digits, dots, hyphens and underscores, without a space."
        if name in self._taken:
            return f"There is a template “{name}” already. Choose another name."
        return ""


class DeleteBar(Panel):
    """Asks whether a template of this desk is to go."""

    deleted = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("warning")
        self._name = ""
        self._said = Text("", BODY, wraps=True)
        self.delete = SmallButton(look, "Delete", "trash-2")
        self.delete.setAccessibleName("Delete for good")
        self.stay = SmallButton(look, "Keep it")
        head = row(Picture(look, "triangle-alert", "warn-mark", 16), self._said, gap=10)
        head.setStretch(1, 1)
        self.setLayout(
            column(head, row(self.delete, self.stay, None, gap=8), margins=(12, 8, 12, 10))
        )
        self.delete.clicked.connect(self._delete)
        self.stay.clicked.connect(self.close_bar)
        self.hide()

    def ask(self, name: str, stocks: str) -> None:
        """Ask; ``stocks`` are those that are printed from it."""
        self._name = name
        after = f" Badges on {stocks} are printed from their usual one then." if stocks else ""
        self._said.setText(f"“{name}” is deleted from this desk for good.{after}")
        self.show()
        self.stay.setFocus()

    def close_bar(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def _delete(self) -> None:
        self.hide()
        self.deleted.emit(self._name)
