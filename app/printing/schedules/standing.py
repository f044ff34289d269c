"""How a delegate's schedule on paper stands: whether there is one, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.person import person
from app.journal.journal import Journal
from app.printing.schedules.changes import LineChange, changes
from app.printing.schedules.lines import ScheduleLine, ScheduleReader
from app.printing.schedules.versions import Sheet, Versions, content_of, holder
from db.models import LogRow


@dataclass(frozen=True, slots=True)
class ScheduleStanding:
    """A delegate's schedule on paper, compared with what it would say now.

    ``paper`` is the version that was asked about, or that came out last; 0 if there is none.
    ``printed_at`` is when it came out, if that was noted. ``version`` is that of a sheet printed
    now, ``lines`` are the meetings now, on the days that the paper is for. ``changes`` are those
    since the paper that are not over, the last of them at ``changed_at``.
    """

    paper: int
    printed_at: datetime | None
    version: int
    lines: tuple[ScheduleLine, ...]
    changes: tuple[LineChange, ...]
    changed_at: datetime | None

    @property
    def is_out_of_date(self) -> bool:
        """Tell whether the paper sends somebody to a wrong place. Other spellings do not."""
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class Schedules:
    """Tells how schedules on paper stand. It is asked after scans, and reads one delegate only."""

    journal: Journal

    def standing(self, delegate: UUID, sheet: UUID | None = None) -> ScheduleStanding:
        """Compare the paper that came out last, or this sheet, with what it would say now.

        Raises:
            UnknownDelegate: They were taken off the list.
        """
        with self.journal.reading() as session:
            return standing_of(session, delegate, self.journal.clock(), sheet)


def standing_of(
    session: Session, delegate: UUID, now: datetime, sheet: UUID | None = None
) -> ScheduleStanding:
    """Do the same in one state of the event."""
    versions = Versions(session, [delegate])
    reader = ScheduleReader(session, delegate)
    paper = versions.by_id.get(sheet) if sheet else _out(versions, delegate, reader, now)
    day = paper.day if paper else None
    lines = reader.lines(delegate, day)
    found = changes(versions.lines(paper), lines) if paper else ()
    ahead = tuple(each for each in found if each.is_ahead(now))
    content = content_of(person(session, delegate), reader.days(delegate, day))
    newest = versions.newest(delegate, day)
    is_made = newest is not None and newest.content == content
    return ScheduleStanding(
        paper.version if paper else 0,
        versions.printed_at(paper) if paper else None,
        newest.version if newest and is_made else versions.next_version(delegate),
        lines,
        ahead,
        _changed_at(session, ahead),
    )


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """Whose a sheet is, and whether it sends them to a wrong place."""

    delegate: UUID
    is_out_of_date: bool


def scanned_sheet(session: Session, sheet: UUID, now: datetime) -> ScannedSheet:
    """Tell what the decision on a scan needs of a sheet that there is."""
    delegate = holder(session, sheet)
    versions = Versions(session, [delegate])
    paper = versions.by_id[sheet]
    lines = ScheduleReader(session, delegate).lines(delegate, paper.day)
    found = changes(versions.lines(paper), lines)
    return ScannedSheet(delegate, any(each.is_ahead(now) for each in found))


def _out(versions: Versions, delegate: UUID, reader: ScheduleReader, now: datetime) -> Sheet | None:
    out = versions.last_out(delegate, reader.facts.day_of(now))
    return out.sheet if out else None


def _changed_at(session: Session, found: Sequence[LineChange]) -> datetime | None:
    """Give when somebody last did something to a meeting that has changed."""
    lines = [line for each in found for line in (each.was, each.now) if line is not None]
    meetings = {line.meeting for line in lines}
    # The order of deeds is not that of what people say of their times.
    query = select(LogRow.at).where(LogRow.subject.in_(meetings)).order_by(LogRow.hlc.desc())
    return session.scalar(query.limit(1))
