"""What becomes of a session that is carried to another time or room, before it is put down.

All that matters is read once; what a place would bring is then found without the file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.event.facts import event_facts
from app.garbage import without_collector
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone, entries_of_all
from app.programme.at_session import AtSession
from app.programme.conflicts import meeting_times
from app.programme.session import Standing, session_that_stands, standing_sessions
from app.programme.taken_up import is_run, taken_up
from app.visits.outings import outings
from db.models import Schedule, SchedulePrint

_HOLDERS: Final = (
    select(SchedulePrint.delegate_id)
    .join(Schedule, Schedule.id == SchedulePrint.schedule_id)
    .where(SchedulePrint.alive, Schedule.alive, SchedulePrint.at.is_not(None))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch that takes somebody up: by a meeting, or by what they have to be at otherwise."""

    person: UUID
    starts_at: datetime
    ends_at: datetime
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What a place would bring for a session, and for those who have to be in it.

    ``rooms`` are the sessions that are in the room then, ``voices`` those who speak elsewhere at
    that time, ``meeting`` those who have a meeting, ``elsewhere`` those who have to be in another
    session, on a visit, in rounds or at their speech. So many schedules on paper become out of
    date.
    """

    starts_at: datetime
    ends_at: datetime
    room: str
    is_same: bool
    is_on_a_day: bool
    rooms: tuple[Standing, ...] = ()
    voices: tuple[str, ...] = ()
    meeting: tuple[Someone, ...] = ()
    elsewhere: tuple[Someone, ...] = ()
    outdated: int = 0

    @property
    def can_be(self) -> bool:
        """Tell whether it can be put down there."""
        return self.is_on_a_day and not self.rooms


@dataclass(frozen=True, slots=True)
class Carry:
    """A session that is carried. ``people`` have to be in it; ``holders`` have it on paper."""

    session: Standing
    others: tuple[Standing, ...]
    people: Mapping[UUID, Someone]
    taken: tuple[Taken, ...]
    holders: int
    days: Sequence[date]
    zone: ZoneInfo

    @property
    def lasts(self) -> timedelta:
        """How long it is."""
        return self.session.ends_at - self.session.starts_at

    def in_room(self, starts_at: datetime, room: str) -> tuple[Standing, ...]:
        """Give the sessions that are in a room while this one would be."""
        ends_at = starts_at + self.lasts
        return tuple(
            each for each in self.others if each.meets(starts_at, ends_at) and each.is_in(room)
        )

    def effect(self, starts_at: datetime, room: str) -> Effect:
        """Say what it would bring to put it down there."""
        ends_at, now = starts_at + self.lasts, self.session
        beside = [each for each in self.others if each.meets(starts_at, ends_at)]
        is_same = starts_at == now.starts_at and room == now.room
        if is_same:
            return Effect(starts_at, ends_at, room, is_same=True, is_on_a_day=True)
        hit = [each for each in self.taken if each.starts_at < ends_at and starts_at < each.ends_at]
        return Effect(
            starts_at,
            ends_at,
            room,
            is_same=False,
            is_on_a_day=starts_at.astimezone(self.zone).date() in self.days,
            rooms=self.in_room(starts_at, room),
            voices=tuple(self._voices(beside)),
            meeting=self._named(hit, is_meeting=True),
            elsewhere=self._named(hit, is_meeting=False),
            outdated=self.holders,
        )

    def _voices(self, beside: Sequence[Standing]) -> Iterator[str]:
        """Yield names of speakers who are no delegates; those who are have a stretch taken."""
        own = (*self.session.speaker_names, *self.session.moderator_names)
        theirs = {
            fold(name) for each in beside for name in (*each.speaker_names, *each.moderator_names)
        }
        yield from dict.fromkeys(name for name in own if fold(name) in theirs)

    def _named(self, hit: Sequence[Taken], *, is_meeting: bool) -> tuple[Someone, ...]:
        found = dict.fromkeys(each.person for each in hit if each.is_meeting == is_meeting)
        return tuple(self.people[each] for each in found)


def carry_of(journal: Journal, programme_session: UUID) -> Carry:
    """Pick a session up.

    Raises:
        UnknownSession: There is none.
    """
    with without_collector(), journal.reading() as session:
        now, facts = session_that_stands(session, programme_session), event_facts(session)
        entries = _entries(session, now)
        attendees = Attendees(session, entries)
        engaged = taken_up(session, attendees, entries)
        wanted = [
            person
            for person, theirs in engaged.items()
            if any(each.session == now.id for each in theirs)
        ]
        people = dict(zip(wanted, attendees.named(wanted), strict=True))
        taken = [
            Taken(person, each.starts_at, each.ends_at, is_meeting=False)
            for person in people
            for each in engaged[person]
            if each.session != now.id and not (now.everybody and is_run(each))
        ]
        taken += _taken(session, attendees, people, entries)
        holders = _holders(session, attendees, entries) & people.keys()
        others = tuple(
            each for each in standing_sessions(session) if not each.cancelled and each.id != now.id
        )
        return Carry(now, others, people, tuple(taken), len(holders), facts.days, facts.zone)


def _entries(session: Session, now: Standing) -> tuple[UUID, ...] | None:
    """Give the entries of those who have to be in a session; nothing: they are everybody's."""
    if now.everybody:
        return None
    here = AtSession(session, now)
    return entries_of_all(session, {*here.voices, *here.words})


def _holders(
    session: Session, attendees: Attendees, entries: Collection[UUID] | None
) -> frozenset[UUID]:
    query = _HOLDERS
    if entries is not None:
        query = query.where(SchedulePrint.delegate_id.in_(entries))
    found = session.scalars(query)
    return frozenset(attendees.standing(each) for each in found if each is not None)


def _taken(
    session: Session,
    attendees: Attendees,
    people: Mapping[UUID, Someone],
    entries: Collection[UUID] | None,
) -> Iterator[Taken]:
    some = None if entries is None else people.keys()
    for meeting, starts_at, ends_at in meeting_times(session, attendees, some):
        for person in meeting.people:
            if person in people:
                yield Taken(person, starts_at, ends_at, is_meeting=True)
    for person, visits in outings(session, attendees, entries).items():
        if person in people:
            for each in visits:
                yield Taken(person, each.starts_at, each.ends_at, is_meeting=False)
