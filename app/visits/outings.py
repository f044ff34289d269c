"""The visits that people have a place on, as their schedules tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from app.visits.of_delegate import PLACES, VisitOf, visit_of
from db.models import VisitPlace


class People(Protocol):
    """What has to be known of people: who stands for an entry."""

    def standing(self, entry: UUID) -> UUID:
        """Give who stands for an entry now."""


Outings = Mapping[UUID, tuple[VisitOf, ...]]
"""The visits of each person, in the order of time."""


def outings(session: Session, people: People) -> Outings:
    """Read who has a place on which visits. A visit that is cancelled takes up nobody."""
    found: dict[UUID, dict[UUID, VisitOf]] = defaultdict(dict)
    for *values, delegate in session.connection().execute(
        PLACES.add_columns(VisitPlace.delegate_id)
    ):
        if delegate is not None and (visit := visit_of(values)) is not None:
            found[people.standing(delegate)].setdefault(visit.visit, visit)
    return {person: tuple(theirs.values()) for person, theirs in found.items()}
