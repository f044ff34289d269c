"""The rounds of a day as they are kept: when they are, and who sits where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.meetings.attendees import Attendees, Someone
from db.models import Icebreaker

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


def as_json(seats: Seats) -> dict[str, Any]:
    """Give seats as they are kept."""
    return {"rounds": [[list(map(str, table)) for table in tables] for tables in seats]}


def kept_rounds(session: Session, day: date) -> KeptRounds:
    """Read the rounds of a day. Whoever was merged is seen as who stands there now.

    Raises:
        NoRounds: None are kept.
    """
    row = session.get(Icebreaker, row_of_day(day))
    if row is None or not row.alive or row.starts_at is None:
        raise NoRounds(day)
    attendees = Attendees(session)
    timetable = Timetable(row.starts_at, row.minutes, row.pause)
    seats = _seats(row.seats, attendees)
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


def _seats(kept: Mapping[str, Any], attendees: Attendees) -> Seats:
    return tuple(
        tuple(attendees.standing_all(map(UUID, table)) for table in tables)
        for tables in kept.get("rounds", ())
    )
