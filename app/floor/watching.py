"""Reads the running day again and again, each time only what is new."""

from __future__ import annotations

from dataclasses import dataclass
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
        *("Lateness", "Meeting", "Membership", "Organisation", "Request", "Slot", "Table"),
        *("TableOwner", "Unavailable"),
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
_OF_NO_CONCERN = frozenset({"BadgeIssued", "BadgePrinted", "FloorRulesChanged", "ScanRefused"})


@dataclass(frozen=True, slots=True)
class Watched:
    """What was read, when the log had so many ``rows``.

    ``around`` stays the same object while nothing of it was written to.
    """

    day: FloorDay
    around: Setting
    rows: int


class DayReader:
    """Gives the running day. Each thread may ask; one reads at a time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._known: Watched | None = None
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
            known = self._known
            if known is None or known.day.date != day:
                known = _read(session, day, rows)
            elif known.rows != rows:
                since = list(subjects_since(session, known.rows))
                kinds = {kind for kind, _ in since}
                changed = {subject for kind, subject in since if kind in _MEETINGS and subject}
                if kinds <= _MEETINGS | _PASSING | _OF_NO_CONCERN:
                    passed = not kinds.isdisjoint(_PASSING)
                    now = moved_on(session, known.around, known.day, changed, passed=passed)
                    known = Watched(now, known.around, rows)
                else:
                    known = _read(session, day, rows)
            self._known = known
            return known


def _read(session: Session, day: date, rows: int) -> Watched:
    around = setting(session)
    return Watched(day_read(session, around, day), around, rows)
