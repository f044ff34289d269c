"""What requests and meetings answer to the setup of the event, as ``app.event.planned`` asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.planned import Need
from app.meetings.attendees import Attendees
from app.meetings.hall import hall
from app.meetings.wishes import Wish, Wishes
from db.models import Meeting

_MEETINGS = select(Meeting.slot_id, Meeting.table_id, Meeting.length).where(
    Meeting.alive, Meeting.state != "cancelled"
)


@dataclass(frozen=True, slots=True)
class StandingMeetings:
    """Answers from what is stored."""

    def needs(self, session: Session) -> Sequence[Need]:
        """Give every meeting that is wanted by people who come."""
        attendees = Attendees(session)
        return [
            Need(_whose(wish, attendees), wish.length)
            for wish in Wishes(session, attendees).all.values()
            if not wish.withdrawn and attendees.are_coming(wish.people)
        ]

    def meetings_at(
        self,
        session: Session,
        slots: Collection[UUID] | None,
        tables: Collection[UUID] | None,
    ) -> int:
        """Count meetings in one of the slots and at one of the tables; cancelled ones are none."""
        meetings = [
            (slot, length)
            for slot, table, length in session.connection().execute(_MEETINGS)
            if tables is None or table in tables
        ]
        if slots is None:
            return len(meetings)
        gone, where = set(slots), hall(session)
        return sum(
            not gone.isdisjoint(where.taken(slot, length) or (slot,)) for slot, length in meetings
        )


def _whose(wish: Wish, attendees: Attendees) -> frozenset[UUID]:
    found = (attendees.get(each) for each in wish.people)
    organisations = {each.organisation_id for each in found if each and each.organisation_id}
    return frozenset({*wish.people, *organisations})
