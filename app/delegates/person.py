"""A delegate as other parts and pages see one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.errors import DeskError
from db.models import Delegate, Delegation, Organisation


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate. ``country`` is ISO 3166-1 alpha-2; blank text means that nobody said."""

    id: UUID
    badge_number: str
    given_name: str
    family_name: str
    organisation: str
    country: str
    delegation: str
    delegation_colour: str
    badge_type: str
    email: str
    phone: str
    function: str
    status: str
    status_reason: str
    attention: str
    note: str
    days: tuple[str, ...]
    walk_in: bool
    place_taken_by: UUID | None

    @property
    def name(self) -> str:
        """Given name and family name, as on the badge."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(eq=False)
class UnknownDelegate(DeskError):
    """No delegate has this badge number, e-mail or id."""

    delegate: str


@dataclass(eq=False)
class SeveralDelegates(DeskError):
    """Several delegates share this e-mail; name one by badge number."""

    delegate: str
    badge_numbers: tuple[str, ...]


def people(session: Session, ids: Collection[UUID] | None = None) -> Mapping[UUID, Person]:
    """Give delegates by id, all of them or the named ones, in the order of their numbers."""
    query = _query().order_by(Delegate.badge_number, Delegate.id)
    if ids is None:
        return _read(session, query)
    found: dict[UUID, Person] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        found |= _read(session, query.where(Delegate.id.in_(wanted[start : start + 500])))
    return found


def person(session: Session, delegate: UUID) -> Person:
    """Give one delegate.

    Raises:
        UnknownDelegate: There is none with this id.
    """
    found = _read(session, _query().where(Delegate.id == delegate))
    if not found:
        raise UnknownDelegate(str(delegate))
    return found[delegate]


def resolve(session: Session, named: str) -> UUID:
    """Find the delegate that somebody named by badge number, e-mail or id.

    Raises:
        UnknownDelegate: Nobody fits.
        SeveralDelegates: The e-mail belongs to several.
    """
    text = named.strip()
    where = Delegate.email == text.lower() if "@" in text else Delegate.badge_number == text.upper()
    with suppress(ValueError):
        where = Delegate.id == UUID(text)
    rows = session.execute(select(Delegate.id, Delegate.badge_number).where(where, Delegate.alive))
    found = rows.all()
    if not found:
        raise UnknownDelegate(named)
    if len(found) > 1:
        raise SeveralDelegates(named, tuple(sorted(row.badge_number for row in found)))
    delegate: UUID = found[0].id
    return delegate


_Query = Select[Delegate, str | None, str | None, str | None]


def _query() -> _Query:
    return (
        select(
            Delegate,
            cast("ColumnElement[str | None]", Organisation.name),
            cast("ColumnElement[str | None]", Delegation.name),
            cast("ColumnElement[str | None]", Delegation.colour),
        )
        .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
        .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
        .where(Delegate.alive)
    )


def _read(session: Session, query: _Query) -> dict[UUID, Person]:
    return {
        row.id: Person(
            id=row.id,
            badge_number=row.badge_number,
            given_name=row.given_name,
            family_name=row.family_name,
            organisation=organisation or "",
            country=row.country,
            delegation=delegation or "",
            delegation_colour=colour or "",
            badge_type=row.badge_type,
            email=row.email,
            phone=row.phone,
            function=row.function,
            status=row.status,
            status_reason=row.status_reason,
            attention=row.attention,
            note=row.note,
            days=tuple(row.days),
            walk_in=row.walk_in,
            place_taken_by=row.place_taken_by,
        )
        for row, organisation, delegation, colour in session.execute(query)
    }
