"""A plan to look at: how good it is, what has no place, what would be other than now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.cli.plan_words import (
    change_words,
    help_words,
    left_out_words,
    pair_words,
    unplaced_words,
)
from app.meetings.attendees import Someone
from app.meetings.plan_told import Compared
from app.meetings.planning import PlanMade
from app.planning.plan import Figures
from ui.common.lettering import BODY, BODY_STRONG, LABEL, SECTION, TITLE
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, clear, column, row
from ui.event.card import Card
from ui.event.plan_table import PlanRow, PlanTable
from ui.event.plan_words import change_counts, change_title, headline, verdict

Clock = Callable[[datetime], str]
_RIGHT = 380
_MOST_NAMES = 10


class PlanResult(QWidget):
    """Two columns of cards."""

    def __init__(self, look: Look, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.summary = Summary(look)
        self.unplaced = PlanTable("Not placed", "Why not")
        self.changes = PlanTable("Meetings that change", "What changes")
        self.help = HelpCard(look)
        self.people = PeopleCard()
        left = column(self.summary, self.unplaced, self.changes, None, gap=16)
        right = QWidget()
        right.setFixedWidth(_RIGHT)
        right.setLayout(column(self.people, self.help, None, gap=16))
        cards = row(gap=16, margins=(24, 0, 24, 24))
        cards.addLayout(left, 1)
        cards.addWidget(right)
        self.setLayout(cards)

    def show_plan(self, made: PlanMade) -> None:
        """Show a plan, and what it would change."""
        self.summary.show_plan(made)
        self.unplaced.show_rows((*self._unplaced(made), *self._left_out(made)))
        self.changes.show_rows([] if made.compared.is_first else [*self._changed(made.compared)])
        self.people.show_compared(made.compared)
        self.help.show_words([help_words(each, self._clock) for each in made.help])

    def _unplaced(self, made: PlanMade) -> Iterable[PlanRow]:
        for each in made.unplaced:
            said = unplaced_words(each, self._clock)
            pair = each.pair
            yield PlanRow((pair.id, "unplaced"), pair.number, pair_words(pair), said)

    def _left_out(self, made: PlanMade) -> Iterable[PlanRow]:
        for each in made.left_out:
            pair = each.pair
            said = left_out_words(each)
            yield PlanRow((pair.id, each.why), pair.number, pair_words(pair), said)

    def _changed(self, compared: Compared) -> Iterable[PlanRow]:
        for change in (*compared.moved, *compared.taken_out, *compared.added):
            said = change_words(change, self._clock)
            pair = change.pair
            key = pair.id, "new" if change.before is None else "old"
            yield PlanRow(key, pair.number, pair_words(pair), said[0].upper() + said[1:])


class Summary(Card):
    """How much is placed of at most how much, and each goal with its figure."""

    def __init__(self, look: Look) -> None:
        super().__init__("How good it is")
        self._state = Picture(look, "circle-check", "ok-text", 20)
        self.title, self._verdict = Text("", TITLE), Text("", BODY, "2", wraps=True)
        self.goals = {
            "worth": Text("", SECTION),
            "without a meeting": Text("", SECTION),
            "least served": Text("", SECTION),
            "idle gaps": Text("", SECTION),
            "table changes": Text("", SECTION),
        }
        goals = row(gap=20)
        for name, figure in self.goals.items():
            goals.addLayout(column(figure, Text(name, LABEL, "2"), gap=0))
        goals.addStretch(1)
        self._goals = QWidget()
        self._goals.setLayout(goals)
        head = row(self._state, self.title, None, gap=10)
        self.inside.addLayout(head)
        self.inside.addWidget(self._verdict)
        self.inside.addWidget(self._goals)

    def show_plan(self, made: PlanMade) -> None:
        """Show how good a plan is."""
        figures = made.figures
        self.title.setText(headline(made))
        self._verdict.setText(verdict(made))
        whole = figures.worth >= figures.bound
        icon = ("circle-check", "ok-text") if whole else ("info", "accent-text")
        self._state.show_icon(*icon)
        self._goals.setVisible(figures.wanted > 0)
        for name, words in _goals(figures).items():
            self.goals[name].setText(words)
            self.goals[name].setAccessibleName(f"{name}: {words}")


def _goals(figures: Figures) -> dict[str, str]:
    """Say what is reached of each goal, in their order."""
    return {
        "worth": f"{figures.worth:,} of at most {figures.bound:,}",
        "without a meeting": f"{figures.empty_handed:,}",
        "least served": f"{figures.least_served:.0%}".replace("%", " %"),
        "idle gaps": f"{figures.idle_gaps:,}",
        "table changes": f"{figures.table_changes:,}",
    }


class PeopleCard(Card):
    """How many people a plan concerns, the first of them by name."""

    def __init__(self) -> None:
        super().__init__("Beside what is planned now")
        self.title = Text("", BODY_STRONG, wraps=True)
        self._counts = Text("", BODY, "2", wraps=True)
        self._names = column(gap=4)
        self.inside.addWidget(self.title)
        self.inside.addWidget(self._counts)
        self.inside.addLayout(self._names)

    def show_compared(self, compared: Compared) -> None:
        """Show who would have another schedule; of a first plan nobody is named."""
        self.title.setText(change_title(compared))
        self._counts.setText(change_counts(compared))
        clear(self._names)
        people = () if compared.is_first else compared.people
        for each in people[:_MOST_NAMES]:
            self._names.addWidget(Elided(_named(each), BODY))
        if len(people) > _MOST_NAMES:
            self._names.addWidget(Text(f"And {len(people) - _MOST_NAMES:,} more.", BODY, "2"))


class HelpCard(Card):
    """What would place more; away if nothing would."""

    def __init__(self, look: Look) -> None:
        super().__init__("What would help")
        self._look = look
        self._list = column(gap=8)
        self.inside.addLayout(self._list)

    def show_words(self, sentences: Iterable[str]) -> None:
        """Show what there might be more of."""
        clear(self._list)
        said = list(sentences)
        self.setVisible(bool(said))
        for words in said:
            line = row(Picture(self._look, "plus", "accent-text", 16), Text(words, wraps=True))
            line.setStretch(1, 1)
            self._list.addLayout(line)


def _named(who: Someone) -> str:
    return f"{who.name}, {who.organisation}" if who.organisation else who.name
