"""One organisation in the pane: what it is in, what it can, who stands for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.person import Person
from app.meetings.of_organisation import OrganisationSeen
from ui.common.buttons import Button, SmallButton
from ui.common.lettering import BODY, CELL, CELL_STRONG, LABEL, SECTION, TITLE
from ui.common.look import Look
from ui.common.parts import Text, clear, column, line, row
from ui.delegates.belonging import organisation_lines
from ui.delegates.focus import rebuild
from ui.delegates.words import breakable, kind_words

_NOTHING = "Nothing is known of it yet. Add its clusters, countries and strengths."


class OrganisationView(QWidget):
    """Shows an organisation, from where each of its people can be opened."""

    back_wanted = Signal()
    edit_wanted = Signal()
    delegate_wanted = Signal(object)
    focus_freed = Signal()
    """What had the focus goes away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._look = look
        self.seen: OrganisationSeen | None = None
        self._body: QVBoxLayout = column(gap=16)
        self.setLayout(self._body)

    def show_seen(self, seen: OrganisationSeen) -> None:
        """Show an organisation."""
        self.seen = seen
        rebuild(self, lambda: self._build(seen), self.focus_freed.emit, lambda: ())

    def begin(self) -> None:
        """Let the way back have the focus."""
        back = self.findChild(SmallButton)
        if back is not None:
            back.setFocus()

    def _build(self, seen: OrganisationSeen) -> None:
        clear(self._body)
        self._body.addLayout(self._head(seen))
        self._body.addWidget(line())
        self._body.addLayout(self._known(seen))
        if seen.facts.members:
            members = column(Text("Belong to it", SECTION), gap=4)
            text = breakable(", ".join(seen.facts.members))
            members.addWidget(Text(text, CELL, wraps=True))
            self._body.addWidget(line())
            self._body.addLayout(members)
        self._body.addWidget(line())
        self._body.addLayout(self._people(seen))
        self._body.addStretch(1)

    def _head(self, seen: OrganisationSeen) -> QVBoxLayout:
        facts = seen.facts
        back = SmallButton(self._look, "Back", "chevron-left")
        back.clicked.connect(self.back_wanted)
        edit = Button(self._look, "Edit organisation", "pencil")
        edit.clicked.connect(self.edit_wanted)
        told = [kind_words(facts.kind), facts.short_name, facts.city, _meetings(seen.meetings)]
        name = Text(breakable(facts.name), TITLE, wraps=True)
        name.setAccessibleName(facts.name)
        return column(
            row(back, None),
            name,
            Text(" · ".join(filter(None, told)), BODY, "2", wraps=True),
            row(edit, None),
            gap=8,
        )

    def _known(self, seen: OrganisationSeen) -> QVBoxLayout:
        layout = column(gap=8)
        for label, text in organisation_lines(seen.facts):
            said = Text(breakable(text), CELL, wraps=True)
            layout.addLayout(column(Text(label, LABEL, "2"), said, gap=1))
        if not layout.count():
            layout.addWidget(Text(_NOTHING, CELL, "2", wraps=True))
        return layout

    def _people(self, seen: OrganisationSeen) -> QVBoxLayout:
        layout = column(Text("Its people", SECTION), gap=8)
        for person in seen.people:
            layout.addLayout(self._person(seen, person))
        if not seen.people:
            layout.addWidget(Text("Nobody stands for it here.", CELL, "2"))
        return layout

    def _person(self, seen: OrganisationSeen, person: Person) -> QVBoxLayout:
        name = Text(breakable(person.name), CELL_STRONG, wraps=True)
        opening = SmallButton(self._look, "Open")
        opening.setAccessibleName(f"Open {person.name}")
        opening.clicked.connect(lambda: self.delegate_wanted.emit(person.id))
        is_theirs = person.organisation == seen.facts.name
        also = "" if is_theirs else f"also for {person.organisation}" if person.organisation else ""
        told = " · ".join(filter(None, (person.function if is_theirs else "", also)))
        said = (Text(told, CELL, "2", wraps=True),) if told else ()
        layout = row(column(name, *said, gap=1), opening, gap=8)
        layout.setStretch(0, 1)
        return column(layout)


def _meetings(count: int) -> str:
    return {0: "No meetings yet", 1: "1 meeting"}.get(count, f"{count:,} meetings")
