"""Deeds on the event itself. Their fields are the columns of the row they write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.journal.deeds import Kind, Kinds, Personal, kinds, refuse_undo
from app.journal.writes import row_of
from db.models import BadgeKey, Block, ColumnMapping, Day, Desk, Event, Slot, Table


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


def event_kinds() -> Kinds:
    """Give the kinds of deeds on the event itself."""
    return kinds(
        Kind(EventMade, row_of(Event), undo=refuse_undo, subject=lambda deed: deed.id),
        Kind(BadgeKeyMade, row_of(BadgeKey)),
        Kind(DeskJoined, row_of(Desk), subject=lambda deed: deed.id),
        Kind(DayPlanned, row_of(Day)),
        Kind(BlockPlanned, row_of(Block)),
        Kind(SlotPlanned, row_of(Slot)),
        Kind(TableSet, row_of(Table)),
        Kind(MappingSaved, row_of(ColumnMapping)),
    )
