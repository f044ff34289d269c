"""Whose paper leads to a wrong place beside meetings: to a session or a visit that has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.floor.telling import ahead
from app.printing.schedules.changes import LineChange, changes
from app.printing.schedules.lines import ScheduleLine, ScheduleReader
from app.printing.schedules.versions import Sheet, Versions
from db.models import Icebreaker, ProgrammeSession, Visit

Changes = Mapping[UUID, Sequence[LineChange]]


# Also those that do not take place any more: papers may tell of them.
_ANY = tuple(select(model.id).limit(1) for model in (ProgrammeSession, Visit, Icebreaker))


def besides_meetings(session: Session, day: date, now: datetime) -> Changes:
    """Give what has changed on a day since the paper of each, and is not over.

    Who must be told of meetings is found by the floor, which knows nothing of the rest.
    """
    if not any(session.connection().execute(each).first() for each in _ANY):
        return {}
    versions, reader = Versions(session), ScheduleReader(session)
    now_there = reader.around(day)
    found: dict[UUID, Sequence[LineChange]] = {}
    for delegate in {*versions.holders, *now_there}:
        out = versions.last_out(delegate, day)
        if out is None or not reader.are_coming(delegate):
            continue
        lines = now_there.get(delegate, ())
        was = tuple(_titled(versions, out.sheet, day, reader))
        if _leads(was) != _leads(lines) and (changed := ahead(changes(was, lines), now)):
            found[delegate] = changed
    return found


def _titled(
    versions: Versions, sheet: Sheet, day: date, reader: ScheduleReader
) -> Iterator[ScheduleLine]:
    """Yield what stood on a sheet beside meetings; of most people, that is nothing."""
    if any("title" in line for line in sheet.stored):
        for line in versions.lines(sheet):
            if line.title and reader.facts.day_of(line.starts_at) == day:
                yield line


def _leads(lines: Iterable[ScheduleLine]) -> set[tuple[object, ...]]:
    return {(line.meeting, line.starts_at, line.table) for line in lines}
