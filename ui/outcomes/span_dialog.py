"""The question which tables a desk looks after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from ui.common.buttons import Button, Rank
from ui.common.fields import plain
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.outcomes.spans import Span

_KEYS = "Ctrl+Return"


class SpanDialog(QDialog):
    """``answered`` carries a span, or nothing for all tables. Enter alone may end a scan."""

    answered = Signal(object)

    def __init__(self, look: Look, whole: Span, span: Span | None, parent: QWidget) -> None:
        super().__init__(parent)
        now = span or whole
        self.first, self.last = (self._number(whole, each) for each in (now.first, now.last))
        self.first.setAccessibleName("First table")
        self.last.setAccessibleName("Last table")
        self._all = Button(look, "All tables")
        cancel = Button(look, "Cancel")
        self._keep = Button(look, "Keep", "check", _KEYS, rank=Rank.MAIN)
        self.setWindowTitle("Tables of this desk")
        note = Text(
            "Outcomes of these tables are shown at first here; all others are one click away.",
            BODY,
            "2",
            wraps=True,
        )
        fields = row(Text("From"), self.first, Text("to"), self.last, None, gap=12)
        buttons = row(self._all, None, cancel, self._keep)
        title = Text("Which tables does this desk look after?", SECTION)
        self.setLayout(column(title, note, fields, 4, buttons, gap=16, margins=24))
        self.setMinimumWidth(460)
        # The key pad's Enter is another key.
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self._answer)
        self._all.clicked.connect(lambda: self._end(None))
        self._keep.clicked.connect(self._answer)
        cancel.clicked.connect(self.reject)

    def _number(self, whole: Span, number: int) -> QSpinBox:
        field = plain(QSpinBox())
        field.setRange(whole.first, whole.last)
        field.setValue(number)
        field.setFixedWidth(96)
        return field

    def _answer(self) -> None:
        first, last = sorted((self.first.value(), self.last.value()))
        self._end(Span(first, last))

    def _end(self, span: Span | None) -> None:
        self.accept()
        self.answered.emit(span)
