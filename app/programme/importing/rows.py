"""Sessions of a list, each beside what stands in the programme just now.

Blank cells say nothing. What a file said before, and the desk corrected since, stays as the desk
has it until the file says something new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.reading.answers import is_no, is_yes
from app.delegates.reading.cells import shortened
from app.delegates.registration import RowProblem
from app.event.facts import EventFacts, event_facts
from app.meetings.attendees import Attendees
from app.meetings.importing.course import (
    CREATED,
    REJECTED,
    UNCHANGED,
    UPDATED,
    Decide,
    Decision,
)
from app.meetings.importing.finding import RowRefused
from app.meetings.numbers import free_session_numbers
from app.meetings.reading.entries import Entry
from app.programme.callers import Callers
from app.programme.importing.clashing import clashes
from app.programme.importing.matching import Row, match
from app.programme.importing.times import Times, TimesUnread
from app.programme.importing.writing import Writing
from app.programme.orders import SessionNotPossible, check_times
from app.programme.reading.words import OFF, ON, OPEN, kind_named
from app.programme.session import Standing, standing_sessions

_TEXTS: Final = ("title", "room", "track", "abstract")


@dataclass(frozen=True, slots=True)
class Look:
    """The rows that were understood, what becomes of all, and the programme as it is."""

    rows: tuple[Row, ...]
    decided: Decide
    standing: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class SessionRows:
    """Decides on rows of a programme. ``letters`` begin new numbers."""

    letters: str

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows."""
        return self.look(session, entries).decided

    def look(self, session: Session, entries: Sequence[Entry]) -> Look:
        """Do the same, and tell which session each row speaks of."""
        facts, standing = event_facts(session), standing_sessions(session)
        reading = _Reading(facts)
        rows = [row for entry in entries if (row := reading.row(entry)) is not None]
        match(rows, standing, facts.day_of)
        remarks = clashes(rows, standing)
        numbers = free_session_numbers(session, self.letters)
        writing = Writing(Callers(Attendees(session)), numbers)
        decided = dict(reading.decided)
        for row in rows:
            line = row.entry.line
            deeds = tuple(writing.deeds(row))
            outcome = CREATED if row.session is None else UPDATED if deeds else UNCHANGED
            problems = (*reading.remarks.get(line, ()), *remarks.get(line, ()), *_stays_off(row))
            decided[line] = Decision(outcome, deeds, problems)
        return Look(tuple(rows), decided, standing)


class _Reading:
    """Understands rows. ``decided`` are those that can't be taken, or say what one before did."""

    def __init__(self, facts: EventFacts) -> None:
        self.decided: dict[int, Decision] = {}
        self.remarks: dict[int, list[RowProblem]] = {}
        self._facts = facts
        self._times = Times(facts.zone, facts.days)
        self._first: dict[tuple[object, ...], Row] = {}

    def row(self, entry: Entry) -> Row | None:
        try:
            row = self._read(entry)
        except RowRefused as refused:
            self.decided[entry.line] = Decision(REJECTED, (), (refused.problem,))
            return None
        key = (row.source,) if row.source else (fold(row.title), row.starts_at, fold(row.room))
        first = self._first.setdefault(key, row)
        if first is row:
            return row
        is_same = (first.said, first.people) == (row.said, row.people)
        twice = RowProblem(entry.line, "", "session_twice", f"line {first.entry.line}")
        self.decided[entry.line] = (
            Decision(UNCHANGED) if is_same else Decision(REJECTED, (), (twice,))
        )
        return None

    def _read(self, entry: Entry) -> Row:
        cells = entry.cells
        if not cells.get("title"):
            raise RowRefused(_problem(entry, "title", "no_title"))
        try:
            starts, ends = self._times.stretch(cells)
            check_times(starts, ends, self._facts.day_of(starts), self._facts.days)
        except TimesUnread as unread:
            raise RowRefused(_problem(entry, unread.field, unread.code)) from unread
        except SessionNotPossible as refused:
            field = "day" if refused.reason == "other_day" and cells.get("day") else "start"
            raise RowRefused(_problem(entry, field, refused.reason)) from refused
        said: dict[str, Any] = {name: cells[name] for name in _TEXTS if cells.get(name)}
        said |= {"starts_at": starts.isoformat(), "ends_at": ends.isoformat()}
        said |= self._values(entry)
        people = {side: cells[side] for side in ("speakers", "moderators") if cells.get(side)}
        return Row(entry, cells.get("source", ""), cells["title"], starts, ends, said, people)

    def _values(self, entry: Entry) -> Mapping[str, Any]:
        """Give what is said besides; what can't be read is noted, and counts as not said."""
        said: dict[str, Any] = {}
        for name, text in entry.cells.items():
            read = _READERS.get(name)
            if read is not None:
                value = read(text)
                if value is None:
                    unread = _problem(entry, name, f"unreadable_{name}")
                    self.remarks.setdefault(entry.line, []).append(unread)
                else:
                    said[name] = value[0]
        return said


def _stays_off(row: Row) -> Iterator[RowProblem]:
    """Note that a session is in the file and does not take place, for nobody restored it."""
    now = row.session
    if now is not None and now.cancelled and not {"cancelled"} & row.said.keys():
        yield RowProblem(row.entry.line, "", "stays_cancelled", f"{now.number} {now.title}")


def _problem(entry: Entry, field: str, code: str) -> RowProblem:
    text = entry.cells.get(field, "")
    return RowProblem(entry.line, entry.columns.get(field, ""), code, shortened(text))


Value = tuple[Any] | None


def _kind(text: str) -> Value:
    kind = kind_named(text)
    return None if kind is None else (kind.value,)


def _places(text: str) -> Value:
    if fold(text) in OPEN:
        return (None,)
    number = text.removesuffix(".0")
    return (int(number),) if number.isdecimal() and int(number) else None


def _yes_or_no(text: str) -> Value:
    return (True,) if is_yes(text) else (False,) if is_no(text) else None


def _cancelled(text: str) -> Value:
    folded = fold(text)
    return (True,) if folded in OFF else (False,) if folded in ON else _yes_or_no(text)


_READERS: Final = {
    "kind": _kind,
    "places": _places,
    "booking": _yes_or_no,
    "everybody": _yes_or_no,
    "cancelled": _cancelled,
}
