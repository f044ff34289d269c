"""Asks who leaves; and for a repair of the day, nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from app.delegates.folding import fold
from app.floor.changes import Change, Leave, Repair
from app.floor.day import FloorDay
from ui.common.completing import Completing
from ui.common.lettering import BODY
from ui.common.parts import Text, column, row
from ui.floor.changes.form import ChangeFields, labelled


class LeaveForm:
    """Somebody goes and does not come back today."""

    title = "Somebody leaves for today"

    def __init__(self, day: FloorDay, now: datetime, person: UUID | None = None) -> None:
        self.fields = ChangeFields(day, now)
        self._names = _names(day)
        self._folded = {name: fold(name).split() for name in self._names}
        words = next((name for name, each in self._names.items() if each == person), "")
        self.name = QLineEdit(words)
        self.name.setPlaceholderText("Name or organisation")
        self.name.setMinimumWidth(620)
        self.name.setCursorPosition(0)
        self.fields.setLayout(row(labelled("Who leaves", self.name), None))
        self._completing = Completing(self.name)
        self._completing.suggest_by(self._fitting)
        self.fields.follow(self.name)

    @property
    def verb(self) -> tuple[str, str]:
        return "They leave", "log-out"

    def asked(self, now: datetime) -> Change | str:
        del now
        typed = self.name.text().strip()
        if not typed:
            return "Say who leaves. All of their meetings that are left are looked at."
        if typed in self._names:
            return Leave(self._names[typed])
        fitting = self._fitting(typed)
        if len(fitting) == 1:
            return Leave(self._names[fitting[0]])
        if fitting:
            return f"“{typed}” may be {len(fitting)} people. Choose one: press Down."
        return f"No one of this day is called “{typed}”. Check the spelling."

    def _fitting(self, typed: str) -> Sequence[str]:
        terms = fold(typed).split()
        if not terms:
            return ()
        return [
            name
            for name, words in self._folded.items()
            if all(any(word.startswith(term) for word in words) for term in terms)
        ]


class RepairForm:
    """Nothing is said: all that is lost by now is looked at together."""

    title = "Repair the day"

    def __init__(self, day: FloorDay, now: datetime) -> None:
        self.fields = ChangeFields(day, now)
        words = (
            "Meetings that have no table or that a side missed, and wishes of people who are here, "
            "all looked at together."
        )
        self.fields.setLayout(column(Text(words, BODY, "2", wraps=True)))

    @property
    def verb(self) -> tuple[str, str]:
        return "Repair", "wrench"

    def asked(self, now: datetime) -> Change | str:
        del now
        return Repair()


def _names(day: FloorDay) -> dict[str, UUID]:
    """Name everybody of the day; people of one name with their badge number."""
    named: dict[str, UUID] = {}
    for person, someone in sorted(day.people.items(), key=lambda each: each[1].who.name):
        who = someone.who
        words = ", ".join(filter(None, (who.name, who.organisation)))
        if not words or words in named:
            words = ", ".join(filter(None, (words, who.badge_number)))
        named[words] = person
    return named
