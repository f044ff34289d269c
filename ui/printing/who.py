"""Whose badges: one line for each choice, with how many they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.printing.drawn import Counts
from app.printing.refusals import Only
from ui.common.choice_row import ChoiceRow, Face
from ui.common.look import Look
from ui.common.parts import column

_HEIGHT = 40
_WORDS = {
    Only.NEW: "Not yet printed",
    Only.CHANGED: "Changed since print",
    Only.ALL: "All delegates",
}


class Who(QWidget):
    """The choices, chosen with the mouse or the arrow keys."""

    chosen = Signal(object)
    """An ``Only``, or ``None`` for the delegates who were named."""

    def __init__(self, look: Look, named: int) -> None:
        super().__init__()
        self._rows: dict[Only | None, ChoiceRow] = {}
        if named:
            words = "This delegate" if named == 1 else f"These {named:,} delegates"
            self._rows[None] = ChoiceRow(look, Face(words), _HEIGHT)
            self._rows[None].show_count(named)
        for only, words in _WORDS.items():
            self._rows[only] = ChoiceRow(look, Face(words), _HEIGHT)
        self.setLayout(column(*self._rows.values(), gap=2))
        self.choose(None if named else Only.NEW)
        for each in self._rows.values():
            each.toggled.connect(self._tell)

    @property
    def choice(self) -> Only | None:
        """What is chosen."""
        return next(only for only, each in self._rows.items() if each.isChecked())

    def choose(self, only: Only | None) -> None:
        """Choose something else."""
        self._rows[only].setChecked(True)

    def call_first(self, name: str) -> None:
        """Say who the one named delegate is."""
        self._rows[None].setText(name)
        self._rows[None].show_count(1)

    def show_counts(self, counts: Counts) -> None:
        """Say how many each choice would print."""
        self._rows[Only.NEW].show_count(counts.new)
        self._rows[Only.CHANGED].show_count(counts.changed)
        self._rows[Only.ALL].show_count(counts.every)

    def _tell(self, on: bool) -> None:
        if on:
            self.chosen.emit(self.choice)

    def take_focus(self) -> None:
        """Put the focus on what is chosen."""
        self._rows[self.choice].setFocus(Qt.FocusReason.OtherFocusReason)
