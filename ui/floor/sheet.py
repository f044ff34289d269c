"""What the grid shows of a day at an instant: a cell for each table and slot. Pure, without Qt.

``ui.floor.making`` makes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from app.delegates.short_names import short_name
from app.floor.day import DayMeeting, DaySlot, DayTable, FloorDay, Participant
from app.floor.rules import FloorRules
from app.floor.states import (
    Attendance,
    MeetingState,
    Missing,
    Standing,
    Word,
    attendance,
    standing,
)


class Tone(StrEnum):
    """How a cell looks: the state of its meeting, or that there is none."""

    PLANNED = "planned"
    BOTH_HERE = "both_here"
    CALLED = "called"
    RUNNING = "running"
    MISSING = "missing"
    """It runs or starts soon, and a side is not here."""
    NO_SHOW = "no_show"
    MISSED = "missed"
    """A no-show that is over."""
    MOVED = "moved"
    HELD = "held"
    CANCELLED = "cancelled"
    FREE = "free"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Line:
    """One side of a meeting."""

    name: str
    dot: Attendance
    strong: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """All that is painted of a cell. ``clash``: two meetings have the table."""

    tone: Tone
    lines: tuple[Line, ...] = ()
    kind: str = ""
    clash: bool = False
    locked: bool = False
    off_table: bool = False
    """The table is closed under the meeting."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A face, and the meetings behind it, the one that is shown first."""

    face: Face
    meetings: tuple[UUID, ...] = ()


FREE, CLOSED = Cell(Face(Tone.FREE)), Cell(Face(Tone.CLOSED))


@dataclass(frozen=True)
class Sheet:
    """The cells, a row for each table and a column for each slot of the day.

    ``unsettled`` are people of whom a desk whose clock is ahead says what is to come.
    """

    day: FloorDay
    now: datetime
    rules: FloorRules
    rows: tuple[tuple[Cell, ...], ...]
    unsettled: frozenset[UUID] = frozenset()

    @cached_property
    def row_of(self) -> Mapping[UUID, int]:
        """Give each table's row."""
        return {table.id: row for row, table in enumerate(self.day.tables)}

    @cached_property
    def column_of(self) -> Mapping[int, int]:
        """Give each slot's column, by its place."""
        return {slot.place: column for column, slot in enumerate(self.day.slots)}

    @property
    def running(self) -> DaySlot | None:
        """The slot that runs."""
        return next(
            (slot for slot in self.day.slots if slot.starts_at <= self.now < slot.ends_at), None
        )

    @property
    def next(self) -> DaySlot | None:
        """The slot that starts next."""
        return next((slot for slot in self.day.slots if slot.starts_at > self.now), None)

    @property
    def looked_at(self) -> DaySlot | None:
        """The slot that counts tell of: the one that runs, or else the next; none, all day."""
        return self.running or self.next

    def place_of(self, meeting: UUID) -> tuple[int, int] | None:
        """Give row and column where a meeting begins."""
        found = self.day.meeting.get(meeting)
        if found is None or found.table not in self.row_of or found.place not in self.column_of:
            return None
        return self.row_of[found.table], self.column_of[found.place]

    def counts(self) -> Mapping[Tone, int]:
        """Count the cells of each look in the slot that is looked at, or all day."""
        slot = self.looked_at
        columns = range(len(self.day.slots)) if slot is None else (self.column_of[slot.place],)
        return Counter(row[column].face.tone for row in self.rows for column in columns)

    @cached_property
    def spans(self) -> tuple[tuple[int, int, int], ...]:
        """Give row, column and length of what takes several slots and is alone there."""
        return tuple(self._spans())

    @cached_property
    def urgent(self) -> tuple[tuple[int, Tone], ...]:
        """Give rows that need somebody, with the worst that is so there."""
        return tuple(self._urgent())

    def readied(self) -> Sheet:
        """Give it with all worked out that the window would wait for."""
        _known = (self.row_of, self.column_of, self.spans, self.urgent)
        return self

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        for meeting in self.day.meetings:
            if meeting.length > 1 and (begin := self.place_of(meeting.id)) is not None:
                row, column = begin
                taken = self.rows[row][column : column + meeting.length]
                if all(cell.meetings == (meeting.id,) for cell in taken):
                    yield row, column, len(taken)

    def _urgent(self) -> Iterator[tuple[int, Tone]]:
        for row, cells in enumerate(self.rows):
            faces = [cell.face for cell in cells]
            if any(face.tone is Tone.NO_SHOW or face.clash for face in faces):
                yield row, Tone.NO_SHOW
            elif any(face.tone is Tone.MISSING or face.off_table for face in faces):
                yield row, Tone.MISSING


def now_in(slots: Sequence[DaySlot], now: datetime) -> tuple[int, float] | None:
    """Give the column of an instant and how much of its slot has passed; 0: it has not begun.

    Nothing: it is before the first slot of the day, or after the last.
    """
    for column, slot in enumerate(slots):
        if now < slot.ends_at:
            passed = max((now - slot.starts_at) / (slot.ends_at - slot.starts_at), 0.0)
            return (column, passed) if column or now >= slot.starts_at else None
    return None


class Faces:
    """Works out how meetings look at an instant."""

    def __init__(self, day: FloorDay, now: datetime, rules: FloorRules) -> None:
        self.day = day
        self._now = now
        self._soon = now + timedelta(minutes=rules.soon_minutes)

    @property
    def phases(self) -> list[tuple[bool, bool, bool]]:
        """Say of each slot whether it has begun, is over, and starts soon: what looks rest on."""
        return [
            (each.starts_at <= self._now, each.ends_at <= self._now, each.starts_at <= self._soon)
            for each in self.day.slots
        ]

    def cell(self, table: DayTable, slot: DaySlot, meetings: Sequence[DayMeeting]) -> Cell:
        """Give the cell of a table and slot, where these meetings are."""
        if not meetings:
            return FREE if table.open >> slot.place & 1 else CLOSED
        standing_there = [each for each in meetings if not each.cancelled]
        takes_place = [each for each in standing_there if each.said != Word.NO_SHOW]
        shown = (takes_place or standing_there or meetings)[0]
        others = tuple(each.id for each in meetings if each is not shown)
        face = self.face(shown)
        if len(takes_place) > 1:
            face = replace(face, clash=True)
        return Cell(face, (shown.id, *others))

    def face(self, meeting: DayMeeting) -> Face:
        """Give how a meeting looks."""
        stands = standing(self.day, meeting, self._now)
        tone = self._tone(meeting, stands)
        return Face(
            tone,
            (
                self._line(meeting, meeting.hosts, tone, _is_missed(stands, Missing.HOST)),
                self._line(meeting, meeting.guests, tone, _is_missed(stands, Missing.GUEST)),
            ),
            meeting.kind.upper(),
            locked=meeting.locked,
            off_table=tone not in _OVER and not self.day.has_table(meeting),
        )

    def _tone(self, meeting: DayMeeting, stands: Standing) -> Tone:
        if stands.state is MeetingState.NO_SHOW and meeting.ends_at > self._now:
            return Tone.NO_SHOW
        if stands.state in _SETTLED:
            return _SETTLED[stands.state]
        if stands.missing and meeting.starts_at <= self._soon:
            return Tone.MISSING
        if meeting.has_moved:
            return Tone.MOVED
        if stands.state is MeetingState.CALLED:
            return Tone.CALLED
        return Tone.PLANNED if stands.missing else Tone.BOTH_HERE

    def _line(self, meeting: DayMeeting, side: tuple[UUID, ...], tone: Tone, missed: bool) -> Line:
        dot = min(
            (attendance(self.day, meeting, each, self._now) for each in side),
            key=_BEST_FIRST.index,
        )
        name = side_name(self.day.people[each] for each in side)
        is_struck = tone is Tone.CANCELLED or (missed and tone in _NOT_HELD)
        return Line(name, dot, missed and tone in _STRESSED, is_struck)


_SETTLED: Mapping[MeetingState, Tone] = {
    MeetingState.CANCELLED: Tone.CANCELLED,
    MeetingState.HELD: Tone.HELD,
    MeetingState.RUNNING: Tone.RUNNING,
    MeetingState.NO_SHOW: Tone.MISSED,
    MeetingState.LATE: Tone.MISSING,
}
_OVER = frozenset({Tone.HELD, Tone.MISSED, Tone.CANCELLED})
_NOT_HELD = frozenset({Tone.NO_SHOW, Tone.MISSED})
_STRESSED = frozenset({Tone.MISSING, Tone.NO_SHOW})
_BEST_FIRST = (
    Attendance.HERE,
    Attendance.LATE,
    Attendance.EXPECTED,
    Attendance.ABSENT,
    Attendance.NOT_EXPECTED,
)
"""A side is there when one of its people is."""


def _is_missed(stands: Standing, side: Missing) -> bool:
    return stands.missing in {side, Missing.BOTH}


def side_name(people: Iterable[Participant]) -> str:
    """Name a side of a meeting in short: its organisation, or whoever has none."""
    first = next(iter(people)).who
    return first.short_name or short_name(first.organisation or first.name or first.badge_number)
