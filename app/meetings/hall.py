"""When and where people can meet, as the event is set up: slots, tables, closures, zones.

A set of slots is an ``int`` as in ``app.planning.problem``: bit ``n`` stands for slot ``n``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.event.owning import Owner, table_owners
from app.event.slots import StandingSlot, standing_slots
from db.models import Closure, FarZones, Table


@dataclass(frozen=True, slots=True)
class HallTable:
    """A table. ``open``: the slots it is not closed in. ``owners``: nobody, or whose own it is."""

    id: UUID
    label: str
    zone: str
    open: int
    owners: tuple[Owner, ...]


@dataclass(frozen=True)
class Hall:
    """Slots in the order of time, tables in their own order, and zones too far for a changeover."""

    zone: ZoneInfo
    slots: tuple[StandingSlot, ...]
    tables: tuple[HallTable, ...]
    far: frozenset[frozenset[str]]

    @cached_property
    def place_of(self) -> Mapping[UUID, int]:
        """Give the number of each slot, counted from 0."""
        return {slot.id: place for place, slot in enumerate(self.slots)}

    @cached_property
    def table(self) -> Mapping[UUID, HallTable]:
        """Give each table by its id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def beside(self) -> Mapping[UUID, frozenset[UUID]]:
        """Give, for slots of blocks that overlap, those of the other block at the same time.

        A desk sets up no such blocks; two desks apart from each other can.
        """
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for place, slot in enumerate(self.slots):
            for other in self.slots[place + 1 :]:
                if other.starts_at >= slot.ends_at:
                    break
                if other.block_id != slot.block_id:
                    found[slot.id].add(other.id)
                    found[other.id].add(slot.id)
        return {slot: frozenset(others) for slot, others in found.items()}

    @property
    def every_slot(self) -> int:
        """Give the set of all slots."""
        return (1 << len(self.slots)) - 1

    def mask(self, slots: Iterable[UUID]) -> int:
        """Give the set of these slots; those that were taken out since are in none."""
        found = 0
        for slot in slots:
            found |= 1 << self.place_of[slot] if slot in self.place_of else 0
        return found

    def touched(self, starts_at: datetime | None, ends_at: datetime | None) -> int:
        """Give the slots that a stretch of time touches. Nothing for an end means: without one."""
        return sum(
            1 << place for place, slot in enumerate(self.slots) if slot.meets(starts_at, ends_at)
        )

    def on_days(self, days: Collection[str]) -> int:
        """Give the slots on these days, ISO dates at the venue; on every day if there are none."""
        if not days:
            return self.every_slot
        return sum(
            1 << place
            for place, slot in enumerate(self.slots)
            if slot.starts_at.astimezone(self.zone).date().isoformat() in days
        )

    def taken(self, slot: UUID | None, length: int) -> tuple[UUID, ...] | None:
        """Give the slots that a meeting takes; nothing if its block has not so many from there."""
        if slot is None or slot not in self.place_of:
            return None
        first = self.place_of[slot]
        slots = self.slots[first : first + length]
        if len(slots) < length or len({each.block_id for each in slots}) > 1:
            return None
        return tuple(each.id for each in slots)

    def clock(self, slot: UUID | None) -> str:
        """Give when a slot starts, at the venue; blank for one that was taken out."""
        place = None if slot is None else self.place_of.get(slot)
        if place is None:
            return ""
        return f"{self.slots[place].starts_at.astimezone(self.zone):%Y-%m-%dT%H:%M}"


def hall(session: Session) -> Hall:
    """Read where and when people can meet."""
    slots = standing_slots(session)
    bare = Hall(event_facts(session).zone, slots, (), _far(session))
    closed, zones_closed = _closed(session, bare)
    owners = table_owners(session)
    rows = session.connection().execute(
        select(Table.id, Table.label, Table.zone)
        .where(Table.alive)
        .order_by(Table.place, Table.label, Table.id)
    )
    tables = tuple(
        HallTable(
            table,
            label,
            zone,
            open=bare.every_slot & ~(closed[table] | (zones_closed[zone] if zone else 0)),
            owners=owners.get(table, ()),
        )
        for table, label, zone in rows
    )
    return Hall(bare.zone, slots, tables, bare.far)


def _closed(session: Session, bare: Hall) -> tuple[Mapping[UUID, int], Mapping[str, int]]:
    tables: dict[UUID, int] = defaultdict(int)
    zones: dict[str, int] = defaultdict(int)
    rows = session.connection().execute(
        select(Closure.table_id, Closure.zone, Closure.starts_at, Closure.ends_at).where(
            Closure.alive
        )
    )
    for table, zone, starts_at, ends_at in rows:
        slots = bare.touched(starts_at, ends_at)
        if table is not None:
            tables[table] |= slots
        elif zone:
            zones[zone] |= slots
    return tables, zones


def _far(session: Session) -> frozenset[frozenset[str]]:
    rows = session.connection().execute(select(FarZones.one, FarZones.other).where(FarZones.alive))
    return frozenset(frozenset({one, other}) for one, other in rows)
