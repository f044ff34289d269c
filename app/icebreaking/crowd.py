"""Who may take part in rounds: everybody who is accepted, or some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.delegates.folding import fold
from app.journal.journal import Journal
from app.meetings.attendees import Attendees
from app.outcomes.audience import Listed, audience
from db.models import CheckIn, Table


@dataclass(frozen=True, slots=True)
class Among:
    """Those who are meant; what is blank leaves nobody out.

    ``here_on``: only who was checked in on this day. ``kinds`` are sorts of organisations.
    """

    here_on: date | None = None
    delegations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def means(self, person: Listed) -> bool:
        """Tell whether somebody is meant, be they here or not."""
        return (
            _is_among(self.delegations, (person.delegation,))
            and _is_among(self.sectors, person.sectors)
            and _is_among(self.kinds, (person.type,))
        )


EVERYBODY: Final = Among()

Counted = tuple[tuple[str, int], ...]
"""Names, each with how many people go by it, the most first."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Whom there is to choose from on a day. ``tables`` are in the hall."""

    people: int
    here: int
    delegations: Counted
    sectors: Counted
    kinds: Counted
    tables: int


def among(session: Session, meant: Among) -> list[Listed]:
    """Give those who are accepted and meant, in the order of the list."""
    here = here_on(session, meant.here_on) if meant.here_on is not None else None
    return [
        each
        for each in audience(session).values()
        if each.is_accepted and meant.means(each) and (here is None or each.id in here)
    ]


def crowd_of(journal: Journal, day: date) -> Crowd:
    """Count whom there is to choose from.

    Raises:
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        here = here_on(session, day)
        listed = [each for each in audience(session).values() if each.is_accepted]
        tables = session.scalar(select(func.count()).where(Table.alive)) or 0
    return Crowd(
        len(listed),
        sum(each.id in here for each in listed),
        _counted(each.delegation for each in listed),
        _counted(sector for each in listed for sector in each.sectors),
        _counted(each.type for each in listed),
        tables,
    )


def here_on(session: Session, day: date) -> frozenset[UUID]:
    """Give who is accepted and was checked in on a day, reading no others."""
    query = select(CheckIn.delegate_id).where(
        CheckIn.day == day, CheckIn.alive, CheckIn.way != "out", CheckIn.delegate_id.is_not(None)
    )
    came = {each for each in session.scalars(query.distinct()) if each is not None}
    people = Attendees(session, came)
    return frozenset(each for each in map(people.standing, came) if people.are_coming((each,)))


def _is_among(wanted: Collection[str], said: Iterable[str]) -> bool:
    return not wanted or not {fold(each) for each in wanted}.isdisjoint(map(fold, said))


def _counted(names: Iterable[str]) -> Counted:
    counts = Counter(filter(None, names))
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], fold(each[0]))))
