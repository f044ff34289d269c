"""The visits of one delegate. It is asked after scans, and reads nobody else's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.journal import Journal
from app.meetings.attendees import entries_of
from db.models import Visit, VisitPlace


@dataclass(frozen=True, slots=True)
class VisitOf:
    """A visit that somebody has a place on. ``boarded_at``: they were there as it set out."""

    visit: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    meeting_point: str
    boarded_at: datetime | None


PLACES = (
    select(
        Visit.id,
        Visit.title,
        Visit.starts_at,
        Visit.ends_at,
        Visit.meeting_point,
        VisitPlace.boarded_at,
    )
    .join(VisitPlace, VisitPlace.visit_id == Visit.id)
    .where(Visit.alive, VisitPlace.alive, Visit.starts_at.is_not(None), Visit.ends_at.is_not(None))
    .order_by(Visit.starts_at, Visit.title)
)
"""The values of each ``VisitOf``."""
_ANY = select(Visit.id).where(Visit.alive).limit(1)


def visits_of(journal: Journal, delegate: UUID) -> tuple[VisitOf, ...]:
    """Give the visits on which a delegate has a place, in the order of time."""
    with journal.reading() as session:
        return visits_in(session, entries_of(session, delegate))


def visits_in(session: Session, entries: Collection[UUID]) -> tuple[VisitOf, ...]:
    """Do the same for whoever these entries lead to, in one state of the event."""
    rows = session.connection().execute(PLACES.where(VisitPlace.delegate_id.in_(entries)))
    return tuple({each.visit: each for each in starmap(VisitOf, rows)}.values())


def has_visits(session: Session) -> bool:
    """Tell whether the event has any visit."""
    return session.connection().execute(_ANY).first() is not None
