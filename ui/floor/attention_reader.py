"""Reads what needs somebody, and after that what could be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from app.floor.attention import Item, Need
from app.floor.manager import Look
from app.floor.proposing import Proposal
from app.progress import Report
from ui.common.in_turn import InTurn
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.floor.attention_card import AttentionCard
from ui.floor.attention_services import AttentionServices
from ui.floor.proposal_words import can_tell

_OTHERS = frozenset({Need.TO_CALL, Need.PAPER, Need.IDLE})
"""Needs that no proposal about a meeting could meet."""
_HOLDS = timedelta(seconds=30)
_PAUSE_S = 1.5
"""While a queue is let in, each scan makes another day of it: proposals need not keep up."""


@dataclass(slots=True)
class _Asked:
    """What was asked for a card, on what day as it stood, and when."""

    look: Look
    item: Item
    at: float
    is_stale: bool = False

    def holds(self, look: Look) -> bool:
        is_same = self.look.day is look.day and self.look.rules == look.rules
        return is_same and look.now - self.look.now < _HOLDS

    def is_fresh(self, item: Item) -> bool:
        """Tell whether the same was asked just now."""
        return (item.need, item.meetings) == (self.item.need, self.item.meetings) and (
            monotonic() - self.at < _PAUSE_S
        )


class AttentionReader(QObject):
    """Looks at the day, one look after another; proposals come after, for the cards in sight.

    What is asked for again meanwhile, or for a card that is gone, is not worked out any more.
    """

    looked = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: AttentionServices, tools: Tools, day: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._view = Quiet(self)
        self._asked: dict[AttentionCard, _Asked] = {}
        self._put_off: dict[AttentionCard, None] = {}
        self._later = QTimer(self, singleShot=True, interval=round(_PAUSE_S * 1000))
        self._later.timeout.connect(self._catch_up)
        self._looks = InTurn(self._begin)
        self.day = day
        self._view.refused.connect(self._refuse)

    def read(self) -> None:
        """Look once more, at once or as soon as what is under way has ended."""
        self._looks.ask()

    def propose(self, cards: Iterable[AttentionCard]) -> None:
        """Ask what could be done about cards, unless that is known."""
        for card in cards:
            asked = self._asked.get(card)
            if card.item.need in _OTHERS or (asked is not None and asked.holds(card.seen)):
                continue
            if asked is not None and asked.is_fresh(card.item):
                self._put_off[card] = None
                continue
            if asked is not None:
                asked.is_stale = True
            self._asked[card] = _Asked(card.seen, card.item, monotonic())
            self._ask(card, self._asked[card])
        if self._put_off and not self._later.isActive():
            self._later.start()

    def ask_again(self, card: AttentionCard) -> None:
        """Ask what could be done about a card as it is now, whatever is known."""
        self.forget(card)
        self.propose([card])

    def forget(self, card: AttentionCard) -> None:
        """Drop what is asked for a card."""
        self._put_off.pop(card, None)
        asked = self._asked.pop(card, None)
        if asked is not None:
            asked.is_stale = True

    def _catch_up(self) -> None:
        cards, self._put_off = self._put_off, {}
        self.propose(cards)

    def _begin(self) -> None:
        day = self.day
        self._tools.reads.run(
            lambda _report: self._services.look(day), view=self._view, then=self._take
        )

    def _take(self, look: Look) -> None:
        self._looks.ended()
        if look.day.date == self.day:
            self.looked.emit(look)

    def _refuse(self, refusal: object) -> None:
        self._looks.failed()
        self.refused.emit(refusal)

    def _ask(self, card: AttentionCard, asked: _Asked) -> None:
        meeting = card.item.meetings[0]
        day = card.seen.day.date

        def work(_report: Report) -> Sequence[Proposal]:
            return () if asked.is_stale else self._services.proposals(day, meeting)

        # A refusal says that nothing has to be done any more: the next look will know.
        self._tools.reads.run(work, view=Quiet(card), then=partial(self._answer, card, asked))

    def _answer(self, card: AttentionCard, asked: _Asked, proposals: Sequence[Proposal]) -> None:
        if self._asked.get(card) is asked:
            card.show_proposals(proposals)
            if not all(can_tell(card.seen, each) for each in proposals):
                self.read()
