"""Asks for a decision where no place is left for somebody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.applications.places import PlacesFull
from ui.common.buttons import Button
from ui.common.fields import DONE
from ui.common.lettering import BODY, LABEL_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.sentences import full_words

_ADVICE = (
    "Nothing was changed. You may take them in all the same: that is your decision, and it is kept "
    "with its reason."
)


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Who has no place, what would be done all the same, and why, if that was said."""

    name: str
    verb: str
    why: str = ""


class WhyFull(Panel):
    """Says that it is full. ``decided`` carries why somebody is taken in all the same."""

    decided = Signal(str)

    def __init__(self, look: Look, verb: str, key: str = "") -> None:
        super().__init__("warning")
        self._says = Text("", LABEL_STRONG, wraps=True)
        self._why = QLineEdit()
        self._why.setAccessibleName("Reason")
        self._go = Button(look, verb, "user-plus", key)
        self._go.setEnabled(False)
        head = row(Picture(look, "triangle-alert", "warn-text"), self._says, gap=12)
        head.setStretch(1, 1)
        self.setLayout(
            column(
                head,
                Text(_ADVICE, BODY, "2", wraps=True),
                Text("Reason", LABEL_STRONG, "2"),
                self._why,
                row(None, self._go),
                gap=8,
                margins=(16, 12, 16, 12),
            )
        )
        self._why.textChanged.connect(self._typed)
        self._go.clicked.connect(lambda: self.decided.emit(self._why.text().strip()))

    def ask(self, refusal: PlacesFull, why: str = "") -> None:
        """Show it, with nothing decided yet; ``why`` was said before."""
        self._says.setText(full_words(refusal))
        self._why.setText(why)
        self.show()
        self._why.setFocus()

    def decide(self) -> None:
        """Take the decision if its reason stands there, or else ask for it."""
        if self._go.isEnabled():
            self._go.click()
        else:
            self._why.setFocus()

    def _typed(self, text: str) -> None:
        self._go.setEnabled(bool(text.strip()))


class FullDialog(QDialog):
    """Asks the same about somebody who is on the list, but was not accepted."""

    decided = Signal(str)

    def __init__(self, look: Look, refusal: PlacesFull, whom: ForWhom, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("No place left")
        asks = WhyFull(look, whom.verb, DONE)
        leave = Button(look, "Leave it as it is")
        title = Text(f"No place left for {whom.name}", SECTION, wraps=True)
        self.setLayout(column(title, asks, row(None, leave), gap=16, margins=24))
        self.setFixedWidth(520)
        asks.decided.connect(self.decided)
        asks.decided.connect(self.accept)
        leave.clicked.connect(self.reject)
        asks.ask(refusal, whom.why)
