"""Finds what became of meetings whose slot or table was taken out of the event."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.floor.day import DayMeeting
from app.meetings.arranged import CANCELLED
from app.meetings.attendees import MeetingKind
from app.meetings.setting import Setting
from db.models import Meeting, Request, Slot

_NO_TABLE = UUID(int=0)


def losses(
    session: Session, around: Setting, day: date, lost: Collection[UUID]
) -> tuple[DayMeeting, ...]:
    """Give those of lost meetings that were to be on a day, in the order of time.

    Of whom nobody knows any more when it was to be, every day has to think.
    """
    if not lost:
        return ()
    query = (
        select(Meeting, Slot.starts_at, Slot.ends_at, Request.kind)
        .outerjoin(Slot, Slot.id == Meeting.slot_id)
        .outerjoin(Request, Request.id == Meeting.request_id)
        .where(Meeting.id.in_(lost))
    )
    start = datetime.combine(day, datetime.min.time(), around.hall.zone)
    found = [
        _lost(around, row, (starts or start, ends or starts or start), wished or "")
        for row, starts, ends, wished in session.execute(query)
        if starts is None or starts.astimezone(around.hall.zone).date() == day
    ]
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.number)))


def _lost(
    around: Setting, row: Meeting, times: tuple[datetime, datetime], wished: str
) -> DayMeeting:
    where, attendees = around.hall, around.attendees
    place_of = where.place_of
    hosts, guests = (attendees.standing_named(side) for side in (row.hosts, row.guests))
    kind = row.kind or wished
    taken = where.taken(row.slot_id, row.length)
    place, (starts_at, ends_at) = -row.length, times
    if taken is not None:
        place, ends_at = place_of[taken[0]], where.slots[place_of[taken[-1]]].ends_at
    return DayMeeting(
        id=row.id,
        number=row.number,
        request=row.request_id,
        hosts=hosts,
        guests=guests,
        place=place,
        length=row.length,
        table=row.table_id or _NO_TABLE,
        kind=MeetingKind(kind) if kind else attendees.kind_of(hosts, guests),
        starts_at=starts_at,
        ends_at=ends_at,
        cancelled=row.state == CANCELLED,
        locked=row.locked,
        said=row.said,
        missing=row.missing,
        called_at=row.called_at,
        planned_place=None if row.planned_slot_id is None else place_of.get(row.planned_slot_id),
        planned_table=row.planned_table_id,
        hosts_seated_at=row.hosts_seated_at,
        guests_seated_at=row.guests_seated_at,
        gone_slot=row.slot_id if taken is None else None,
    )
