"""In which order papers come out. Light to import."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    return sorted(whom, key=lambda who: (places.get(who.id) or math.inf, by_family_name(who)))


def _blank_last(text: str) -> tuple[bool, str]:
    return not text, fold(text)


def _places(session: Session) -> Mapping[UUID | None, int]:
    """Give the place among all boxes of the badge that came out last for each."""
    query = select(Print.delegate_id, Print.place).where(Print.alive).order_by(Print.stamp)
    return {delegate: place for delegate, place in session.execute(query)}  # noqa: C416 - rows are no pairs to mypy
