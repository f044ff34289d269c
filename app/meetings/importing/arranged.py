"""Meetings of a list that were arranged elsewhere, each checked before any of them is made.

The same people in the same slot are the same meeting. If they have one meeting, and it is in no
row of the list, the list has moved it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.registration import RowProblem
from app.journal.deeds import Deed
from app.meetings import deeds as d
from app.meetings.arranged import CANCELLED, PLANNED, Arranged, arranged
from app.meetings.importing.cells import CellReader, Cells
from app.meetings.importing.clashes import Row, clashes
from app.meetings.importing.course import (
    CREATED,
    REJECTED,
    UNCHANGED,
    UPDATED,
    Decide,
    Decision,
)
from app.meetings.importing.finding import Finder, RowRefused
from app.meetings.numbers import free_meeting_numbers
from app.meetings.reading.entries import Entry
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Sides, Wishes
from db.ids import new_id


@dataclass(frozen=True, slots=True)
class MeetingRows:
    """Decides on rows that say who meets whom, when and where. ``letters`` begin new numbers."""

    letters: str

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows."""
        around = setting(session)
        wishes = Wishes(session, around.attendees)
        standing = arranged(session, around.attendees)
        reading = _Reading(around, wishes)
        rows = _matched([row for entry in entries for row in reading.rows(entry)], standing)
        problems = clashes(around, standing, rows)
        writing = _Writing(wishes, standing, free_meeting_numbers(session, self.letters))
        decided = dict(reading.decided)
        for row in rows:
            problem = problems.get(row.entry.line)
            decided[row.entry.line] = (
                writing.decision(row) if problem is None else Decision(REJECTED, (), (problem,))
            )
        return decided


class _Reading:
    """Understands rows. ``decided`` are those that name no meeting, or one of a row before."""

    def __init__(self, around: Setting, wishes: Wishes) -> None:
        self.decided: dict[int, Decision] = {}
        self._around = around
        self._finder = Finder(around.attendees)
        self._cells = Cells(around, wishes)
        self._first: dict[tuple[Sides, UUID], Row] = {}

    def rows(self, entry: Entry) -> Iterator[Row]:
        try:
            row = self._row(entry)
        except RowRefused as refused:
            self.decided[entry.line] = Decision(REJECTED, (), (refused.problem,))
            return
        first = self._first.setdefault((row.sides, row.slot), row)
        if first is row:
            yield row
        elif first.says_what(row):
            self.decided[entry.line] = Decision(UNCHANGED, (), row.remarks)
        else:
            twice = RowProblem(entry.line, "", "said_twice", f"line {first.entry.line}")
            self.decided[entry.line] = Decision(REJECTED, (), (twice,))

    def _row(self, entry: Entry) -> Row:
        hosts, guests = self._finder.sides(entry)
        for each in (*hosts, *guests):
            if not self._around.attendees.are_coming([each]):
                who = self._around.attendees.named([each])[0]
                text = f"{who.badge_number} {who.name}"
                raise RowRefused(RowProblem(entry.line, "", "not_coming", text))
        reader = CellReader(entry, self._cells)
        slot, table = reader.slot(), reader.needed("table", self._cells.table)
        length = reader.needed("length", self._cells.length) or 1
        if slot is None or table is None:
            code = "no_slot" if slot is None else "no_table"
            raise RowRefused(RowProblem(entry.line, "", code, ""))
        if self._around.hall.taken(slot, length) is None:
            text = f"{self._around.hall.clock(slot)}, {length} slots"
            raise RowRefused(RowProblem(entry.line, "", "runs_over", text))
        kind = reader.wished("kind", self._cells.kind) or ""
        locked = reader.wished("locked", self._cells.mutual)
        said = (slot, table, length, kind, locked)
        return Row(entry, hosts, guests, *said, remarks=tuple(reader.remarks))


def _matched(rows: Sequence[Row], standing: Sequence[Arranged]) -> list[Row]:
    """Give the rows with the meetings that they speak of."""
    of_sides: dict[Sides, list[Arranged]] = defaultdict(list)
    for meeting in standing:
        of_sides[meeting.sides].append(meeting)
    matched = [replace(row, meeting=_in_slot(of_sides[row.sides], row.slot)) for row in rows]
    spoken_of = {row.meeting.id for row in matched if row.meeting}
    left: dict[Sides, list[Row]] = defaultdict(list)
    for row in matched:
        if row.meeting is None:
            left[row.sides].append(row)
    for place, row in enumerate(matched):
        planned = [
            each
            for each in of_sides[row.sides]
            if each.state == PLANNED and each.id not in spoken_of
        ]
        if row.meeting is None and len(planned) == len(left[row.sides]) == 1:
            matched[place] = replace(row, meeting=planned[0])
    return matched


def _in_slot(meetings: Sequence[Arranged], slot: UUID) -> Arranged | None:
    there = [meeting for meeting in meetings if meeting.slot_id == slot]
    return min(there, key=lambda meeting: meeting.state == CANCELLED, default=None)


class _Writing:
    """Gives the deeds of rows that nothing stands against."""

    def __init__(
        self, wishes: Wishes, standing: Sequence[Arranged], numbers: Iterator[str]
    ) -> None:
        self._wishes = wishes
        self._numbers = numbers
        wanted = [
            wishes.of_row(meeting.request_id)
            for meeting in standing
            if meeting.request_id is not None and meeting.state == PLANNED
        ]
        self._placed = {wish.id for wish in wanted if wish is not None}

    def decision(self, row: Row) -> Decision:
        if row.meeting is None:
            return Decision(CREATED, (self._new(row),), row.remarks)
        deeds = () if row.meeting.state == CANCELLED else tuple(self._changes(row, row.meeting))
        return Decision(UPDATED if deeds else UNCHANGED, deeds, row.remarks)

    def _changes(self, row: Row, meeting: Arranged) -> Iterator[Deed]:
        if row.length != meeting.length:
            yield d.MeetingTakenOut(meeting.id)
            yield self._added(row, meeting.number, meeting.request_id)
            return
        before = (meeting.slot_id, meeting.table_id)
        if (row.slot, row.table) != before:
            yield d.MeetingMoved(meeting.id, row.slot, row.table, *before)
        if row.locked is not None and row.locked != meeting.locked:
            deed = d.MeetingLocked if row.locked else d.MeetingUnlocked
            yield deed(meeting.id)

    def _new(self, row: Row) -> Deed:
        wish = self._wishes.of_sides(row.hosts, row.guests)
        request = None
        if wish is not None and not wish.withdrawn and wish.id not in self._placed:
            self._placed.add(wish.id)
            request = wish.id
        return self._added(row, next(self._numbers), request)

    def _added(self, row: Row, number: str, request: UUID | None) -> Deed:
        values: d.Values = {
            "hosts": [*map(str, row.hosts)],
            "guests": [*map(str, row.guests)],
            "slot_id": str(row.slot),
            "table_id": str(row.table),
        }
        said: Mapping[str, object] = {
            "request_id": None if request is None else str(request),
            "length": row.length if row.length > 1 else None,
            "kind": row.kind,
            "locked": row.locked,
        }
        values |= {name: value for name, value in said.items() if value}
        return d.MeetingAdded(new_id(), number, values)
