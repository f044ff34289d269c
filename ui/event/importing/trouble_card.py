"""One thing to mend before an import, and the ways to mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.delegates.importing.troubles import Trouble
from ui.common.buttons import Choice, Rank, SmallButton
from ui.common.jobs import Jobs
from ui.common.lettering import BODY, BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Picture, Text, column, row
from ui.common.person_field import FindPeople, PersonField
from ui.event.importing.list_kind import Asked, ListKind

_WORDS = {Asked.LINE: "Type it", Asked.COUNTRY: "Choose", Asked.PERSON: "Say who"}


@dataclass(frozen=True, slots=True)
class Answers:
    """Where a card looks up what may be said instead."""

    countries: Callable[[], Sequence[str]]
    find: FindPeople
    jobs: Jobs


class TroubleCard(QWidget):
    """Says where and what, proposes, and takes what a person says instead."""

    corrected = Signal(object, str)
    looked_for = Signal(object)
    """The trouble, whose rows are to be shown."""

    def __init__(self, look: Look, kind: ListKind, trouble: Trouble, answers: Answers) -> None:
        super().__init__()
        self._look, self.trouble, self._answers = look, trouble, answers
        self._asked = kind.asked(trouble)
        tone = "bad" if trouble.rejects else "warn"
        icon = Picture(look, "circle-x" if trouble.rejects else "circle-alert", f"{tone}-text", 16)
        self._typed: QLineEdit | Choice | None = None
        self._actions = row(*self._buttons(), None)
        self._said = Text(kind.text(trouble), BODY, wraps=True)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        title = Text(kind.title(trouble), BODY_STRONG, tone, wraps=True)
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        head = row(icon, title)
        head.setStretch(1, 1)
        self._whole = column(head, self._said, self._actions, margins=(0, 12, 0, 14))
        self.setLayout(self._whole)
        self.setAccessibleName(f"{kind.title(trouble)}: {kind.text(trouble)}")

    def _buttons(self) -> Sequence[QWidget]:
        trouble, look, made = self.trouble, self._look, []
        if trouble.proposal:
            is_country = trouble.code == "unknown_country"
            words = f"Use {trouble.proposal}" if is_country else "Use that"
            use = SmallButton(look, words, rank=Rank.MAIN)
            use.clicked.connect(lambda: self.corrected.emit(trouble, trouble.proposal))
            made.append(use)
        if self._asked is not Asked.NOTHING:
            type_it = SmallButton(look, _WORDS[self._asked])
            type_it.clicked.connect(self._ask)
            made.append(type_it)
        words = {1: "Show row", 2: "Show both rows"}.get(len(trouble.rows), "Show the rows")
        show = SmallButton(look, words, rank=Rank.QUIET)
        show.clicked.connect(lambda: self.looked_for.emit(trouble))
        return [*made, show]

    def _ask(self) -> None:
        """Put a field in place of the buttons."""
        if len(self.trouble.rows) == 1:
            self.looked_for.emit(self.trouble)
        if self._typed is not None:
            self._typed.setFocus()
            return
        for button in self.findChildren(SmallButton):
            if button.rank is Rank.MAIN:
                button.set_rank(Rank.PLAIN)
        field = self._field()
        field.setMinimumWidth(40)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._typed = field
        # Whoever is chosen is used at once.
        asked = row(field) if isinstance(field, PersonField) else row(field, self._use_it(field))
        asked.setStretch(0, 1)
        self._whole.addLayout(asked)
        # The focus goes only to what is in sight already.
        field.show()
        field.setFocus()

    def _use_it(self, field: QWidget) -> SmallButton:
        use = SmallButton(self._look, "Use it", rank=Rank.MAIN)
        use.clicked.connect(self._take)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            entered = QShortcut(key, field)
            entered.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            entered.activated.connect(self._take)
        return use

    def _field(self) -> QLineEdit | Choice:
        if self._asked is Asked.PERSON:
            field = PersonField(self._answers.find, self._answers.jobs, "Who is meant")
            field.chosen.connect(lambda who: self.corrected.emit(self.trouble, who.badge_number))
            return field
        made = self._country_choice() if self._asked is Asked.COUNTRY else self._line_edit()
        made.setAccessibleName("What it shall say")
        return made

    def _line_edit(self) -> QLineEdit:
        field = QLineEdit(self.trouble.text if self.trouble.code != "no_name" else "")
        field.selectAll()
        return field

    def _country_choice(self) -> Choice:
        choice = Choice(self._look)
        choice.addItems(list(self._answers.countries()))
        choice.setCurrentText(self.trouble.proposal or "")
        return choice

    def _take(self) -> None:
        typed = self._typed
        text = typed.currentText() if isinstance(typed, Choice) else typed.text() if typed else ""
        if text.strip():
            self.corrected.emit(self.trouble, text.strip())

    def sizeHint(self) -> QSize:
        """Be as tall as the words need at this width."""
        return QSize(240, super().sizeHint().height())
