"""A card of the overview: a heading over what it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from ui.common.lettering import BODY, SECTION
from ui.common.parts import Panel, Text, column, row


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
