"""A meeting that is carried to another place: where it could go, and what that changes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from app.delegates.short_names import short_name
from app.floor.best_places import best_places, missing_of
from app.floor.day import DayMeeting, FloorDay
from app.floor.moving import Spot
from app.floor.targets import Bar, Latitude, Target, Targets
from ui.floor.marks import Mark, Way
from ui.floor.sheet import Sheet
from ui.floor.words import whole_name

_FIXED = frozenset({Bar.UNDER_WAY, Bar.LOCKED})
_SHORT = 10
_REASONS = {
    Bar.UNDER_WAY: "Under way",
    Bar.NO_ROOM: "The block ends",
    Bar.NOT_COMING: "{who} stays away",
    Bar.ELSEWHERE: "{who} is away",
    Bar.BUSY: "{who} is busy",
    Bar.TABLE_CLOSED: "Table closed",
    Bar.NOT_THEIRS: "Table of others",
    Bar.TOO_FAR: "Too far for {who}",
    Bar.TABLE_TAKEN: "Table taken",
}


@dataclass(frozen=True, slots=True)
class Drop:
    """Where it would go. ``other`` is the meeting that would come to its place instead.

    ``is_frozen``: something of it starts too soon to be moved unless somebody says so.
    """

    place: int
    table: UUID
    other: UUID | None = None
    is_frozen: bool = False


class Carry:
    """Knows of one meeting where it could go at an instant; ``sheet`` shows the day."""

    def __init__(self, sheet: Sheet, meeting: DayMeeting, now: datetime) -> None:
        self.sheet, self.meeting, self.now = sheet, meeting, now
        self._day = sheet.day
        self._anyway = self._targets(meeting, Latitude(anyway=True))
        self._in_time = self._targets(meeting, Latitude())
        self._marks: dict[tuple[int, int], Mark] = {}

    @property
    def day(self) -> FloorDay:
        """The day it takes place on."""
        return self._day

    @property
    def fixed(self) -> Bar | None:
        """Why it can't go anywhere, if that is so."""
        bar = self._anyway.at(self.meeting.place, self.meeting.table).bar
        return bar if bar in _FIXED else None

    @cached_property
    def best(self) -> tuple[Drop, ...]:
        """The best places. The window may wait for them: few tables have to be looked at."""
        found = best_places(self._day, self.meeting, self._anyway, self.now, self.sheet.rules)
        return tuple(self._drop(each.place, each.table, None) for each in found)

    @cached_property
    def missing(self) -> tuple[UUID, ...]:
        """Who is missed already."""
        return missing_of(self._day, self.meeting, self.now, self.sheet.rules)

    def mark(self, row: int, column: int) -> Mark:
        """Say what may be done with a cell."""
        if (row, column) not in self._marks:
            self._marks[row, column] = self._mark(row, column)
        return self._marks[row, column]

    def drop(self, row: int, column: int) -> Drop | None:
        """Give what dropping it on a cell would do; nothing, if it can't go there."""
        target = self._target(row, column)
        if self._is_own(row, column):
            return None
        if target.bar is None:
            return self._drop(target.place, target.table, None)
        other = self._swapped(target)
        return None if other is None else self._drop(target.place, target.table, other)

    def at(self, column: int) -> Target:
        """Say of a slot whether it can go there, by its first table."""
        return self._target(0, column)

    def spot(self, drop: Drop) -> Spot:
        """Give a place as services name it."""
        return Spot(self._day.slot[drop.place].id, drop.table)

    def cell_of(self, drop: Drop) -> tuple[int, int]:
        """Give row and column of a place."""
        return self.sheet.row_of[drop.table], self.sheet.column_of[drop.place]

    def _mark(self, row: int, column: int) -> Mark:
        if self._is_own(row, column):
            return Mark(Way.FROM, "Taken from here")
        target = self._target(row, column)
        if target.bar is None:
            return Mark(Way.OPEN, "Same time" if target.is_same_time else self._both_free)
        if self._swapped(target) is not None:
            return Mark(Way.SWAP, "Change places")
        is_taken = bool(self._day.at.get((target.table, target.place)))
        if target.bar not in _REASONS or is_taken:
            return Mark(Way.NONE)
        who = self._short(target.who[0]) if target.who else ""
        return Mark(Way.BARRED, _REASONS[target.bar].format(who=who))

    def _short(self, who: UUID) -> str:
        participant = self._day.people[who]
        return short_name(participant.who.short_name or whole_name(participant), _SHORT)

    @property
    def _both_free(self) -> str:
        return "Both free" if len(self.meeting.people) <= 2 else "All free"

    def _is_own(self, row: int, column: int) -> bool:
        meeting = self.meeting
        is_table = self._day.tables[row].id == meeting.table
        return is_table and self._day.slots[column].place in meeting.places

    def _target(self, row: int, column: int) -> Target:
        return self._anyway.at(self._day.slots[column].place, self._day.tables[row].id)

    def _swapped(self, target: Target) -> UUID | None:
        """Give the one meeting that stands there, if both could change places."""
        found = self._day.at.get((target.table, target.place), ())
        there = [each for each in found if not each.cancelled]
        is_taken = target.bar in {Bar.TABLE_TAKEN, Bar.BUSY}
        if self.meeting.cancelled or not is_taken or len(there) != 1:
            return None
        (other,) = there
        meeting = self.meeting
        if other.place != target.place or other.length != meeting.length:
            return None
        here = self._targets(meeting, Latitude(True, (other.id,)))
        there_then = self._targets(other, Latitude(True, (meeting.id,)))
        could = here.at(target.place, target.table), there_then.at(meeting.place, meeting.table)
        return other.id if all(each.bar is None for each in could) else None

    def _drop(self, place: int, table: UUID, other: UUID | None) -> Drop:
        if other is None:
            return Drop(place, table, None, self._in_time.at(place, table).bar is Bar.FROZEN)
        pair = self.meeting, self._day.meeting[other]
        spots = (place, table), (self.meeting.place, self.meeting.table)
        is_frozen = any(
            self._targets(each, Latitude(leaving=tuple(both.id for both in pair))).at(*to).bar
            is Bar.FROZEN
            for each, to in zip(pair, spots, strict=True)
        )
        return Drop(place, table, other, is_frozen)

    def _targets(self, meeting: DayMeeting, latitude: Latitude) -> Targets:
        return Targets(self._day, meeting, self.now, self.sheet.rules, latitude)
