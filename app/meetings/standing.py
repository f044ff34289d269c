"""What requests and meetings answer to the setup of the event, as ``app.event.planned`` asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.event.planned import Need
from app.meetings.attendees import Attendees
from app.meetings.hall import hall
from db.models import Meeting, Request

_REQUESTS = select(Request.hosts, Request.guests, Request.length).where(
    Request.alive, Request.withdrawn.is_(False)
)
_MEETINGS = select(Meeting.slot_id, Meeting.table_id, Meeting.length).where(
    Meeting.alive, Meeting.state != "cancelled"
)


@dataclass(frozen=True, slots=True)
class StandingMeetings:
    """Answers from what is stored."""

    def needs(self, session: Session) -> Sequence[Need]:
        """Give every meeting that is wanted by people who come.

        What ``app.meetings.wishes`` says of it, without all that nobody counts: of ten thousand
        requests that takes a tenth of the time, and pages ask whenever somebody has written.
        """
        attendees = Attendees(session)
        standing = lru_cache(maxsize=None)(lambda text: attendees.standing(UUID(text)))
        lengths: dict[frozenset[frozenset[UUID]], int] = {}
        for hosts, guests, length in session.connection().execute(_REQUESTS):
            sides = frozenset({frozenset(map(standing, hosts)), frozenset(map(standing, guests))})
            lengths[sides] = max(length, lengths.get(sides, 0))
        people = {sides: frozenset().union(*sides) for sides in lengths}
        return [
            Need(_whose(people[sides], attendees), length)
            for sides, length in lengths.items()
            if attendees.are_coming(people[sides])
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


def _whose(people: frozenset[UUID], attendees: Attendees) -> frozenset[UUID]:
    found = map(attendees.get, people)
    return people | {each.organisation_id for each in found if each and each.organisation_id}
