"""What can't be so in the programme: two sessions in a room, somebody in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.event.facts import EventFacts, event_facts
from app.event.slots import standing_slots
from app.meetings.arranged import CANCELLED, Arranged, arranged
from app.meetings.attendees import Attendees, Someone
from app.programme.engaged import Engagement, Engagements, How, bookings, placed
from app.programme.session import Standing, standing_sessions
from app.programme.taken_up import is_run, taken_up


class ConflictKind(StrEnum):
    """What can't be so."""

    ROOM = "room"
    """Two sessions are in one room at one time."""
    SPEAKER = "speaker"
    """Somebody speaks or moderates in two sessions at one time."""
    BOOKED = "booked"
    """Somebody is booked for a session while they have to be in another one."""
    MEETING = "meeting"
    """Somebody has a meeting while they have to be in a session."""
    PLACES = "places"
    """More are booked for a session than it has places."""
    DAY = "day"
    """A session starts on a day that the event does not have any more."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that can't be so. ``sessions`` and ``meeting`` are numbers.

    Among ``sessions``, rounds at mixed tables and speeches stand by what they are called.
    ``names`` are speakers who are no delegates.
    """

    kind: ConflictKind
    starts_at: datetime
    sessions: tuple[str, ...]
    people: tuple[Someone, ...] = ()
    names: tuple[str, ...] = ()
    room: str = ""
    meeting: str = ""


def conflicts(session: Session, attendees: Attendees) -> tuple[Conflict, ...]:
    """Give all of them, in the order of time."""
    held = [each for each in standing_sessions(session) if not each.cancelled]
    engaged = taken_up(session, attendees)
    if not held and not engaged:
        return ()
    facts = event_facts(session)
    found = [
        *_on_no_day(held, facts),
        *_at_one_time(held),
        *_in_two_sessions(engaged, attendees),
        *_too_many(session, held, attendees),
        *_meetings(session, engaged, attendees),
    ]
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.kind, each.sessions)))


def _on_no_day(held: Sequence[Standing], facts: EventFacts) -> Iterator[Conflict]:
    for each in held:
        if facts.day_of(each.starts_at) not in facts.days:
            yield Conflict(ConflictKind.DAY, each.starts_at, (each.number,))


def _at_one_time(held: Sequence[Standing]) -> Iterator[Conflict]:
    for one, other in _pairs(held):
        starts_at, both = max(one.starts_at, other.starts_at), (one.number, other.number)
        if one.is_in(other.room):
            yield Conflict(ConflictKind.ROOM, starts_at, both, room=one.room)
        named = {fold(name): name for name in (*one.speaker_names, *one.moderator_names)}
        theirs = {fold(name) for name in (*other.speaker_names, *other.moderator_names)}
        if twice := tuple(name for key, name in named.items() if key in theirs):
            yield Conflict(ConflictKind.SPEAKER, starts_at, both, names=twice)


def _pairs(held: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    for place, one in enumerate(held):
        for other in held[place + 1 :]:
            if other.starts_at >= one.ends_at:
                break
            yield one, other


def _in_two_sessions(engaged: Engagements, attendees: Attendees) -> Iterator[Conflict]:
    """Yield them session by session, with all who are in both; those for everybody yield."""
    found: dict[tuple[ConflictKind, datetime, tuple[str, str]], list[UUID]] = defaultdict(list)
    for person, theirs in engaged.items():
        for one, other in combinations(theirs, 2):
            if one.meets(other.starts_at, other.ends_at) and not _is_the_run(one, other):
                hows = {one.how, other.how}
                kind = ConflictKind.SPEAKER if hows == {How.SPEAKS} else ConflictKind.BOOKED
                starts_at = max(one.starts_at, other.starts_at)
                found[kind, starts_at, (one.number, other.number)].append(person)
    for (kind, starts_at, both), people in found.items():
        yield Conflict(kind, starts_at, both, attendees.named(people))


def _is_the_run(*both: Engagement) -> bool:
    """Tell whether one is rounds or speeches, and the other the session that tells all of them."""
    return any(map(is_run, both)) and any(each.how is How.EVERYBODY for each in both)


def _too_many(
    session: Session, held: Sequence[Standing], attendees: Attendees
) -> Iterator[Conflict]:
    # One reading for all: there may be hundreds of sessions, and thousands of bookings.
    words = bookings(session, attendees)
    for each in held:
        if each.places is not None and len(placed(words.get(each.id, {}), attendees)) > each.places:
            yield Conflict(ConflictKind.PLACES, each.starts_at, (each.number,))


def _meetings(session: Session, engaged: Engagements, attendees: Attendees) -> Iterator[Conflict]:
    for meeting, starts_at, ends_at in meeting_times(session, attendees):
        of_session: dict[str, list[UUID]] = defaultdict(list)
        for person in meeting.people:
            for each in engaged.get(person, ()):
                if each.meets(starts_at, ends_at):
                    of_session[each.number].append(person)
        for number, people in of_session.items():
            yield Conflict(
                ConflictKind.MEETING,
                starts_at,
                (number,),
                attendees.named(people),
                meeting=meeting.number,
            )


def meeting_times(
    session: Session, attendees: Attendees, people: Collection[UUID] | None = None
) -> Iterator[tuple[Arranged, datetime, datetime]]:
    """Yield meetings that stand, with when they begin and end: all, or those of some people."""
    times = {slot.id: (slot.starts_at, slot.ends_at) for slot in standing_slots(session)}
    after = _following(session)
    for meeting in arranged(session, attendees, people):
        if meeting.state == CANCELLED or meeting.slot_id not in times:
            continue
        taken = after[meeting.slot_id][: meeting.length]
        yield meeting, times[taken[0]][0], times[taken[-1]][1]


def _following(session: Session) -> Mapping[UUID, Sequence[UUID]]:
    """Give each slot with those of its block that follow."""
    blocks: dict[UUID, list[UUID]] = defaultdict(list)
    for slot in standing_slots(session):
        blocks[slot.block_id].append(slot.id)
    return {slot: of[place:] for of in blocks.values() for place, slot in enumerate(of)}
