"""The rounds of a day as they are kept: when they are, and who sits where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import DeskError
from app.meetings.attendees import Attendees, Someone
from db.models import Icebreaker, RoundSeat

_DAYS = UUID("a1b9b8f4-6d0e-4b0b-8f0a-3c1d7e5a9c20")
Seats = tuple[tuple[tuple[UUID, ...], ...], ...]
"""Who sits at each table in each round."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When rounds begin, how long one takes, and the pause between two."""

    starts_at: datetime
    minutes: int
    pause: int = 0

    def times(self, number: int) -> tuple[datetime, datetime]:
        """Give when a round begins and ends; they are counted from 0."""
        start = self.starts_at + number * timedelta(minutes=self.minutes + self.pause)
        return start, start + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class KeptRound:
    """A round, counted from 1, and who sits at each of its tables, counted from 1 as well."""

    number: int
    starts_at: datetime
    ends_at: datetime
    tables: tuple[tuple[Someone, ...], ...]

    def places(self) -> dict[UUID, int]:
        """Give the table of everybody."""
        return {each.id: at for at, table in enumerate(self.tables, 1) for each in table}

    def table_of(self, delegate: UUID) -> int:
        """Give the table at which somebody sits; 0 if they are not in this round."""
        return next(
            (at for at, table in enumerate(self.tables, 1) if delegate in {p.id for p in table}), 0
        )


@dataclass(frozen=True, slots=True)
class KeptRounds:
    """The rounds of a day. ``size`` is how many a table takes."""

    id: UUID
    day: date
    size: int
    timetable: Timetable
    rounds: tuple[KeptRound, ...]
    seats: Seats

    def at(self, now: datetime) -> KeptRound | None:
        """Give the round that runs, or else that comes next; none if all are over."""
        return next((each for each in self.rounds if now < each.ends_at), None)

    def begun(self, now: datetime) -> int:
        """Count the rounds that have begun."""
        return sum(each.starts_at <= now for each in self.rounds)

    def seated_from(self, number: int) -> set[UUID]:
        """Give who has a seat in that round or a later one, counted from 0."""
        return {each for tables in self.seats[number:] for table in tables for each in table}

    def met(self, delegate: UUID) -> tuple[tuple[KeptRound, int], ...]:
        """Give the rounds somebody is in, each with their table."""
        sat = ((each, each.table_of(delegate)) for each in self.rounds)
        return tuple((each, table) for each, table in sat if table)


@dataclass(eq=False)
class NoRounds(DeskError):
    """No rounds are kept for this day."""

    day: date


def row_of_day(day: date) -> UUID:
    """Give the id of a day's rounds: the same on every desk."""
    return uuid5(_DAYS, day.isoformat())


def kept_rounds(session: Session, day: date) -> KeptRounds:
    """Read the rounds of a day. Whoever was merged is seen as who stands there now.

    Raises:
        NoRounds: None are kept.
    """
    row = session.get(Icebreaker, row_of_day(day))
    if row is None or not row.alive or row.starts_at is None:
        raise NoRounds(day)
    timetable = Timetable(row.starts_at, row.minutes, row.pause)
    sitting = entries_seated(session, row.id)
    attendees = Attendees(session, {each for of_round in sitting.values() for each in of_round})
    seats = tuple(_tables(sitting.get(number, {}), attendees) for number in range(row.rounds))
    rounds = tuple(
        KeptRound(
            number + 1,
            *timetable.times(number),
            tuple(
                tuple(sorted(attendees.named(table), key=lambda each: each.name))
                for table in tables
            ),
        )
        for number, tables in enumerate(seats)
    )
    return KeptRounds(row.id, day, row.size, timetable, rounds, seats)


def entries_seated(session: Session, rounds: UUID) -> Mapping[int, Mapping[UUID, int]]:
    """Give the table of each entry of the list, by round, as it was written.

    Of two entries that turned out to be one person, both have theirs.
    """
    columns = (RoundSeat.number, RoundSeat.delegate_id, RoundSeat.place)
    query = select(*columns).where(RoundSeat.rounds_id == rounds, RoundSeat.alive)
    found: dict[int, dict[UUID, int]] = defaultdict(dict)
    for number, entry, place in session.connection().execute(query.order_by(RoundSeat.delegate_id)):
        if entry is not None:
            found[number][entry] = place
    return found


def moves(
    sitting: Mapping[int, Mapping[UUID, int]], seats: Seats
) -> Iterator[tuple[int, dict[UUID, int | None], dict[UUID, int | None]]]:
    """Yield each round in which some sit elsewhere: its number, where they sit, where they sat."""
    for number in range(max([*sitting, len(seats) - 1], default=-1) + 1):
        tables = seats[number] if number < len(seats) else ()
        was = sitting.get(number, {})
        now = {each: at for at, table in enumerate(tables) for each in table}
        moved = [each for each in {**was, **now} if was.get(each) != now.get(each)]
        if moved:
            yield number, _of(now, moved), _of(was, moved)


def _of(seats: Mapping[UUID, int], people: Iterable[UUID]) -> dict[UUID, int | None]:
    return {each: seats.get(each) for each in people}


def _tables(sitting: Mapping[UUID, int], attendees: Attendees) -> tuple[tuple[UUID, ...], ...]:
    """Give who sits at each table; whoever has two entries, where the first of them does."""
    places: dict[UUID, int] = {}
    for entry, place in sitting.items():
        places.setdefault(attendees.standing(entry), place)
    tables: list[list[UUID]] = [[] for _ in range(max(places.values(), default=-1) + 1)]
    for who, place in places.items():
        tables[place].append(who)
    return tuple(tuple(sorted(table)) for table in tables)
