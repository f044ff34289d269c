"""The form for somebody who is not on the list, or comes in another's place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.delegates.countries import country_of
from app.delegates.orders import PersonOrder
from app.delegates.person import Person
from app.delegates.registration import Kind
from ui.common.buttons import Button, Choice, LargeButton, Rank
from ui.common.lettering import BODY, LABEL_STRONG, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, clear, column, restyle, row, scrolled

_FIELDS = (
    ("given_name", "Given name", 0, 0),
    ("family_name", "Family name", 0, 1),
    ("organisation", "Organisation", 1, 0),
    ("country", "Country", 1, 1),
    ("email", "E-mail", 2, 0),
    ("phone", "Phone", 2, 1),
    ("function", "Function", 3, 0),
    ("badge_type", "Badge type", 3, 1),
)
KIND_WORDS = {
    Kind.CLUSTER: "Cluster organisation",
    Kind.COMPANY: "Company",
    Kind.UNIVERSITY: "University",
    Kind.AUTHORITY: "Public authority",
    Kind.INVESTOR: "Investor",
    Kind.SUPPORT: "Support organisation",
    Kind.OTHER: "Other",
}


class WalkIn(QWidget):
    """Asks for what a badge needs. ``registered`` carries a ``PersonOrder`` and whether somebody
    has looked at those who may be the same; ``open_wanted`` carries one of these.
    """  # noqa: D205 - one sentence on both signals

    registered = Signal(object, bool)
    open_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.absent: Person | None = None
        self._typed = ""
        self._title = Text("", TITLE)
        self._advice = Text("", BODY, "2", wraps=True)
        self._entries = {name: QLineEdit() for name, *_rest in _FIELDS}
        self._kind = Choice(look)
        self._kind.setAccessibleName("Stands for")
        self._kind.addItem("Not said", None)
        for kind, words in KIND_WORDS.items():
            self._kind.addItem(words, kind)
        self._problem = Text("", BODY, "bad", wraps=True)
        self._warning = self._build_warning()
        self._alike_panel = Panel("warning")
        self._alike = column(gap=8, margins=(16, 12, 16, 12))
        self._alike_panel.setLayout(self._alike)
        self.save = LargeButton(
            look, "Register and check in", "user-plus", "Ctrl+Return", Rank.MAIN
        )
        cancel = LargeButton(look, "Cancel", "x")
        self._anew = Button(look, "Begin anew", "rotate-ccw")
        self._anew.clicked.connect(self._begin_anew)
        inner = QWidget()
        inner.setLayout(
            column(
                self._title,
                self._advice,
                row(self._anew, None),
                4,
                self._build_grid(),
                self._warning,
                self._alike_panel,
                None,
                gap=8,
                margins=(32, 24, 32, 12),
            )
        )
        foot = Panel("foot")
        foot.setLayout(row(self.save, None, cancel, gap=12, margins=(32, 14, 32, 14)))
        self.setLayout(column(scrolled(inner), foot, gap=0))
        self.save.clicked.connect(self._register)
        cancel.clicked.connect(self.given_up)
        for entry in self._entries.values():
            entry.textEdited.connect(self._changed)

    def begin(self, typed: str = "", absent: Person | None = None) -> None:
        """Start anew, with what was typed as a name; ``absent``: in whose place somebody comes."""
        if absent is None and self.absent is None and self._is_begun():
            self._show_begun(typed)
            return
        self.forget()
        self.absent = absent
        given, _, family = typed.strip().rpartition(" ")
        self._entries["given_name"].setText(given or family)
        self._entries["family_name"].setText(family if given else "")
        if absent is None:
            self._title.setText("Register on site")
            self._advice.setText("A name is enough. The badge can be printed at once.")
        else:
            self._title.setText(f"In place of {absent.name}")
            self._advice.setText(
                f"{absent.organisation or 'The organisation'} and all bookings pass over. "
                f"The badge of {absent.name} no longer lets anybody in."
            )
        for name in ("organisation", "country", "badge_type"):
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
        self._kind.setCurrentIndex(0)
        self._changed()

    def say(self, problem: str) -> None:
        """Say why nobody was registered."""
        self._problem.setText(problem)
        self._warning.setVisible(bool(problem))

    def ask_whether_known(self, alike: Sequence[Person]) -> None:
        """Show those who may be the same person; somebody must look before another is added."""
        clear(self._alike)
        self._alike.addWidget(Text("Perhaps registered already. Is it one of these?", LABEL_STRONG))
        for person in alike:
            shown = Text(", ".join(filter(None, (person.name, person.organisation, person.email))))
            opens = Button(self._look, "Open")
            opens.setAccessibleName(f"Open {person.name}, {person.organisation}")
            opens.clicked.connect(lambda _checked=False, one=person: self.open_wanted.emit(one))
            self._alike.addLayout(row(shown, None, opens))
        another = Button(self._look, "None of them: register another person", "user-plus")
        another.clicked.connect(lambda: self._send(known_apart=True))
        self._alike.addLayout(row(another, None))
        self._alike_panel.show()
        another.setFocus()

    def _is_begun(self) -> bool:
        return any(entry.text() for entry in self._entries.values())

    def _build_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for name, label, at_row, at_column in _FIELDS:
            entry = self._entries[name]
            entry.setAccessibleName(label)
            grid.addLayout(column(Text(label, LABEL_STRONG, "2"), entry, gap=4), at_row, at_column)
        stands_for = column(Text("Stands for", LABEL_STRONG, "2"), self._kind, gap=4)
        grid.addLayout(stands_for, len(_FIELDS) // 2, 0)
        return grid

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
        _mark(self._entries["country"], wrong=False)

    def _register(self) -> None:
        self._send(known_apart=False)

    def _send(self, *, known_apart: bool) -> None:
        said = {name: entry.text().strip() for name, entry in self._entries.items()}
        country = country_of(said["country"]) if said["country"] else ""
        if country is None:
            _mark(self._entries["country"], wrong=True)
            self.say(f"“{said['country']}” is not a country we know. Write its name or its code.")
            self._entries["country"].setFocus()
            return
        said["country"] = country
        order = replace(_order(said), kind=self._kind.currentData())
        self.registered.emit(order, known_apart)


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
    )


def _mark(entry: QLineEdit, *, wrong: bool) -> None:
    entry.setProperty("wrong", "true" if wrong else "false")
    restyle(entry)
