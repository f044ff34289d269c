"""Whether a badge has a schedule on its back, and how that gets there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.printing.wishes import Back
from ui.common.buttons import Choice
from ui.common.lettering import CELL
from ui.common.look import Look
from ui.common.parts import Text, column

_WORDS = {
    Back.NONE: "Back stays empty",
    Back.DUPLEX: "Schedule on the back",
    Back.FOLDED: "Schedule beside, to fold",
}


class BackChoice(QWidget):
    """Asks for the backs of badges."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.choice = Choice(look)
        self.choice.setAccessibleName("Back")
        # The longest of them must not widen the panel.
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(short)
        for back, words in _WORDS.items():
            self.choice.addItem(words, back)
        self._hint = Text(
            "The printer turns sheets over along the long edge.", CELL, "2", wraps=True
        )
        self._hint.hide()
        self.setLayout(column(self.choice, self._hint, gap=4))
        self.choice.activated.connect(lambda _at: self._change())

    @property
    def back(self) -> Back:
        """What is chosen."""
        return Back(self.choice.currentData())

    def _change(self) -> None:
        self._hint.setVisible(self.back is Back.DUPLEX)
        self.changed.emit()
