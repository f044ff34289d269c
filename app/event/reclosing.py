"""Who meets where something was closed: it is not closed again behind their backs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.event.slots import standing_slots
from app.journal.deeds import BuiltOn, Entry
from db.models import Closure, LogRow, Meeting, Table

_PLACE = ("slot_id", "table_id")


def refuse_if_placed_since(session: Session, entry: Entry[Any]) -> None:
    """Refuse if a meeting was given a place since this deed that its closure would take away.

    Raises:
        BuiltOn: Naming the table, and when that was.
    """
    closure = session.get(Closure, entry.deed.id)
    if closure is None:
        return
    for stamp in _stamps(session, closure):
        if stamp > entry.stamp:
            later = session.get(LogRow, UUID(hex=stamp[16:]))
            if later is not None and entry.unit not in {later.unit, later.undoes}:
                raise BuiltOn(type(entry.deed).__name__, entry.id, "table_id", later.at)


def _stamps(session: Session, closure: Closure) -> Iterator[str]:
    """Yield, for each meeting where it is closed, the stamp of its place."""
    slots = standing_slots(session)
    number = {slot.id: at for at, slot in enumerate(slots)}
    of_zone = (Table.zone == closure.zone) & (Table.zone != "")
    tables = select(Table.id).where(or_(Table.id == closure.table_id, of_zone))
    meetings = select(Meeting).where(
        Meeting.alive, Meeting.state != "cancelled", Meeting.table_id.in_(tables)
    )
    for meeting in session.scalars(meetings):
        first = None if meeting.slot_id is None else number.get(meeting.slot_id)
        taken = () if first is None else slots[first : first + meeting.length]
        if any(slot.meets(closure.starts_at, closure.ends_at) for slot in taken):
            yield max(meeting.stamps.get(name, meeting.stamp) for name in _PLACE)
