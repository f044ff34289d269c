"""Reads what belongs to whoever a verdict is about, once the verdict is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.itinerary.items import Itinerary
from app.itinerary.now_for import MADE_OF
from app.journal.journal import Changes
from app.meetings.upcoming import DelegateMeetings
from ui.common.jobs import Jobs, Quiet
from ui.common.page import Tools
from ui.desk.card import DeskCard
from ui.desk.next_meetings import has_meetings
from ui.desk.verdicts import Verdict

STALE = frozenset(
    {"Block", "CheckIn", "Delegate", "Meeting", "Membership", "Organisation", "Request", "Slot"}
    | {"Table"}
)
"""What a meeting at the desk is made of."""
_SETTLES_IN_MS = 150


class FollowedCalls(Protocol):
    """What these need of ``app.checkin.reception.Reception``."""

    def meetings(self, delegate: UUID) -> DelegateMeetings: ...
    def itinerary(self, delegate: UUID) -> Itinerary: ...


def followers(calls: FollowedCalls, tools: Tools, card: DeskCard) -> tuple[Follower, ...]:
    """Give what follows the verdicts of a card: the meetings, and all that is now and next.

    Meetings go before the next scan; the rest waits behind what others read.
    """
    meetings = Followed(calls.meetings, card.show_meetings, STALE, tools.quick)
    all_of_it = Followed(calls.itinerary, card.show_itinerary, STALE | MADE_OF, tools.reads)
    return Follower(meetings, tools, card), Follower(all_of_it, tools, card)


@dataclass(frozen=True, slots=True)
class Followed:
    """How something is read of a delegate, and where it is shown.

    ``made_of`` is what makes it stale, ``first`` where it is read first; later it is read beside.
    """

    read: Callable[[UUID], Any]
    show: Callable[[Any], None]
    made_of: frozenset[str]
    first: Jobs


class Follower(QObject):
    """Reads something of whom a verdict is about. What comes too late for one is dropped."""

    def __init__(self, followed: Followed, tools: Tools, card: DeskCard) -> None:
        super().__init__(card)
        self._followed = followed
        self._card = card
        self._view = Quiet(self)
        # A timer's turn comes after painting; a call that is queued would go before it.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._stale = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._painted.timeout.connect(lambda: self._read(followed.first))
        self._stale.timeout.connect(lambda: self._read(tools.reads))
        card.shown.connect(lambda _verdict: self._painted.start())

    def learn(self, changes: Changes) -> None:
        """Read again what others have changed, once a burst of changes has settled."""
        if changes.models & self._followed.made_of and not self._stale.isActive():
            self._stale.start()

    def _read(self, jobs: Jobs) -> None:
        verdict = self._card.verdict
        if verdict is None or verdict.person is None or not has_meetings(verdict):
            return
        delegate = verdict.person.id
        jobs.run(
            lambda _report: self._followed.read(delegate),
            view=self._view,
            then=partial(self._take, verdict),
        )

    def _take(self, verdict: Verdict, found: Any) -> None:
        if self._card.verdict is verdict:
            self._followed.show(found)
