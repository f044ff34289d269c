"""Who speaks or moderates: delegates found by name, and others by their names alone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.person import Person
from app.programme.views import Voice
from ui.common.buttons import Rank, SmallButton
from ui.common.jobs import Jobs
from ui.common.lettering import BODY, LABEL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Text, clear, column, row
from ui.common.person_field import FindPeople, PersonField


class VoicesField(QWidget):
    """Lists who is named above a field for one more; whoever is no delegate stays a name."""

    changed = Signal()

    def __init__(self, look: Look, find: FindPeople, jobs: Jobs, label: str) -> None:
        super().__init__()
        self._look = look
        self._voices: list[Voice] = []
        self._list = column(gap=2)
        self.field = PersonField(find, jobs, label)
        self.field.setPlaceholderText("Delegate, or any name")
        self.by_name = SmallButton(look, "As a name", "plus")
        self.by_name.setToolTip("Name somebody who is no delegate of the event")
        self.by_name.setAccessibleName(f"{label}: add as a name")
        self.by_name.setEnabled(False)
        head = Text(label, LABEL_STRONG, "2")
        head.setBuddy(self.field)
        entry = row(self.field, self.by_name, gap=8)
        entry.setStretch(0, 1)
        self.setLayout(column(head, self._list, entry, gap=4))
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self._add_delegate)
        self.field.textChanged.connect(lambda text: self.by_name.setEnabled(bool(text.strip())))
        self.by_name.clicked.connect(self._add_name)

    @property
    def said(self) -> Sequence[UUID | str]:
        """Delegates by their ids, others by their names; also what stands in the field yet."""
        typed = self.field.text().strip()
        voices = [each.id or each.name for each in self._voices]
        return [*voices, typed] if typed else voices

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Name others."""
        self._voices = list(voices)
        self._show()

    def _add_delegate(self, person: Person) -> None:
        self._add(Voice(person.name, person.badge_number, person.id))

    def _add_name(self) -> None:
        name = " ".join(self.field.text().split())
        self.field.clear()
        self._add(Voice(name))
        self.field.setFocus()

    def _add(self, voice: Voice) -> None:
        if voice not in self._voices:
            self._voices.append(voice)
            self._show()

    def _remove(self, voice: Voice) -> None:
        self._voices.remove(voice)
        self._show()
        self.field.setFocus()

    def _show(self) -> None:
        clear(self._list)
        for each in self._voices:
            out = SmallButton(self._look, "", "x", rank=Rank.QUIET)
            out.setAccessibleName(f"Take {each.name} out")
            out.clicked.connect(lambda _on=False, who=each: self._remove(who))
            words = " · ".join(filter(None, (each.name, each.badge_number)))
            line = row(Elided(words, BODY), out)
            line.setStretch(0, 1)
            self._list.addLayout(line)
        self.changed.emit()
