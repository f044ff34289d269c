"""The sessions of a day by room, for everybody in the hall: what runs and is next, what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.event.facts import event_facts
from app.journal.deeds import Kinds
from app.journal.journal import Journal
from app.journal.log import entries_where
from app.programme.deeds import SessionCancelled, SessionMoved
from app.programme.session import Standing, standing_sessions
from db.models import LogRow

Place = tuple[datetime, datetime, str]
"""When a session starts and ends, and its room."""


class Mark(StrEnum):
    """How a session is other than papers of the day before have it."""

    MOVED = "moved"
    """It was in ``other`` before."""
    CANCELLED = "cancelled"
    """It does not take place."""
    GONE = "gone"
    """It was here, and is in ``other`` now."""


@dataclass(frozen=True, slots=True)
class WallSession:
    """A session in a room, or what papers say wrongly of it. ``other`` is the other place."""

    room: str
    title: str
    starts_at: datetime
    ends_at: datetime
    mark: Mark | None = None
    other: Place | None = None

    def runs_at(self, now: datetime) -> bool:
        """Tell whether it is under way, or would be."""
        return self.starts_at <= now < self.ends_at


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room at an instant. Nothing: nothing is in it, or comes into it today."""

    room: str
    now: WallSession | None
    next: WallSession | None

    @property
    def is_changed(self) -> bool:
        """Tell whether papers lead to a wrong place."""
        return any(each is not None and each.mark is not None for each in (self.now, self.next))


@dataclass(frozen=True, slots=True)
class SessionsWall:
    """The sessions of a day at a venue."""

    date: date
    zone: ZoneInfo
    sessions: tuple[WallSession, ...]

    def rows(self, now: datetime) -> tuple[RoomRow, ...]:
        """Give the rooms in which something runs or is still to come, by name."""
        rooms: dict[str, list[WallSession]] = defaultdict(list)
        for each in self.sessions:
            rooms[fold(each.room)].append(each)
        rows = (_row(theirs, now) for theirs in rooms.values())
        shown = (row for row in rows if row.now is not None or row.next is not None)
        return tuple(sorted(shown, key=lambda row: (not row.room, fold(row.room))))


def sessions_wall(journal: Journal, day: date) -> SessionsWall:
    """Read the sessions of a day, and what was changed of them since it began.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        begins = datetime.combine(day, time(), facts.zone)
        paper = _on_paper(session, journal.kinds, begins)
        off = _cancelled_since(session, begins)
        standing = standing_sessions(session)
        told = _Telling(day, facts.day_of, paper, off)
        sessions = [shown for each in standing for shown in told.shown(each)]
    return SessionsWall(day, facts.zone, tuple(sessions))


@dataclass(frozen=True, slots=True)
class _Telling:
    """``paper`` is where sessions were as the day began, ``off`` those cancelled since."""

    day: date
    day_of: Callable[[datetime], date]
    paper: Mapping[UUID, Place]
    off: frozenset[UUID]

    def shown(self, each: Standing) -> Iterator[WallSession]:
        """Yield a session, and where papers have it if that is elsewhere."""
        place = (each.starts_at, each.ends_at, each.room)
        was = self.paper.get(each.id, place)
        if each.cancelled:
            if each.id in self.off:
                yield from self._in(each.title, was, Mark.CANCELLED)
            return
        has_moved = (was[0], fold(was[2])) != (place[0], fold(place[2]))
        yield from self._in(each.title, place, *((Mark.MOVED, was) if has_moved else ()))
        if has_moved and fold(was[2]) != fold(place[2]):
            yield from self._in(each.title, was, Mark.GONE, place)

    def _in(
        self, title: str, place: Place, mark: Mark | None = None, other: Place | None = None
    ) -> Iterator[WallSession]:
        starts_at, ends_at, room = place
        if self.day_of(starts_at) == self.day:
            yield WallSession(room, title, starts_at, ends_at, mark, other)


def _on_paper(session: Session, kinds: Kinds, begins: datetime) -> Mapping[UUID, Place]:
    """Give where sessions that were moved since then had been before."""
    moved = (LogRow.kind == SessionMoved.__name__, LogRow.at >= begins)
    found: dict[UUID, Place] = {}
    for entry in entries_where(session, kinds, *moved):
        deed = entry.deed
        found.setdefault(deed.id, (deed.starts_before, deed.ends_before, deed.room_before))
    return found


def _cancelled_since(session: Session, begins: datetime) -> frozenset[UUID]:
    query = select(LogRow.subject).where(
        LogRow.kind == SessionCancelled.__name__, LogRow.at >= begins
    )
    return frozenset(each for each in session.scalars(query) if each is not None)


def _row(sessions: Sequence[WallSession], now: datetime) -> RoomRow:
    """Of several at one time, what takes place goes before what does not."""
    in_order = sorted(sessions, key=lambda each: (each.mark in _VOID, each.starts_at, each.title))
    running = next((each for each in in_order if each.runs_at(now)), None)
    ahead = [each for each in in_order if each.starts_at > now]
    comes = min(ahead, key=lambda each: (each.starts_at, each.mark in _VOID), default=None)
    return RoomRow(in_order[0].room, running, comes)


_VOID = frozenset({Mark.CANCELLED, Mark.GONE})
