"""Rows of which one is chosen: with the mouse, or by the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.common.choice_row import USUAL, ChoiceRow, Face
from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.parts import Text, clear, column

TIGHT = 30
"""How high a row is where there are many."""


class Rows(QWidget):
    """One row for each thing to choose; one of them is chosen, if there is any."""

    chosen = Signal(str)
    """The key of the row that somebody chose."""

    def __init__(self, look: Look, name: str, tall: int = USUAL) -> None:
        super().__init__()
        self._look, self._tall = look, tall
        self._rows: dict[str, ChoiceRow] = {}
        self.setAccessibleName(name)
        self._layout = column(gap=1)
        self.setLayout(self._layout)

    @property
    def choice(self) -> str:
        """Give the key of what is chosen; blank where there is nothing."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    @property
    def row(self) -> QWidget:
        """Give the row that is chosen; all of them where there is none."""
        return next((row for row in self._rows.values() if row.isChecked()), self)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of all rows, in their order."""
        return tuple(self._rows)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give the rows as Tab and arrows go through them."""
        return tuple(self._rows.values())

    def show_rows(self, faces: Mapping[str, Face]) -> None:
        """Show other rows, and choose the first; nobody is told."""
        for row in self._rows.values():
            # Until it is gone, it would be taken for the one that another choice puts out.
            row.setAutoExclusive(False)
        clear(self._layout)
        self._rows = {key: ChoiceRow(self._look, each, self._tall) for key, each in faces.items()}
        group = ""
        for at, (key, row) in enumerate(self._rows.items()):
            row.setChecked(at == 0)
            row.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
            if faces[key].group != group:
                group = faces[key].group
                self._layout.addSpacing(12 if at else 4)
                self._layout.addWidget(Text(group, LABEL, "3"))
                self._layout.addSpacing(4)
            self._layout.addWidget(row)

    def choose(self, key: str) -> None:
        """Choose another row, if there is one of this key."""
        if key in self._rows:
            self._rows[key].setChecked(True)

    def show_count(self, key: str, count: int) -> None:
        """Say how many a row stands for."""
        self._rows[key].show_count(count)

    def allow(self, key: str, *, allowed: bool) -> None:
        """Let a row be chosen, or not."""
        self._rows[key].setEnabled(allowed)

    def take_focus(self) -> None:
        """Put the focus on what is chosen."""
        for row in self._rows.values():
            if row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)
