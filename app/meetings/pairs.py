"""Two entries that may be one person: what each holds, and what a merge would bring over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.detail import DelegateDetail, Details
from app.delegates.orders import gaps
from app.delegates.person import Person
from app.delegates.registration import Status
from app.delegates.table import DelegateTable
from app.meetings.arranged import PLANNED, arranged
from app.meetings.attendees import Attendees
from app.meetings.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two. ``gives`` names the columns that only it fills, which a merge brings over.

    ``meetings`` are those that are planned, ``requests`` those that nobody has taken back.
    """

    detail: DelegateDetail
    gives: tuple[str, ...]
    meetings: int
    requests: int

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.detail.person


@dataclass(frozen=True, slots=True)
class Pair:
    """Both entries; on the first one more hangs. On the day ``both_here`` both were let in."""

    halves: tuple[Half, Half]
    both_here: date | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Looks two entries up side by side."""

    table: DelegateTable

    def of(self, one: UUID, other: UUID, day: date) -> Pair:
        """Give what two entries hold, with their rows as of a day.

        Raises:
            UnknownDelegate: There is no such delegate.
        """
        details = Details(self.table)
        both = details.of(one, day), details.of(other, day)
        with self.table.journal.reading() as session:
            attendees = Attendees(session)
            first, second = (
                _half(session, attendees, ours, theirs)
                for ours, theirs in (both, (both[1], both[0]))
            )
        halves = (first, second) if _weight(first) >= _weight(second) else (second, first)
        days = [{passage.day for passage in each.check_ins} for each in both]
        return Pair(halves, min(days[0] & days[1], default=None))


def _half(
    session: Session, attendees: Attendees, ours: DelegateDetail, theirs: DelegateDetail
) -> Half:
    whose = ours.person.id
    meetings = arranged(session, attendees, {whose})
    wishes = Wishes(session, attendees, {whose}).all.values()
    return Half(
        ours,
        tuple(gaps(session, theirs.person.id, whose)),
        sum(each.state == PLANNED and whose in each.people for each in meetings),
        sum(not each.withdrawn and whose in each.people for each in wishes),
    )


def _weight(half: Half) -> tuple[bool, bool, bool, int]:
    detail = half.detail
    return (
        detail.person.status == Status.ACCEPTED,
        bool(detail.check_ins),
        any(badge.prints for badge in detail.badges),
        half.meetings + half.requests,
    )
