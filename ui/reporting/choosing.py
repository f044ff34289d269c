"""What can be chosen of a report: which paper, of what, in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.outcomes.report.office import Paper
from app.outcomes.report.wishes import Language, ReportWish
from ui.common.buttons import Choice
from ui.common.check import CheckBox
from ui.common.lettering import CELL, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, scrolled
from ui.common.times import day_words
from ui.printing.notices import Notice
from ui.reporting.words import ABOUT, LANGUAGES, TITLES

_WHOLE = "The whole event"
_WIDE = 320


class Choosing(Panel):
    """Asks from above; what is chosen stands in ``paper`` and ``wish``."""

    changed = Signal()
    """Something else is wished."""

    def __init__(self, look: Look, days: Sequence[date], day: date | None) -> None:
        super().__init__("side")
        self.papers = _choice(look, "Paper", {TITLES[each]: each for each in Paper})
        # Qt does not find dates of Python's among what a choice holds.
        self._days: tuple[date | None, ...] = (None, *(days if len(days) > 1 else ()))
        named = (_WHOLE if each is None else day_words(each) for each in self._days)
        self.days = _choice(look, "Days", dict.fromkeys(named))
        self.days.setCurrentIndex(self._days.index(day) if day in self._days else 0)
        languages = {LANGUAGES[each]: each for each in Language}
        self.languages = _choice(look, "Language", languages)
        self.notes = CheckBox(look, "With notes of the meetings")
        self.notes.setChecked(True)
        self.lack = Notice(look, "warning", "triangle-alert", "warn-mark")
        self._about = Text(ABOUT[Paper.REPORT], CELL, "2", wraps=True)
        inner = QWidget()
        parts: list[QWidget | int | None] = []
        for title, field in (
            ("Paper", self.papers),
            ("Days", self.days),
            ("Language", self.languages),
        ):
            parts += [Text(title, LABEL_STRONG), field]
            parts += [self._about, 8] if field is self.papers else [8]
        inner.setLayout(
            column(*parts, self.notes, 8, self.lack, None, gap=6, margins=(20, 20, 20, 16))
        )
        self.setFixedWidth(_WIDE)
        self.setLayout(column(scrolled(inner)))
        for field in (self.papers, self.days, self.languages):
            field.currentIndexChanged.connect(self._say)
        self.notes.toggled.connect(self._say)

    @property
    def paper(self) -> Paper:
        """Which paper is wanted."""
        return Paper(self.papers.currentData())

    @property
    def wish(self) -> ReportWish:
        """What is wanted of it."""
        language = Language(self.languages.currentData())
        day = self._days[self.days.currentIndex()]
        return ReportWish(day, language, notes=self.notes.isChecked())

    def _say(self) -> None:
        self._about.setText(ABOUT[self.paper])
        self.changed.emit()


def _choice(look: Look, name: str, items: Mapping[str, object]) -> Choice:
    choice = Choice(look)
    choice.setAccessibleName(name)
    for words, value in items.items():
        choice.addItem(words, value)
    return choice
