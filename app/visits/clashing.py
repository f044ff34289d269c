"""What else those with a place have to be at while they are on a visit, or would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.meetings.attendees import Someone
from app.printing.schedules.lines import ScheduleLine, ScheduleReader
from app.visits.reading import VisitBook
from app.visits.visit import VisitFacts


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody has a place on a visit, and something else at the time.

    ``called`` names it: the session or other visit, or whom they meet. ``is_meeting``: it is a
    meeting.
    """

    visit: UUID
    who: Someone
    called: str
    is_meeting: bool
    starts_at: datetime
    ends_at: datetime


def clashes(session: Session, book: VisitBook) -> tuple[Clash, ...]:
    """Find what of all that people have to be at meets a visit of theirs."""
    if not book.places:
        return ()
    reader = ScheduleReader(session)
    return tuple(
        clash
        for delegate, places in book.places.items()
        for place in places
        for clash in _clashes(reader, book, delegate, book.visits[place.visit])
    )


def clashes_at(
    session: Session, book: VisitBook, visit: VisitFacts, starts_at: datetime, ends_at: datetime
) -> tuple[Clash, ...]:
    """Do the same for one visit, as if it were at another time."""
    moved = replace(visit, starts_at=starts_at, ends_at=ends_at)
    reader = ScheduleReader(session)
    having = [delegate for delegate in book.places if book.place(delegate, visit.id)]
    return tuple(clash for each in having for clash in _clashes(reader, book, each, moved))


def _clashes(
    reader: ScheduleReader, book: VisitBook, delegate: UUID, visit: VisitFacts
) -> Iterator[Clash]:
    for line in reader.lines(delegate):
        if line.meeting == visit.id or line.for_all:
            continue
        if line.starts_at < visit.ends_at and visit.starts_at < line.ends_at:
            who = book.someone(delegate)
            times = (line.starts_at, line.ends_at)
            yield Clash(visit.id, who, _called(line), not line.title, *times)


def _called(line: ScheduleLine) -> str:
    return line.title or ", ".join(each.name for each in line.partners)
