"""The event as the office sees it: facts, days with their blocks, tables, desks, numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.delegates.doubts import Doubts, OpenDoubt
from app.event.facts import EventFacts, event_facts
from app.event.logo import event_logo
from app.event.owning import Owner, table_owners
from app.event.planned import Need, Planned
from app.event.slots import standing_slots
from app.journal.journal import Journal
from db.models import Block, CheckIn, Closure, Day, Delegate, Desk, FarZones, LogRow, Table


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """A stretch of meetings and the slots it is cut into."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    gap_minutes: int
    slots: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A day with its blocks in order, and how many were checked in on it."""

    id: UUID
    date: date
    blocks: tuple[BlockFacts, ...]
    checked_in: int


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table. One with owners is their own: nobody else's meetings take place there."""

    id: UUID
    label: str
    zone: str
    owners: tuple[Owner, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosureFacts:
    """A stretch in which a table is closed, or a zone. ``table`` is the table's label.

    Nothing for an instant means: from the beginning, or to the end of the event.
    """

    id: UUID
    table_id: UUID | None
    table: str
    zone: str
    starts_at: datetime | None
    ends_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class ZoneFacts:
    """A part of the hall. ``far`` names zones that nobody gets to in one changeover."""

    name: str
    tables: int
    far: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """A desk that worked on the event: how much it did, and when it did something last."""

    name: str
    letters: str
    deeds: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The event's file. ``size`` is in bytes, changes that wait beside it included."""

    path: Path
    size: int
    deeds: int


@dataclass(frozen=True, slots=True)
class EventOverview:
    """All there is to say of the event as set up.

    ``delegates`` are all entries, ``accepted`` those who may come, ``here_today`` those who
    were checked in today and have not left. ``doubts`` are open. ``needs`` are the meetings
    that are wanted. ``logo`` is a PNG, or nothing.
    """

    facts: EventFacts
    days: tuple[DayFacts, ...]
    tables: tuple[TableFacts, ...]
    zones: tuple[ZoneFacts, ...]
    closures: tuple[ClosureFacts, ...]
    needs: tuple[Need, ...]
    desks: tuple[DeskFacts, ...]
    file: FileFacts
    delegates: int
    accepted: int
    here_today: int
    doubts: tuple[OpenDoubt, ...]
    logo: bytes = field(default=b"", repr=False)


def event_overview(journal: Journal, planned: Planned) -> EventOverview:
    """Read the event as it is set up now."""
    with journal.reading() as session:
        facts = event_facts(session)
        statuses = session.execute(
            select(Delegate.status, func.count()).where(Delegate.alive).group_by(Delegate.status)
        ).all()
        counts = {status: int(count) for status, count in statuses}
        days, tables, desks = all_days(session), all_tables(session), _desks(session)
        zones, closures = all_zones(session), all_closures(session)
        needs = tuple(planned.needs(session))
        here = _here(session, facts.day_of(journal.clock()))
        logo = event_logo(session)
    return EventOverview(
        facts=facts,
        days=days,
        tables=tables,
        zones=zones,
        closures=closures,
        needs=needs,
        desks=desks,
        file=_file(journal.database.file, sum(desk.deeds for desk in desks)),
        delegates=sum(counts.values()),
        accepted=counts.get("accepted", 0),
        here_today=here,
        doubts=Doubts(journal).open(),
        logo=logo,
    )


def all_tables(session: Session) -> tuple[TableFacts, ...]:
    """Give the tables in their order; of two with one label that which was named last follows."""
    owners = table_owners(session)
    rows = session.execute(
        select(Table.id, Table.label, Table.zone)
        .where(Table.alive)
        .order_by(Table.place, Table.label, Table.stamp)
    )
    return tuple(TableFacts(*row, owners=owners.get(row.id, ())) for row in rows)


def all_zones(session: Session) -> tuple[ZoneFacts, ...]:
    """Give the zones that have tables, in the order of their names."""
    of_tables = select(Table.zone, func.count()).where(Table.alive, Table.zone != "")
    counts = {zone: int(count) for zone, count in session.execute(of_tables.group_by(Table.zone))}
    far: dict[str, set[str]] = defaultdict(set)
    for one, other in session.execute(select(FarZones.one, FarZones.other).where(FarZones.alive)):
        far[one].add(other)
        far[other].add(one)
    return tuple(
        ZoneFacts(zone, counts[zone], tuple(sorted(far[zone] & counts.keys())))
        for zone in sorted(counts)
    )


def all_closures(session: Session) -> tuple[ClosureFacts, ...]:
    """Give what is closed, of tables that stand and of zones: those for the event first."""
    rows = session.execute(
        select(
            Closure.id,
            Closure.table_id,
            func.coalesce(Table.label, "").label("label"),
            Closure.zone,
            Closure.starts_at,
            Closure.ends_at,
            Closure.reason,
        )
        .outerjoin(Table, and_(Table.id == Closure.table_id, Table.alive))
        .where(Closure.alive, or_(Closure.table_id.is_(None), Table.id.is_not(None)))
        .order_by(Closure.starts_at.nulls_first(), Table.place, Closure.zone, Closure.stamp)
    )
    return tuple(ClosureFacts(*row) for row in rows)


def all_days(session: Session) -> tuple[DayFacts, ...]:
    """Read the days with their blocks, and how many came."""
    people = func.count(CheckIn.delegate_id.distinct())
    counted = select(CheckIn.day, people).where(CheckIn.alive).group_by(CheckIn.day)
    came = {day: int(count) for day, count in session.execute(counted)}
    blocks = _blocks(session)
    rows = session.execute(select(Day.id, Day.date).where(Day.alive).order_by(Day.date))
    return tuple(
        DayFacts(day_id, day, tuple(blocks[day_id]), came.get(day, 0))
        for day_id, day in rows
        if day is not None
    )


def _blocks(session: Session) -> dict[UUID | None, list[BlockFacts]]:
    slots: dict[UUID, list[tuple[datetime, datetime]]] = defaultdict(list)
    for slot in standing_slots(session):
        slots[slot.block_id].append((slot.starts_at, slot.ends_at))
    blocks: dict[UUID | None, list[BlockFacts]] = defaultdict(list)
    for row in session.scalars(select(Block).where(Block.alive).order_by(Block.starts_at)):
        if row.starts_at is not None and row.ends_at is not None:
            times = (row.starts_at, row.ends_at, row.slot_minutes, row.gap_minutes)
            blocks[row.day_id].append(BlockFacts(row.id, *times, tuple(slots[row.id])))
    return blocks


def _desks(session: Session) -> tuple[DeskFacts, ...]:
    done = {
        desk: (int(count), last)
        for desk, count, last in session.execute(
            select(LogRow.desk_id, func.count(), func.max(LogRow.at)).group_by(LogRow.desk_id)
        )
    }
    rows = session.execute(
        select(Desk.id, Desk.name, Desk.letters).where(Desk.alive).order_by(Desk.letters)
    )
    return tuple(
        DeskFacts(name, letters, *done.get(desk, (0, None))) for desk, name, letters in rows
    )


def _here(session: Session, day: date) -> int:
    passed = select(CheckIn.delegate_id, CheckIn.way).where(CheckIn.day == day, CheckIn.alive)
    # Of several ways past a desk the last one counts.
    ways = {row.delegate_id: row.way for row in session.execute(passed.order_by(CheckIn.hlc))}
    return sum(way != "out" for way in ways.values())


def _file(path: Path, deeds: int) -> FileFacts:
    parts: Sequence[Path] = (path, path.with_name(path.name + "-wal"))
    return FileFacts(path, sum(part.stat().st_size for part in parts if part.exists()), deeds)
