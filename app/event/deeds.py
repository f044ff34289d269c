"""Deeds on the event itself. Their fields are the columns of the row they write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.journal.deeds import Personal

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventMade:
    """An event came into being."""

    id: UUID
    name: str
    timezone: str
    venue: str
    city: str


@dataclass(frozen=True, slots=True)
class BadgeKeyMade:
    """A key for signing badge codes was made. ``master`` is 32 bytes as hex."""

    id: UUID
    key_id: str
    master: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class DeskJoined:
    """A desk works on this event for the first time, or under a new name."""

    id: UUID
    name: str
    letters: str


@dataclass(frozen=True, slots=True)
class DayPlanned:
    """The event has this day."""

    id: UUID
    date: date


@dataclass(frozen=True, slots=True)
class BlockPlanned:
    """A day has this stretch of meetings."""

    id: UUID
    day_id: UUID
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    gap_minutes: int


@dataclass(frozen=True, slots=True)
class SlotPlanned:
    """A block has this slot."""

    id: UUID
    block_id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TableSet:
    """There is a table with this label. ``place`` is its place in the order of tables."""

    id: UUID
    label: str
    zone: str
    place: int


@dataclass(frozen=True, slots=True)
class MappingSaved:
    """A way to read an export's columns was kept under a name."""

    id: UUID
    name: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class EventFactsChanged:
    """Name, venue, city, time zone or logo were changed: columns of ``Event`` by name."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class DayTakenOut:
    """The event no longer has this day."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DayPutBack:
    """A day that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class BlockChanged:
    """A block has other times. ``before`` has the same fields in the same order."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    gap_minutes: int
    starts_before: datetime
    ends_before: datetime
    slot_minutes_before: int
    gap_minutes_before: int


@dataclass(frozen=True, slots=True)
class BlockTakenOut:
    """A day no longer has this block."""

    id: UUID


@dataclass(frozen=True, slots=True)
class BlockPutBack:
    """A block that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SlotMoved:
    """A slot is at another time; in another block, if one is named."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    starts_before: datetime
    ends_before: datetime
    block_id: UUID | None = None
    block_before: UUID | None = None


@dataclass(frozen=True, slots=True)
class SlotTakenOut:
    """A block no longer has this slot."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SlotPutBack:
    """A slot that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class TableChanged:
    """Label or zone of a table were changed: columns of ``Table`` by name."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class TableTakenOut:
    """There is no such table any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class TablePutBack:
    """A table that was taken out stands again."""

    id: UUID
