"""Who passed a desk, and what came out on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.meetings.attendees import Attendees, Someone
from db.models import CheckIn, Delegate, Desk, Print, Schedule, SchedulePrint


@dataclass(frozen=True, slots=True)
class Passing:
    """Somebody passed a desk. ``is_first``: with this they were there on that day."""

    id: UUID
    who: Someone
    day: date
    at: datetime
    way: str
    by: str
    desk: str
    is_walk_in: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A badge or a schedule came out on paper; ``place`` is that of a badge in its run."""

    id: UUID
    who: Someone
    what: str
    at: datetime
    stock: str = ""
    place: int | None = None
    version: int | None = None
    day: date | None = None


_PASSED = (
    select(
        CheckIn.id,
        CheckIn.delegate_id,
        CheckIn.day,
        CheckIn.at,
        CheckIn.way,
        CheckIn.by,
        Desk.name,
    )
    .outerjoin(Desk, Desk.id == CheckIn.desk_id)
    .where(CheckIn.alive, CheckIn.delegate_id.is_not(None), CheckIn.day.is_not(None))
    .order_by(CheckIn.hlc, CheckIn.id)
)
_WALK_INS = select(Delegate.id).where(Delegate.alive, Delegate.walk_in)
_BADGES = select(Print.id, Print.delegate_id, Print.at, Print.stock, Print.place).where(
    Print.alive, Print.delegate_id.is_not(None)
)
_SCHEDULES = (
    select(
        SchedulePrint.id,
        SchedulePrint.delegate_id,
        SchedulePrint.at,
        Schedule.version,
        Schedule.day,
    )
    .join(Schedule, Schedule.id == SchedulePrint.schedule_id)
    .where(SchedulePrint.alive, SchedulePrint.delegate_id.is_not(None))
)


def passings(session: Session, attendees: Attendees) -> Sequence[Passing]:
    """Give everybody who passed a desk, by who stands there now, in the order of the log."""
    connection = session.connection()
    walk_ins = set(connection.scalars(_WALK_INS))
    seen: set[tuple[UUID, date]] = set()

    def read(row: Any) -> Passing:
        delegate = attendees.standing(row.delegate_id)
        is_first = row.way != "out" and (delegate, row.day) not in seen
        if is_first:
            seen.add((delegate, row.day))
        (who,) = attendees.named([delegate])
        walk_in = delegate in walk_ins
        desk = row.name or ""
        return Passing(row.id, who, row.day, row.at, row.way, row.by, desk, walk_in, is_first)

    return [read(row) for row in connection.execute(_PASSED)]


def prints(session: Session, attendees: Attendees) -> Sequence[Printed]:
    """Give all badges and schedules that came out on paper, the first first."""
    found = [*_badges(session, attendees), *_schedules(session, attendees)]
    return sorted(found, key=lambda each: (each.at, each.id))


def _badges(session: Session, attendees: Attendees) -> Iterator[Printed]:
    for row in session.connection().execute(_BADGES):
        (who,) = attendees.named([attendees.standing(row.delegate_id)])
        yield Printed(row.id, who, "badge", row.at, row.stock, row.place or None)


def _schedules(session: Session, attendees: Attendees) -> Iterator[Printed]:
    for row in session.connection().execute(_SCHEDULES):
        (who,) = attendees.named([attendees.standing(row.delegate_id)])
        yield Printed(row.id, who, "schedule", row.at, version=row.version, day=row.day)
