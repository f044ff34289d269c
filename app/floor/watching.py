"""Reads the running day again and again, each time only what is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from sqlalchemy.orm import Session

from app.floor.day import FloorDay
from app.floor.reading import day_read, moved_on
from app.journal.journal import Journal
from app.journal.log import subjects_since
from app.meetings.setting import Setting, setting
from db.models import LogRow
from db.rows import last_row

MADE_OF = frozenset(
    {
        *("Block", "CheckIn", "Closure", "Day", "Delegate", "Event", "FarZones", "FloorRules"),
        *("Lateness", "Meeting", "Membership", "Organisation", "Request", "SchedulePrint", "Slot"),
        *("Table", "TableOwner", "Telling", "Unavailable"),
    }
)
"""The models that a day, and what needs somebody on it, are read from."""

_MEETINGS = frozenset(
    {
        "CallTakenBack",
        "MeetingAdded",
        "MeetingCalled",
        "MeetingCancelled",
        "MeetingLocked",
        "MeetingMoved",
        "MeetingPutBack",
        "MeetingRestored",
        "MeetingSaid",
        "MeetingTakenOut",
        "MeetingUnlocked",
        "SideSeated",
    }
)
_PASSING = frozenset(
    {
        "CameBack",
        "CheckInRestored",
        "CheckInTakenBack",
        "CheckedIn",
        "CheckedOut",
        "LatenessAnnounced",
        "LatenessPutBack",
        "LatenessTakenBack",
    }
)
_OF_NO_CONCERN = frozenset(
    {
        *("BadgeIssued", "BadgePrinted", "FloorRulesChanged", "PersonTold", "ScanRefused"),
        *("ScheduleIssued", "SchedulePrinted", "TellingPutBack", "TellingTakenBack"),
    }
)


@dataclass(frozen=True, slots=True)
class Watched:
    """What was read, when the log had so many ``rows``.

    ``around`` stays the same object while nothing of it was written to.
    """

    day: FloorDay
    around: Setting
    rows: int


class DayReader:
    """Gives the days of an event as they stand. Each thread may ask; one reads at a time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._known: dict[date, Watched] = {}
        self._lock = Lock()

    def read(self, day: date) -> FloorDay:
        """Give the day as it stands.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self.watched(day).day

    def watched(self, day: date) -> Watched:
        """Give the day with what is around it.

        The log says what was written since the last time: of a big event, reading the one meeting
        that was moved takes a hundredth of reading all.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self._lock, self._journal.reading() as session:
            rows = last_row(session, LogRow)
            known = self._known.get(day)
            if known is None or known.rows != rows:
                known = (known and _moved_on(session, known, rows)) or self._anew(
                    session, day, rows
                )
                self._known[day] = known
            return known

    def _anew(self, session: Session, day: date, rows: int) -> Watched:
        """Read a day as a whole; what is around it, unless another day was read with it now."""
        around = next((each.around for each in self._known.values() if each.rows == rows), None)
        if around is None:
            around = setting(session)
        return Watched(day_read(session, around, day), around, rows)


def _moved_on(session: Session, known: Watched, rows: int) -> Watched | None:
    """Read only what was written since, if nothing was but meetings and people's passing."""
    since = list(subjects_since(session, known.rows))
    passed = {subject for kind, subject in since if kind in _PASSING}
    if None in passed or not {kind for kind, _ in since} <= _MEETINGS | _PASSING | _OF_NO_CONCERN:
        return None
    changed = {subject for kind, subject in since if kind in _MEETINGS and subject}
    people = {each for each in passed if each is not None}
    if not changed and not people:
        return replace(known, rows=rows)
    return Watched(moved_on(session, known.around, known.day, changed, people), known.around, rows)
