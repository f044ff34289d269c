"""Reads the running day again and again, each time only what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.floor.day import FloorDay
from app.floor.reading import day_read, moved_on
from app.floor.resetting import reset, unlike
from app.journal.journal import Journal
from app.journal.log import subjects_since
from app.journal.turns import chunks
from app.meetings.setting import Setting, setting
from db.models import LogRow, Meeting
from db.rows import last_row

MADE_OF = frozenset(
    {
        *("Block", "CheckIn", "Closure", "Day", "Delegate", "Event", "FarZones", "FloorRules"),
        *("Booking", "Icebreaker", "Lateness", "Meeting", "Membership", "Organisation"),
        *("ProgrammeSession", "Request", "RoundSeat", "SchedulePrint", "Slot", "SpeechRound"),
        *("SpeechTurn", "Table", "TableOwner", "Telling", "Unavailable"),
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
REQUESTS = frozenset(
    {
        *("RequestAdded", "RequestChanged", "RequestNoted", "RequestPutBack"),
        *("RequestReinstated", "RequestTakenOut", "RequestWithdrawn"),
    }
)
"""The kinds of deeds after which a request says something else."""
_PLACES = frozenset(
    {
        *("BlockChanged", "BlockPlanned", "BlockPutBack", "BlockTakenOut", "DayPlanned"),
        *("DayPutBack", "DayTakenOut", "SlotMoved", "SlotPlanned", "SlotPutBack", "SlotTakenOut"),
        *("TableChanged", "TableClosed", "TableClosedAgain", "TablePutBack", "TableReopened"),
        *("TableSet", "TableTakenOut", "ZonesFarSet"),
    }
)
_PEOPLE = frozenset(
    {
        *("DelegateAdded", "DelegateChanged", "DelegateImported", "DelegateImportTakenBack"),
        *("DelegateRemoved", "DelegateRestored", "MembershipSet", "OrganisationAdded"),
        *("OrganisationChanged", "OrganisationRemoved", "OrganisationRestored", "StatusSet"),
    }
)
_PROGRAMME = frozenset(
    {
        *("BookingSet", "SessionAdded", "SessionCancelled", "SessionChanged", "SessionMoved"),
        *("SessionPutBack", "SessionRestored", "SessionTakenOut"),
        *("RoundSeated", "RoundsChanged", "RoundsPutBack", "RoundsSet", "RoundsTakenOut"),
        *("SpeakerChanged", "SpeakerPutBack", "SpeakerSet", "SpeakerTakenOut"),
        *("SpeechesChanged", "SpeechesPutBack", "SpeechesSet", "SpeechesTakenOut"),
    }
)
_OF_NO_CONCERN = frozenset(
    {
        *("AttendanceSet", "SessionPeopleNamed"),
        *("BadgeIssued", "BadgePrinted", "DayClosed", "DayReopened", "FileWritten"),
        *("FloorRulesChanged", "OutcomeChanged"),
        *("OutcomeNoted", "OutcomePutBack", "OutcomeRecorded", "OutcomeTakenOut", "PersonTold"),
        *("LetterTextSet", "LetterWritten", "MovedUp", "PlacesLimited", "TermsSet"),
        *("TraitSet", "RoleSet"),
        *("ScanRefused", "ScheduleIssued", "SchedulePrinted", "TellingPutBack"),
        *("TellingTakenBack", "VisitAdded", "VisitBoarded", "VisitsChosen"),
    }
)
_AROUND = _PLACES | _PROGRAMME


@dataclass(frozen=True, slots=True)
class Watched:
    """What was read, when the log had so many ``rows``.

    ``around`` stays the same object while nothing of it was written to. ``asked`` is how many rows
    there were when somebody asked for something else last, ``anew`` when all was read: since then
    nobody stands for others than before.
    """

    day: FloorDay
    around: Setting
    rows: int
    asked: int
    anew: int


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
        other = next((each for each in self._known.values() if each.rows == rows), None)
        around = setting(session) if other is None else other.around
        asked, anew = (rows, rows) if other is None else (other.asked, other.anew)
        return Watched(day_read(session, around, day), around, rows, asked, anew)


def _moved_on(session: Session, known: Watched, rows: int) -> Watched | None:
    """Read only what was written since, if that is nothing that changes all at once."""
    since = list(subjects_since(session, known.rows))
    kinds = {kind for kind, _ in since}
    if not kinds <= _MEETINGS | _PASSING | REQUESTS | _PEOPLE | _AROUND | _OF_NO_CONCERN:
        return None
    subjects = {
        part: {subject for kind, subject in since if kind in part}
        for part in (_MEETINGS, _PASSING, REQUESTS, _PEOPLE)
    }
    if None in set().union(*(subjects[each] for each in (_PASSING, REQUESTS, _PEOPLE))):
        return None
    if kinds <= _OF_NO_CONCERN:
        return replace(known, rows=rows)
    around = _around(session, known.around, kinds)
    people = _unlike(known.around, around)
    if people is None:
        return None
    day, changed = known.day, {each for each in subjects[_MEETINGS] if each is not None}
    if around is not known.around:
        day, others = reset(session, day, known.around, around)
        changed |= {*others}
    asked = {each for each in subjects[REQUESTS] if each is not None}
    changed |= set(_fulfilling(session, asked))
    passed = {
        *people,
        *_otherwise_engaged(known.around, around),
        *(each for each in subjects[_PASSING] | subjects[_PEOPLE] if each),
    }
    day = moved_on(session, around, day, changed, passed)
    return Watched(day, around, rows, rows if asked else known.asked, known.anew)


def _around(session: Session, known: Setting, kinds: Collection[str]) -> Setting:
    """Read again what is around a day; who is on the list only if somebody of it was written to."""
    if _PEOPLE.isdisjoint(kinds):
        return known if _AROUND.isdisjoint(kinds) else setting(session, known.attendees)
    return setting(session)


def _unlike(before: Setting, now: Setting) -> Collection[UUID] | None:
    if before.attendees is now.attendees:
        return ()
    return unlike(before.attendees, now.attendees)


def _otherwise_engaged(before: Setting, now: Setting) -> Collection[UUID]:
    """Give those who have to be in other sessions than before."""
    if before.engaged is now.engaged:
        return ()
    everybody = before.engaged.keys() | now.engaged.keys()
    return {each for each in everybody if before.engaged.get(each) != now.engaged.get(each)}


def _fulfilling(session: Session, requests: Collection[UUID]) -> Iterator[UUID]:
    """Yield the meetings of requests: what they wish for says of what kind these are."""
    for part in chunks(sorted(requests)):
        yield from session.scalars(select(Meeting.id).where(Meeting.request_id.in_(part)))
