"""Who signed up, row by row, beside what stands just now. A row without a choice says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.reading.cells import shortened
from app.delegates.registration import RowProblem
from app.event.facts import event_facts
from app.journal.deeds import Deed
from app.meetings.attendees import Attendees
from app.meetings.importing.course import (
    CREATED,
    REJECTED,
    UNCHANGED,
    UPDATED,
    Decide,
    Decision,
)
from app.meetings.importing.finding import Finder, RowRefused
from app.meetings.importing.places import day_in, without_day
from app.meetings.reading.entries import Entry
from app.visits.importing.columns import CHOICES
from app.visits.reading import VisitBook, visit_book
from app.visits.signing_up import choice_deed
from app.visits.visit import VisitFacts

_SEVERAL: Final = re.compile(r"\s*[;|]\s*")
_CLOCK: Final = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?")


@dataclass(frozen=True, slots=True)
class SignUpRows:
    """Decides on sign-ups. Who signs up at no time of their own does so at ``now``.

    Rows of which none says a time come in the order of the file.
    """

    now: datetime

    def __call__(self, session: Session, entries: Sequence[Entry]) -> Decide:
        """Decide on all rows."""
        rows = _Rows(session, self.now)
        return {entry.line: rows.decision(entry) for entry in entries}


class _Rows:
    def __init__(self, session: Session, now: datetime) -> None:
        self._session, self._now = session, now
        self._book: VisitBook = visit_book(session)
        self._finder = Finder(Attendees(session))
        self._zone: ZoneInfo = event_facts(session).zone
        self._visits = {fold(each.title): each for each in self._book.visits.values()}
        self._said: dict[UUID, tuple[int, tuple[VisitFacts, ...]]] = {}

    def decision(self, entry: Entry) -> Decision:
        try:
            delegate = self._finder.person(entry)
            chosen = tuple(self._chosen(entry))
            line, before = self._said.setdefault(delegate, (entry.line, chosen))
            if line == entry.line:
                return self._decided(entry, delegate, chosen)
        except RowRefused as refused:
            return Decision(REJECTED, (), (refused.problem,))
        if before == chosen:
            return Decision(UNCHANGED)
        who = entry.guests[0].text
        problem = RowProblem(entry.line, "", "said_twice", f"{who}: line {line}")
        return Decision(REJECTED, (), (problem,))

    def _decided(self, entry: Entry, delegate: UUID, chosen: tuple[VisitFacts, ...]) -> Decision:
        known = self._book.choices.get(delegate)
        # A blank row erases nothing, and a time that comes later moves nobody back.
        if not chosen or (known is not None and known.visits == _ids(chosen)):
            return Decision(UNCHANGED)
        deed: Deed | None = choice_deed(
            self._session, delegate, chosen, self._signed_up(entry), self._at(entry)
        )
        outcome = UPDATED if known is not None and known.visits else CREATED
        return Decision(outcome, (deed,) if deed is not None else ())

    def _at(self, entry: Entry) -> datetime:
        """Say when a row counts as signed up that says no time: after those above it."""
        return self._now + timedelta(microseconds=entry.line)

    def _chosen(self, entry: Entry) -> Iterator[VisitFacts]:
        seen: set[UUID] = set()
        for field in ("choices", *CHOICES):
            for text in filter(None, _SEVERAL.split(entry.cells.get(field, ""))):
                visit = self._visits.get(fold(text))
                if visit is None:
                    raise RowRefused(_problem(entry, field, "unknown_visit", text))
                if visit.id in seen:
                    raise RowRefused(_problem(entry, field, "chosen_twice", text))
                seen.add(visit.id)
                yield visit

    def _signed_up(self, entry: Entry) -> datetime | None:
        text = entry.cells.get("signed_up", "")
        if not text:
            return None
        try:
            return self._instant(text)
        except (ValueError, OverflowError) as unread:
            problem = _problem(entry, "signed_up", "unknown_signed_up", text)
            raise RowRefused(problem) from unread

    def _instant(self, text: str) -> datetime:
        """Read a day, with a time at the venue unless it says its zone.

        Raises:
            ValueError: It is none.
        """
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            day, clock = day_in(text), _CLOCK.search(without_day(text))
            if day is None:
                raise
            parts = [int(part or 0) for part in clock.groups()] if clock else [0, 0, 0]
            at = datetime.combine(day, time(parts[0], parts[1], parts[2]))
        return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)


def _ids(visits: Sequence[VisitFacts]) -> tuple[UUID, ...]:
    return tuple(each.id for each in visits)


def _problem(entry: Entry, field: str, code: str, text: str) -> RowProblem:
    return RowProblem(entry.line, entry.columns.get(field, ""), code, shortened(text))
