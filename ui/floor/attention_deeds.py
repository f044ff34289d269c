"""Does what cards ask for, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from shiboken6 import isValid

from app.errors import DeskError
from app.floor.attention import Item
from app.floor.manager import Look
from app.floor.proposing import Proposal
from app.floor.states import Missing, Word, standing
from app.floor.writing import Told
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.sentences import sentence
from ui.floor.attention_card import AttentionCard
from ui.floor.attention_services import AttentionServices
from ui.floor.attention_words import Act
from ui.floor.proposal_words import done_words
from ui.floor.words import clock, pair_words, side_words

T = TypeVar("T")

SETTLES_MS = 700
"""So long after a proposal none of another card is taken: it has just come in that one's place."""


class AttentionDeeds(QObject):
    """One deed at a time: keys pressed while one is under way are let go."""

    told = Signal(News)
    taken = Signal(object)
    """The ids of those who must be told of the proposal that was taken."""
    done = Signal()
    refused = Signal(object)
    """The card whose deed was refused; it says why."""

    def __init__(self, services: AttentionServices, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._is_busy = False
        self._taken_of: Item | None = None
        self._taken = QElapsedTimer()

    def take(self, card: AttentionCard, proposal: Proposal) -> None:
        """Make a proposal so, but for a second click or key that was meant for the one before."""
        look, day = card.seen, card.seen.day.date
        if self._has_just_come(card.item):
            return

        def tell(told: Told) -> str:
            self._taken_of = card.item
            self._taken.start()
            self.taken.emit(told.people)
            return done_words(look, proposal, len(told.people))

        self._do(card, lambda: self._services.accept(day, proposal), tell)

    def act(self, card: AttentionCard, act: Act) -> None:
        """Do what a button of a card says."""
        item, acts = card.item, self._services.acts
        meeting = item.meetings[0]
        said = act_words(card.seen, item, act)
        match act:
            case Act.NO_SHOW:
                side = missing_side(card.seen, item)
                self._do(card, lambda: acts.say(meeting, Word.NO_SHOW, side), lambda _: said)
            case Act.RUNS:
                self._do(card, lambda: acts.say(meeting, Word.RUNNING), lambda _: said)
            case Act.CALL_ALL:
                self._do(card, lambda: acts.call(item.meetings), lambda _: said)
            case Act.CANCEL:
                self._do(card, lambda: acts.cancel(meeting), lambda _: said)

    def announce(self, card: AttentionCard, at: datetime) -> None:
        """Note when those come who are missing."""
        look, missing = card.seen, card.item.missing
        said = clock(look.day, at)
        if at <= self._tools.times.clock():
            card.say(f"{said} is over. Say a later time. Nothing was changed.")
            return
        who = side_words(look.day, missing)
        self._do(
            card,
            lambda: self._services.acts.all_come_at(missing, at),
            lambda _: f"Noted: {who} comes at {said}.",
        )

    def _has_just_come(self, item: Item) -> bool:
        before = self._taken_of
        if before is None or before.meetings == item.meetings:
            return False
        return not self._taken.hasExpired(SETTLES_MS)

    def _do(self, card: AttentionCard, work: Callable[[], T], words: Callable[[T], str]) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        card.say("")
        # The card may be gone before the deed is done; the deed is told of all the same.
        view = Quiet(self)
        view.refused.connect(partial(self._refuse, card))

        def then(done: T) -> None:
            self._is_busy = False
            view.deleteLater()
            self.told.emit(News(words(done)))
            self.done.emit()

        self._tools.quick.run(lambda _report: work(), view=view, then=then)

    def _refuse(self, card: AttentionCard, refusal: DeskError) -> None:
        self._is_busy = False
        if isValid(card):
            card.say(sentence(refusal, self._tools.times.of_day))
            self.refused.emit(card)


def missing_side(look: Look, item: Item) -> Missing:
    """Tell which side of a meeting is not there."""
    stands = standing(look.day, look.day.meeting[item.meetings[0]], look.now)
    return stands.missing or Missing.BOTH


def act_words(look: Look, item: Item, act: Act) -> str:
    """Say that something was done."""
    meeting = look.day.meeting[item.meetings[0]]
    match act:
        case Act.NO_SHOW:
            return f"{side_words(look.day, item.missing)} did not come."
        case Act.CANCEL:
            return f"{pair_words(look.day, meeting)} is cancelled."
        case Act.CALL_ALL:
            count = len(item.meetings)
            meetings = "1 meeting" if count == 1 else f"{count} meetings"
            return f"{meetings} called for {clock(look.day, item.starts_at)}."
        case _:
            table = look.day.table.get(meeting.table)
            where = f" at table {table.label}" if table is not None else ""
            return f"{pair_words(look.day, meeting)} is running{where}."
