"""The smaller cards of the overview: numbers, what to decide, desks, the file."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.doubts import OpenDoubt, field_text, value_text
from app.delegates.person import Person
from app.event.overview import EventOverview
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, LABEL, TITLE
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, clear, column, line, row
from ui.common.times import Times
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.services import DoubtCalls, OrganisationCalls
from ui.event.words import rows_words

_MOST_DOUBTS = 8


class NumbersCard(Card):
    """How many delegates there are, and how many of them are here."""

    import_wanted = Signal()
    delegates_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("Delegates")
        self._numbers = {word: Text("", TITLE) for word in ("here today", "accepted", "in all")}
        figures = row(gap=12)
        for word, number in self._numbers.items():
            figures.addLayout(column(number, Text(word, LABEL, "2"), gap=0), 1)
        self._empty = Text("No delegates yet.", BODY)
        self._figures = QWidget()
        self._figures.setLayout(figures)
        self.bring = Button(look, "Import delegates", "download", rank=Rank.MAIN)
        self.show_all = Button(look, "Show delegates", "users")
        self.inside.addWidget(self._figures)
        self.inside.addWidget(self._empty)
        self.inside.addLayout(row(self.bring, self.show_all, None))
        self.bring.clicked.connect(self.import_wanted)
        self.show_all.clicked.connect(self.delegates_wanted)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the numbers; of an empty event only what to do."""
        numbers = (overview.here_today, overview.accepted, overview.delegates)
        for text, number in zip(self._numbers.values(), numbers, strict=True):
            text.setText(f"{number:,}")
        some = overview.delegates > 0
        self._figures.setVisible(some)
        self.show_all.setVisible(some)
        self._empty.setVisible(not some)


class DecideCard(Card):
    """What imports left to a person: whether two spellings are one organisation, and more."""

    delegate_wanted = Signal(object)

    def __init__(
        self, look: Look, calls: tuple[DoubtCalls, OrganisationCalls], editor: Editor
    ) -> None:
        super().__init__("To decide")
        self._look, self._editor = look, editor
        self._doubts, self._organisations = calls
        self._list = column(gap=10)
        self._shown: tuple[OpenDoubt, ...] | None = None
        self.inside.addLayout(self._list)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the open doubts, those on organisations first."""
        doubts = sorted(overview.doubts, key=lambda each: each.kind != "same_organisation")
        self.noted.setText(f"{len(doubts):,}" if doubts else "")
        if self._shown == tuple(doubts):
            return
        self._shown = tuple(doubts)
        clear(self._list)
        for at, doubt in enumerate(doubts[:_MOST_DOUBTS]):
            if at:
                self._list.addWidget(line())
            self._list.addLayout(self._doubt(doubt))
        if len(doubts) > _MOST_DOUBTS:
            self._list.addWidget(Text(f"And {len(doubts) - _MOST_DOUBTS:,} more.", BODY, "2"))
        if not doubts:
            self._list.addWidget(Text("Nothing is left to decide.", BODY, "2"))

    def _doubt(self, doubt: OpenDoubt) -> QVBoxLayout:
        if doubt.kind == "same_organisation":
            return self._organisation_doubt(doubt)
        names = _names(doubt.delegates)
        said = Text(_told(doubt, names), BODY, wraps=True)
        look_at = SmallButton(self._look, "Show", "eye")
        look_at.setAccessibleName(f"Show {names[0]}")
        first = doubt.delegates[0].id
        look_at.clicked.connect(lambda: self.delegate_wanted.emit(first))
        settle = SmallButton(self._look, "Keep both", rank=Rank.QUIET)
        settle.clicked.connect(lambda: self._settle(doubt.id, "Left as it is."))
        return column(said, row(look_at, settle, None))

    def _organisation_doubt(self, doubt: OpenDoubt) -> QVBoxLayout:
        one, other = doubt.organisations
        said = Text(f"Are “{one}” and “{other}” one organisation?", BODY, wraps=True)
        keep_one = SmallButton(self._look, "One")
        keep_one.setAccessibleName(f"{other} is {one}")
        keep_one.setToolTip(f"Both are called {one} from now on")
        keep_one.clicked.connect(lambda: self._merge(doubt.id, one, other))
        apart = SmallButton(self._look, "Two", rank=Rank.QUIET)
        apart.setAccessibleName(f"{one} and {other} are two organisations")
        apart.clicked.connect(
            lambda: self._settle(doubt.id, f"{one} and {other} are two organisations.")
        )
        return column(said, row(keep_one, apart, None))

    def _merge(self, doubt: UUID, one: str, other: str) -> None:
        del doubt  # merged organisations are no doubt any more
        said = f"{one} now stands for {other} too."
        self._editor.do(lambda: self._organisations.merge(one, other), said)

    def _settle(self, doubt: UUID, said: str) -> None:
        self._editor.do(lambda: self._doubts.settle(doubt), said)


class DesksCard(Card):
    """The desks that have worked on the event."""

    def __init__(self, times: Times) -> None:
        super().__init__("Desks")
        self._times = times
        self._list = column(gap=8)
        self.inside.addLayout(self._list)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the desks, and when each wrote last."""
        clear(self._list)
        self.noted.setText(f"{len(overview.desks):,}")
        for desk in overview.desks:
            last = f"last {self._times.of_day(desk.last_at)}" if desk.last_at else "nothing yet"
            name = Elided(f"{desk.name} ({desk.letters})", BODY_STRONG)
            shown = row(name, Text(last, BODY, "2"))
            shown.setStretch(0, 1)
            self._list.addLayout(shown)


class FileCard(Card):
    """Where the event is kept, and a copy of it."""

    copy_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("File")
        self._name, self._folder = Elided("", BODY_STRONG), Elided("", BODY, "2")
        self._size = Text("", BODY, "2")
        self.copy = Button(look, "Save a copy…", "save")
        named = row(Picture(look, "file-text", "text-2", 18), self._name, gap=10)
        named.setStretch(1, 1)
        self.inside.addLayout(named)
        self.inside.addWidget(self._folder)
        self.inside.addWidget(self._size)
        self.erase = Button(look, "Erase personal data…", "trash-2")
        self.inside.addLayout(row(self.copy, self.erase, None))
        self.copy.clicked.connect(self.copy_wanted)
        self.erase.clicked.connect(self.erase_wanted)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the file."""
        file = overview.file
        self._name.setText(file.path.name)
        self._folder.setText(str(file.path.parent))
        deeds = rows_words(file.deeds, "deed", "deeds")
        self._size.setText(f"{file.size / 1e6:,.1f} MB, {deeds} in its journal")


def _names(delegates: Sequence[Person]) -> list[str]:
    """Name people; those of one name by their organisations and numbers as well."""
    names = [person.name for person in delegates]
    if len(set(names)) == len(names):
        return names
    return [
        f"{each.name} ({', '.join(filter(None, (each.organisation, each.badge_number)))})"
        for each in delegates
    ]


def _told(doubt: OpenDoubt, names: Sequence[str]) -> str:
    match doubt.kind:
        case "same_person":
            return f"Are {names[0]} and {names[-1]} one person?"
        case "desk_value":
            field, value = field_text(str(doubt.facts["field"])), value_text(doubt.facts["value"])
            return f"A list says {field} “{value}” of {names[0]}."
        case _:
            return f"A list names {doubt.facts['value']} where {names[0]} is."
