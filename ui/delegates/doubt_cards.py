"""What an import left to decide, with a button for each way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegates.doubts import OpenDoubt
from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.common.turns import Turns
from ui.delegates.acts import Acts
from ui.delegates.focus import rebuild
from ui.delegates.words import described, field_words, value_words

Way = tuple[str, Callable[[], None]]
_WHY = {
    "name": "They have the same name.",
    "email": "They share an e-mail.",
    "order": "The list has one of them where it had the other, in the same order.",
    "spelling": "They are spelt nearly alike.",
    "legal_form": "Only the legal form differs.",
}


BOTH_STAY = "They stay two people."
_MOST_LETTERS = 34


class DoubtCard(Panel):
    """One doubt. ``seen_from`` is the delegate whose page this stands on.

    ``compare_wanted`` carries the doubt, if two entries are to be looked at side by side.
    """

    compare_wanted = Signal(object)
    delegate_wanted = Signal(object)
    substitute_wanted = Signal(object)
    name_wanted = Signal(object)

    def __init__(
        self, look: Look, doubt: OpenDoubt, acts: Acts, seen_from: UUID | None = None
    ) -> None:
        super().__init__("warning")
        self.doubt = doubt
        self._acts = acts
        self._people = sorted(doubt.delegates, key=lambda each: each.id != seen_from)
        title, told, ways = self._said(seen_from)
        texts = [Text(line, BODY, wraps=True) for line in told]
        head = row(
            Picture(look, "circle-question-mark", "warn-mark", 16),
            Text(title, BODY_STRONG, "warn", wraps=True),
        )
        head.setStretch(1, 1)
        buttons = [SmallButton(look, words, rank=Rank.PLAIN) for words, _way in ways]
        for button, (words, way) in zip(buttons, ways, strict=True):
            button.setAccessibleName(f"{words}: {told[0]}")
            button.clicked.connect(way)
        wide = {"other_name": 2, "same_organisation": 1}.get(doubt.kind, 3)
        lines = [row(*buttons[at : at + wide], None, gap=6) for at in range(0, len(buttons), wide)]
        self.setLayout(column(head, *texts, 2, *lines, gap=6, margins=(12, 10, 12, 12)))

    def _said(self, seen_from: UUID | None) -> tuple[str, Sequence[str], Sequence[Way]]:
        doubt, facts = self.doubt, self.doubt.facts
        match doubt.kind:
            case "same_person":
                return self._same_person(seen_from)
            case "same_organisation":
                return self._same_organisation(*doubt.organisations)
            case "desk_value":
                name, field = self._people[0].name, str(facts["field"])
                stands = value_words(field, facts.get("stands"))
                said = f"The file says {field_words(field)} “{value_words(field, facts['value'])}”."
                ours = f"The desk corrected it to “{stands}”." if stands else "The desk cleared it."
                ways = (
                    ("Take it", lambda: self._acts.take_value(doubt)),
                    ("Keep ours", lambda: self._settle(f"{name}: ours is kept.")),
                )
                return name, (said, ours), (*ways, *self._open(seen_from))
            case _:
                return self._other_name(seen_from)

    def _same_organisation(self, one: str, other: str) -> tuple[str, Sequence[str], Sequence[Way]]:
        told = (
            *(f"“{name}”" for name in (one, other)),
            *self._why(),
            "The name you keep is everybody's; the other one leads to it.",
        )
        acts, doubt = self._acts, self.doubt
        ways: Sequence[Way] = (
            (_keep(one), lambda: acts.merge_organisations(one, other)),
            (_keep(other), lambda: acts.merge_organisations(other, one)),
            ("Keep both", lambda: acts.settle(doubt, "They stay two organisations.")),
        )
        return "Perhaps one organisation", told, ways

    def _same_person(self, seen_from: UUID | None) -> tuple[str, Sequence[str], Sequence[Way]]:
        _ours, theirs = self._people
        ways: Sequence[Way] = (
            ("Compare…", lambda: self.compare_wanted.emit(self.doubt)),
            ("Keep both", lambda: self._settle(BOTH_STAY)),
            (
                f"Open {theirs.badge_number or theirs.name}",
                lambda: self.delegate_wanted.emit(theirs.id),
            ),
        )
        if seen_from is not None:
            told = f"{described(theirs)} ({theirs.badge_number})"
            return "Perhaps the same as", (told, *self._why()), ways
        both = tuple(f"{described(each)} ({each.badge_number})" for each in self._people)
        return "Perhaps one person", (*both, *self._why()), (*ways[:2], *self._open(None))

    def _other_name(self, seen_from: UUID | None) -> tuple[str, Sequence[str], Sequence[Way]]:
        person, value = self._people[0], self.doubt.facts["value"]
        told = (f"The file now names “{value}” here. {person.name} was here, or has a badge.",)
        ways: Sequence[Way] = (
            ("They come instead", lambda: self.substitute_wanted.emit(self.doubt)),
            ("Correct the name", lambda: self.name_wanted.emit(self.doubt)),
            ("Keep ours", lambda: self._settle(f"{person.name}: ours is kept.")),
        )
        return person.name, told, (*ways, *self._open(seen_from))

    def _open(self, seen_from: UUID | None) -> Iterator[Way]:
        if seen_from is None:
            first = self._people[0]
            yield "Open", lambda: self.delegate_wanted.emit(first.id)

    def _why(self) -> Iterator[str]:
        why = _WHY.get(str(self.doubt.facts.get("why", "")))
        if why is not None:
            yield why

    def _settle(self, text: str) -> None:
        self._acts.settle(self.doubt, text)


def _keep(name: str) -> str:
    short = name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1]}…"
    return f"Keep “{short}”"


class DoubtList(QWidget):
    """All that is to be decided. Of very many the first are shown; the others move up."""

    MOST = 12
    compare_wanted = Signal(object)
    delegate_wanted = Signal(object)
    substitute_wanted = Signal(object)
    name_wanted = Signal(object)
    focus_freed = Signal()
    """What had the focus goes away."""

    def __init__(self, look: Look, acts: Acts) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._look = look
        self._acts = acts
        self._shown: Sequence[OpenDoubt] = ()
        self._made: list[DoubtCard] = []
        self._title = Text("Nothing to decide", SECTION)
        self._cards: QVBoxLayout = column(gap=12)
        self._left = Text("", BODY, "2")
        self._left.hide()
        self._turns = Turns(self)
        self.setLayout(column(self._title, 4, self._cards, 4, self._left, None, gap=8))

    def show_doubts(self, doubts: Sequence[OpenDoubt]) -> None:
        """Show these."""
        if doubts == self._shown:
            return
        self._shown = doubts
        rebuild(self, self._build, self.focus_freed.emit, lambda: self._made)

    def _build(self) -> None:
        doubts = self._shown
        self._title.setText("To decide" if doubts else "Nothing to decide")
        left = len(doubts) - self.MOST
        self._left.setText(f"{left:,} more come up as you decide these.")
        self._left.setVisible(left > 0)
        for card in [each for each in self._made if each.doubt not in doubts[: self.MOST]]:
            self._made.remove(card)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        shown = enumerate(doubts[: self.MOST])
        steps = [partial(self._stand, at, doubt) for at, doubt in shown]
        self._turns.begin([*steps, self._order_tabs])

    def _stand(self, at: int, doubt: OpenDoubt) -> None:
        """Have the card of a doubt in its place; what stands there already is not made anew."""
        card = next((each for each in self._made if each.doubt == doubt), None)
        if card is None:
            card = self._card(doubt)
        elif self._made.index(card) == at:
            return
        else:
            self._made.remove(card)
        self._made.insert(at, card)
        self._cards.insertWidget(at, card)

    def _order_tabs(self) -> None:
        stops = [stop for card in self._made for stop in card.findChildren(SmallButton)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _card(self, doubt: OpenDoubt) -> DoubtCard:
        card = DoubtCard(self._look, doubt, self._acts)
        card.compare_wanted.connect(self.compare_wanted)
        card.delegate_wanted.connect(self.delegate_wanted)
        card.substitute_wanted.connect(self.substitute_wanted)
        card.name_wanted.connect(self.name_wanted)
        return card
