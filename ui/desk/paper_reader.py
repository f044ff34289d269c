"""Reads how the printed schedule of whoever a verdict is about stands, once that is painted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.journal.journal import Changes
from app.meetings.upcoming import DelegateMeetings
from app.printing.schedules.standing import ScheduleStanding
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.schedule_words import changes_words
from ui.desk.card import DeskCard
from ui.desk.followers import STALE
from ui.desk.next_meetings import has_meetings
from ui.desk.refusals import SCHEDULES, Act, Shape
from ui.desk.verdicts import Verdict

_STALE = STALE | {
    *("Booking", "Icebreaker", "ProgrammeSession", "RoundSeat", "Schedule", "SchedulePrint"),
}
_SETTLES_IN_MS = 150


class PaperCalls(Protocol):
    """What this needs of ``app.printing.schedules.office.ScheduleOffice``."""

    def standing(self, delegate: UUID, sheet: UUID | None = None) -> ScheduleStanding: ...
    def meetings(self, delegate: UUID) -> DelegateMeetings: ...


class PaperReader(QObject):
    """Follows the verdicts of a card.

    Who comes in with an old paper is in, with a warning. Whoever holds the paper itself to the
    scanner, or is in already, gets the state of its own that leads to the new one; it ends when
    that is on paper.
    """

    def __init__(self, calls: PaperCalls, tools: Tools, card: DeskCard) -> None:
        super().__init__(card)
        self._calls = calls
        self._tools = tools
        self._card = card
        self._asked: Verdict | None = None
        self._old: Verdict | None = None
        self._printed = False
        self._view = Quiet(self)
        # A timer's turn comes after painting; a call that is queued would go before it.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._stale = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._painted.timeout.connect(self._begin)
        self._stale.timeout.connect(self._read)
        card.shown.connect(self._painted.start)

    def learn(self, changes: Changes) -> None:
        """Read again what others have changed, once a burst of changes has settled."""
        self._printed = self._printed or "SchedulePrint" in changes.models
        if changes.models & _STALE and not self._stale.isActive():
            self._stale.start()

    def _begin(self) -> None:
        if self._card.verdict is not self._old:
            self._asked, self._old, self._printed = self._card.verdict, None, False
            self._read()

    def _read(self) -> None:
        verdict = self._asked
        if verdict is None or verdict.person is None or not _has_paper(verdict):
            return
        # A new paper counts from when it came out, whichever was scanned.
        delegate, sheet = verdict.person.id, None if self._printed else verdict.sheet
        self._tools.reads.run(
            lambda _report: (self._calls.standing(delegate, sheet), self._calls.meetings(delegate)),
            view=self._view,
            then=partial(self._take, verdict),
        )

    def _take(self, verdict: Verdict, read: tuple[ScheduleStanding, DelegateMeetings]) -> None:
        shown = self._card.verdict
        if shown is None or shown not in (verdict, self._old):
            return
        standing, meetings = read
        if not _asks_for_paper(verdict):
            self._card.show_paper(standing)
        elif standing.is_out_of_date:
            self._old = self._out_of_date(verdict, standing)
            self._card.show_schedule(self._old, meetings, standing)
        elif self._old is not None and verdict.person is not None:
            self._card.open_wanted.emit(verdict.person)

    def _out_of_date(self, verdict: Verdict, standing: ScheduleStanding) -> Verdict:
        of_day = self._tools.times.of_day
        printed, changed = standing.printed_at, standing.changed_at
        corner = [f"Printed {of_day(printed)}"] if printed else []
        corner += [f"Changed {of_day(changed)}"] if changed else []
        was_in = verdict.reason not in SCHEDULES
        return replace(
            verdict,
            tone="accent",
            shape=Shape.PAPER,
            headline=f"Printed schedule is out of date: {changes_words(len(standing.changes))}",
            corner=" · ".join(corner),
            lead=f"{verdict.headline}." if was_in else "",
            acts=(Act.PRINT_NEW_SCHEDULE, Act.PRINT_SLIP, Act.SHOW),
        )


def _has_paper(verdict: Verdict) -> bool:
    return has_meetings(verdict) or verdict.reason in SCHEDULES


def _asks_for_paper(verdict: Verdict) -> bool:
    return verdict.reason == "already_in" or verdict.reason in SCHEDULES
