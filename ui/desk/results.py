"""Who was found: a card each, with the button far from the name it could be mistaken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.folding import fold
from app.delegates.lookup import Found, FoundPerson
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, scrolled
from ui.desk.result_card import ResultCard

MOST = 9
"""Cards with a key of their own; whoever is not among them needs another letter typed."""
_FEW = 3


class Results(QWidget):
    """The cards. ``check_in_wanted`` and ``open_wanted`` carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = Text("", SECTION, wraps=True)
        self._advice = Text("", BODY, "2", wraps=True)
        self._cards = [ResultCard(look, at) for at in range(1, MOST + 1)]
        inner = QWidget()
        inner.setLayout(column(*self._cards, None, gap=12, margins=(0, 4, 8, 4)))
        cards = scrolled(inner)
        for card in self._cards:
            card.check_in_wanted.connect(self.check_in_wanted)
            card.open_wanted.connect(self.open_wanted)
        self.setLayout(column(self.title, self._advice, 8, cards, gap=4, margins=(32, 24, 24, 12)))

    def show_found(self, typed: str, found: Found) -> None:
        """Show who was found for what was typed."""
        shown = found.delegates[:MOST]
        self.title.setText(_title(typed, found))
        self._advice.setText(_advice(found))
        self._advice.setVisible(bool(self._advice.text()))
        # Of two people of one name neither is the likelier one.
        leads = bool(shown) and len(shown) <= _FEW and not _one_name(shown)
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(shown))
            if at < len(shown):
                card.show_found(shown[at], likeliest=leads and at == 0)

    def focus_first(self) -> None:
        """Go from the field to the first button."""
        if self._cards[0].isVisible():
            self._cards[0].button.setFocus()


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
