"""What the hall would hold after a change that somebody is just making up their mind on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from app.event.capacity import Capacity, capacity_of
from app.event.closures import ClosureOrder
from app.event.making import BlockOrder, Cut, slots_between
from app.event.overview import BlockFacts, ClosureFacts, DayFacts, EventOverview, TableFacts


def if_block(overview: EventOverview, block: UUID | None, order: BlockOrder, cut: Cut) -> Capacity:
    """Tell what the event would hold if a block were so; without a block, if it were added."""
    made = _block(overview, order, cut)

    def changed(day: DayFacts) -> DayFacts:
        if day.date != order.day:
            return day
        return replace(day, blocks=(*(each for each in day.blocks if each.id != block), made))

    return capacity_of(replace(overview, days=tuple(map(changed, overview.days))))


def if_tables(overview: EventOverview, number: int) -> Capacity:
    """Tell what the event would hold with so many more tables for everybody."""
    more = tuple(TableFacts(uuid4(), "", "") for _ in range(number))
    return capacity_of(replace(overview, tables=overview.tables + more))


def if_closed(overview: EventOverview, order: ClosureOrder) -> Capacity:
    """Tell what the event would hold if tables or a zone were closed."""
    when = (order.starts_at, order.ends_at, order.reason)
    named = [table for table in overview.tables if table.label in order.places.tables]
    closed = [ClosureFacts(uuid4(), table.id, table.label, "", *when) for table in named]
    if order.places.zone:
        closed = [ClosureFacts(uuid4(), None, "", order.places.zone, *when)]
    return capacity_of(replace(overview, closures=(*overview.closures, *closed)))


def _block(overview: EventOverview, order: BlockOrder, cut: Cut) -> BlockFacts:
    zone = overview.facts.zone
    starts, ends = (
        datetime.combine(order.day or date.min, each, zone) for each in (order.starts, order.ends)
    )
    slots = tuple(slots_between(starts, ends, cut))
    return BlockFacts(uuid4(), starts, ends, cut.slot_minutes, cut.gap_minutes, slots)
