"""Making an event: days, blocks cut into slots, tables, and the key for its badges."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID, uuid4, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.delegates.group_deeds import DelegationAdded
from app.errors import DeskError
from app.event.deeds import (
    BadgeKeyMade,
    BlockPlanned,
    DayPlanned,
    EventMade,
    SlotPlanned,
    TableSet,
)
from app.journal.deeds import Deed

MOST_TABLES = 2_000


@dataclass(frozen=True, slots=True)
class BlockOrder:
    """A stretch of meetings. Without a day it stands on every day."""

    starts: time
    ends: time
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """How a block is cut into slots: minutes of a meeting, and of the changeover after it."""

    slot_minutes: int = 20
    gap_minutes: int = 5


@dataclass(frozen=True, slots=True)
class EventOrder:
    """What an event shall be. Minutes are whole; ``delegations`` are (name, colour) pairs."""

    name: str
    timezone: str
    days: tuple[date, ...]
    blocks: tuple[BlockOrder, ...] = ()
    slot_minutes: int = 20
    gap_minutes: int = 5
    tables: int = 0
    venue: str = ""
    city: str = ""
    delegations: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class EventNotPossible(DeskError):
    """An order for an event makes no sense.

    ``reason``: ``no_name``, ``no_day``, ``timezone``, ``block_order`` (ends before it starts),
    ``block_day`` (on no day of the event), ``block_overlap``, ``slot_minutes``,
    ``gap_minutes``, ``no_slot`` (the block is too short for one), ``tables``, ``table_label``,
    ``closure_times`` (ends before it starts), ``zone_name``, ``same_zone`` (far from itself).
    """

    reason: str
    value: str


def new_key() -> BadgeKeyMade:
    """Give the deed that makes a key to sign badges with."""
    return BadgeKeyMade(uuid4(), secrets.token_hex(2), secrets.token_hex(32))


def event_deeds(order: EventOrder) -> list[Deed]:
    """Give the deeds that make the event.

    Raises:
        EventNotPossible: The order makes no sense.
    """
    zone = _checked(order)
    deeds: list[Deed] = [
        EventMade(uuid4(), order.name.strip(), order.timezone, order.venue, order.city),
        new_key(),
    ]
    days = {day: uuid4() for day in sorted(set(order.days))}
    cut = Cut(order.slot_minutes, order.gap_minutes)
    deeds += [DayPlanned(day_id, day) for day, day_id in days.items()]
    for day, day_id in days.items():
        for block in order.blocks:
            if block.day in {None, day}:
                deeds += block_deeds((day, day_id), block, cut, zone)
    deeds += [TableSet(uuid4(), str(place), "", place) for place in range(1, order.tables + 1)]
    deeds += [DelegationAdded(uuid4(), name, colour) for name, colour in order.delegations]
    return deeds


def zone_named(name: str) -> ZoneInfo:
    """Give a time zone by its IANA name.

    Raises:
        EventNotPossible: ``timezone``: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise EventNotPossible("timezone", name) from unknown


def check_cut(cut: Cut) -> None:
    """Refuse minutes that make no sense.

    Raises:
        EventNotPossible: ``slot_minutes`` or ``gap_minutes``.
    """
    if not 1 <= cut.slot_minutes <= 480:
        raise EventNotPossible("slot_minutes", str(cut.slot_minutes))
    if not 0 <= cut.gap_minutes <= 480:
        raise EventNotPossible("gap_minutes", str(cut.gap_minutes))


def check_overlap(blocks: Sequence[BlockOrder], day: date) -> None:
    """Refuse blocks of one day that end before they start, or overlap.

    Raises:
        EventNotPossible: ``block_order`` or ``block_overlap``.
    """
    for block in blocks:
        if block.starts >= block.ends:
            raise EventNotPossible("block_order", f"{block.starts:%H:%M}-{block.ends:%H:%M}")
    ordered = sorted(blocks, key=lambda block: block.starts)
    for before, after in pairwise(ordered):
        if after.starts < before.ends:
            raise EventNotPossible("block_overlap", f"{day}/{after.starts:%H:%M}")


def _checked(order: EventOrder) -> ZoneInfo:
    zone = zone_named(order.timezone)
    if not order.name.strip():
        raise EventNotPossible("no_name", order.name)
    if not order.days:
        raise EventNotPossible("no_day", "")
    if not 0 <= order.tables <= MOST_TABLES:
        raise EventNotPossible("tables", str(order.tables))
    check_cut(Cut(order.slot_minutes, order.gap_minutes))
    _check_blocks(order)
    return zone


def _check_blocks(order: EventOrder) -> None:
    for block in order.blocks:
        if block.day is not None and block.day not in order.days:
            text = f"{block.day}/{block.starts:%H:%M}-{block.ends:%H:%M}"
            raise EventNotPossible("block_day", text)
    for day in order.days:
        check_overlap([block for block in order.blocks if block.day in {None, day}], day)


def block_deeds(
    day: tuple[date, UUID], block: BlockOrder, cut: Cut, zone: ZoneInfo
) -> Iterator[Deed]:
    """Yield the deeds that put a block with its slots on a day.

    Raises:
        EventNotPossible: ``no_slot``: it is too short for one.
    """
    starts = datetime.combine(day[0], block.starts, zone)
    ends = datetime.combine(day[0], block.ends, zone)
    block_id = uuid4()
    yield BlockPlanned(block_id, day[1], starts, ends, cut.slot_minutes, cut.gap_minutes)
    for times in slots_between(starts, ends, cut):
        yield planned_slot(block_id, *times)


def planned_slot(block: UUID, starts: datetime, ends: datetime) -> SlotPlanned:
    """Give the deed that puts a slot into a block; its times are those of the venue's clock.

    The slot of a time of day has the same id on every desk, and again when it comes back.
    """
    return SlotPlanned(uuid5(block, f"{starts:%H:%M}-{ends:%H:%M}"), block, starts, ends)


def slots_between(
    starts: datetime, ends: datetime, cut: Cut
) -> Sequence[tuple[datetime, datetime]]:
    """Cut a block: a slot, a changeover, a slot… The last slot needs no changeover.

    Raises:
        EventNotPossible: ``no_slot``: it is too short for one.
    """
    length = timedelta(minutes=cut.slot_minutes)
    slots, start = [], starts
    while start + length <= ends:
        slots.append((start, start + length))
        start += length + timedelta(minutes=cut.gap_minutes)
    if not slots:
        raise EventNotPossible("no_slot", f"{starts:%H:%M}-{ends:%H:%M}")
    return slots
