"""Finding a delegate as staff type, and where each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.delegates.person import Person, people
from app.delegates.registration import Status
from app.event.facts import event_facts
from app.journal.journal import Journal
from db.models import CheckIn
from db.search import find, suggest


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A delegate who was found.

    ``state`` is where they stand on the day: ``here``, ``left``, ``place_taken``,
    ``expected``, or the status of an application that is not accepted. ``since`` is when they
    were let in, or left.
    """

    person: Person
    state: str
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, the best match first. ``corrected``: only by taking words for misspelt."""

    delegates: tuple[FoundPerson, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds delegates for a desk."""

    journal: Journal

    def find(self, text: str, day: date | None = None, limit: int = 50) -> Found:
        """Find delegates by any part of their names, organisation, e-mail or badge number.

        Args:
            text: As it was typed: words in any order, without accents, half written.
            day: The day whose check-ins count; today, if it is not given.
            limit: The most to find.
        """
        query = fold(text)
        with self.journal.reading() as session:
            exact = find(session, query, limit)
            ids = exact or suggest(session, query, limit)
            if not ids:
                return Found((), corrected=False)
            day = day or event_facts(session).day_of(self.journal.clock())
            passed = _last_passed(session, ids, day)
            known = people(session, ids)
        found = [known[delegate] for delegate in ids if delegate in known]
        return Found(
            tuple(_standing(each, *passed.get(each.id, (None, None))) for each in found),
            corrected=not exact,
        )


def _last_passed(
    session: Session, delegates: Collection[UUID], day: date
) -> Mapping[UUID, tuple[str, datetime | None]]:
    """Tell how and when each delegate passed the desk last, if they did on that day."""
    query = (
        select(CheckIn.delegate_id, CheckIn.way, CheckIn.at)
        .where(CheckIn.delegate_id.in_(delegates), CheckIn.day == day, CheckIn.alive)
        .order_by(CheckIn.hlc)
    )
    return {
        delegate: (way, at) for delegate, way, at in session.execute(query) if delegate is not None
    }


def _standing(person: Person, way: str | None, at: datetime | None) -> FoundPerson:
    return FoundPerson(person, state_of(person, way), at)


def state_of(person: Person, way: str | None) -> str:
    """Tell where a delegate stands on a day; ``way`` is how they passed the desk last."""
    if way is not None:
        return "left" if way == "out" else "here"
    if person.place_taken_by is not None:
        return "place_taken"
    return "expected" if person.status == Status.ACCEPTED else person.status
