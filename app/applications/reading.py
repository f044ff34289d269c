"""Applications as they stand, in the order of their turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.applications.places import KIND, Group, Taken, room
from app.applications.terms import Terms, received_at, terms_of
from app.applications.waiting import turn_of
from app.delegates.person import Person, people
from app.delegates.registration import Status
from app.journal.journal import Journal
from db.models import Delegate, Organisation


@dataclass(frozen=True, slots=True)
class Application:
    """What is known of an application. ``received`` is nothing where nobody knows it.

    ``turn`` sorts the waiting list. ``was_moved``: by a decision, and not by when it came. Whoever
    registered at a desk is never late.
    """

    id: UUID
    badge_number: str
    status: Status
    received: datetime | None
    late_by: timedelta | None
    turn: str
    was_moved: bool
    group: Group

    @property
    def late(self) -> bool:
        """Tell whether it came after the deadline."""
        return self.late_by is not None


@dataclass(frozen=True, slots=True)
class Listed:
    """An application with its delegate; ``waits_as`` is the place on the waiting list, from 1."""

    person: Person
    status: Status
    received: datetime | None
    late_by: timedelta | None
    was_moved: bool
    kind: str
    waits_as: int | None = None

    @property
    def late(self) -> bool:
        """Tell whether it came after the deadline."""
        return self.late_by is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands: places, how many applications are in which status, and the terms."""

    places: tuple[Taken, ...]
    counts: Mapping[Status, int]
    late: int
    terms: Terms

    @property
    def in_all(self) -> Taken:
        """All places."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Applications:
    """Tells of applications. It writes nothing."""

    journal: Journal

    def standing(self) -> Standing:
        """Tell how it stands."""
        with self.journal.reading() as session:
            return standing(session)

    def listed(self, *statuses: Status) -> tuple[Listed, ...]:
        """Give applications in one of these statuses, or all: by their turn."""
        with self.journal.reading() as session:
            found = [each for each in applications(session) if each.status in (statuses or Status)]
            known = people(session, [each.id for each in found])
        waiting = [each.id for each in found if each.status is Status.WAITING]
        places = {each: place for place, each in enumerate(waiting, start=1)}
        return tuple(_listed(each, known[each.id], places.get(each.id)) for each in found)


def standing(session: Session) -> Standing:
    """Tell how it stands, in one state of the event."""
    found = applications(session)
    counts = Counter(each.status for each in found)
    late = sum(each.late for each in found)
    return Standing(
        room(session).told(),
        {status: counts[status] for status in Status},
        late,
        terms_of(session),
    )


def applications(session: Session, among: Collection[UUID] | None = None) -> Sequence[Application]:
    """Read applications, all or some of them, by their turns. Whose place somebody took is none."""
    terms = terms_of(session)
    query = (
        select(
            *(Delegate.id, Delegate.badge_number, Delegate.status, Delegate.received),
            *(Delegate.turn, Delegate.walk_in, Delegate.delegation_id, KIND),
        )
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .where(Delegate.alive, Delegate.place_taken_by.is_(None))
    )
    if among is not None:
        query = query.where(Delegate.id.in_(among))
    found = []
    for row in session.connection().execute(query):
        received = received_at(row.received)
        found.append(
            Application(
                id=row.id,
                badge_number=row.badge_number,
                status=Status(row.status),
                received=received,
                late_by=None if row.walk_in else terms.late_by(received),
                turn=turn_of(row.turn, row.received, row.badge_number),
                was_moved=bool(row.turn),
                group=Group(row.kind, row.delegation_id),
            )
        )
    return sorted(found, key=lambda each: (each.turn, each.badge_number, each.id))


def by_turn(session: Session, delegates: Collection[UUID]) -> Sequence[UUID]:
    """Order delegates as they get in; who has no application any more comes last."""
    turns = {each.id: turn for turn, each in enumerate(applications(session))}
    return sorted(set(delegates), key=lambda each: (turns.get(each, len(turns)), each))


def _listed(each: Application, who: Person, waits_as: int | None) -> Listed:
    return Listed(
        *(who, each.status, each.received, each.late_by, each.was_moved, each.group.kind),
        waits_as,
    )
