"""Requests of a list: which are new, which say other things than the list before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.importing.course import DoubtfulPair
from app.delegates.registration import RowProblem
from app.journal.deeds import Deed
from app.journal.turns import chunks
from app.meetings.deeds import RequestAdded, RequestChanged, RequestNoted, Values
from app.meetings.importing.cells import CellReader, Cells
from app.meetings.importing.course import (
    CREATED,
    REJECTED,
    UNCHANGED,
    UPDATED,
    Decide,
    Decision,
)
from app.meetings.importing.finding import Finder, RowRefused
from app.meetings.importing.fixed import Fixed, contradictions, standing
from app.meetings.numbers import free_request_numbers
from app.meetings.orders import as_said
from app.meetings.reading.entries import Entry
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Sides, Wishes, sides_of
from db.ids import new_id
from db.models import Request

_UNSAID: Values = {
    "mutual": False,
    "priority": 2,
    "kind": "",
    "length": 1,
    "slot_id": None,
    "table_id": None,
    "forbidden": [],
    "needs": [],
    "after": [],
}
"""What stands in a column that nobody has spoken of."""
_COLUMNS = (
    *(Request.id, Request.number, Request.said, Request.note, Request.note_said),
    *(getattr(Request, name) for name in _UNSAID),
)
_Sides = tuple[tuple[UUID, ...], tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class RequestRows:
    """Decides on rows that ask for meetings. ``letters`` begin the numbers of new requests."""

    letters: str

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows. Whoever asks whom is known by both sides; so a row is never twice."""
        around = setting(session)
        wishes = Wishes(session, around.attendees)
        reading = _Reading(Finder(around.attendees), Cells(around, wishes))
        rows = _checked(around, wishes, [reading.row(entry) for entry in entries])
        known = {
            row.line: request
            for row in rows
            if row.sides and (request := wishes.said_by(*row.sides)) is not None
        }
        stored = _stored(session, list(known.values()))
        numbers = free_request_numbers(session, self.letters)
        decided: dict[int, Decision] = {}
        for row in rows:
            if row.sides is None or row.twice:
                decided[row.line] = Decision(row.outcome, problems=row.problems)
            elif row.line in known:
                decided[row.line] = _known(row, stored[known[row.line]])
            else:
                deeds = tuple(_new(row, row.sides, next(numbers)))
                decided[row.line] = Decision(CREATED, deeds, row.problems)
        mutual = set(_mutual(rows, wishes))
        return {line: replace(each, mutual=line in mutual) for line, each in decided.items()}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was understood. ``outcome`` is of one that asks for nothing new.

    ``column`` is the one that says the slot it is fixed to.
    """

    line: int
    sides: _Sides | None
    values: Values
    note: str
    problems: tuple[RowProblem, ...]
    column: str = ""
    outcome: str = REJECTED
    twice: bool = False


class _Reading:
    """Understands rows. Of two for the same request the first counts."""

    def __init__(self, finder: Finder, cells: Cells) -> None:
        self._finder = finder
        self._cells = cells
        self._first: dict[tuple[frozenset[UUID], frozenset[UUID]], _Row] = {}

    def row(self, entry: Entry) -> _Row:
        reader = CellReader(entry, self._cells)
        try:
            sides = self._finder.sides(entry)
            values = reader.values()
        except RowRefused as refused:
            return _Row(entry.line, None, {}, "", (refused.problem,))
        note, column = entry.cells.get("note", ""), _slot_column(entry)
        if values.get("slot_id") in values.get("forbidden", ()):
            text = entry.cells.get("slot") or entry.cells.get("time", "")
            problem = RowProblem(entry.line, column, "slot_forbidden", text)
            return _Row(entry.line, None, {}, "", (problem,))
        row = _Row(entry.line, sides, values, note, tuple(reader.remarks), column)
        first = self._first.setdefault((frozenset(sides[0]), frozenset(sides[1])), row)
        if first is row:
            return row
        if (first.values, first.note) == (values, note):
            return replace(row, outcome=UNCHANGED, twice=True)
        twice = RowProblem(entry.line, "", "said_twice", f"line {first.line}")
        return _Row(entry.line, None, {}, "", (twice,))


def _slot_column(entry: Entry) -> str:
    return entry.columns.get("slot") or entry.columns.get("time", "")


def _checked(around: Setting, wishes: Wishes, rows: Sequence[_Row]) -> Sequence[_Row]:
    """Give the rows with what their fixed slots say against each other."""
    fixed = [each for row in rows if (each := _fixed(around, row)) is not None]
    said = {(each.hosts, each.guests) for each in fixed}
    stands = [
        each
        for each in standing(around, wishes.all.values())
        if (each.hosts, each.guests) not in said
    ]
    problems = contradictions(around, [*stands, *fixed])
    return [
        replace(row, problems=(*row.problems, *problems[row.line])) if row.line in problems else row
        for row in rows
    ]


def _fixed(around: Setting, row: _Row) -> Fixed | None:
    slot, table = row.values.get("slot_id"), row.values.get("table_id")
    if row.sides is None or row.twice or slot is None:
        return None
    slots = around.hall.taken(UUID(slot), row.values.get("length", 1)) or (UUID(slot),)
    place = slots, UUID(table) if table else None
    return Fixed(row.line, f"line {row.line}", row.column, *row.sides, *place)


def _mutual(rows: Sequence[_Row], wishes: Wishes) -> Iterator[int]:
    """Yield the first row of each meeting of the list that both sides want."""
    taken = [(row, row.sides) for row in rows if row.sides is not None and not row.twice]
    asked = {(frozenset(hosts), frozenset(guests)) for _row, (hosts, guests) in taken}
    seen: set[Sides] = set()
    for row, (hosts, guests) in taken:
        back = (frozenset(guests), frozenset(hosts))
        both = row.values.get("mutual") or back in asked or wishes.asked(*back) is not None
        sides = sides_of(hosts, guests)
        if both and sides not in seen:
            seen.add(sides)
            yield row.line


def _stored(session: Session, requests: Sequence[UUID]) -> Mapping[UUID, Any]:
    found: dict[UUID, Any] = {}
    for part in chunks(requests):
        query = select(*_COLUMNS).where(Request.id.in_(part))
        found |= {row.id: row for row in session.connection().execute(query)}
    return found


def _new(row: _Row, sides: _Sides, number: str) -> Iterator[Deed]:
    request = new_id()
    hosts, guests = ([*map(str, side)] for side in sides)
    values = {"hosts": hosts, "guests": guests, **row.values}
    if row.values:
        values["said"] = row.values
    yield RequestAdded(request, number, values)
    if row.note:
        yield RequestNoted(request, row.note, row.note)


def _known(row: _Row, stored: Any) -> Decision:
    """Take over what the list says now and did not say before. What a desk said stands."""
    new: Values = {}
    doubtful: list[DoubtfulPair] = []
    for name, value in row.values.items():
        stands = as_said(getattr(stored, name))
        heard = stored.said.get(name, _UNSAID[name])
        if value in (stands, stored.said.get(name)):
            continue
        if stands == heard:
            new[name] = value
        else:
            heard_now = (name, stored.number, _shown(value), (row.line,))
            doubtful.append(DoubtfulPair("desk_value", *heard_now))
    deeds: list[Deed] = []
    if new:
        before = {name: as_said(getattr(stored, name)) for name in new}
        said = {"said": {**stored.said, **new}}
        deeds.append(RequestChanged(stored.id, new | said, before | {"said": dict(stored.said)}))
    if row.note and row.note not in {stored.note, stored.note_said}:
        if stored.note == stored.note_said:
            was = (stored.note, stored.note_said)
            deeds.append(RequestNoted(stored.id, row.note, row.note, *was))
        else:
            doubtful.append(
                DoubtfulPair("desk_value", "note", stored.number, row.note, (row.line,))
            )
    outcome = UPDATED if deeds else UNCHANGED
    return Decision(outcome, tuple(deeds), row.problems, tuple(doubtful))


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
