"""Deeds on rounds at mixed tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class RoundsSet:
    """The rounds of a day are set. ``seats`` is as in ``db.models.Icebreaker``."""

    id: UUID
    day: date
    starts_at: datetime
    minutes: int
    pause: int
    size: int
    seats: Values


@dataclass(frozen=True, slots=True)
class RoundsChanged:
    """Somebody came late or does not come, so that seats are otherwise.

    ``values`` and ``before`` are columns of the row by name, as JSON says them.
    """

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class RoundsTakenOut:
    """There are no rounds that day."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RoundsPutBack:
    """The rounds that were taken out take place."""

    id: UUID
