"""In which order papers come out. Light to import."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.checkin.boxes import PRINTS, BoxPlace, box_place
from app.delegates.folding import fold
from app.delegates.person import Person
from app.printing.wishes import Sort
from db.models import Print


def by_family_name(person: Person) -> tuple[str, str, str]:
    """Give the key that sorts people as others look for them."""
    return fold(person.family_name), fold(person.given_name), person.badge_number


ORDERS: Mapping[Sort, Callable[[Person], Any]] = MappingProxyType(
    {
        Sort.FAMILY_NAME: by_family_name,
        Sort.ORGANISATION: lambda who: (_blank_last(who.organisation), by_family_name(who)),
        Sort.DELEGATION: lambda who: (_blank_last(who.delegation), by_family_name(who)),
    }
)
"""The orders that people have by themselves."""


def in_order(session: Session, whom: Sequence[Person], sort: Sort) -> list[Person]:
    """Sort people; by their boxes, whoever's badge lies in none comes last, by family name."""
    if sort is not Sort.BOX:
        return sorted(whom, key=ORDERS[sort])
    places = _places(session)

    def lies(who: Person) -> tuple[Any, ...]:
        place = places.get(who.id)
        return (True, by_family_name(who)) if place is None else (False, place)

    return sorted(whom, key=lies)


def _blank_last(text: str) -> tuple[bool, str]:
    return not text, fold(text)


def _places(session: Session) -> Mapping[UUID | None, BoxPlace | None]:
    """Give where the badge lies that came out last for each."""
    rows = session.execute(PRINTS.order_by(Print.stamp))
    return {row.delegate_id: box_place(row.letters, row.place) for row in rows}
