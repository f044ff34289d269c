"""The places that are best for a meeting that somebody moves by hand. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay
from app.floor.rules import FloorRules
from app.floor.targets import Bar, Target, Targets

MOST = 3

_OF_TABLE = frozenset({Bar.TABLE_CLOSED, Bar.NOT_THEIRS, Bar.TABLE_TAKEN, Bar.TOO_FAR})
"""Another table of the slot may do; whatever else is in the way is so at all of them."""


def best_places(
    day: FloorDay, meeting: DayMeeting, targets: Targets, now: datetime, rules: FloorRules
) -> tuple[Target, ...]:
    """Give the best places: at the same time, or as soon as somebody who is missing may be there.

    If nobody is missed yet, the same time comes first and then the nearest, but for what starts too
    soon to be moved to. Another table brings nobody who is missing: if they said when they come, it
    is the soonest from then on, else the soonest later. One place of each slot comes first, the
    nearest, then others of these slots.
    """
    return ranked_places(day, meeting, targets, now, rules)[:MOST]


def ranked_places(
    day: FloorDay, meeting: DayMeeting, targets: Targets, now: datetime, rules: FloorRules
) -> tuple[Target, ...]:
    """Give places in the order of ``best_places``, a few of each slot."""
    tables = _nearest_first(day, meeting)
    missing = missing_of(day, meeting, now, rules)
    thaws = now + timedelta(minutes=rules.freeze_minutes)
    by_slot = [
        found
        for slot in sorted(day.slots, key=_rank(day, meeting, missing, thaws))
        if (found := list(islice(_open(targets, slot.place, tables, meeting), MOST)))
    ]
    first = [found[0] for found in by_slot]
    others = [each for found in by_slot for each in found[1:]]
    return (*first, *others)


def missing_of(
    day: FloorDay, meeting: DayMeeting, now: datetime, rules: FloorRules
) -> tuple[UUID, ...]:
    """Give who is missed: they are not in the house, and it has begun or starts soon."""
    if meeting.starts_at > now + timedelta(minutes=rules.soon_minutes):
        return ()
    return tuple(each for each in meeting.people if not day.people[each].is_here(now))


def _rank(
    day: FloorDay, meeting: DayMeeting, missing: Sequence[UUID], thaws: datetime
) -> Callable[[DaySlot], tuple[bool, bool, float]]:
    coming = [day.people[each].comes_at for each in missing]
    said = [each for each in coming if each is not None]
    are_announced = len(missing) == len(said)

    def rank(slot: DaySlot) -> tuple[bool, bool, float]:
        is_other, starts = slot.place != meeting.place, slot.starts_at.timestamp()
        if not missing:
            away = abs(starts - meeting.starts_at.timestamp())
            return is_other, slot.starts_at < thaws, away
        if are_announced:
            return slot.starts_at < max(said), is_other, starts
        # Later, but not the end of the day: the other side is here, and may have left by then.
        is_later = slot.starts_at >= thaws and slot.starts_at > meeting.starts_at
        return not is_later, is_other, starts

    return rank


def _nearest_first(day: FloorDay, meeting: DayMeeting) -> Sequence[DayTable]:
    order = {table.id: at for at, table in enumerate(day.tables)}
    own = day.table.get(meeting.table)
    here, zone = order.get(meeting.table, 0), own.zone if own is not None else ""
    return sorted(day.tables, key=lambda each: (each.zone != zone, abs(order[each.id] - here)))


def _open(
    targets: Targets, place: int, tables: Sequence[DayTable], meeting: DayMeeting
) -> Iterator[Target]:
    for table in tables:
        if (place, table.id) == (meeting.place, meeting.table):
            continue
        target = targets.at(place, table.id)
        if target.bar is None:
            yield target
        elif target.bar not in _OF_TABLE:
            return
