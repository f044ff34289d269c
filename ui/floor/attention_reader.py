"""Reads what needs somebody, and after that what could be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.floor.attention import Need
from app.floor.manager import Look
from app.floor.proposing import Proposal
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.floor.attention_card import AttentionCard
from ui.floor.attention_services import AttentionServices

_OTHERS = frozenset({Need.TO_CALL, Need.PAPER, Need.IDLE})
"""Needs that no proposal about a meeting could meet."""
_HOLDS = timedelta(seconds=30)


@dataclass(slots=True)
class _Asked:
    """What was asked for a card, and when the day was looked at for that."""

    look: Look
    is_stale: bool = False

    def holds(self, look: Look) -> bool:
        return self.look.day is look.day and look.now - self.look.now < _HOLDS


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
        self._is_reading = self._is_stale = False
        self.day = day
        self._view.refused.connect(self._refuse)

    def read(self) -> None:
        """Look once more, at once or as soon as what is under way has ended."""
        self._is_stale = True
        if not self._is_reading:
            self._begin()

    def propose(self, cards: Iterable[AttentionCard]) -> None:
        """Ask what could be done about cards, unless that is known."""
        for card in cards:
            asked = self._asked.get(card)
            if card.item.need in _OTHERS or (asked is not None and asked.holds(card.seen)):
                continue
            if asked is not None:
                asked.is_stale = True
            self._asked[card] = _Asked(card.seen)
            self._ask(card, self._asked[card])

    def ask_again(self, card: AttentionCard) -> None:
        """Ask what could be done about a card as it is now, whatever is known."""
        self.forget(card)
        self.propose([card])

    def forget(self, card: AttentionCard) -> None:
        """Drop what is asked for a card."""
        asked = self._asked.pop(card, None)
        if asked is not None:
            asked.is_stale = True

    def _begin(self) -> None:
        self._is_stale, self._is_reading = False, True
        day = self.day
        self._tools.reads.run(
            lambda _report: self._services.look(day), view=self._view, then=self._take
        )

    def _take(self, look: Look) -> None:
        self._is_reading = False
        if self._is_stale:
            self._begin()
        if look.day.date == self.day:
            self.looked.emit(look)

    def _refuse(self, refusal: object) -> None:
        self._is_reading = False
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
