"""What came of a rehearsal: what somebody recovered, and what the first proposals would have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.floor.crowd import Turnout
from app.floor.day import FloorDay
from app.floor.hands import FirstProposal
from app.floor.judging import is_held
from app.floor.playing import Floor, play
from app.floor.reading import day_read
from app.journal.journal import Journal
from app.meetings.setting import setting
from app.progress import Progress, Report, unheard
from db.models import LogRow

_AGREEING = ("MeetingAdded", "MeetingMoved", "MeetingRestored")


@dataclass(frozen=True, slots=True)
class Sum:
    """Meetings that were over by then: as planned, and how many of them nobody could have held.

    ``held`` is how many were held in the end, ``alone`` how many would have been if nobody had
    done anything.
    """

    planned: int
    alone: int
    held: int

    @property
    def lost(self) -> int:
        """Give how many are lost if nobody does anything."""
        return self.planned - self.alone

    @property
    def recovered(self) -> int:
        """Give how many more were held than if nobody had done anything."""
        return self.held - self.alone


def summed(journal: Journal, turnout: Turnout, since: int, now: datetime) -> Sum:
    """Judge a rehearsal until an instant; ``since`` is the time of the log when it began.

    Whoever was checked in by hand, though they never come, is not there.

    Raises:
        StorageRefused: The file can't be read.
    """
    planned = turnout.day
    with journal.reading() as session:
        known = planned.people.keys()
        ended = day_read(session, setting(session), planned.date, known)
        agreed = _agreed(session, since)
    as_it_was = replace(ended, people={**ended.people, **planned.people})
    return Sum(
        planned=sum(not each.cancelled and each.ends_at <= now for each in planned.meetings),
        alone=_held(planned, {}, now),
        held=_held(as_it_was, agreed, now),
    )


def recovered_by_proposals(
    turnout: Turnout, floor: Floor, now: datetime, report: Report = unheard
) -> int:
    """Play the same day by the first proposals, and give how many meetings they recover by then.

    Raises:
        Cancelled: ``report`` stopped it.
    """
    slots = len(turnout.day.slots)
    done = iter(range(slots + 1))
    course = play(
        turnout, floor, FirstProposal(), lambda: report(Progress(next(done), total=slots))
    )
    return _held(course.day, course.agreed, now) - _held(turnout.day, {}, now)


def _held(day: FloorDay, agreed: Mapping[UUID, datetime], now: datetime) -> int:
    return sum(
        each.ends_at <= now and is_held(day, each, agreed.get(each.id)) for each in day.meetings
    )


def _agreed(session: Session, since: int) -> Mapping[UUID, datetime]:
    """Give when meetings were arranged, or moved to where they are."""
    query = (
        select(LogRow.subject, func.max(LogRow.at))
        .where(LogRow.hlc > since, LogRow.kind.in_(_AGREEING))
        .group_by(LogRow.subject)
    )
    return {meeting: at for meeting, at in session.execute(query) if meeting is not None}
