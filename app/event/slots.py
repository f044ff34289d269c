"""The slots of the event, and which of them it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.event.making import Cut
from app.journal.journal import Journal
from db.models import Block, Slot


@dataclass(frozen=True, slots=True)
class SlotTimes:
    """A slot. ``number`` counts from 1 on each day; ``day`` is the venue's."""

    starts_at: datetime
    ends_at: datetime
    number: int
    day: date


@dataclass(frozen=True, slots=True)
class StandingSlot:
    """A slot that counts, in its block."""

    id: UUID
    block_id: UUID
    starts_at: datetime
    ends_at: datetime

    def meets(self, starts_at: datetime | None, ends_at: datetime | None) -> bool:
        """Tell whether a stretch touches it. Nothing for an end means: without one."""
        begins_before = starts_at is None or starts_at < self.ends_at
        return begins_before and (ends_at is None or self.starts_at < ends_at)


_SLOTS = (
    select(
        Slot.id,
        Slot.block_id,
        Slot.starts_at,
        Slot.ends_at,
        Block.starts_at,
        Block.ends_at,
        Block.slot_minutes,
        Block.gap_minutes,
    )
    .join(Block, Block.id == Slot.block_id)
    .where(Slot.alive, Block.alive)
    .order_by(Slot.starts_at, Slot.id)
)


def standing_slots(session: Session) -> tuple[StandingSlot, ...]:
    """Give the slots that lie as their blocks are cut, in their order.

    Two desks that cut one block apart from each other each bring slots; the later word on the
    block says which of them count, so that no two of a block overlap.
    """
    rows = session.connection().execute(_SLOTS)
    return tuple(
        StandingSlot(slot, block, starts, ends)
        for slot, block, starts, ends, from_, until, minutes, gap in rows
        if block is not None and starts is not None and ends is not None
        if from_ is not None and until is not None and minutes > 0
        if _is_of_cut((starts, ends), (from_, until), Cut(minutes, gap))
    )


def slots_of(journal: Journal) -> tuple[SlotTimes, ...]:
    """Give the event's slots in their order.

    Raises:
        NoEvent: Making the event was broken off.
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        slots = standing_slots(session)
    return tuple(
        SlotTimes(slot.starts_at, slot.ends_at, number, day)
        for day, on_day in groupby(slots, key=lambda each: facts.day_of(each.starts_at))
        for number, slot in enumerate(on_day, 1)
    )


def slot_at(slots: Sequence[SlotTimes], now: datetime, today: date) -> SlotTimes | None:
    """Give the slot that runs, or the next one of today; none if today has no more."""
    return next((slot for slot in slots if slot.day == today and slot.ends_at > now), None)


def _is_of_cut(slot: tuple[datetime, datetime], block: tuple[datetime, datetime], cut: Cut) -> bool:
    length = timedelta(minutes=cut.slot_minutes)
    pitch = length + timedelta(minutes=cut.gap_minutes)
    return (
        slot[1] - slot[0] == length
        and block[0] <= slot[0]
        and slot[1] <= block[1]
        and (slot[0] - block[0]) % pitch == timedelta(0)
    )
