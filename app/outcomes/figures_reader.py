"""Reads what figures are counted from, and counts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.deeds import checkin_kinds
from app.event.facts import event_facts
from app.floor.kinds import floor_kinds
from app.floor.watching import DayReader
from app.garbage import without_collector
from app.journal.journal import Journal
from app.journal.log import subjects_since
from app.meetings.attendees import Attendees
from app.meetings.wishes import Wishes
from app.outcomes.audience import audience, who_came
from app.outcomes.export.deeds import export_kinds
from app.outcomes.figures import Figures
from app.outcomes.kinds import outcome_kinds
from app.outcomes.results import DayResults, Results
from app.printing.deeds import printing_kinds
from db.models import LogRow
from db.rows import last_row

if TYPE_CHECKING:
    from app.outcomes.counting import Belonging, Facts

T = TypeVar("T")

_OF_MEETINGS = frozenset(
    {
        *("MeetingAdded", "MeetingCancelled", "MeetingLocked", "MeetingMoved", "MeetingPutBack"),
        *("MeetingRestored", "MeetingTakenOut", "MeetingUnlocked"),
    }
)
_PAPERS = frozenset(printing_kinds() | export_kinds())
_OF_THE_DAY = frozenset(floor_kinds() | outcome_kinds()) | _PAPERS | _OF_MEETINGS
_PASSING = frozenset(checkin_kinds())


class FiguresReader:
    """Counts the figures of days. Asked again, it reads only what may be otherwise since."""

    def __init__(self, journal: Journal, reader: DayReader | None = None) -> None:
        self._journal = journal
        self._results = Results(journal, reader)
        self._audience = _Kept(audience, _OF_THE_DAY | _PASSING)
        self._came = _Kept(_who_came, _OF_THE_DAY)
        self._requests = _Kept(_requests, _OF_THE_DAY | _PASSING)
        self._added = _Kept(_added, (_OF_THE_DAY | _PASSING) - {"MeetingAdded"})
        self._belonging: Belonging | None = None

    def of_event(self) -> Figures:
        """Give the figures of all days together.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            days = event_facts(session).days
        return self._of_days(days)

    def facts_of_event(self) -> Facts:
        """Give what the figures of all days together are counted from.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._journal.reading() as session:
            days = event_facts(session).days
        return self._facts(days)

    def facts_of_day(self, day: date) -> Facts:
        """Give what the figures of one day are counted from.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self._facts((day,))

    def of_day(self, day: date) -> Figures:
        """Give the figures of one day. Who applied and was accepted did so for the event.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self._of_days((day,))

    # Ten thousand meetings keep half a million values, of which none is in a cycle.
    @without_collector()
    def _of_days(self, days: Sequence[date]) -> Figures:
        # numpy takes a while to load, and few commands need it.
        from app.outcomes.counting import counted  # noqa: PLC0415

        return counted(self._facts(days), self._journal.now)

    @without_collector()
    def _facts(self, days: Sequence[date]) -> Facts:
        from app.outcomes.counting import Facts, belonging  # noqa: PLC0415 - it loads numpy

        results = self._results.of_days(days)
        with self._journal.reading() as session:
            people = self._audience.read(session)
            came, requests = self._came.read(session), self._requests.read(session)
            new = _new(results, self._added.read(session))
        meetings = [(each.day.date, [of.meeting for of in each.results]) for each in results]
        known = self._belonging
        if known is None or not known.holds(meetings, people):
            known = self._belonging = belonging(meetings, people)
        return Facts(results, known, came, new, requests)


class _Kept(Generic[T]):
    """Something that is read again only after deeds that are not ``of_no_concern`` to it."""

    def __init__(self, read: Callable[[Session], T], of_no_concern: Set[str]) -> None:
        self._read, self._of_no_concern = read, of_no_concern
        self._known: tuple[int, T] | None = None

    def read(self, session: Session) -> T:
        rows = last_row(session, LogRow)
        if self._known is not None and self._known[0] != rows:
            since = {kind for kind, _ in subjects_since(session, self._known[0])}
            self._known = (rows, self._known[1]) if since <= self._of_no_concern else None
        if self._known is None:
            self._known = rows, self._read(session)
        return self._known[1]


def _who_came(session: Session) -> Mapping[UUID, frozenset[date]]:
    return who_came(session, Attendees(session))


def _requests(session: Session) -> Mapping[UUID, UUID]:
    wishes = Wishes(session, Attendees(session)).all.values()
    return {row: wish.id for wish in wishes if not wish.withdrawn for row in wish.rows}


def _added(session: Session) -> Mapping[UUID, datetime]:
    """Give when each meeting was arranged."""
    query = select(LogRow.subject, LogRow.at).where(LogRow.kind == "MeetingAdded")
    return {meeting: at for meeting, at in session.execute(query) if meeting is not None}


def _new(days: Sequence[DayResults], added: Mapping[UUID, datetime]) -> frozenset[UUID]:
    """Give the meetings that were arranged after the first slot of their day had begun."""
    return frozenset(
        each.meeting.id
        for day in days
        if day.day.slots
        for each in day.results
        if each.meeting.id in added and added[each.meeting.id] >= day.day.slots[0].starts_at
    )
