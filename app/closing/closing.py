"""Closing a day: what is still open on it, and the word that it is done.

Who closes a day is shown what is open, and may close it all the same. Nothing is locked: an
outcome that comes in the evening is taken, and counted as a change since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.closing.deeds import DayClosed, DayReopened
from app.errors import DeskError
from app.event.editing import UnknownDay
from app.event.facts import desk_name, event_facts
from app.floor.tellings import Tellings
from app.journal.journal import Journal, Unit
from app.outcomes.results import DayResults, Results
from app.places import prints_folder
from app.printers.runs import RunStore
from db.models import Batch, Day, Doubt, LogRow


class Open(StrEnum):
    """What may be open at the end of a day, in the order it is best seen to."""

    RUNNING = "running"
    """Meetings that run, or are planned for later this day."""
    NOT_RECORDED = "not_recorded"
    """Meetings that have begun, and of which nobody has told what came."""
    NOT_TOLD = "not_told"
    """People whose paper leads to a wrong place."""
    PRINTING = "printing"
    """Papers on their way to printers of this computer."""
    DOUBTS = "doubts"
    """What imports left for a person to decide."""
    UNFINISHED = "unfinished"
    """Imports, print runs or undos that are being written."""


@dataclass(frozen=True, slots=True)
class StillOpen:
    """So many of a kind are open. ``meetings`` are the numbers of those that are meetings."""

    what: Open
    number: int
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEnd:
    """How a day stands: what is open, and when and where it was closed, if it is.

    ``changes`` counts what was done to it since.
    """

    day: date
    open: tuple[StillOpen, ...]
    closed_at: datetime | None = None
    desk: str = ""
    changes: int = 0


@dataclass(eq=False)
class StillToDo(DeskError):
    """Something of the day is open, and nobody said to close it all the same."""

    day: date
    open: tuple[StillOpen, ...]


@dataclass(eq=False)
class ClosedBefore(DeskError):
    """The day is closed already."""

    day: date
    closed_at: datetime


@dataclass(eq=False)
class NotClosedYet(DeskError):
    """The day is not closed."""

    day: date


class Closing:
    """Closes days of an event, and opens them again."""

    def __init__(
        self, journal: Journal, results: Results | None = None, tellings: Tellings | None = None
    ) -> None:
        self._journal = journal
        self._results = results or Results(journal)
        self._tellings = tellings or Tellings(journal)

    def look(self, day: date) -> DayEnd:
        """Say what is open on a day.

        Raises:
            UnknownDay: The event has no such day.
        """
        with self._journal.reading() as session:
            row = _row(session, day)
            event = event_facts(session).id
        of_day = self._results.of_day(day)
        found = [
            *_of_meetings(of_day),
            StillOpen(Open.NOT_TOLD, len(self._tellings.to_tell(of_day.day))),
            StillOpen(Open.PRINTING, _on_their_way(event)),
        ]
        with self._journal.reading() as session:
            found += _of_event(session)
            left = tuple(each for each in found if each.number)
            if row.closed_at is None:
                return DayEnd(day, left)
            closed = _closing(session, row.id)
            where = desk_name(session, closed.desk_id)
            since = _changes(session, closed.hlc, day, [each.meeting.id for each in of_day.results])
            return DayEnd(day, left, row.closed_at, where, since)

    def close(self, day: date, *, anyway: bool = False) -> DayEnd:
        """Say that a day is done.

        Args:
            day: Of the event.
            anyway: Also if something is open; it is noted what.

        Raises:
            StillToDo: Something is open. Nothing was changed.
            ClosedBefore: It is closed already.
            UnknownDay: The event has no such day.
        """
        end = self.look(day)
        if end.closed_at is not None:
            raise ClosedBefore(day, end.closed_at)
        if end.open and not anyway:
            raise StillToDo(day, end.open)
        left = {each.what.value: each.number for each in end.open}
        with self._journal.writing(Unit(uuid4())) as pen:
            row = _row(pen.session, day)
            if row.closed_at is not None:
                raise ClosedBefore(day, row.closed_at)
            pen.write(DayClosed(row.id, self._journal.now, left))
        return self.look(day)

    def reopen(self, day: date) -> DayEnd:
        """Say that a day is not done after all.

        Raises:
            NotClosedYet: It is not closed.
            UnknownDay: The event has no such day.
        """
        with self._journal.writing(Unit(uuid4())) as pen:
            row = _row(pen.session, day)
            if row.closed_at is None:
                raise NotClosedYet(day)
            pen.write(DayReopened(row.id, row.closed_at))
        return self.look(day)


def _row(session: Session, day: date) -> Day:
    found = session.scalars(select(Day).where(Day.date == day, Day.alive)).first()
    if found is None:
        raise UnknownDay(day, event_facts(session).days)
    return found


def _of_meetings(of_day: DayResults) -> Iterator[StillOpen]:
    ahead = [
        each
        for each in of_day.wanted
        if not each.is_recorded and each.meeting.has_slot and each.meeting.ends_at > of_day.now
    ]
    ended = [each for each in of_day.left if each.meeting.ends_at <= of_day.now]
    for what, each_of in ((Open.RUNNING, ahead), (Open.NOT_RECORDED, ended)):
        yield StillOpen(what, len(each_of), tuple(each.meeting.number for each in each_of))


def _of_event(session: Session) -> Iterator[StillOpen]:
    doubts = select(func.count()).where(Doubt.alive, ~Doubt.settled)
    yield StillOpen(Open.DOUBTS, session.scalar(doubts) or 0)
    batches = select(func.count()).where(Batch.state == "writing")
    yield StillOpen(Open.UNFINISHED, session.scalar(batches) or 0)


def _on_their_way(event: UUID) -> int:
    folders = (prints_folder() / str(event)).glob("*/")
    return sum(run.state.is_open for folder in folders for run in RunStore(folder).runs())


def _closing(session: Session, day: UUID) -> LogRow:
    query = (
        select(LogRow)
        .where(LogRow.subject == day, LogRow.kind == DayClosed.__name__)
        .order_by(LogRow.hlc.desc())
    )
    return session.scalars(query.limit(1)).one()


_OF_DAY = ("CheckedIn", "CheckedOut", "CameBack")


def _changes(session: Session, since: int, day: date, meetings: list[UUID]) -> int:
    """Count what was done to a day's meetings, and who came and went on it."""
    passed = LogRow.kind.in_(_OF_DAY) & LogRow.facts.contains(f'"day":"{day}"')
    later = select(LogRow.subject).where(LogRow.hlc > since, LogRow.subject.is_not(None))
    of_people = session.scalar(select(func.count()).where(LogRow.hlc > since, passed)) or 0
    of_meetings = set(meetings)
    return of_people + sum(subject in of_meetings for subject in session.scalars(later))
