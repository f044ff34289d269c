"""The meetings of some days with their tables and people, in the order of tables and time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.event.facts import event_facts
from app.meetings.arranged import CANCELLED, Arranged, arranged
from app.meetings.attendees import Attendees, Someone
from app.meetings.hall import Hall, HallTable


@dataclass(frozen=True, slots=True)
class PlacedMeeting:
    """A meeting that stands. Its ``table`` is missing if it was taken out of the event.

    ``slot_id`` and ``table_id`` are as in its row.
    """

    id: UUID
    number: str
    table: HallTable | None
    day: date
    starts_at: datetime
    ends_at: datetime
    hosts: tuple[Someone, ...]
    guests: tuple[Someone, ...]
    slot_id: UUID
    table_id: UUID | None


def placed_meetings(session: Session, where: Hall, days: Collection[date]) -> list[PlacedMeeting]:
    """Give the meetings of these days by day, table and time; those without a table come last.

    One whose slot was taken out of the event has no time any more, and is none of them.
    """
    facts, attendees = event_facts(session), Attendees(session)
    order = {table.id: place for place, table in enumerate(where.tables)}
    found = []
    for each in arranged(session, attendees):
        if each.state == CANCELLED or each.slot_id is None or each.slot_id not in where.place_of:
            continue
        starts_at, ends_at = _times(where, each, each.slot_id)
        if (day := facts.day_of(starts_at)) in days:
            table = where.table.get(each.table_id) if each.table_id else None
            sides = attendees.named(each.hosts), attendees.named(each.guests)
            row = each.slot_id, each.table_id
            found.append(
                PlacedMeeting(each.id, each.number, table, day, starts_at, ends_at, *sides, *row)
            )
    found.sort(key=lambda each: (each.day, _place(order, each), each.starts_at, each.number))
    return found


def _times(where: Hall, meeting: Arranged, slot: UUID) -> tuple[datetime, datetime]:
    taken = where.taken(slot, meeting.length) or (slot,)
    first, last = (where.slots[where.place_of[each]] for each in (taken[0], taken[-1]))
    return first.starts_at, last.ends_at


def _place(order: dict[UUID, int], meeting: PlacedMeeting) -> int:
    return len(order) if meeting.table is None else order[meeting.table.id]
