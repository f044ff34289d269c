"""The deeds of a change itself, without its consequences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from uuid import uuid4

from sqlalchemy.orm import Session

from app.checkin.deeds import CheckedOut
from app.event.deeds import BlockChanged, BlockPlanned, SlotMoved, SlotTakenOut
from app.event.place_deeds import TableClosed
from app.floor.changes import Change, ClosePlaces, Delay, Leave, Repair, Shorten
from app.floor.day import DaySlot, FloorDay
from app.journal.deeds import Deed
from db.ids import new_id
from db.models import Block


def deeds_of(session: Session, day: FloorDay, change: Change, now: datetime) -> Iterator[Deed]:
    """Yield what makes a change so. What is so already is not made so again."""
    match change:
        case ClosePlaces():
            yield from _closing(day, change)
        case Delay():
            yield from _delaying(session, day, change)
        case Shorten():
            yield from _shortening(session, day, change)
        case Leave():
            someone = day.people.get(change.delegate)
            if someone is not None and someone.is_here(now):
                yield CheckedOut(change.delegate, day.date, "floor")
        case Repair():
            return


def _closing(day: FloorDay, change: ClosePlaces) -> Iterator[Deed]:
    when = (change.starts_at, change.ends_at, " ".join(change.reason.split()))
    if change.zone:
        yield TableClosed(uuid4(), None, change.zone, *when)
    for table in day.tables:
        if table.id in change.tables and table.zone != (change.zone or None):
            yield TableClosed(uuid4(), table.id, "", *when)


def _delaying(session: Session, day: FloorDay, change: Delay) -> Iterator[Deed]:
    moving = [
        slot
        for slot in day.slots
        if slot.starts_at >= change.starts_at and change.block in {None, slot.block}
    ]
    by = timedelta(minutes=change.minutes)
    for block_id, slots in groupby(moving, key=attrgetter("block")):
        block = session.get_one(Block, block_id)
        yield from _delayed(block, list(slots), day, by)


def _delayed(
    block: Block, moving: Sequence[DaySlot], day: FloorDay, by: timedelta
) -> Iterator[Deed]:
    """Shift a block; if some of it has begun, the rest becomes a block of its own."""
    assert block.starts_at is not None  # noqa: S101 - written whole, so it has its times
    assert block.ends_at is not None  # noqa: S101
    cut = (block.slot_minutes, block.gap_minutes)
    before = (block.starts_at, block.ends_at)
    stay = [slot for slot in day.slots if slot.block == block.id and slot not in moving]
    if not stay:
        yield BlockChanged(block.id, before[0] + by, before[1] + by, *cut, *before, *cut)
        rest = None
    else:
        rest = new_id()
        assert block.day_id is not None  # noqa: S101
        yield BlockPlanned(rest, block.day_id, moving[0].starts_at + by, before[1] + by, *cut)
        yield BlockChanged(block.id, before[0], stay[-1].ends_at, *cut, *before, *cut)
    for slot in moving:
        times = (slot.starts_at, slot.ends_at)
        later = (slot.starts_at + by, slot.ends_at + by)
        if rest is None:
            yield SlotMoved(slot.id, *later, *times)
        else:
            yield SlotMoved(slot.id, *later, *times, rest, block.id)


def _shortening(session: Session, day: FloorDay, change: Shorten) -> Iterator[Deed]:
    block = session.get_one(Block, change.block)
    assert block.starts_at is not None  # noqa: S101 - written whole, so it has its times
    assert block.ends_at is not None  # noqa: S101
    cut = (block.slot_minutes, block.gap_minutes)
    before = (block.starts_at, block.ends_at)
    yield BlockChanged(block.id, before[0], change.ends_at, *cut, *before, *cut)
    for slot in day.slots:
        if slot.block == block.id and slot.ends_at > change.ends_at:
            yield SlotTakenOut(slot.id)
