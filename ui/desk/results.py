"""Who was found: a card each, with the button far from the name it could be mistaken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.countries import country_name
from app.delegates.folding import fold
from app.delegates.lookup import Found, FoundPerson
from ui.common.buttons import Button, LargeButton, Rank
from ui.common.lettering import BODY, LABEL, SECTION, TITLE
from ui.common.look import Look
from ui.common.marks import STATE_WORDS, StateMark
from ui.common.parts import Elided, Panel, Text, clear, column, restyle, row, scrolled

MOST = 9
"""Cards with a key of their own; whoever is not among them needs another letter typed."""
_FEW = 3
_BUTTON_WIDTH = 168


class Results(QWidget):
    """The cards. ``check_in_wanted`` and ``open_wanted`` carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = Text("", SECTION, wraps=True)
        self._advice = Text("", BODY, "2", wraps=True)
        self._cards = QVBoxLayout()
        inner = QWidget()
        inner.setLayout(column(self._cards, None, gap=0, margins=(0, 4, 8, 4)))
        self._cards.setSpacing(12)
        cards = scrolled(inner)
        self.setLayout(column(self.title, self._advice, 8, cards, gap=4, margins=(32, 24, 24, 12)))

    def show_found(self, typed: str, found: Found) -> None:
        """Show who was found for what was typed."""
        clear(self._cards)
        shown = found.delegates[:MOST]
        self.title.setText(_title(typed, found))
        self._advice.setText(_advice(found))
        self._advice.setVisible(bool(self._advice.text()))
        # Of two people of one name neither is the likelier one.
        leads = bool(shown) and len(shown) <= _FEW and not _one_name(shown)
        for at, each in enumerate(shown, start=1):
            self._cards.addWidget(self._card(each, at, likeliest=leads and at == 1))

    def focus_first(self) -> None:
        """Go from the field to the first button."""
        for button in self.findChildren(Button):
            if button.isVisible():
                button.setFocus()
                return

    def _card(self, found: FoundPerson, at: int, *, likeliest: bool) -> Panel:
        person = found.person
        card = Panel("card")
        card.setProperty("chosen", "true" if likeliest else "false")
        restyle(card)
        name = Elided(person.name, TITLE if likeliest else SECTION)
        organisation = Elided(person.organisation or "No organisation", BODY, "2")
        country = country_name(person.country) if person.country else "–"
        mark = StateMark(self._look, found.state)
        state = row(mark, Elided(STATE_WORDS[found.state], BODY), gap=6)
        state.setStretch(1, 1)
        button = self._button(found, at, likeliest=likeliest)
        layout = row(
            column(name, organisation, gap=2),
            _fact("Country", Elided(country)),
            _fact("Badge type", Elided(person.badge_type or "Delegate")),
            column(Text("Status", LABEL, "3"), state, gap=4),
            button,
            gap=16,
            margins=(20, 14, 20, 14),
        )
        for column_at, share in enumerate((30, 14, 16, 20, 0)):
            layout.setStretch(column_at, share)
        card.setLayout(layout)
        return card

    def _button(self, found: FoundPerson, at: int, *, likeliest: bool) -> Button:
        person = found.person
        comes_in = found.state in ("expected", "left")
        word, icon = ("Check in", "user-check") if comes_in else ("Open", "")
        rank = Rank.MAIN if likeliest else Rank.PLAIN
        button = LargeButton(self._look, word, icon, f"Alt+{at}", rank)
        button.setFixedWidth(_BUTTON_WIDTH)
        who = ", ".join(filter(None, (person.name, person.organisation)))
        button.setAccessibleName(f"{word}: {who}")
        wanted = self.check_in_wanted if comes_in else self.open_wanted
        button.clicked.connect(lambda: wanted.emit(person))
        return button


def _fact(label: str, value: Elided) -> QVBoxLayout:
    return column(Text(label, LABEL, "3"), value, gap=4)


def _title(typed: str, found: Found) -> str:
    if not found.delegates:
        return f"No one is called “{typed}” here."
    if found.corrected:
        return f"No one is called “{typed}”. Perhaps:"
    count = len(found.delegates)
    if count > MOST:
        return f"More than {MOST} fit “{typed}”. The nearest:"
    return f"{count} fit “{typed}”" if count > 1 else f"One fits “{typed}”"


def _advice(found: Found) -> str:
    if not found.delegates:
        return "Check the spelling, or register on site."
    twins = _one_name(found.delegates[:MOST])
    if twins:
        return f"{twins[1]} people are called {twins[0]}. Ask for the organisation and the country."
    if len(found.delegates) > MOST:
        return "Type another letter, or a part of the organisation."
    return ""


def _one_name(found: Sequence[FoundPerson]) -> tuple[str, int] | None:
    names = Counter(fold(each.person.name) for each in found)
    for each in found:
        count = names[fold(each.person.name)]
        if count > 1:
            return each.person.name, count
    return None
