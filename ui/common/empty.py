"""What stands where a page's contents would, if there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import FACT
from ui.common.look import Look
from ui.common.parts import Text, column, row


class Empty(QWidget):
    """One line, one action."""

    acted = Signal()

    def __init__(self, look: Look, text: str, action: str, icon: str) -> None:
        super().__init__()
        self._said = Text(text, FACT, "2", wraps=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._act = Button(look, action, icon, rank=Rank.MAIN)
        self.setLayout(column(None, self._said, row(None, self._act, None), None, None, gap=16))
        self._act.clicked.connect(self.acted)

    def say(self, text: str) -> None:
        """Say it otherwise."""
        self._said.setText(text)
