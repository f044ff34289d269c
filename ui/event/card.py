"""A card of the overview: a heading over what it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QSizePolicy, QWidget

from ui.common.lettering import BODY, LABEL_STRONG, SECTION
from ui.common.parts import Panel, Text, column, row

DONE = "Ctrl+Return"
"""Ends a dialog as its filled button does; Enter alone may be the end of a scan."""


class Card(Panel):
    """A surface with a heading, and a word on it at the right."""

    def __init__(self, heading: str) -> None:
        super().__init__("card")
        self.noted = Text("", BODY, "2")
        self.inside = column(gap=10)
        self.setAccessibleName(heading)
        head = row(Text(heading, SECTION), None, self.noted)
        whole = column(head, gap=12, margins=(20, 16, 20, 18))
        whole.addLayout(self.inside)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def inset(field: QAbstractSpinBox) -> None:
    """Keep what is typed off the frame; a style sheet's padding does not reach it."""
    field.lineEdit().setTextMargins(8, 0, 0, 0)


def labelled(words: str, field: QWidget) -> QBoxLayout:
    """Put a field under what it is called."""
    label = Text(words, LABEL_STRONG, "2")
    label.setBuddy(field)
    field.setAccessibleName(words)
    return column(label, field, gap=4)
