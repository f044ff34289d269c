"""Where a meeting could go, and why not elsewhere. Pure: it works on the day as it was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from app.floor.day import DayMeeting, DayTable, FloorDay
from app.floor.rules import FloorRules
from app.floor.states import MeetingState, standing

_CAN_MOVE = frozenset(MeetingState) - {MeetingState.RUNNING, MeetingState.HELD}


class Bar(StrEnum):
    """Why a meeting can't go somewhere."""

    CANCELLED = "cancelled"
    """It can't change places with another; it may be moved to a free place."""
    UNDER_WAY = "under_way"
    """It runs, or was held."""
    LOCKED = "locked"
    TAKEN_OUT = "taken_out"
    """Its slot or its table is not in the event any more."""
    OVER = "over"
    """The slot is over; or it has begun, and the meeting was to be in another."""
    NO_ROOM = "no_room"
    """The block ends before the meeting would."""
    NOT_COMING = "not_coming"
    ELSEWHERE = "elsewhere"
    """Somebody is on a visit, or away."""
    BUSY = "busy"
    """Somebody meets others then."""
    TABLE_CLOSED = "table_closed"
    NOT_THEIRS = "not_theirs"
    """The table belongs to others."""
    TABLE_TAKEN = "table_taken"
    """Another meeting has the table then. The two may be swapped."""
    TOO_FAR = "too_far"
    """Somebody would have to change between zones that are far from each other."""
    FROZEN = "frozen"
    """It starts too soon to be moved unless somebody says so."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a meeting. ``bar``: why it can't go there; nothing if it can.

    ``who`` are the people concerned, ``other`` the meeting that is in the way. ``is_same_time``:
    only the table changes.
    """

    place: int
    table: UUID
    bar: Bar | None = None
    who: tuple[UUID, ...] = ()
    other: UUID | None = None
    is_same_time: bool = False


@dataclass(frozen=True, slots=True)
class Latitude:
    """What a move may do that is not done otherwise.

    ``anyway``: what starts soon may be moved. ``leaving``: meetings taken to be out of the way,
    such as the one it is swapped with. ``is_new``: nobody knows of the meeting yet.
    """

    anyway: bool = False
    leaving: Collection[UUID] = ()
    is_new: bool = False


class Targets:
    """Finds places for one meeting."""

    def __init__(
        self,
        day: FloorDay,
        meeting: DayMeeting,
        now: datetime,
        rules: FloorRules,
        latitude: Latitude = Latitude(),
    ) -> None:
        self._day, self._meeting, self._now = day, meeting, now
        self._leaving = {meeting.id, *latitude.leaving}
        self._block = {slot.place: slot.block for slot in day.slots}
        state = standing(day, meeting, now).state
        # People who sit at a table that is closed under them go on at another.
        self._must_leave = state is MeetingState.RUNNING and not day.has_table(meeting)
        self._is_fixed = None if latitude.is_new else self._fixed()
        # Whoever waits already, or expects nothing yet, is told at once, and uses what is left.
        is_unexpected = latitude.is_new or meeting.cancelled or day.is_lost(meeting)
        self._at_once = is_unexpected or meeting.starts_at <= now
        may_move = self._at_once or latitude.anyway
        self._thaws = None if may_move else now + timedelta(minutes=rules.freeze_minutes)
        # Whoever looks for a place asks of hundreds of tables, in a few slots.
        self._with: dict[int, _Barred | None] = {}

    def all(self) -> Iterator[Target]:
        """Yield every place of the day but where it is, in the order of time, then of tables."""
        for slot in self._day.slots:
            for table in self._day.tables:
                if (slot.place, table.id) != (self._meeting.place, self._meeting.table):
                    yield self.at(slot.place, table.id)

    def at(self, place: int, table: UUID) -> Target:
        """Say whether it can go to one place."""
        places = range(place, place + self._meeting.length)
        barred = (
            self._is_fixed
            or self._at_time(places)
            or self._with_people_from(places)
            or self._at_table(places, self._day.table[table])
            or self._on_foot(places, self._day.table[table])
        )
        is_same_time = place == self._meeting.place
        if barred is None:
            return Target(place, table, is_same_time=is_same_time)
        return Target(place, table, barred.bar, barred.who, barred.other, is_same_time)

    def _fixed(self) -> _Barred | None:
        state = standing(self._day, self._meeting, self._now).state
        if state not in _CAN_MOVE and not self._must_leave:
            return _Barred(Bar.UNDER_WAY)
        return _Barred(Bar.LOCKED) if self._meeting.locked else None

    def _at_time(self, places: range) -> _Barred | None:
        if self._must_leave and places.start != self._meeting.place:
            return _Barred(Bar.UNDER_WAY)
        blocks = {self._block.get(each) for each in places}
        if len(blocks) > 1 or None in blocks:
            return _Barred(Bar.NO_ROOM)
        first = self._day.slot[places.start]
        begun = first.starts_at <= self._now
        if first.ends_at <= self._now or (begun and not self._at_once):
            return _Barred(Bar.OVER)
        soonest = min(first.starts_at, self._meeting.starts_at)
        if self._thaws is not None and soonest < self._thaws:
            return _Barred(Bar.FROZEN)
        return None

    def _with_people_from(self, places: range) -> _Barred | None:
        if places.start not in self._with:
            self._with[places.start] = self._with_people(places)
        return self._with[places.start]

    def _with_people(self, places: range) -> _Barred | None:
        people = {each: self._day.people[each] for each in self._meeting.people}
        away = tuple(each for each, someone in people.items() if not someone.is_coming)
        if away:
            return _Barred(Bar.NOT_COMING, away)
        taken = sum(1 << at for at in places)
        away = tuple(each for each, someone in people.items() if someone.free & taken != taken)
        if away:
            return _Barred(Bar.ELSEWHERE, away)
        for person, others in self._others:
            for other in others:
                if set(other.places) & set(places):
                    return _Barred(Bar.BUSY, (person,), other.id)
        return None

    @cached_property
    def _others(self) -> tuple[tuple[UUID, tuple[DayMeeting, ...]], ...]:
        """Give what else everybody has who has to be there."""
        return tuple((person, tuple(self._others_of(person))) for person in self._meeting.people)

    def _others_of(self, person: UUID) -> Iterator[DayMeeting]:
        for other in self._day.of_person.get(person, ()):
            if other.id not in self._leaving and self._takes_place(other):
                yield other

    def _takes_place(self, other: DayMeeting) -> bool:
        gone = {MeetingState.CANCELLED, MeetingState.NO_SHOW}
        return standing(self._day, other, self._now).state not in gone

    def _at_table(self, places: range, table: DayTable) -> _Barred | None:
        if any(not table.open >> at & 1 for at in places):
            return _Barred(Bar.TABLE_CLOSED)
        if table.owners and table.owners.isdisjoint(self._meeting.people):
            return _Barred(Bar.NOT_THEIRS)
        for at in places:
            for other in self._day.at.get((table.id, at), ()):
                if other.id not in self._leaving and self._takes_place(other):
                    return _Barred(Bar.TABLE_TAKEN, other=other.id)
        return None

    def _on_foot(self, places: range, table: DayTable) -> _Barred | None:
        for person, others in self._others if self._day.far else ():
            for other in others:
                if self._is_too_far(other, places, table.zone):
                    return _Barred(Bar.TOO_FAR, (person,), other.id)
        return None

    def _is_too_far(self, other: DayMeeting, places: range, zone: str) -> bool:
        follows = other.place == places.stop or other.places.stop == places.start
        theirs = self._day.table.get(other.table)
        return (
            follows
            and theirs is not None
            and frozenset({theirs.zone, zone}) in self._day.far
            and self._block.get(other.place) == self._block.get(places.start)
        )


@dataclass(frozen=True, slots=True)
class _Barred:
    bar: Bar
    who: tuple[UUID, ...] = ()
    other: UUID | None = None
