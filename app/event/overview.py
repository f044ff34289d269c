"""The event as the office sees it: facts, days with their blocks, tables, desks, numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.delegates.doubts import Doubts, OpenDoubt
from app.event.facts import EventFacts, event_facts
from app.journal.journal import Journal
from db.models import Block, CheckIn, Day, Delegate, Desk, LogRow, Slot, Table


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
    """A table."""

    id: UUID
    label: str
    zone: str


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
    were checked in today and have not left. ``doubts`` are open.
    """

    facts: EventFacts
    days: tuple[DayFacts, ...]
    tables: tuple[TableFacts, ...]
    desks: tuple[DeskFacts, ...]
    file: FileFacts
    delegates: int
    accepted: int
    here_today: int
    doubts: tuple[OpenDoubt, ...]


def event_overview(journal: Journal) -> EventOverview:
    """Read the event as it is set up now."""
    with journal.reading() as session:
        facts = event_facts(session)
        statuses = session.execute(
            select(Delegate.status, func.count()).where(Delegate.alive).group_by(Delegate.status)
        ).all()
        counts = {status: int(count) for status, count in statuses}
        days, tables, desks = _days(session), all_tables(session), _desks(session)
        here = _here(session, facts.day_of(journal.clock()))
    return EventOverview(
        facts=facts,
        days=days,
        tables=tables,
        desks=desks,
        file=_file(journal.database.file, sum(desk.deeds for desk in desks)),
        delegates=sum(counts.values()),
        accepted=counts.get("accepted", 0),
        here_today=here,
        doubts=Doubts(journal).open(),
    )


def all_tables(session: Session) -> tuple[TableFacts, ...]:
    """Give the tables in their order."""
    rows = session.execute(
        select(Table.id, Table.label, Table.zone)
        .where(Table.alive)
        .order_by(Table.place, Table.label)
    )
    return tuple(TableFacts(*row) for row in rows)


def _days(session: Session) -> tuple[DayFacts, ...]:
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
    slots: dict[UUID | None, list[tuple[datetime, datetime]]] = defaultdict(list)
    of_blocks = select(Slot.block_id, Slot.starts_at, Slot.ends_at).where(Slot.alive)
    for block, starts, ends in session.execute(of_blocks.order_by(Slot.starts_at)):
        if starts is not None and ends is not None:
            slots[block].append((starts, ends))
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
