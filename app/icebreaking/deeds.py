"""Deeds on rounds at mixed tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class RoundsSet:
    """There are so many rounds on a day."""

    id: UUID
    day: date
    starts_at: datetime
    minutes: int
    pause: int
    size: int
    rounds: int


@dataclass(frozen=True, slots=True)
class RoundsChanged:
    """Rounds are at another time, longer, more or fewer.

    ``values`` and ``before`` are columns of the row by name, as JSON says them.
    """

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class RoundSeated:
    """Some sit elsewhere in one round than ``before``: the table of each, by who they are.

    Without one they are not in this round. ``id`` is that of the day's rounds, ``number`` the
    round's; it and tables are counted from 0.
    """

    id: UUID
    number: int
    seats: dict[UUID, int | None]
    before: dict[UUID, int | None]


@dataclass(frozen=True, slots=True)
class RoundsTakenOut:
    """There are no rounds that day."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RoundsPutBack:
    """The rounds that were taken out take place."""

    id: UUID
