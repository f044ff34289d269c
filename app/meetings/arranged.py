"""Meetings as they stand, their people as those who stand there now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.meetings.attendees import Attendees, entries_of
from app.meetings.wishes import Sides, naming, sides_of
from db import sides
from db.models import Meeting

PLANNED, CANCELLED = "planned", "cancelled"


@dataclass(frozen=True, slots=True)
class Arranged:
    """A meeting. ``slot_id`` is the first of ``length`` slots."""

    id: UUID
    number: str
    request_id: UUID | None
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    slot_id: UUID | None
    table_id: UUID | None
    length: int
    kind: str
    state: str
    locked: bool
    plan_id: UUID | None

    @property
    def sides(self) -> Sides:
        """Give its people, whichever side asked."""
        return sides_of(self.hosts, self.guests)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody who has to be there, hosts first."""
        return tuple(dict.fromkeys((*self.hosts, *self.guests)))


COLUMNS = (
    Meeting.id,
    Meeting.number,
    Meeting.request_id,
    Meeting.hosts,
    Meeting.guests,
    Meeting.slot_id,
    Meeting.table_id,
    Meeting.length,
    Meeting.kind,
    Meeting.state,
    Meeting.locked,
)
"""What is read of every meeting: which it is, who meets, where, and how it stands."""

_MEETINGS = select(*COLUMNS, Meeting.plan_id).where(Meeting.alive).order_by(Meeting.id)
_THAT_TAKE_PLACE = _MEETINGS.where(
    Meeting.id.in_(bindparam("some", expanding=True)), Meeting.state != CANCELLED
)


def arranged(
    session: Session, attendees: Attendees, people: Collection[UUID] | None = None
) -> tuple[Arranged, ...]:
    """Give meetings in the order they came, also cancelled ones: all, or those of some people."""
    query = _MEETINGS
    if people is not None:
        query = query.where(naming(session, Meeting, attendees, people))
    return tuple(_as_it_stands(row, attendees) for row in session.connection().execute(query))


def arranged_with(session: Session, delegate: UUID) -> tuple[Attendees, tuple[Arranged, ...]]:
    """Give the meetings of one delegate that take place, and whom they name; reads nobody else.

    Whoever was merged, or whose place somebody took, has none: they are those of who stands there.
    """
    entries = entries_of(session, delegate)
    some = {"some": sorted(sides.naming(session, Meeting.__tablename__, entries))}
    rows = session.connection().execute(_THAT_TAKE_PLACE, some).all()
    named = {UUID(each) for row in rows for each in (*row.hosts, *row.guests)}
    attendees = Attendees(session, {*entries, *named})
    meetings = [_as_it_stands(row, attendees) for row in rows]
    return attendees, tuple(each for each in meetings if delegate in each.people)


def _as_it_stands(row: Any, attendees: Attendees) -> Arranged:
    return Arranged(
        row.id,
        row.number,
        row.request_id,
        attendees.standing_named(row.hosts),
        attendees.standing_named(row.guests),
        row.slot_id,
        row.table_id,
        row.length,
        row.kind,
        row.state,
        row.locked,
        row.plan_id,
    )
