"""What else there is while rounds would be, or speeches: said before they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.event.overview import all_days
from app.garbage import without_collector
from app.icebreaking.rounds import Seats, Timetable, row_of_day
from app.journal.journal import Journal
from app.meetings.attendees import Attendees, Someone
from app.programme.conflicts import meeting_times
from app.programme.engaged import Engagement, How
from app.programme.taken_up import round_engagements, speech_engagements, taken_up
from app.speeches.known import SpeechOrder, round_row
from app.speeches.running import Slot, Speeches
from app.visits.outings import outings

Busy = Mapping[UUID, Sequence[Engagement]]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What is at the time, of those who would be in it.

    ``meeting`` are those who have one of ``meetings`` then, by their numbers; ``elsewhere`` those
    who have to be in a session, on a visit, in rounds or at their speech. ``blocks`` of matchmaking
    are when some of it is. It begins at ``starts_at``, which may be over: ``is_past``.
    """

    starts_at: datetime
    is_past: bool
    meeting: tuple[Someone, ...] = ()
    meetings: tuple[str, ...] = ()
    elsewhere: tuple[Someone, ...] = ()
    blocks: tuple[tuple[datetime, datetime], ...] = ()


def meanwhile_rounds(journal: Journal, day: date, seats: Seats, times: Timetable) -> Meanwhile:
    """Say what is while these would sit in rounds.

    Raises:
        StorageRefused: The file can't be read.
    """
    numbers: dict[UUID, list[int]] = {}
    for number, tables in enumerate(seats):
        for person in (each for table in tables for each in table):
            numbers.setdefault(person, []).append(number)
    rounds = row_of_day(day)
    busy = {
        person: tuple(round_engagements(rounds, times, theirs))
        for person, theirs in numbers.items()
    }
    return _meanwhile(journal, rounds, times.starts_at, busy)


def meanwhile_speeches(
    journal: Journal, day: date, order: SpeechOrder, people: Sequence[Someone]
) -> Meanwhile:
    """Say what is while these would speak, one after the other.

    Raises:
        StorageRefused: The file can't be read.
    """
    turns, row = tuple(Slot(each.id) for each in people), round_row(day)
    speeches = Speeches(row, day, order.starts_at, order.minutes, order.questions, turns)
    busy = {person: (each,) for person, each in speech_engagements(speeches)}
    return _meanwhile(journal, row, order.starts_at, busy)


def _meanwhile(journal: Journal, run: UUID, starts_at: datetime, busy: Busy) -> Meanwhile:
    ends_at = max((each.ends_at for theirs in busy.values() for each in theirs), default=starts_at)
    with without_collector(), journal.reading() as session:
        attendees = Attendees(session)
        meetings = {
            meeting.number: [each for each in meeting.people if _meets(busy, each, starts, ends)]
            for meeting, starts, ends in meeting_times(session, attendees)
            if starts < ends_at
        }
        met = {number: people for number, people in meetings.items() if people}
        return Meanwhile(
            starts_at,
            starts_at < journal.now,
            _named(attendees, (each for people in met.values() for each in people)),
            tuple(met),
            _named(attendees, _elsewhere(session, attendees, run, busy)),
            tuple(_blocks(session, starts_at, ends_at)),
        )


def _elsewhere(session: Session, attendees: Attendees, run: UUID, busy: Busy) -> Iterator[UUID]:
    """Yield who has to be elsewhere; a session for everybody may well be the one that tells it."""
    for person, theirs in taken_up(session, attendees).items():
        others = (each for each in theirs if each.session != run and each.how is not How.EVERYBODY)
        if any(_meets(busy, person, each.starts_at, each.ends_at) for each in others):
            yield person
    for person, visits in outings(session, attendees).items():
        if any(_meets(busy, person, each.starts_at, each.ends_at) for each in visits):
            yield person


def _meets(busy: Busy, person: UUID, starts_at: datetime, ends_at: datetime) -> bool:
    return any(each.meets(starts_at, ends_at) for each in busy.get(person, ()))


def _named(attendees: Attendees, people: Iterable[UUID]) -> tuple[Someone, ...]:
    return tuple(sorted(attendees.named(dict.fromkeys(people)), key=lambda each: each.name))


def _blocks(
    session: Session, starts_at: datetime, ends_at: datetime
) -> Iterator[tuple[datetime, datetime]]:
    for each in (block for day in all_days(session) for block in day.blocks):
        if each.starts_at < ends_at and starts_at < each.ends_at:
            yield each.starts_at, each.ends_at
