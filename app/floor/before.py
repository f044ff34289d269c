"""Where meetings were at an earlier moment of the running day, from the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.event.deeds import SlotMoved
from app.floor.day import DayMeeting, DaySlot, FloorDay
from app.floor.telling import lines_of
from app.journal.deeds import Entry, Kinds
from app.journal.turns import chunks
from app.journal.wire import to_entry
from app.meetings import deeds as d
from app.meetings.arranged import CANCELLED
from app.printing.schedules.lines import ScheduleLine
from db.models import LogRow, Meeting, Slot

_COMES: tuple[type[Any], ...] = (d.MeetingAdded, d.MeetingPutBack, d.MeetingRestored)
_GOES: tuple[type[Any], ...] = (d.MeetingTakenOut, d.MeetingCancelled)
_KINDS = tuple(each.__name__ for each in (*_COMES, *_GOES, d.MeetingMoved, SlotMoved))


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant; if a deed was done then, ``hlc`` says where the log has it."""

    at: datetime
    hlc: int = 0

    def is_before(self, entry: Entry[Any]) -> bool:
        """Tell whether an entry came later. Of one instant, the log alone knows what was first."""
        return entry.hlc > self.hlc if self.hlc else entry.at >= self.at


def deeds_since(session: Session, kinds: Kinds, since: Collection[Moment]) -> Iterator[Entry[Any]]:
    """Yield the deeds after any of these moments that led meetings elsewhere, as the log has them.

    Args:
        session: Of the state that is asked about.
        kinds: Of the deeds in the log.
        since: One moment or more.
    """
    logged = [each.hlc for each in since if each.hlc]
    others = [each.at for each in since if not each.hlc]
    after = [LogRow.hlc > min(logged)] if logged else []
    after += [LogRow.at >= min(others)] if others else []
    query = (
        select(LogRow).where(LogRow.kind.in_(_KINDS), or_(*after)).order_by(LogRow.hlc, LogRow.id)
    )
    for row in session.scalars(query):
        yield to_entry(kinds, row, None)


@dataclass(frozen=True, slots=True)
class _Row:
    """A meeting as its row is now, whether it takes place or not."""

    slot: UUID | None
    table: UUID | None
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    length: int
    takes_place: bool


class Before:
    """Knows which meetings the deeds of a day concern, and gives where they were."""

    def __init__(self, session: Session, day: FloorDay, deeds: Sequence[Entry[Any]]) -> None:
        self._day = day
        self._of: dict[UUID, list[Entry[Any]]] = defaultdict(list)
        for entry in deeds:
            self._of[entry.deed.id].append(entry)
        self._slots = {slot.id: slot for slot in day.slots}
        self._gone = dict(_gone_slots(session, deeds, self._slots))
        self._rows = dict(_rows(session, [each for each in self._of if each not in self._slots]))
        self._concerned: dict[UUID, set[UUID]] = defaultdict(set)
        moved = {slot.place for slot in day.slots if slot.id in self._of}
        for meeting in day.meetings:
            if meeting.id in self._rows or not moved.isdisjoint(meeting.places):
                self._concern(meeting.people, meeting.id)
        for each, row in self._rows.items():
            if each not in day.meeting:
                self._concern((*row.hosts, *row.guests), each)

    @property
    def people(self) -> Set[UUID]:
        """Give those whose meetings any of the deeds concerns."""
        return self._concerned.keys()

    def lines(self, person: UUID, at: Moment) -> tuple[ScheduleLine, ...]:
        """Give where the meetings of somebody were at a moment, as a schedule would say it."""
        theirs = {each.meeting: each for each in lines_of(self._day, person)}
        for meeting in self._concerned.get(person, ()):
            theirs.pop(meeting, None)
            if (then := self._then(meeting, person, at)) is not None:
                theirs[meeting] = then
        return tuple(theirs.values())

    def _concern(self, people: Iterable[UUID], meeting: UUID) -> None:
        for each in people:
            self._concerned[each].add(meeting)

    def _then(self, meeting: UUID, person: UUID, at: Moment) -> ScheduleLine | None:
        known = self._day.meeting.get(meeting)
        row = self._rows.get(meeting) or (_row_of(known, self._day) if known else None)
        assert row is not None  # noqa: S101 - whatever concerns somebody has a row, or is known
        since = [each.deed for each in self._of.get(meeting, ()) if at.is_before(each)]
        stood = next((isinstance(each, _GOES) for each in since if _turns(each)), row.takes_place)
        moved = next((each for each in since if isinstance(each, d.MeetingMoved)), None)
        slot = moved.slot_before if moved else row.slot
        times = self._times(slot, row.length, at) if slot is not None else None
        if not stood or times is None:
            return None
        table_id = moved.table_before if moved else row.table
        table = self._day.table.get(table_id) if table_id is not None else None
        hosts, guests = (known.hosts, known.guests) if known else (row.hosts, row.guests)
        theirs = hosts if person in guests else guests
        there = (self._day.people[each].who for each in theirs if each in self._day.people)
        return ScheduleLine(
            meeting,
            *times,
            table.label if table is not None else "",
            str(known.kind) if known else "",
            tuple(each for each in there if each.badge_number),
        )

    def _times(self, first: UUID, length: int, at: Moment) -> tuple[datetime, datetime] | None:
        slot = self._slots.get(first)
        if slot is None:
            return self._gone.get(first)
        places = range(slot.place, slot.place + length)
        taken = [self._day.slot[each] for each in places if each in self._day.slot]
        return self._slot_then(taken[0], at)[0], self._slot_then(taken[-1], at)[1]

    def _slot_then(self, slot: DaySlot, at: Moment) -> tuple[datetime, datetime]:
        moves = (each.deed for each in self._of.get(slot.id, ()) if at.is_before(each))
        first = next(moves, None)
        if first is None:
            return slot.starts_at, slot.ends_at
        return first.starts_before, first.ends_before


def _turns(deed: Any) -> bool:
    return isinstance(deed, (*_COMES, *_GOES))


def _row_of(meeting: DayMeeting, day: FloorDay) -> _Row:
    slot = day.slot[meeting.place].id
    sides = (meeting.hosts, meeting.guests)
    return _Row(slot, meeting.table, *sides, meeting.length, not meeting.cancelled)


def _gone_slots(
    session: Session, deeds: Iterable[Entry[Any]], there: Collection[UUID]
) -> Iterator[tuple[UUID, tuple[datetime, datetime]]]:
    moved = (each.deed for each in deeds if isinstance(each.deed, d.MeetingMoved))
    gone = {each.slot_before for each in moved} - {*there, None}
    for slot in session.scalars(select(Slot).where(Slot.id.in_(gone))) if gone else ():
        if slot.starts_at is not None and slot.ends_at is not None:
            yield slot.id, (slot.starts_at, slot.ends_at)


def _rows(session: Session, meetings: Sequence[UUID]) -> Iterator[tuple[UUID, _Row]]:
    columns = Meeting.__table__.columns
    names = ("id", "slot_id", "table_id", "hosts", "guests", "length", "state", "alive")
    query = select(*(columns[name] for name in names))
    for part in chunks(meetings):
        for row in session.connection().execute(query.where(Meeting.id.in_(part))):
            hosts, guests = (tuple(map(UUID, each)) for each in (row.hosts, row.guests))
            takes_place = row.alive and row.state != CANCELLED
            place = (row.slot_id, row.table_id)
            yield row.id, _Row(*place, hosts, guests, row.length, takes_place)
