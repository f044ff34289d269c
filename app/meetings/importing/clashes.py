"""What stands against meetings of a list: people and tables that are taken, closed, not theirs.

The rules are those of the planner, so a list brings nothing that a plan could not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.delegates.registration import RowProblem
from app.meetings.arranged import CANCELLED, PLANNED, Arranged
from app.meetings.hall import Hall
from app.meetings.reading.entries import Entry
from app.meetings.setting import Setting
from app.meetings.wishes import Sides, sides_of
from app.planning import problem as p
from app.planning.check import Broken, broken_rules

_AT_A_TABLE = frozenset({"clash_at_table", "table_closed", "not_theirs"})
_WITH_ANOTHER = frozenset({"clash_at_table", "clash_of_people", "too_far"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was understood, and the meeting it speaks of, if that stands already."""

    entry: Entry
    hosts: tuple[UUID, ...]
    guests: tuple[UUID, ...]
    slot: UUID
    table: UUID
    length: int
    kind: str
    locked: bool | None
    remarks: tuple[RowProblem, ...] = ()
    meeting: Arranged | None = None

    @property
    def sides(self) -> Sides:
        """Give its people, whichever side asked."""
        return sides_of(self.hosts, self.guests)

    def says_what(self, other: Row) -> bool:
        """Tell whether another row says the same."""
        facts = ("sides", "slot", "table", "length", "kind", "locked")
        return all(getattr(self, name) == getattr(other, name) for name in facts)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A meeting that stands, or that a row would bring. ``line`` is 0 for the former."""

    name: str
    called: str
    people: tuple[UUID, ...]
    slot: UUID
    table: UUID
    length: int
    line: int = 0


def clashes(
    around: Setting, standing: Sequence[Arranged], rows: Sequence[Row]
) -> Mapping[int, RowProblem]:
    """Give what stands against rows, by their lines; of two rows the later one gives way.

    Codes are those of ``app.planning.plan.Contradiction``. The text names the other meeting.
    """
    checking = _Checking(around, standing, [row for row in rows if not _is_cancelled(row)])
    while checking.gives_way():
        pass
    return checking.problems


def _is_cancelled(row: Row) -> bool:
    return row.meeting is not None and row.meeting.state == CANCELLED


class _Checking:
    """Looks at all meetings together, again and again, until no row breaks a rule."""

    def __init__(self, around: Setting, standing: Sequence[Arranged], rows: Sequence[Row]) -> None:
        self.problems: dict[int, RowProblem] = {}
        self._around = around
        self._rows = {row.entry.line: row for row in rows}
        self._standing = [each for each in standing if each.state == PLANNED]

    def gives_way(self) -> bool:
        """Turn down rows that break rules; tell whether there were any."""
        placed = {each.name: each for each in self._placed()}
        hall = self._around.hall
        problem = self._around.problem(
            [
                p.Request(each.name, tuple(map(str, each.people)), length=each.length)
                for each in placed.values()
            ]
        )
        meetings = [
            p.Meeting(hall.place_of[each.slot], str(each.table), each.name)
            for each in placed.values()
        ]
        before = len(self.problems)
        for last, broken, named in _by_row(broken_rules(problem, meetings), placed):
            # What another row stood against that is turned down itself is looked at again.
            if not any(each.line in self.problems for each in named):
                self.problems[last] = self._problem(broken, named)
        return len(self.problems) > before

    def _placed(self) -> Sequence[_Placed]:
        """Give all meetings: of the rows that still count, and as they stand."""
        rows = [row for line, row in self._rows.items() if line not in self.problems]
        moved = {row.meeting.id for row in rows if row.meeting is not None}
        return [
            *(self._standing_one(each) for each in self._standing if self._stays(each, moved)),
            *map(self._row, rows),
        ]

    def _stays(self, meeting: Arranged, moved: set[UUID]) -> bool:
        hall = self._around.hall
        has_place = hall.taken(meeting.slot_id, meeting.length) and meeting.table_id in hall.table
        return bool(has_place) and meeting.id not in moved

    def _standing_one(self, meeting: Arranged) -> _Placed:
        assert meeting.slot_id is not None  # noqa: S101 - it has its place
        assert meeting.table_id is not None  # noqa: S101
        place = (meeting.slot_id, meeting.table_id, meeting.length)
        return _Placed(str(meeting.id), meeting.number, meeting.people, *place)

    def _row(self, row: Row) -> _Placed:
        line = row.entry.line
        people = tuple(dict.fromkeys((*row.hosts, *row.guests)))
        return _Placed(
            f"line {line}", f"line {line}", people, row.slot, row.table, row.length, line
        )

    def _problem(self, broken: Broken, named: Sequence[_Placed]) -> RowProblem:
        row = max(named, key=lambda each: each.line)
        columns = self._rows[row.line].entry.columns
        at_table = broken.why in _AT_A_TABLE
        column = columns.get("table" if at_table else "slot") or columns.get("time", "")
        about = [] if broken.why == "clash_at_table" else [self._about(broken)]
        others = [each for each in named if each is not row]
        if broken.why in _WITH_ANOTHER and others:
            about.append(self._told(others[0]))
        return RowProblem(row.line, column, broken.why, ": ".join(filter(None, about)))

    def _about(self, broken: Broken) -> str:
        """Name the person or the table that a broken rule is about."""
        for name in broken.names:
            try:
                thing = UUID(name)
            except ValueError:
                continue
            found = self._around.attendees.get(thing)
            if found is not None:
                return f"{found.who.badge_number} {found.who.name}"
            if thing in self._around.hall.table:
                return self._around.hall.table[thing].label
        return ""

    def _told(self, meeting: _Placed) -> str:
        hall, who = self._around.hall, self._around.attendees.named(meeting.people)
        names = " – ".join(each.name for each in who)
        return f"{meeting.called}, {names}, {hall.clock(meeting.slot)}, {_label(hall, meeting)}"


def _by_row(
    found: Iterable[Broken], placed: Mapping[str, _Placed]
) -> list[tuple[int, Broken, Sequence[_Placed]]]:
    """Give the rules that rows break, with all meetings concerned, in the order of the last row."""
    rows = []
    for broken in found:
        named = [placed[name] for name in broken.names if name in placed]
        line = max(each.line for each in named)
        if line:
            rows.append((line, broken, named))
    return sorted(rows, key=lambda row: row[0])


def _label(hall: Hall, meeting: _Placed) -> str:
    return hall.table[meeting.table].label
