"""Who has to be in which session, and so meets nobody then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.programme.session import Standing, standing_sessions
from db.models import Booking

BOOKED, WAITING, EXCUSED = "booked", "waiting", "excused"
_FIRST_COUNTS = (BOOKED, WAITING, EXCUSED)


class How(StrEnum):
    """Why somebody has to be there; of several reasons the first one counts."""

    SPEAKS = "speaks"
    BOOKED = "booked"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Engagement:
    """A session that somebody has to be in."""

    session: UUID
    number: str
    title: str
    room: str
    starts_at: datetime
    ends_at: datetime
    how: How

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Tell whether it is under way at some time of a stretch."""
        return self.starts_at < ends_at and starts_at < self.ends_at


class People(Protocol):
    """What has to be known of people: who stands for an entry, and who comes."""

    @property
    def entries(self) -> Mapping[UUID, object]:
        """Every entry by its id."""

    def standing(self, entry: UUID) -> UUID:
        """Give who stands for an entry now."""

    def are_coming(self, people: Iterable[UUID]) -> bool:
        """Tell whether all of these come."""


Engagements = Mapping[UUID, tuple[Engagement, ...]]
"""The sessions of each person, in the order of time."""

_BOOKINGS = select(Booking.session_id, Booking.delegate_id, Booking.state, Booking.since).where(
    Booking.alive
)
_IN_LINE = (
    select(Booking.session_id, Booking.delegate_id)
    .where(Booking.alive, Booking.state == WAITING)
    .order_by(Booking.since, Booking.stamp)
)


def engagements(
    session: Session, people: People, only: Collection[UUID] | None = None
) -> Engagements:
    """Read who has to be where; a session that is cancelled takes up nobody.

    ``only``: nobody's bookings are read but those of these entries.
    """
    held = [each for each in standing_sessions(session) if not each.cancelled]
    if not held:
        return {}
    words = bookings(session, people, only)
    found: dict[UUID, list[Engagement]] = defaultdict(list)
    for each in held:
        for how, those in _wanted(each, words.get(each.id, {}), people).items():
            engagement = _engagement(each, how)
            for person in those:
                found[person].append(engagement)
    return {person: tuple(theirs) for person, theirs in found.items()}


def bookings(
    session: Session, people: People, only: Collection[UUID] | None = None
) -> Mapping[UUID, Mapping[UUID, str]]:
    """Give, for each session, who is booked, waits or is excused: all, or some entries."""
    found: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for of, delegate, state, _since in words_of(session, only):
        take_word(found[of], people.standing(delegate), state)
    return found


def take_word(words: dict[UUID, str], person: UUID, state: str) -> bool:
    """Note how somebody stands, if it counts: of two entries of one person, a booking does."""
    was = words.get(person)
    counts = was is None or _FIRST_COUNTS.index(state) < _FIRST_COUNTS.index(was)
    if counts:
        words[person] = state
    return counts


def lines(
    session: Session,
    people: People,
    words: Mapping[UUID, Mapping[UUID, str]],
    only: UUID | None = None,
) -> Mapping[UUID, tuple[UUID, ...]]:
    """Give, for each session or only one, who waits for a place and comes: first in line first.

    ``words`` are what ``bookings`` tells.
    """
    query = _IN_LINE if only is None else _IN_LINE.where(Booking.session_id == only)
    found: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    for of, delegate in session.connection().execute(query):
        if of is not None and delegate is not None:
            person = people.standing(delegate)
            if words.get(of, {}).get(person) == WAITING and people.are_coming([person]):
                found[of].setdefault(person)
    return {of: tuple(those) for of, those in found.items()}


def left_in_line(in_line: Sequence[UUID], came: Container[UUID]) -> tuple[UUID, ...]:
    """Give who still waits: whoever came all the same does not."""
    return tuple(who for who in in_line if who not in came)


def words_of(
    session: Session, only: Collection[UUID] | None = None
) -> Iterator[tuple[UUID, UUID, str, datetime | None]]:
    """Yield the session, the entry, the state and since when of each booking and excuse."""
    query = _BOOKINGS if only is None else _BOOKINGS.where(Booking.delegate_id.in_(only))
    for of, delegate, state, since in session.connection().execute(query):
        if of is not None and delegate is not None:
            yield of, delegate, state, since


def booked_for(session: Session, people: People, programme_session: UUID) -> frozenset[UUID]:
    """Give who has a place in a session: who is booked for it, and comes."""
    return placed(bookings(session, people).get(programme_session, {}), people)


def placed(words: Mapping[UUID, str], people: People) -> frozenset[UUID]:
    """Give who has a place, of those of whom something was said about a session."""
    return frozenset(
        one for one, state in words.items() if state == BOOKED and people.are_coming([one])
    )


def voices(each: Standing, people: People) -> tuple[UUID, ...]:
    """Give the delegates who speak in a session, or moderate it."""
    named = dict.fromkeys((*each.speakers, *each.moderators))
    return tuple(dict.fromkeys(people.standing(UUID(entry)) for entry in named))


def _wanted(
    each: Standing, words: Mapping[UUID, str], people: People
) -> Mapping[How, Iterable[UUID]]:
    speaking = voices(each, people)
    booked = [one for one, state in words.items() if state == BOOKED and one not in speaking]
    wanted: dict[How, Iterable[UUID]] = {How.SPEAKS: speaking, How.BOOKED: booked}
    if each.everybody:
        there = {*speaking, *(one for one, state in words.items() if state != WAITING)}
        wanted[How.EVERYBODY] = [one for one in _coming(people) if one not in there]
    return wanted


def _coming(people: People) -> Iterator[UUID]:
    return (entry for entry in people.entries if people.are_coming([entry]))


def _engagement(each: Standing, how: How) -> Engagement:
    return Engagement(
        each.id, each.number, each.title, each.room, each.starts_at, each.ends_at, how
    )
