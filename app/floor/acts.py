"""What a floor manager says of meetings, and lets people be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.delegates.person import UnknownDelegate
from app.errors import DeskError
from app.floor.deeds import LatenessAnnounced, MeetingCalled, MeetingSaid
from app.floor.states import Missing, Word
from app.journal.journal import Journal, Unit
from app.meetings.arranged import CANCELLED
from app.meetings.attendees import Attendees
from app.meetings.deeds import MeetingCancelled, MeetingLocked, MeetingUnlocked
from db.ids import new_id
from db.models import Meeting, Slot


@dataclass(eq=False)
class UnknownMeeting(DeskError):
    """There is no such meeting; it may have been taken out."""

    meeting: str


@dataclass(eq=False)
class MeetingIsCancelled(DeskError):
    """A meeting that was cancelled does not take place; restore it first."""

    number: str


@dataclass(eq=False)
class NotBegun(DeskError):
    """Nobody can have missed a meeting that starts later. Cancel it, or say when they come."""

    number: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class FloorActs:
    """Says things of meetings. What is said already is not said again."""

    journal: Journal

    def say(self, meeting: UUID, word: Word, missing: Missing | None = None) -> None:
        """Say what became of a meeting, or with ``Word.NOTHING`` leave it to the clock again.

        Args:
            meeting: Whose id it is.
            word: What is so.
            missing: Who is not there, with ``Word.NO_SHOW`` and ``Word.LATE``.

        Raises:
            UnknownMeeting, MeetingIsCancelled: Nothing was changed.
            NotBegun: One of those two before the start. Nothing was changed.
        """
        names_side = word in {Word.NO_SHOW, Word.LATE}
        side = str(missing or Missing.BOTH) if names_side else ""
        with self.journal.writing(Unit(uuid4())) as pen:
            row = meeting_that_stands(pen.session, meeting)
            if names_side:
                now = self.journal.now
                refuse_before_start(pen.session, row, now)
            if (row.said, row.missing) != (word, side):
                pen.write(MeetingSaid(meeting, str(word), side, row.said, row.missing))

    def call(self, meetings: Sequence[UUID]) -> None:
        """Note that the people of meetings are called now, as one.

        Raises:
            UnknownMeeting, MeetingIsCancelled: One of them can't be called; none was.
        """
        now = self.journal.now
        with self.journal.writing(Unit(uuid4())) as pen:
            rows = [meeting_that_stands(pen.session, meeting) for meeting in meetings]
            pen.write_all([MeetingCalled(row.id, now, row.called_at) for row in rows])

    def comes_at(self, delegate: UUID, at: datetime) -> None:
        """Note when somebody comes, as they let us know; the last word counts.

        Raises:
            UnknownDelegate: Nobody on the list has this id.
        """
        self.all_come_at((delegate,), at)

    def all_come_at(self, delegates: Sequence[UUID], at: datetime) -> None:
        """Note when several come who belong together, as one.

        Raises:
            UnknownDelegate: Nobody on the list has the id of one of them; nothing was noted.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            attendees = Attendees(pen.session)
            for each in delegates:
                if attendees.get(attendees.standing(each)) is None:
                    raise UnknownDelegate(str(each))
            coming = dict.fromkeys(attendees.standing(each) for each in delegates)
            pen.write_all([LatenessAnnounced(new_id(), each, at) for each in coming])

    def cancel(self, meeting: UUID) -> None:
        """Let a meeting not take place.

        Raises:
            UnknownMeeting: Nothing was changed.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            if _known(pen.session, meeting).state != CANCELLED:
                pen.write(MeetingCancelled(meeting))

    def lock(self, meeting: UUID, *, locked: bool) -> None:
        """Let a meeting stay where it is whatever is planned anew, or not.

        Raises:
            UnknownMeeting, MeetingIsCancelled: Nothing was changed.
        """
        with self.journal.writing(Unit(uuid4())) as pen:
            if meeting_that_stands(pen.session, meeting).locked != locked:
                pen.write((MeetingLocked if locked else MeetingUnlocked)(meeting))


def refuse_before_start(session: Session, row: Meeting, now: datetime) -> None:
    """Refuse to say of a meeting that lies ahead what can only be said afterwards.

    Raises:
        NotBegun: It has not begun.
    """
    slot = session.get(Slot, row.slot_id) if row.slot_id is not None else None
    if slot is not None and slot.starts_at is not None and now < slot.starts_at:
        raise NotBegun(row.number, slot.starts_at)


def _known(session: Session, meeting: UUID) -> Meeting:
    row = session.get(Meeting, meeting)
    if row is None or not row.alive:
        raise UnknownMeeting(str(meeting))
    return row


def meeting_that_stands(session: Session, meeting: UUID) -> Meeting:
    """Give the row of a meeting that was not cancelled.

    Raises:
        UnknownMeeting, MeetingIsCancelled: There is none.
    """
    row = _known(session, meeting)
    if row.state == CANCELLED:
        raise MeetingIsCancelled(row.number)
    return row
