"""Reads the meetings of whoever a verdict is about, once the verdict is painted."""

from __future__ import annotations

from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

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


class MeetingCalls(Protocol):
    """What this needs of ``app.checkin.reception.Reception``."""

    def meetings(self, delegate: UUID) -> DelegateMeetings: ...


class MeetingsReader(QObject):
    """Follows the verdicts of a card. What comes too late for one is dropped."""

    def __init__(self, calls: MeetingCalls, tools: Tools, card: DeskCard) -> None:
        super().__init__(card)
        self._calls = calls
        self._tools = tools
        self._card = card
        self._view = Quiet(self)
        # A timer's turn comes after painting; a call that is queued would go before it.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._stale = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._painted.timeout.connect(lambda: self._read(tools.quick))
        self._stale.timeout.connect(lambda: self._read(tools.reads))
        card.shown.connect(lambda _verdict: self._painted.start())

    def learn(self, changes: Changes) -> None:
        """Read again what others have changed, once a burst of changes has settled."""
        if changes.models & STALE and not self._stale.isActive():
            self._stale.start()

    def _read(self, jobs: Jobs) -> None:
        verdict = self._card.verdict
        if verdict is None or verdict.person is None or not has_meetings(verdict):
            return
        delegate = verdict.person.id
        jobs.run(
            lambda _report: self._calls.meetings(delegate),
            view=self._view,
            then=partial(self._take, verdict),
        )

    def _take(self, verdict: Verdict, meetings: DelegateMeetings) -> None:
        if self._card.verdict is verdict:
            self._card.show_meetings(meetings)
