"""A question that is answered in one line, such as the desk's name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.common.buttons import Button, Rank
from ui.common.lettering import SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row

KEYS = "Ctrl+Return"


class Ask(QDialog):
    """Asks for one line. Enter alone answers nothing: it may be the end of a scan."""

    answered = Signal(str)

    def __init__(self, look: Look, question: str, answer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(answer)
        self._blank_is_fine = True
        self._cancel = Button(look, "Cancel")
        self._save = Button(look, "Save", "check", KEYS, rank=Rank.MAIN)
        self._note = Text("", tone="2", wraps=True)
        self._note.hide()
        self.field.setAccessibleName(question)
        self.field.setMaxLength(60)
        self.field.selectAll()
        self.setWindowTitle(question)
        self.setMinimumWidth(440)
        self.setLayout(
            column(
                Text(question, SECTION),
                self.field,
                self._note,
                row(None, self._cancel, self._save),
                gap=16,
                margins=24,
            )
        )
        # The key pad's Enter is another key.
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self._answer)
        self.field.textChanged.connect(self._look_at)
        self._save.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.reject)

    def needs_answer(self) -> None:
        """Take no blank."""
        self._blank_is_fine = False
        self._look_at()

    def say(self, note: str) -> None:
        """Say what the answer is for."""
        self._note.setText(note)
        self._note.show()

    def _look_at(self) -> None:
        self._save.setEnabled(self._blank_is_fine or bool(self.field.text().strip()))

    def _answer(self) -> None:
        if self._save.isEnabled():
            self.accept()
            self.answered.emit(self.field.text().strip())
