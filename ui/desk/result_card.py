"""One of those who were found: who it is, and far from the name the one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.delegates.countries import country_name
from app.delegates.lookup import FoundPerson
from app.delegates.person import Person
from ui.common.buttons import LargeButton, Rank
from ui.common.lettering import BODY, LABEL, SECTION, TITLE, font
from ui.common.look import Look
from ui.common.marks import STATE_WORDS, StateMark
from ui.common.parts import Elided, Panel, Text, column, restyle, row

_BUTTON_WIDTH = 168


class ResultCard(Panel):
    """Shows one person after another as somebody types on. The signals carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look, at: int) -> None:
        super().__init__("card")
        self._person: Person | None = None
        self._comes_in = False
        self._is_likeliest = False
        self._name = Elided("", SECTION)
        self._organisation = Elided("", BODY, "2")
        self._country, self._badge_type, self._state = Elided(), Elided(), Elided()
        self._mark = StateMark(look)
        self.button = LargeButton(look, "Open", "", f"Alt+{at}")
        self.button.setFixedWidth(_BUTTON_WIDTH)
        state = row(self._mark, self._state, gap=6)
        state.setStretch(1, 1)
        layout = row(
            column(self._name, self._organisation, gap=2),
            _fact("Country", self._country),
            _fact("Badge type", self._badge_type),
            column(Text("Status", LABEL, "3"), state, gap=4),
            self.button,
            gap=16,
            margins=(20, 14, 20, 14),
        )
        for column_at, share in enumerate((30, 14, 16, 20, 0)):
            layout.setStretch(column_at, share)
        self.setLayout(layout)
        self.button.clicked.connect(self._act)

    def show_found(self, found: FoundPerson, *, likeliest: bool) -> None:
        """Show a person. A button that is held down lets go: it was meant for another."""
        self.button.setDown(False)
        person = self._person = found.person
        self._comes_in = found.state in ("expected", "left")
        self._name.setText(person.name)
        self._organisation.setText(person.organisation or "No organisation")
        self._country.setText(country_name(person.country) if person.country else "–")
        self._badge_type.setText(person.badge_type or "Delegate")
        self._mark.show_state(found.state)
        self._state.setText(STATE_WORDS[found.state])
        word, icon = ("Check in", "user-check") if self._comes_in else ("Open", "")
        self.button.set_words(word, icon)
        who = ", ".join(filter(None, (person.name, person.organisation)))
        self.button.setAccessibleName(f"{word}: {who}")
        if likeliest != self._is_likeliest:
            self._stand_out(likeliest)

    def _stand_out(self, likeliest: bool) -> None:
        self._is_likeliest = likeliest
        self.setProperty("chosen", "true" if likeliest else "false")
        restyle(self)
        self._name.setFont(font(TITLE if likeliest else SECTION))
        self.button.set_rank(Rank.MAIN if likeliest else Rank.PLAIN)

    def _act(self) -> None:
        (self.check_in_wanted if self._comes_in else self.open_wanted).emit(self._person)


def _fact(label: str, value: Elided) -> QVBoxLayout:
    return column(Text(label, LABEL, "3"), value, gap=4)
