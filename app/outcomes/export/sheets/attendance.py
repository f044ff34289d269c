"""Who came on which day: for whoever ran the registration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from app.delegates.export import Entry, entries
from app.delegates.registration import Status
from app.event.facts import event_facts
from app.meetings.attendees import Attendees
from app.outcomes.export.arranged import local
from app.outcomes.export.passing import Passing, passings
from app.outcomes.export.sheets.plan import BETWEEN
from app.spreadsheets.columns import Column, Holds, Sheet, filled


@dataclass(frozen=True, slots=True)
class Attendance:
    """A delegate on a day, and how they passed the desk on it, the first time first.

    ``times`` are by the clock at the venue.
    """

    entry: Entry
    day: date
    passed: Sequence[Passing]
    times: Sequence[datetime]

    @property
    def is_expected(self) -> bool:
        """Tell whether they were accepted and admitted on this day."""
        delegate = self.entry.delegate
        is_admitted = not delegate.days or self.day.isoformat() in delegate.days
        return delegate.status == Status.ACCEPTED and is_admitted

    @property
    def in_words(self) -> str:
        """Give all times, each with what it was."""
        pairs = zip(self.passed, self.times, strict=True)
        return BETWEEN.join(f"{at:%H:%M} {passing.way.replace('_', ' ')}" for passing, at in pairs)


COLUMNS: Final[tuple[Column[Attendance], ...]] = (
    Column("Day", lambda row: row.day, "A day of the event.", Holds.DAY),
    Column("Badge number", lambda row: row.entry.delegate.badge_number, "What is on the badge."),
    Column("Given name", lambda row: row.entry.delegate.given_name, "Given names."),
    Column("Family name", lambda row: row.entry.delegate.family_name, "Family name."),
    Column("E-mail", lambda row: row.entry.delegate.email, "E-mail address."),
    Column("Organisation", lambda row: row.entry.organisation, "Whom they stand for."),
    Column("Order code", lambda row: row.entry.delegate.order_code, "What they registered with."),
    Column(
        "Walk-in",
        lambda row: row.entry.delegate.walk_in,
        "Whether they were registered at the desk.",
        Holds.YES_NO,
    ),
    Column(
        "Expected",
        lambda row: row.is_expected,
        "Whether they were accepted, and admitted on this day.",
        Holds.YES_NO,
    ),
    Column(
        "Came", lambda row: bool(row.passed), "Whether they were checked in on it.", Holds.YES_NO
    ),
    Column(
        "First arrival",
        lambda row: row.times[0] if row.times else None,
        "When they came first on it, at the venue.",
        Holds.MOMENT,
    ),
    Column("Times", lambda row: row.in_words, "Every time they passed the desk, and which way."),
)


def attendance(session: Session) -> Sheet:
    """Tell of everybody on the list, for every day of the event, whether they came on it."""
    return filled("attendance", COLUMNS, _rows(session))


def _rows(session: Session) -> Iterator[Attendance]:
    event = event_facts(session)
    passed: defaultdict[tuple[UUID, date], list[Passing]] = defaultdict(list)
    for each in passings(session, Attendees(session)):
        passed[each.who.id, each.day].append(each)
    people = [each for each in entries(session) if each.delegate.place_taken_by is None]
    for day in event.days:
        for entry in people:
            theirs = sorted(passed[entry.delegate.id, day], key=lambda each: each.at)
            times = [at for each in theirs if (at := local(each.at, event.zone)) is not None]
            yield Attendance(entry, day, theirs, times)
