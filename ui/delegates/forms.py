"""Forms in the pane beside the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.delegates.suggesting import KnownWords
from ui.common.buttons import Button, Choice, Rank
from ui.common.known_fields import KnownField
from ui.common.lettering import BODY, LABEL_STRONG, SECTION, font
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, restyle, row
from ui.delegates.sheet import sheet

Values = Mapping[str, str]
Check = Callable[[Values], Mapping[str, str]]
"""Gives a sentence for each field that can't be so."""


_CHOICE_LETTERS, _WIDEST_LIST = 12, 640


class Sort(StrEnum):
    """What a field is filled in with."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. ``choices`` are values with their words."""

    name: str
    label: str
    sort: Sort = Sort.LINE
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormPlan:
    """What a form says and asks. ``verb`` is the word of the button that saves."""

    title: str
    intro: str
    fields: tuple[Field, ...]
    verb: str = "Save"
    check: Check = lambda _values: {}


class PaneForm(QWidget):
    """Asks for some values. Ctrl+S or Ctrl+Enter saves; Enter never does: it may end a scan.

    The buttons stay in sight below the fields, however many there are.
    """

    saved = Signal(dict)
    cancelled = Signal()

    def __init__(self, look: Look, plan: FormPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self._came_from: QWidget | None = None
        self.inputs = {each.name: _input(look, each) for each in plan.fields}
        self._known = {
            name: KnownField(name, made)
            for name, made in self.inputs.items()
            if name in KnownField.NAMES and isinstance(made, QLineEdit)
        }
        self._problems = {each.name: Text("", BODY, "bad", wraps=True) for each in plan.fields}
        self.save_it = Button(look, plan.verb, "save", "Ctrl+S", Rank.MAIN)
        self._cancel = Button(look, "Cancel")
        self.setLayout(self._laid_out())
        self.save_it.clicked.connect(self.save)
        self._cancel.clicked.connect(self.cancelled)
        for key, act in (("Esc", self.cancelled.emit), ("Ctrl+Return", self.save_it.animateClick)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: _read(each) for name, each in self.inputs.items()}

    @property
    def changed(self) -> dict[str, str]:
        """What stands in the fields and did not at first."""
        first = {each.name: each.value for each in self.plan.fields}
        return {name: value for name, value in self.values.items() if value != first[name]}

    def save(self) -> None:
        """Hand over what is new, unless a field can't be so; then say why, and go there."""
        problems = self.plan.check(self.values)
        for name, label in self._problems.items():
            wrong = problems.get(name, "")
            label.setText(wrong)
            label.setVisible(bool(wrong))
            self.inputs[name].setProperty("wrong", "true" if wrong else "false")
            restyle(self.inputs[name])
        if problems:
            self.inputs[next(iter(problems))].setFocus()
            return
        self.saved.emit(self.changed)

    def fill(self, values: Values) -> None:
        """Put other text into fields, which stands there as if somebody had typed it."""
        for name, value in values.items():
            made = self.inputs[name]
            if isinstance(made, QLineEdit):
                made.setText(value)
            elif isinstance(made, QPlainTextEdit):
                made.setPlainText(value)

    @property
    def can_be_completed(self) -> bool:
        """Tell whether it has use for words that the event knows."""
        return bool(self._known)

    def know(self, words: KnownWords) -> None:
        """Complete lines from these words."""
        for each in self._known.values():
            each.know(words)

    def begin(self) -> None:
        """Let the first field have the focus."""
        next(iter(self.inputs.values())).setFocus()

    def remember_focus(self) -> None:
        """Keep in mind which field has the focus, for the answers may be refused."""
        self._came_from = self.focusWidget()

    def reopen(self) -> None:
        """Let refused answers be corrected, from where they were sent."""
        self.setEnabled(True)
        if self._came_from is not None:
            self._came_from.setFocus()

    def _laid_out(self) -> QVBoxLayout:
        fields = QWidget()
        fields.setLayout(self._fields())
        foot = Panel("foot")
        foot.setLayout(row(self.save_it, self._cancel, None, margins=(16, 12, 16, 12)))
        layout = column(sheet(fields), foot, gap=0)
        layout.setStretch(0, 1)
        return layout

    def _fields(self) -> QVBoxLayout:
        layout = column(Text(self.plan.title, SECTION, wraps=True), gap=4, margins=(0, 0, 0, 16))
        if self.plan.intro:
            layout.addWidget(Text(self.plan.intro, BODY, "2", wraps=True))
        for each in self.plan.fields:
            label, problem = Text(each.label, LABEL_STRONG, "2"), self._problems[each.name]
            label.setBuddy(self.inputs[each.name])
            problem.hide()
            layout.addSpacing(8)
            known = self._known.get(each.name)
            head = row(label, None, *((known.note,) if known else ()))
            layout.addLayout(column(head, self.inputs[each.name], problem, gap=4))
        layout.addStretch(1)
        return layout


Input = QLineEdit | QPlainTextEdit | Choice


def _input(look: Look, field: Field) -> Input:
    made: Input
    if field.sort is Sort.TEXT:
        made = QPlainTextEdit(field.value)
        made.setTabChangesFocus(True)
        made.setFixedHeight(72)
    elif field.sort is Sort.CHOICE:
        made = Choice(look)
        for value, words in field.choices:
            made.addItem(words, value)
        made.setCurrentIndex(max(0, made.findData(field.value)))
        # Long words make the list wide when it opens, and never the pane.
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_CHOICE_LETTERS)
        made.view().setMinimumWidth(min(made.view().sizeHintForColumn(0) + 24, _WIDEST_LIST))
    else:
        made = QLineEdit(field.value)
        made.setPlaceholderText(field.hint)
    made.setFont(font(BODY))
    made.setAccessibleName(field.label)
    return made


def _read(made: Input) -> str:
    if isinstance(made, QLineEdit):
        return made.text().strip()
    if isinstance(made, QPlainTextEdit):
        return made.toPlainText().strip()
    return str(made.currentData())


def choices(words: Mapping[Any, str], *, blank: str = "") -> Sequence[tuple[str, str]]:
    """Give choices of these values, after one for none of them if it has words."""
    first = [("", blank)] if blank else []
    return [*first, *((str(value), said) for value, said in words.items())]
