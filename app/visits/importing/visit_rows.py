"""Visits of a list, each beside what is offered just now. Blank cells say nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.registration import RowProblem
from app.event.facts import event_facts
from app.journal.deeds import Deed
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
from app.visits.deeds import VisitAdded
from app.visits.reading import VisitBook, visit_book
from app.visits.visit import VisitFacts, VisitNotPossible, VisitOrder
from app.visits.visits import as_changed, change_deeds, check_order, tidy
from db.ids import new_id

_TEXTS: Final = ("title", "sector", "meeting_point")
_FIELD: Final = {"no_places": "places", "places_taken": "places", "ends_first": "start"}
_CODE: Final = {"ends_first": "visit_ends_first", "title": "no_visit_title"}


def decide_visits(session: Session, entries: Sequence[Entry]) -> Decide:
    """Decide on all rows. A visit is known by its title."""
    rows = _VisitRows(session)
    return {entry.line: rows.decision(entry) for entry in entries}


class _VisitRows:
    """Decides on rows beside what is offered."""

    def __init__(self, session: Session) -> None:
        facts = event_facts(session)
        self._book: VisitBook = visit_book(session)
        self._times = Times(facts.zone, facts.days)
        self._known = {fold(each.title): each for each in self._book.visits.values()}
        self._said: dict[str, tuple[int, Mapping[str, Any]]] = {}

    def decision(self, entry: Entry) -> Decision:
        try:
            said = self._read(entry)
            key = fold(said["title"])
            line, before = self._said.setdefault(key, (entry.line, said))
            if line == entry.line:
                return self._decided(entry, said, self._known.get(key))
        except RowRefused as refused:
            return Decision(REJECTED, (), (refused.problem,))
        if before == said:
            return Decision(UNCHANGED)
        problem = RowProblem(entry.line, "", "visit_twice", f"line {line}")
        return Decision(REJECTED, (), (problem,))

    def _decided(self, entry: Entry, said: Mapping[str, Any], known: VisitFacts | None) -> Decision:
        try:
            if known is None:
                order = tidy(VisitOrder(**{"places": 0, **said}))
                check_order(order, self._book, None)
                return Decision(CREATED, (VisitAdded(new_id(), **asdict(order)),))
            # What a file writes otherwise, as in capitals, is the same title.
            values = {name: value for name, value in said.items() if name != "title"}
            deeds: list[Deed] = change_deeds(
                self._book, known, as_changed(self._book, known, values)
            )
            return Decision(UPDATED if deeds else UNCHANGED, tuple(deeds))
        except VisitNotPossible as refused:
            code = _CODE.get(refused.reason, refused.reason)
            field = _FIELD.get(refused.reason, "title")
            raise RowRefused(_problem(entry, field, code, refused.value)) from refused

    def _read(self, entry: Entry) -> dict[str, Any]:
        cells = entry.cells
        if not cells.get("title"):
            raise RowRefused(_problem(entry, "title", "no_visit_title"))
        said: dict[str, Any] = {name: cells[name] for name in _TEXTS if cells.get(name)}
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


def _problem(entry: Entry, field: str, code: str, text: str = "") -> RowProblem:
    shown = text or shortened(entry.cells.get(field, ""))
    return RowProblem(entry.line, entry.columns.get(field, ""), code, shown)
