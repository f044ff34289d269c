"""Asks how the running day is watched, and what proposals keep to."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QSpinBox, QWidget

from app.errors import DeskError
from app.floor.rules import FloorRules, FloorRulesNotPossible
from ui.common.buttons import Button, Choice, Rank
from ui.common.fields import plain
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.floor.card_problem import Problem
from ui.floor.changes.dialog import DONE
from ui.floor.changes.form import labelled
from ui.floor.rules_words import freeze_words, left_words, soon_words

_MOST = 999
_WIDE, _FIELD = 560, 190
_FIRST_LEFT = 5


class FloorRulesDialog(QDialog):
    """``decided`` carries those that were changed, by their names; it stays open until told."""

    decided = Signal(object)

    def __init__(self, look: Look, rules: FloorRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rules of the floor")
        self._before = rules
        left = _FIRST_LEFT if rules.left_minutes is None else rules.left_minutes
        self.soon = _minutes(rules.soon_minutes)
        self.freeze = _minutes(rules.freeze_minutes)
        self.left = _minutes(left)
        self.left_by = Choice(look)
        self.left_by.addItem("A third of the slot", False)
        self.left_by.addItem("So many minutes", True)
        self.left_by.setCurrentIndex(int(rules.left_minutes is not None))
        self._told = tuple(Text("", BODY, "2", wraps=True) for _words in _WORDS)
        self._problem = Problem(look)
        self.keep = Button(look, "Keep rules", "check", DONE, Rank.MAIN)
        self.cancel = Button(look, "Cancel")
        self._lay_out()
        for field in (self.soon, self.freeze, self.left):
            field.valueChanged.connect(self._tell)
        self.left_by.currentIndexChanged.connect(self._tell)
        self.keep.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self._tell()
        self.soon.selectAll()

    def refuse(self, refusal: DeskError, words: str) -> None:
        """Say why the rules were not kept, and go to the one that is meant."""
        self.keep.setEnabled(True)
        self._problem.say(words)
        self.adjustSize()
        if isinstance(refusal, FloorRulesNotPossible):
            fields = {"soon_minutes": self.soon, "freeze_minutes": self.freeze}
            field = fields.get(refusal.rule, self.left)
            field.setFocus()
            field.selectAll()

    @property
    def said(self) -> FloorRules:
        """The rules as the fields say them."""
        left = self.left.value() if self.left_by.currentData() else None
        return FloorRules(self.soon.value(), self.freeze.value(), left)

    def _lay_out(self) -> None:
        self.left_by.setFixedWidth(_FIELD)
        minutes = labelled("Minutes left", self.left)
        fields = (
            row(labelled("Attention before the start", self.soon), None),
            row(labelled("No moves before the start", self.freeze), None),
            row(labelled("Left for a new meeting", self.left_by), minutes, None, gap=12),
        )
        parts: list[QBoxLayout] = [
            column(field, told, gap=6) for field, told in zip(fields, self._told, strict=True)
        ]
        whole = column(Text("Rules of the floor", SECTION), *parts, gap=20, margins=24)
        whole.addWidget(self._problem)
        whole.addLayout(row(None, self.cancel, self.keep))
        self.setLayout(whole)
        self.setFixedWidth(_WIDE)

    def _tell(self) -> None:
        said = self.said
        self.left.setEnabled(said.left_minutes is not None)
        for told, words in zip(self._told, _WORDS, strict=True):
            told.setText(words(said))
        self._problem.say("")
        self.adjustSize()

    def _decide(self) -> None:
        before, said = asdict(self._before), asdict(self.said)
        wanted = {name: value for name, value in said.items() if value != before[name]}
        if wanted:
            self.keep.setEnabled(False)
            self.decided.emit(wanted)
        else:
            self.accept()


_WORDS = (soon_words, freeze_words, left_words)


def _minutes(value: int) -> QSpinBox:
    field = plain(QSpinBox())
    field.setRange(0, _MOST)
    field.setSuffix(" min")
    field.setValue(value)
    field.setFixedWidth(_FIELD)
    return field
