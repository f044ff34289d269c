"""How far the planning of an event is, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.journal.journal import Journal
from app.meetings.arranged import CANCELLED, PLANNED, arranged
from app.meetings.attendees import Attendees
from app.meetings.wishes import Wishes
from db.models import Plan


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """``requests`` that nobody has taken back fall into four.

    ``open`` ones have no meeting, ``planned`` ones have one, ``cancelled`` ones had one, and of
    those ``not_coming`` somebody does not come. ``meetings`` are planned, asked for or not;
    ``worth`` and ``bound`` are those of the plan that was accepted last, if one was.
    """

    requests: int
    open: int
    planned: int
    cancelled: int
    not_coming: int
    meetings: int
    worth: int | None
    bound: int | None


def meeting_counts(journal: Journal) -> MeetingCounts:
    """Count requests and meetings as they are now."""
    with journal.reading() as session:
        attendees = Attendees(session)
        wishes = Wishes(session, attendees)
        meetings = arranged(session, attendees)
        plan = session.scalars(
            select(Plan.figures).where(Plan.alive).order_by(Plan.id.desc()).limit(1)
        ).first()
    of_state = {
        state: {
            wish.id
            for meeting in meetings
            if meeting.state == state and meeting.request_id is not None
            if (wish := wishes.of_row(meeting.request_id)) is not None
        }
        for state in (PLANNED, CANCELLED)
    }
    wanted = [wish for wish in wishes.all.values() if not wish.withdrawn]
    planned = sum(wish.id in of_state[PLANNED] for wish in wanted)
    left = [wish for wish in wanted if wish.id not in of_state[PLANNED]]
    cancelled = sum(wish.id in of_state[CANCELLED] for wish in left)
    left = [wish for wish in left if wish.id not in of_state[CANCELLED]]
    coming = sum(attendees.are_coming(wish.people) for wish in left)
    figures: Mapping[str, Any] = plan or {}
    return MeetingCounts(
        requests=len(wanted),
        open=coming,
        planned=planned,
        cancelled=cancelled,
        not_coming=len(left) - coming,
        meetings=sum(meeting.state == PLANNED for meeting in meetings),
        worth=figures.get("worth"),
        bound=figures.get("bound"),
    )
