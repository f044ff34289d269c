"""Who was found: a card each, with the button far from the name it could be mistaken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.delegates.folding import fold
from app.delegates.lookup import Found, FoundPerson
from app.delegates.person import Person
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, scrolled
from ui.common.times import Times
from ui.desk.result_card import ResultCard

MOST = 9
"""Cards with a key of their own; whoever is not among them needs another letter typed."""
_FEW = 3
_AROUND = 12
Told = tuple[tuple[str, Callable[[Person], str]], ...]
_ON_CARDS: Told = (
    ("the organisation", lambda person: person.organisation),
    ("the country", lambda person: person.country),
)
_ELSEWHERE: Told = (
    ("the badge type", lambda person: person.badge_type),
    ("the function", lambda person: person.function),
    ("the e-mail", lambda person: person.email),
)


class Results(QWidget):
    """The cards. ``check_in_wanted`` and ``open_wanted`` carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self.title = Text("", SECTION, wraps=True)
        self._advice = Text("", BODY, "2", wraps=True)
        self._cards = [ResultCard(look, at) for at in range(1, MOST + 1)]
        inner = QWidget()
        inner.setLayout(column(*self._cards, None, gap=12, margins=(0, 4, 8, 4)))
        self._area = scrolled(inner)
        for card in self._cards:
            card.check_in_wanted.connect(self.check_in_wanted)
            card.open_wanted.connect(self.open_wanted)
            card.button.reached.connect(partial(self._bring_in_sight, card))
        self.setLayout(
            column(self.title, self._advice, 8, self._area, gap=4, margins=(32, 24, 24, 12))
        )
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._show_keys)
        bar.rangeChanged.connect(self._show_keys)

    def show_found(self, typed: str, found: Found) -> None:
        """Show who was found for what was typed."""
        shown = found.delegates[:MOST]
        self.title.setText(_title(typed, found))
        self._advice.setText(_advice(found))
        self._advice.setVisible(bool(self._advice.text()))
        # Of two people of one name neither is the likelier one.
        leads = bool(shown) and len(shown) <= _FEW and not _of_one_name(shown)
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(shown))
            card.show_in_sight(in_sight=True)
            if at < len(shown):
                at_time = shown[at].since
                since = self._times.of_day(at_time) if at_time is not None else ""
                card.show_found(shown[at], likeliest=leads and at == 0, since=since)
        self._area.verticalScrollBar().setValue(0)
        # Where the cards are is known once they are laid out.
        QTimer.singleShot(0, self, self._show_keys)

    def focus_first(self) -> None:
        """Go from the field to the first button."""
        if self._cards[0].isVisible():
            self._cards[0].button.setFocus()

    def _bring_in_sight(self, card: ResultCard) -> None:
        self._area.ensureWidgetVisible(card, 0, _AROUND)

    def _show_keys(self) -> None:
        view = self._area.viewport()
        for card in self._cards:
            top = card.mapTo(view, QPoint(0, 0)).y()
            card.show_in_sight(in_sight=top >= 0 and top + card.height() <= view.height())


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
    twins = _of_one_name(found.delegates[:MOST])
    if twins:
        return f"{len(twins)} people are called {twins[0].name}. {_what_tells_apart(twins)}"
    if len(found.delegates) > MOST:
        return "Type another letter, or a part of the organisation."
    return ""


def _what_tells_apart(twins: Sequence[Person]) -> str:
    """Say what to ask for: what differs, of what stands on the cards if that does."""
    for told in (_ON_CARDS, _ELSEWHERE):
        differ = [word for word, of in told if len({fold(of(each)) for each in twins}) > 1]
        if differ:
            return f"Ask for {' and '.join(differ)}."
    return "Their entries say the same. Open one to see more."


def _of_one_name(found: Sequence[FoundPerson]) -> Sequence[Person]:
    names = Counter(fold(each.person.name) for each in found)
    shared = next((name for name in map(_folded_name, found) if names[name] > 1), None)
    return [each.person for each in found if _folded_name(each) == shared]


def _folded_name(found: FoundPerson) -> str:
    return fold(found.person.name)
