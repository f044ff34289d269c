"""Asks what plans of the event keep to: limits, and what a meeting is worth."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QSpinBox, QWidget

from app.meetings.worth import Rules
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE, labelled, plain
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.event.plan_words import worth_words

_LIMITS = {"most_meetings": "Meetings of one delegate", "most_in_row": "Meetings in a row"}
_WORTHS = {
    "first_worth": "Priority 1",
    "second_worth": "Priority 2",
    "third_worth": "Priority 3",
    "mutual_worth": "Both want it, on top",
}
_MOST = 99


class RulesDialog(QDialog):
    """``decided`` carries rules by their names, all of them. A limit of 0 is none."""

    decided = Signal(object)

    def __init__(self, look: Look, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rules of planning")
        now = asdict(rules)
        self.fields = {name: plain(QSpinBox()) for name in (*_LIMITS, *_WORTHS)}
        for name, field in self.fields.items():
            field.setRange(0, _MOST)
            field.setValue(now[name] or 0)
            field.valueChanged.connect(self._tell)
        for name in _LIMITS:
            self.fields[name].setSpecialValueText("No limit")
        self._told = Text("", BODY, "2", wraps=True)
        self.keep = Button(look, "Keep rules", "check", DONE, Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        limits = row(*(labelled(words, self.fields[name]) for name, words in _LIMITS.items()))
        worths = row(*(labelled(words, self.fields[name]) for name, words in _WORTHS.items()))
        self.setLayout(
            column(
                Text("Rules of planning", SECTION),
                column(Text("At most", BODY_STRONG), limits, gap=6),
                column(Text("What a meeting is worth", BODY_STRONG), worths, self._told, gap=6),
                row(None, self.cancel, self.keep),
                gap=20,
                margins=24,
            )
        )
        self.setFixedWidth(580)
        self.keep.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self._tell()

    def _said(self) -> dict[str, int | None]:
        values = {name: field.value() for name, field in self.fields.items()}
        return {name: value or (None if name in _LIMITS else 0) for name, value in values.items()}

    def _tell(self) -> None:
        self._told.setText(worth_words(Rules(**self._said())))  # type: ignore[arg-type] # worths are numbers

    def _decide(self) -> None:
        self.decided.emit(self._said())
        self.accept()
