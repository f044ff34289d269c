"""Visits of a list, each beside what is offered just now. Blank cells say nothing.

What a file said before, and the desk corrected since, stays as the desk has it until the file says
something new, or the order is to take its word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.registration import RowProblem
from app.event.facts import event_facts
from app.journal.deeds import Deed
from app.journal.writes import without_instants
from app.meetings.deeds import Values
from app.meetings.importing.compared import FieldChange
from app.meetings.importing.course import (
    CREATED,
    REJECTED,
    UNCHANGED,
    UPDATED,
    Decide,
    Decision,
)
from app.meetings.importing.finding import RowRefused
from app.meetings.reading.entries import Entry
from app.programme.importing.times import Times, TimesUnread
from app.visits.deeds import VisitAdded, VisitChanged
from app.visits.importing.known import KnownVisits
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import VisitFacts, VisitNotPossible, VisitOrder
from app.visits.visits import as_changed, change_deeds, check_order, tidy
from db.ids import new_id

_TEXTS: Final = ("title", "sector", "meeting_point")
_FIELD: Final = {"no_places": "places", "places_taken": "places", "ends_first": "start"}
_CODE: Final = {"ends_first": "visit_ends_first", "title": "no_visit_title"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that speaks of a visit: what it changes, and what the desk keeps."""

    line: int
    visit: VisitFacts
    changes: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What becomes of all rows, those that speak of visits that are offered, and these."""

    rows: tuple[Row, ...]
    decided: Decide
    book: VisitBook
    known: KnownVisits


@dataclass(frozen=True, slots=True)
class VisitRows:
    """Decides on rows. ``take_file``: their word counts, whatever the desk corrected."""

    take_file: bool = False

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows."""
        return self.look(session, entries).decided

    def look(self, session: Session, entries: Sequence[Entry]) -> Look:
        """Do the same, and tell which visit each row speaks of."""
        rows = _Rows(session, take_file=self.take_file)
        decided = {entry.line: rows.decision(entry) for entry in entries}
        return Look(tuple(rows.rows), decided, rows.book, rows.known)


class _Rows:
    """Decides on rows beside what is offered."""

    def __init__(self, session: Session, *, take_file: bool) -> None:
        facts = event_facts(session)
        self.rows: list[Row] = []
        self.book: VisitBook = visit_book(session)
        self.known = KnownVisits(session, self.book)
        self._take_file = take_file
        self._times = Times(facts.zone, facts.days)
        self._said: dict[object, tuple[int, Mapping[str, Any]]] = {}

    def decision(self, entry: Entry) -> Decision:
        try:
            said = self._read(entry)
            visit = self.known.named(said["title"])
            key = visit.id if visit is not None else fold(said["title"])
            line, before = self._said.setdefault(key, (entry.line, said))
            if line == entry.line:
                return self._new(entry, said) if visit is None else self._on(entry, said, visit)
        except RowRefused as refused:
            return Decision(REJECTED, (), (refused.problem,))
        if before == said:
            return Decision(UNCHANGED)
        problem = RowProblem(entry.line, "", "visit_twice", f"line {line}")
        return Decision(REJECTED, (), (problem,))

    def _new(self, entry: Entry, said: Mapping[str, Any]) -> Decision:
        if self.known.is_cancelled(said["title"]):
            stays = _problem(entry, "title", "visit_stays_cancelled")
            return Decision(UNCHANGED, (), (stays,))
        try:
            order = tidy(VisitOrder(**{"places": 0, **said}))
            check_order(order, self.book, None)
        except VisitNotPossible as refused:
            raise _refused(entry, refused) from refused
        visit = new_id()
        noted = VisitChanged(visit, {"said": without_instants(said)}, {"said": {}})
        return Decision(CREATED, (VisitAdded(visit, **asdict(order)), noted))

    def _on(self, entry: Entry, said: Mapping[str, Any], visit: VisitFacts) -> Decision:
        was_said = self.known.said[visit.id]
        other = {name: value for name, value in said.items() if not _is_as(visit, name, value)}
        told = without_instants(said)
        new = {
            name: value
            for name, value in other.items()
            if self._take_file or not _is_same(name, was_said.get(name), told[name])
        }
        try:
            deeds: list[Deed] = change_deeds(self.book, visit, as_changed(self.book, visit, new))
        except VisitNotPossible as refused:
            raise _refused(entry, refused) from refused
        kept = {name: value for name, value in other.items() if name not in new}
        self.rows.append(Row(entry.line, visit, _fields(visit, new), _fields(visit, kept)))
        outcome = UPDATED if deeds else UNCHANGED
        if noted := {name: value for name, value in told.items() if was_said.get(name) != value}:
            all_said: Values = {**was_said, **noted}
            deeds.append(VisitChanged(visit.id, {"said": all_said}, {"said": dict(was_said)}))
        return Decision(outcome, tuple(deeds))

    def _read(self, entry: Entry) -> dict[str, Any]:
        cells = entry.cells
        if not cells.get("title"):
            raise RowRefused(_problem(entry, "title", "no_visit_title"))
        said: dict[str, Any] = {
            name: " ".join(cells[name].split()) for name in _TEXTS if cells.get(name)
        }
        try:
            said["starts_at"], said["ends_at"] = self._times.stretch(cells)
        except TimesUnread as unread:
            raise RowRefused(_problem(entry, unread.field, unread.code)) from unread
        if text := cells.get("places"):
            number = text.removesuffix(".0")
            if not number.isdecimal():
                raise RowRefused(_problem(entry, "places", "unknown_places"))
            said["places"] = int(number)
        return said


def _is_as(visit: VisitFacts, name: str, value: Any) -> bool:
    return _is_same(name, getattr(visit, name), value)


def _is_same(name: str, one: Any, other: Any) -> bool:
    """Tell whether two say the same; what a file writes otherwise, as in capitals, is one title."""
    if name == "title" and one is not None:
        return fold(one) == fold(other)
    return bool(one == other)


def _fields(visit: VisitFacts, values: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, getattr(visit, name), now) for name, now in values.items())


def _refused(entry: Entry, refused: VisitNotPossible) -> RowRefused:
    code = _CODE.get(refused.reason, refused.reason)
    field = _FIELD.get(refused.reason, "title")
    return RowRefused(_problem(entry, field, code, refused.value))


def _problem(entry: Entry, field: str, code: str, text: str = "") -> RowProblem:
    shown = text or shortened(entry.cells.get(field, ""))
    return RowProblem(entry.line, entry.columns.get(field, ""), code, shown)
