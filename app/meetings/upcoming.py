"""What one delegate has before them: when, where, with whom, and whether those are here.

It is asked after every scan, so only what concerns the delegate is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.checkin.presence import last_passed
from app.delegates.registration import Status
from app.event.facts import EventFacts, event_facts
from app.event.slots import standing_slots
from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED, Arranged, arranged_with
from app.meetings.attendees import Attendees, Someone
from app.meetings.hall import Hall
from app.meetings.wishes import Wishes
from db.models import Meeting, Table


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody on the other side. ``state`` is as ``FoundPerson`` has it, of the day asked for.

    ``since`` is when they came or left, if they did.
    """

    who: Someone
    state: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class DelegateMeeting:
    """A meeting as one of its people sees it. A blank ``table`` was taken out of the event.

    A session that a paper tells of has a ``title``, and ``table`` is its room.
    """

    id: UUID
    number: str
    starts_at: datetime
    ends_at: datetime
    table: str
    kind: str
    partners: tuple[Partner, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What a delegate has before them at an instant.

    ``meetings`` are those of the day that are not over, ``over`` those that are, both in order.
    ``later`` is the first one on another day.
    """

    meetings: tuple[DelegateMeeting, ...]
    over: tuple[DelegateMeeting, ...]
    later: DelegateMeeting | None

    @property
    def in_all(self) -> int:
        """How many the day has."""
        return len(self.over) + len(self.meetings)


@dataclass(frozen=True, slots=True)
class DelegateMeetings:
    """The meetings of one delegate on all days, in the order of time; partners as of ``day``.

    ``without_slot`` counts those whose slot was taken out of the event. ``event_has_meetings``
    tells whether anybody has one.
    """

    meetings: tuple[DelegateMeeting, ...]
    without_slot: int
    event_has_meetings: bool
    day: date
    zone: ZoneInfo

    def upcoming(self, now: datetime) -> Upcoming:
        """See them from an instant, on the day it is at the venue."""
        today = now.astimezone(self.zone).date()
        day_of = {each.id: each.starts_at.astimezone(self.zone).date() for each in self.meetings}
        of_today = [each for each in self.meetings if day_of[each.id] == today]
        return Upcoming(
            tuple(each for each in of_today if each.ends_at > now),
            tuple(each for each in of_today if each.ends_at <= now),
            next((each for each in self.meetings if day_of[each.id] > today), None),
        )


def meetings_of(journal: Journal, delegate: UUID, day: date | None = None) -> DelegateMeetings:
    """Give a delegate's meetings that take place; partners as they stand on a day, or today.

    Whoever was merged or substituted has none: they are those of the one who stands there now.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        return meetings_in(session, facts, delegate, day or facts.day_of(journal.clock()))


def meetings_in(session: Session, facts: EventFacts, delegate: UUID, day: date) -> DelegateMeetings:
    """Do the same in one state of the event."""
    attendees, arranged = arranged_with(session, delegate)
    if not arranged:
        return DelegateMeetings((), 0, _any(session), day, facts.zone)
    telling = _Telling(
        delegate,
        Hall(facts.zone, standing_slots(session), (), frozenset()),
        attendees,
        _labels(session, arranged),
        Wishes(session, attendees, (delegate,)),
        _partners(session, attendees, arranged, day),
    )
    told = [each for each in map(telling.meeting, arranged) if each is not None]
    told.sort(key=lambda each: (each.starts_at, each.number))
    return DelegateMeetings(tuple(told), len(arranged) - len(told), True, day, facts.zone)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Turns ids into what a delegate has to know."""

    delegate: UUID
    hall: Hall
    attendees: Attendees
    labels: Mapping[UUID | None, str]
    wishes: Wishes
    partners: Mapping[UUID, Partner]

    def meeting(self, meeting: Arranged) -> DelegateMeeting | None:
        """Tell of a meeting; nothing if its slot was taken out."""
        hall = self.hall
        if meeting.slot_id is None or meeting.slot_id not in hall.place_of:
            return None
        taken = hall.taken(meeting.slot_id, meeting.length) or (meeting.slot_id,)
        first, last = (hall.slots[hall.place_of[each]] for each in (taken[0], taken[-1]))
        wish = None if meeting.request_id is None else self.wishes.of_row(meeting.request_id)
        kind = meeting.kind or (wish.kind if wish is not None else "")
        theirs = meeting.hosts if self.delegate in meeting.guests else meeting.guests
        return DelegateMeeting(
            meeting.id,
            meeting.number,
            first.starts_at,
            last.ends_at,
            self.labels.get(meeting.table_id, ""),
            kind or self.attendees.kind_of(meeting.hosts, meeting.guests),
            tuple(self.partners[each] for each in theirs),
        )


_TABLES = select(Table.id, Table.label).where(
    Table.id.in_(bindparam("tables", expanding=True)), Table.alive
)
_ANY = select(Meeting.id).where(Meeting.alive, Meeting.state != CANCELLED).limit(1)


def _any(session: Session) -> bool:
    return session.connection().execute(_ANY).first() is not None


def _labels(session: Session, meetings: Iterable[Arranged]) -> Mapping[UUID | None, str]:
    tables = {each.table_id for each in meetings if each.table_id}
    rows = session.connection().execute(_TABLES, {"tables": sorted(tables)})
    return {table: label for table, label in rows}  # noqa: C416 - rows are no pairs to mypy


def _partners(
    session: Session, attendees: Attendees, meetings: Iterable[Arranged], day: date
) -> Mapping[UUID, Partner]:
    people = {each for meeting in meetings for each in meeting.people}
    passed = last_passed(session, people, day)
    return {
        who.id: Partner(who, *_standing(attendees, who.id, passed.get(who.id)))
        for who in attendees.named(people)
    }


def _standing(
    attendees: Attendees, delegate: UUID, passed: tuple[str, datetime] | None
) -> tuple[str, datetime | None]:
    if passed is not None:
        way, since = passed
        return "left" if way == "out" else "here", since
    found = attendees.get(delegate)
    if found is None:
        return Status.WITHDRAWN, None
    return "expected" if found.is_coming else found.status, None
