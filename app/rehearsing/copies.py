"""The copy that a rehearsal is played on; the event itself is only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.checkin.deeds import CheckInTakenBack
from app.event.editing import Editing, FactsOrder
from app.event.facts import event_facts
from app.event.slots import standing_slots
from app.files import EVENT_SUFFIX
from app.floor.deeds import CallTakenBack, LatenessTakenBack, MeetingSaid, SideSeated
from app.journal.backups import back_up
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.journal.turns import in_turns
from app.meetings.arranged import CANCELLED
from app.meetings.standing import StandingMeetings
from app.places import REHEARSAL, file_stem
from db.models import CheckIn, Lateness, Meeting


@dataclass(frozen=True, slots=True)
class RehearsalCopy:
    """A copy of an event in a folder of its own, which goes with it. ``of`` is the event's file."""

    of: Path
    file: Path
    _folder: TemporaryDirectory[str] = field(repr=False)

    def remove(self) -> None:
        """Remove the copy and all beside it. Nobody has it open any more."""
        self._folder.cleanup()


def make_copy(journal: Journal, name: str) -> RehearsalCopy:
    """Copy an event that is open; ``name`` is what the copy's file is called.

    Raises:
        StorageRefused: The copy can't be written. Nothing is left of it.
    """
    folder = TemporaryDirectory(prefix=REHEARSAL, ignore_cleanup_errors=True)
    file = Path(folder.name) / f"{file_stem(name)}{EVENT_SUFFIX}"
    with ExitStack() as unless_it_is_whole:
        unless_it_is_whole.callback(folder.cleanup)
        back_up(journal, file)
        unless_it_is_whole.pop_all()
    return RehearsalCopy(journal.database.file, file, folder)


def make_ready(journal: Journal, name: str, day: date) -> None:
    """Give the copy its name, and let nothing have happened yet on the day that is played.

    Raises:
        StorageRefused: The copy can't be written.
    """
    Editing(journal, StandingMeetings()).change_facts(FactsOrder(name=name))
    with journal.reading() as session:
        deeds = list(_taken_back(session, day))
    for part in in_turns(deeds):
        with journal.writing(Unit(uuid4())) as pen:
            pen.write_all(part)


def days_with_meetings(journal: Journal) -> tuple[date, ...]:
    """Give the days that can be rehearsed.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        starts = {slot.id: slot.starts_at for slot in standing_slots(session)}
        taken = session.scalars(
            select(Meeting.slot_id)
            .where(Meeting.alive, Meeting.state != CANCELLED, Meeting.slot_id.is_not(None))
            .distinct()
        )
        return tuple(sorted({facts.day_of(starts[each]) for each in taken if each in starts}))


def _taken_back(session: Session, day: date) -> Iterator[Deed]:
    passed = select(CheckIn.id, CheckIn.delegate_id).where(CheckIn.day == day, CheckIn.alive)
    for check_in, delegate in session.execute(passed):
        if delegate is not None:
            yield CheckInTakenBack(check_in, delegate)
    for lateness in session.scalars(select(Lateness.id).where(Lateness.alive)):
        yield LatenessTakenBack(lateness)
    for meeting in session.scalars(select(Meeting).where(Meeting.alive)):
        yield from _unsaid(meeting)


def _unsaid(meeting: Meeting) -> Iterator[Deed]:
    """Take back what somebody said or saw of a meeting."""
    if meeting.said:
        yield MeetingSaid(meeting.id, "", "", meeting.said, meeting.missing)
    if meeting.called_at is not None:
        yield CallTakenBack(meeting.id, None, meeting.called_at)
    for is_host, seated_at in ((True, meeting.hosts_seated_at), (False, meeting.guests_seated_at)):
        if seated_at is not None:
            yield SideSeated(meeting.id, is_host, None, None, seated_at)
