"""Why something was not done, said on the card where it was asked for."""

from __future__ import annotations

from ui.common.lettering import CELL
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, row


class Problem(Panel):
    """Shows a sentence; it is not there for none."""

    def __init__(self, look: Look) -> None:
        super().__init__("problem")
        self._text = Text("", CELL, wraps=True)
        icon = Picture(look, "circle-alert", "bad-text", 16)
        beside = row(icon, self._text, gap=8, margins=(10, 8, 10, 8))
        beside.setStretch(1, 1)
        self.setLayout(beside)
        self.hide()

    @property
    def said(self) -> str:
        """The sentence that is shown; blank if none is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, problem: str) -> None:
        """Show a sentence, or nothing."""
        self._text.setText(problem)
        self.setVisible(bool(problem))
