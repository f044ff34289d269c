"""The people of one side of a request: found by name, taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from ui.common.buttons import Rank, SmallButton
from ui.common.jobs import Jobs
from ui.common.lettering import BODY, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Text, clear, column, row
from ui.common.person_field import FindPeople, PersonField, person_words


class PeopleField(QWidget):
    """Lists who is chosen above a field for one more."""

    changed = Signal()

    def __init__(self, look: Look, find: FindPeople, jobs: Jobs, label: str) -> None:
        super().__init__()
        self._look = look
        self._people: list[Person] = []
        self._list = column(gap=2)
        self.field = PersonField(find, jobs, label)
        head = Text(label, LABEL_STRONG, "2")
        head.setBuddy(self.field)
        self.setLayout(column(head, self._list, self.field, gap=4))
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self._add)

    @property
    def people(self) -> Sequence[UUID]:
        """Those who are chosen, by id."""
        return [each.id for each in self._people]

    def show_people(self, people: Sequence[Person]) -> None:
        """Choose others."""
        self._people = list(people)
        self._show()

    def _add(self, person: Person) -> None:
        if all(each.id != person.id for each in self._people):
            self._people.append(person)
            self._show()

    def _remove(self, person: Person) -> None:
        self._people.remove(person)
        self._show()
        self.field.setFocus()

    def _show(self) -> None:
        clear(self._list)
        for each in self._people:
            out = SmallButton(self._look, "", "x", rank=Rank.QUIET)
            out.setAccessibleName(f"Take {each.name} out")
            out.clicked.connect(lambda _on=False, who=each: self._remove(who))
            line = row(Elided(person_words(each), BODY), out)
            line.setStretch(0, 1)
            self._list.addLayout(line)
        self.changed.emit()
