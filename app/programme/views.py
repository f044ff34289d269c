"""The programme as people see it: sessions with their speakers, bookings, and who came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone
from app.programme.at_session import AtSession, came_to
from app.programme.conflicts import Conflict, conflicts
from app.programme.engaged import (
    BOOKED,
    EXCUSED,
    WAITING,
    Engagement,
    bookings,
    engagements,
    left_in_line,
    lines,
    voices,
)
from app.programme.session import Standing, session_that_stands, standing_sessions


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or moderates; a delegate has a badge number."""

    name: str
    badge_number: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """Who came to a session. ``walked_in`` had not booked; speakers are in none of these.

    ``waiting`` stand in line for a place, and have not come.
    """

    booked: int
    booked_here: int
    booked_missing: int
    walked_in: int
    excused: int
    waiting: int = 0

    @property
    def here(self) -> int:
        """All who came to listen."""
        return self.booked_here + self.walked_in


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session."""

    id: UUID
    number: str
    title: str
    kind: str
    room: str
    track: str
    starts_at: datetime
    ends_at: datetime
    abstract: str
    places: int | None
    booking: bool
    everybody: bool
    cancelled: bool
    speakers: tuple[Voice, ...]
    moderators: tuple[Voice, ...]
    figures: SessionFigures

    @property
    def free(self) -> int | None:
        """How many more can be booked; nothing if as many may come as like."""
        return None if self.places is None else max(0, self.places - self.figures.booked)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list of a session. ``since`` is when they came, if they did.

    ``in_line`` counts from 1 who waits for a place; 0: they do not.
    """

    who: Someone
    booked: bool
    excused: bool
    speaks: bool
    since: datetime | None
    in_line: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """All sessions in the order of time, and what can't be so."""

    sessions: tuple[SessionFacts, ...]
    conflicts: tuple[Conflict, ...]


def programme_of(journal: Journal) -> Programme:
    """Give the whole programme."""
    with journal.reading() as session:
        return programme_in(session, Attendees(session))


def programme_in(session: Session, attendees: Attendees) -> Programme:
    """Give the whole programme in one state of the event."""
    telling = _Telling(session, attendees)
    told = tuple(map(telling.facts, standing_sessions(session)))
    return Programme(told, conflicts(session, telling.attendees))


@dataclass(frozen=True, slots=True)
class ProgrammeCounts:
    """How large a programme is: its sessions that take place, on so many days, and the others."""

    sessions: int
    days: int
    cancelled: int


def programme_counts(journal: Journal) -> ProgrammeCounts:
    """Count the sessions."""
    with journal.reading() as session:
        standing, facts = standing_sessions(session), event_facts(session)
    held = [each for each in standing if not each.cancelled]
    days = {facts.day_of(each.starts_at) for each in held}
    return ProgrammeCounts(len(held), len(days), len(standing) - len(held))


def session_facts(journal: Journal, programme_session: UUID) -> SessionFacts:
    """Give one session.

    Raises:
        UnknownSession: There is none.
    """
    with journal.reading() as session:
        return _Telling(session).facts(session_that_stands(session, programme_session))


def sessions_told(session: Session) -> tuple[SessionFacts, ...]:
    """Give all sessions in one state of the event, in the order of time."""
    telling = _Telling(session)
    return tuple(map(telling.facts, standing_sessions(session)))


def sessions_with_lists(session: Session) -> tuple[tuple[SessionFacts, tuple[Listed, ...]], ...]:
    """Give all sessions in one state of the event, each with who stands on its list."""
    telling = _Telling(session)
    return tuple((telling.facts(each), telling.listed(each)) for each in standing_sessions(session))


def session_list(journal: Journal, programme_session: UUID) -> tuple[Listed, ...]:
    """Give who is to be in a session, came or is excused, by name; then who waits, in line.

    Raises:
        UnknownSession: There is none.
    """
    with journal.reading() as session:
        here = AtSession(session, session_that_stands(session, programme_session))
    return _listed(here.attendees, here.words, here.came, here.voices, here.waiting)


def lists_in(session: Session, held: Iterable[Standing]) -> tuple[tuple[Listed, ...], ...]:
    """Give the list of each of these sessions, as ``session_list`` does."""
    telling = _Telling(session)
    return tuple(map(telling.listed, held))


def _listed(
    attendees: Attendees,
    words: Mapping[UUID, str],
    came: Mapping[UUID, datetime],
    speaking: frozenset[UUID],
    waiting: Sequence[UUID],
) -> tuple[Listed, ...]:
    places = {who: place for place, who in enumerate(waiting, start=1)}
    words = {who: state for who, state in words.items() if state != WAITING or who in places}
    people = attendees.named({*words, *came, *speaking})
    return tuple(
        Listed(
            who,
            words.get(who.id) == BOOKED,
            words.get(who.id) == EXCUSED,
            who.id in speaking,
            came.get(who.id),
            places.get(who.id, 0),
        )
        for who in sorted(
            people,
            key=lambda one: (places.get(one.id, 0), one.name.casefold(), one.badge_number),
        )
    )


def sessions_of(journal: Journal, delegate: UUID) -> tuple[Engagement, ...]:
    """Give the sessions that a delegate has to be in, in the order of time."""
    with journal.reading() as session:
        return engagements(session, Attendees(session)).get(delegate, ())


class _Telling:
    """Turns ids into what people read, in one state of the event."""

    def __init__(self, session: Session, attendees: Attendees | None = None) -> None:
        self.attendees = attendees or Attendees(session)
        self._words = bookings(session, self.attendees)
        self._came = came_to(session, self.attendees)
        self._lines = lines(session, self.attendees, self._words)

    def facts(self, each: Standing) -> SessionFacts:
        return SessionFacts(
            each.id,
            each.number,
            each.title,
            each.kind,
            each.room,
            each.track,
            each.starts_at,
            each.ends_at,
            each.abstract,
            each.places,
            each.booking,
            each.everybody,
            each.cancelled,
            self._voices(each.speakers, each.speaker_names),
            self._voices(each.moderators, each.moderator_names),
            self._figures(each),
        )

    def listed(self, each: Standing) -> tuple[Listed, ...]:
        words, came = self._of(each)
        speaking = frozenset(voices(each, self.attendees))
        return _listed(self.attendees, words, came, speaking, self._waiting(each))

    def _figures(self, each: Standing) -> SessionFigures:
        words, came = self._of(each)
        booked = {one for one, state in words.items() if state == BOOKED}
        booked = {one for one in booked if self.attendees.are_coming([one])}
        others = came.keys() - booked - set(voices(each, self.attendees))
        return SessionFigures(
            len(booked),
            len(booked & came.keys()),
            len(booked - came.keys()),
            len(others),
            sum(state == EXCUSED for state in words.values()),
            len(self._waiting(each)),
        )

    def _waiting(self, each: Standing) -> tuple[UUID, ...]:
        return left_in_line(self._lines.get(each.id, ()), self._came.get(each.id, {}))

    def _of(self, each: Standing) -> tuple[Mapping[UUID, str], Mapping[UUID, datetime]]:
        return self._words.get(each.id, {}), self._came.get(each.id, {})

    def _voices(self, ids: Sequence[str], names: Sequence[str]) -> tuple[Voice, ...]:
        people = self.attendees.named(self.attendees.standing_named(ids))
        known = (Voice(who.name, who.badge_number, who.id) for who in people if who.name)
        return (*known, *map(Voice, names))
