"""A delegate as other parts and pages see one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, Row, bindparam, func, select
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


@dataclass(eq=False)
class WasErased(DeskError):
    """Nothing is known of this delegate any more, and nothing is to be noted."""

    badge_number: str


# In the order of the fields of ``Person``. Made once: a scan asks for one, an import for all.
EVERYBODY = (
    select(
        Delegate.id,
        Delegate.badge_number,
        Delegate.given_name,
        Delegate.family_name,
        func.coalesce(Organisation.name, "").label("organisation"),
        Delegate.country,
        func.coalesce(Delegation.name, "").label("delegation"),
        func.coalesce(Delegation.colour, "").label("delegation_colour"),
        Delegate.badge_type,
        Delegate.email,
        Delegate.phone,
        Delegate.function,
        Delegate.status,
        Delegate.status_reason,
        Delegate.attention,
        Delegate.note,
        Delegate.days,
        Delegate.walk_in,
        Delegate.place_taken_by,
    )
    .outerjoin(Organisation, Organisation.id == Delegate.organisation_id)
    .outerjoin(Delegation, Delegation.id == Delegate.delegation_id)
    .where(Delegate.alive)
    .order_by(Delegate.badge_number, Delegate.id)
)
_DAYS, _FIELDS = 16, 19
_SOME = EVERYBODY.where(Delegate.id.in_(bindparam("ids", expanding=True)))
_ONE = EVERYBODY.where(Delegate.id == bindparam("id"))


def people(session: Session, ids: Collection[UUID] | None = None) -> Mapping[UUID, Person]:
    """Give delegates by id, all of them or the named ones, in the order of their numbers."""
    if ids is None:
        return _read(session, EVERYBODY)
    found: dict[UUID, Person] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        found |= _read(session, _SOME, ids=wanted[start : start + 500])
    return found


def person(session: Session, delegate: UUID) -> Person:
    """Give one delegate.

    Raises:
        UnknownDelegate: There is none with this id.
    """
    found = _read(session, _ONE, id=delegate)
    if not found:
        raise UnknownDelegate(str(delegate))
    return found[delegate]


def last_name_of(session: Session, delegate: UUID) -> str:
    """Give the name of a delegate, also of one who was taken off the list; or a blank."""
    names = select(Delegate.given_name, Delegate.family_name).filter_by(id=delegate)
    return next((f"{given} {family}".strip() for given, family in session.execute(names)), "")


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


def person_of(row: Row[Any]) -> Person:
    """Make a person of the first columns of a row of ``EVERYBODY``."""
    # By place: by name it takes thrice as long, and tables ask for everybody.
    values: list[Any] = list(row[:_FIELDS])
    values[_DAYS] = tuple(values[_DAYS])
    return Person(*values)


def _read(session: Session, query: Executable, **wanted: Any) -> dict[UUID, Person]:
    return {row[0]: person_of(row) for row in session.connection().execute(query, wanted)}
