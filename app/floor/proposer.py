"""Asks for proposals about a meeting; what does not change from one to the next is read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from threading import Lock
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.acts import UnknownMeeting
from app.floor.attention import OpenWish
from app.floor.day import FloorDay
from app.floor.day_problem import ProblemOfDay
from app.floor.profiles import Known
from app.floor.proposing import Proposal, proposed
from app.floor.rules import FloorRules, floor_rules
from app.floor.states import MeetingState, standing
from app.floor.translating import Beside
from app.floor.unasked import Strangers
from app.floor.watching import REQUESTS, DayReader, Watched
from app.journal.journal import Journal
from app.journal.log import subjects_since
from app.meetings.wishes import Wishes
from db.models import LogRow
from db.rows import last_row

_SETTLED = frozenset({MeetingState.CANCELLED, MeetingState.HELD, MeetingState.RUNNING})


@dataclass(eq=False)
class NothingToPropose(DeskError):
    """The meeting runs, was held or is cancelled, so nothing has to be done about it."""

    number: str
    state: str


class Proposals:
    """Proposes; what does not change from one meeting to the next is read once."""

    def __init__(self, journal: Journal, reader: DayReader) -> None:
        self._journal = journal
        self._reader = reader
        self._read: tuple[int, Wishes] | None = None
        self._put: tuple[FloorDay, FloorRules, ProblemOfDay] | None = None
        self._lock = Lock()
        self._known = Known(journal)

    @staticmethod
    def load() -> None:
        """Load what proposes, for which whoever asks first would wait."""
        import_module("app.planning.proposals")

    def open_wishes(self, day: date) -> tuple[OpenWish, ...]:
        """Give the wishes that people who are here could have fulfilled.

        With that, what proposals need is read and put together, so that the next come at once.

        Raises:
            StorageRefused: The file can't be read.
        """
        watched = self._reader.watched(day)
        self._known.profiles(watched.around)
        return self._problem(watched).open_wishes()

    def about(self, day: date, meeting: UUID) -> tuple[Proposal, ...]:
        """Give what could be done about a meeting, best first.

        Raises:
            UnknownMeeting: The day has no such meeting.
            NothingToPropose: It runs, was held, or is cancelled.
        """
        now = self._journal.now
        watched = self._reader.watched(day)
        found = watched.day.meeting.get(meeting)
        if found is None:
            raise UnknownMeeting(str(meeting))
        state = standing(watched.day, found, now).state
        is_settled = state in _SETTLED
        if state is MeetingState.RUNNING and found.has_slot and not watched.day.has_table(found):
            is_settled = False
        if is_settled:
            raise NothingToPropose(found.number, state)
        strangers = Strangers(*self.beside(watched), self._known)
        return proposed(self._problem(watched), watched.day, found, now, strangers)

    def beside(self, watched: Watched) -> tuple[Beside, FloorRules]:
        """Give what the planner knows beside a day, and the rules of the floor."""
        with self._lock, self._journal.reading() as session:
            self._read = self._wishes(session, watched)
            return Beside(watched.around, self._read[1]), floor_rules(session)

    def _wishes(self, session: Session, watched: Watched) -> tuple[int, Wishes]:
        """Give the wishes, and how many rows the log had then; read only what is new of them."""
        attendees, rows = watched.around.attendees, last_row(session, LogRow)
        read, wishes = self._read or (-1, None)
        if wishes is None or read < watched.anew:
            return rows, Wishes(session, attendees)
        if read >= watched.asked:
            return read, wishes
        since = subjects_since(session, read)
        changed = {each for kind, each in since if kind in REQUESTS and each is not None}
        return rows, wishes.after(session, attendees, changed)

    def _problem(self, watched: Watched) -> ProblemOfDay:
        now = self._journal.now
        beside, rules = self.beside(watched)
        with self._lock:
            put = self._put
            is_same = put is not None and put[0] is watched.day and put[1] == rules
            if put is None or not is_same or not put[2].holds_at(now):
                earlier = None if put is None else put[2]
                problem = ProblemOfDay(watched.day, beside, now, rules, earlier)
                put = self._put = watched.day, rules, problem
            return put[2]
