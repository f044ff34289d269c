"""The visits that people have a place on, as their schedules tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from app.visits.of_delegate import PLACES, VisitOf
from db.models import VisitPlace


class People(Protocol):
    """What has to be known of people: who stands for an entry."""

    def standing(self, entry: UUID) -> UUID:
        """Give who stands for an entry now."""


Outings = Mapping[UUID, tuple[VisitOf, ...]]
"""The visits of each person, in the order of time."""


def outings(session: Session, people: People, only: Collection[UUID] | None = None) -> Outings:
    """Read who has a place on which visits; ``only`` those of some entries.

    A visit that is cancelled takes up nobody.
    """
    query = PLACES.add_columns(VisitPlace.delegate_id)
    if only is not None:
        query = query.where(VisitPlace.delegate_id.in_(only))
    found: dict[UUID, dict[UUID, VisitOf]] = defaultdict(dict)
    for *values, delegate in session.connection().execute(query):
        if delegate is not None:
            visit = VisitOf(*values)
            found[people.standing(delegate)].setdefault(visit.visit, visit)
    return {person: tuple(theirs.values()) for person, theirs in found.items()}
