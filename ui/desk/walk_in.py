"""The form for somebody who is not on the list, or comes in another's place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.applications.places import PlacesFull
from app.delegates.countries import country_of
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.roster import PerhapsKnown
from app.delegates.suggesting import KnownWords
from app.errors import DeskError
from ui.common.buttons import Button, Choice, LargeButton, Rank
from ui.common.full import WhyFull
from ui.common.kinds import KIND_WORDS
from ui.common.known_fields import KnownField
from ui.common.lettering import BODY, LABEL_STRONG, TITLE
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, clear, column, restyle, row, scrolled
from ui.desk.from_organisation import FromOrganisation

_FIELDS = (
    ("given_name", "Given name", 0, 0),
    ("family_name", "Family name", 0, 1),
    ("organisation", "Organisation", 1, 0),
    ("country", "Country", 1, 1),
    ("email", "E-mail", 2, 0),
    ("phone", "Phone", 2, 1),
    ("function", "Function", 3, 0),
    ("badge_type", "Badge type", 3, 1),
    ("delegation", "Delegation", 4, 1),
)
_OF_THE_PLACE = ("organisation", "country", "badge_type", "delegation")
"""Who comes in somebody's place takes these over."""
_STANDS_FOR = 4
_MOST_ALIKE = 4


class WalkIn(QWidget):
    """Asks for what a badge needs. ``registered`` carries a ``PersonOrder``, whether somebody has
    looked at those who may be the same, and why they are taken in although no place is left, if
    that was decided; ``open_wanted`` carries one of those who may be the same.
    """  # noqa: D205 - one sentence on both signals

    registered = Signal(object, bool, object)
    open_wanted = Signal(object)
    given_up = Signal()
    words_wanted = Signal()
    """It would be completed from what the event knows: ``know`` takes it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.absent: Person | None = None
        self._typed, self._known_apart = "", False
        self._title = Text("", TITLE)
        self._advice = Text("", BODY, "2", wraps=True)
        self._entries = {name: QLineEdit() for name, *_rest in _FIELDS}
        self._known = {name: KnownField(name, self._entries[name]) for name in KnownField.NAMES}
        self._from_organisation = FromOrganisation(self._known, self._entries)
        self._kind = Choice(look)
        self._kind.setAccessibleName("Stands for")
        self._kind.addItem("Not said", None)
        for kind, words in KIND_WORDS.items():
            self._kind.addItem(words, kind)
        self._problem = Text("", BODY, "bad", wraps=True)
        self._warning, self._full = self._build_warning(), self._build_full()
        self._alike_panel = Panel("warning")
        self._alike = column(gap=8, margins=(16, 12, 16, 12))
        self._alike_panel.setLayout(self._alike)
        self.save = LargeButton(
            look, "Register and check in", "user-plus", "Ctrl+Return", Rank.MAIN
        )
        cancel = LargeButton(look, "Cancel", "x")
        self._anew = Button(look, "Begin anew", "rotate-ccw")
        self._anew.clicked.connect(self._begin_anew)
        self._area = scrolled(self._build_inner())
        foot = Panel("foot")
        foot.setLayout(row(self.save, None, cancel, gap=12, margins=(32, 14, 32, 14)))
        self.setLayout(column(self._area, foot, gap=0))
        self.save.clicked.connect(self._register)
        cancel.clicked.connect(self.given_up)
        for entry in self._entries.values():
            entry.textEdited.connect(self._changed)
        for known in self._known.values():
            known.completing.chosen.connect(self._changed)

    def know(self, words: KnownWords) -> None:
        """Complete what can be from these words."""
        for known in self._known.values():
            known.know(words)
        self._from_organisation.know(words)

    def begin(self, typed: str = "", absent: Person | None = None) -> None:
        """Start anew, with what was typed as a name; ``absent``: in whose place somebody comes."""
        self.words_wanted.emit()
        if absent is None and self.absent is None and self._is_begun():
            self._show_begun(typed)
            return
        self.forget()
        self.absent = absent
        # Of one word, people look up the family name, and have the other one to add.
        given, _, family = typed.strip().rpartition(" ")
        self._entries["given_name"].setText(given)
        self._entries["family_name"].setText(family)
        if absent is None:
            self._title.setText("Register on site")
            self._advice.setText("A name is enough. The badge can be printed at once.")
        else:
            self._title.setText(f"In place of {absent.name}")
            self._advice.setText(
                f"{absent.organisation or 'The organisation'} and all bookings pass over. "
                f"The badge of {absent.name} no longer lets anybody in."
            )
        for name in _OF_THE_PLACE:
            self._entries[name].setEnabled(absent is None)
        self._entries["given_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_begun(self, typed: str) -> None:
        names = (self._entries[name].text().strip() for name in ("given_name", "family_name"))
        who = " ".join(filter(None, names)) or "Somebody"
        self._advice.setText(f"{who} was begun before and is not registered. Go on, or begin anew.")
        self._typed = typed
        self._anew.show()
        self._entries["given_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_anew(self) -> None:
        self.forget()
        self.begin(self._typed)

    def forget(self) -> None:
        """Empty the form: its person is registered, or is not to be."""
        self.absent = None
        self._anew.hide()
        for entry in self._entries.values():
            entry.clear()
        self._from_organisation.begin()
        self._kind.setCurrentIndex(0)
        self._changed()

    def say(self, problem: str) -> None:
        """Say why nobody was registered."""
        self._problem.setText(problem)
        self._warning.setVisible(bool(problem))

    def asks_about(self, refusal: DeskError) -> bool:
        """Ask for the decision that a refusal needs; tell whether it needs one."""
        match refusal:
            case PerhapsKnown():
                self.ask_whether_known(refusal.delegates)
            case PlacesFull():
                self._alike_panel.hide()
                self._full.ask(refusal)
                self._area.verticalScrollBar().setValue(0)
            case _:
                return False
        return True

    def ask_whether_known(self, alike: Sequence[Person]) -> None:
        """Show those who may be the same person; somebody must look before another is added."""
        clear(self._alike)
        self._alike.addWidget(Text("Perhaps registered already. Is it one of these?", LABEL_STRONG))
        buttons = [self._add_alike(person) for person in alike[:_MOST_ALIKE]]
        left = len(alike) - _MOST_ALIKE
        if left > 0:
            self._alike.addWidget(Text(f"{left} more: look the name up to see them.", BODY, "2"))
        another = Button(self._look, "None of them: register another person", "user-plus")
        another.clicked.connect(lambda: self._send(known_apart=True))
        self._alike.addLayout(row(another, None))
        self._alike_panel.show()
        self._area.verticalScrollBar().setValue(0)
        buttons[0].setFocus()

    def _add_alike(self, person: Person) -> Button:
        said = ", ".join(filter(None, (person.name, person.organisation, person.email)))
        opens = Button(self._look, "Open")
        opens.setAccessibleName(f"Open {person.name}, {person.organisation}")
        opens.clicked.connect(lambda: self.open_wanted.emit(person))
        line = row(Elided(said), opens, gap=12)
        line.setStretch(0, 1)
        self._alike.addLayout(line)
        return opens

    def _is_begun(self) -> bool:
        return any(entry.text() for entry in self._entries.values())

    def _build_inner(self) -> QWidget:
        inner = QWidget()
        inner.setLayout(
            column(
                self._title,
                self._advice,
                row(self._anew, None),
                self._alike_panel,
                self._full,
                4,
                self._build_grid(),
                self._warning,
                None,
                gap=8,
                margins=(32, 24, 32, 12),
            )
        )
        return inner

    def _build_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for name, label, at_row, at_column in _FIELDS:
            entry = self._entries[name]
            entry.setAccessibleName(label)
            known = self._known.get(name)
            head = row(Text(label, LABEL_STRONG, "2"), None, *((known.note,) if known else ()))
            grid.addLayout(column(head, entry, gap=4), at_row, at_column)
        stands_for = column(Text("Stands for", LABEL_STRONG, "2"), self._kind, gap=4)
        grid.addLayout(stands_for, _STANDS_FOR, 0)
        return grid

    def _build_full(self) -> WhyFull:
        full = WhyFull(self._look, "Register all the same")
        full.hide()
        full.decided.connect(self._despite_full)
        return full

    def _build_warning(self) -> Panel:
        warning = Panel("problem")
        mark = Picture(self._look, "circle-alert", "bad-text")
        layout = row(mark, self._problem, gap=12, margins=(12, 10, 12, 10))
        layout.setStretch(1, 1)
        warning.setLayout(layout)
        return warning

    def _changed(self) -> None:
        self._warning.hide()
        self._alike_panel.hide()
        self._full.hide()
        _mark(self._entries["country"], wrong=False)

    def _register(self) -> None:
        if self._full.isVisible():
            self._full.decide()
        else:
            self._send(known_apart=False)

    def _despite_full(self, why: str) -> None:
        self._send(known_apart=self._known_apart, despite=why)

    def _send(self, *, known_apart: bool, despite: str | None = None) -> None:
        self._known_apart = known_apart
        said = {name: entry.text().strip() for name, entry in self._entries.items()}
        country = country_of(said["country"]) if said["country"] else ""
        if country is None:
            _mark(self._entries["country"], wrong=True)
            self.say(f"“{said['country']}” is not a country we know. Write its name or its code.")
            self._entries["country"].setFocus()
            return
        said["country"] = country
        order = replace(_order(said), kind=self._kind.currentData())
        self.registered.emit(order, known_apart, despite)


def _order(said: Mapping[str, str]) -> PersonOrder:
    return PersonOrder(
        given_name=said["given_name"],
        family_name=said["family_name"],
        organisation=said["organisation"],
        country=said["country"],
        email=said["email"],
        phone=said["phone"],
        function=said["function"],
        badge_type=said["badge_type"],
        delegation=said["delegation"],
    )


def _mark(entry: QLineEdit, *, wrong: bool) -> None:
    entry.setProperty("wrong", "true" if wrong else "false")
    restyle(entry)
