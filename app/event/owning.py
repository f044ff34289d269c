"""Whose own tables are, read as it stands: whoever was merged or replaced leads on to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Delegate, Organisation, TableOwner


class OwnerKind(StrEnum):
    """Who may own a table."""

    ORGANISATION = "organisation"
    DELEGATE = "delegate"


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody whose own table it is. ``badge_number`` is a delegate's."""

    id: UUID
    kind: OwnerKind
    name: str
    badge_number: str = ""


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """What is stored of an owner, and who that is now; nobody, if they were taken off the list."""

    table_id: UUID
    organisation_id: UUID | None
    delegate_id: UUID | None
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class _Entry:
    owner: Owner | None
    leads_to: UUID | None


def owner_rows(session: Session) -> Sequence[OwnerRow]:
    """Give what is stored of owners."""
    rows = [
        (row.table_id, row.organisation_id, row.delegate_id)
        for row in session.connection().execute(_ROWS)
    ]
    named = {organisation or delegate for _, organisation, delegate in rows}
    entries = _entries(session, {each for each in named if each is not None})
    return [
        OwnerRow(table, organisation, delegate, _standing(entries, organisation or delegate))
        for table, organisation, delegate in rows
    ]


def table_owners(session: Session) -> Mapping[UUID, tuple[Owner, ...]]:
    """Give the owners of each own table, by the table's id: organisations first."""
    owners: dict[UUID, dict[UUID, Owner]] = defaultdict(dict)
    for row in owner_rows(session):
        if row.owner is not None:
            owners[row.table_id].setdefault(row.owner.id, row.owner)
    return {
        table: tuple(sorted(of_table.values(), key=_in_order)) for table, of_table in owners.items()
    }


def possible_owners(session: Session) -> tuple[Owner, ...]:
    """Give everybody who may own a table: organisations first, each by their names."""
    connection = session.connection()
    organisations = connection.execute(
        select(Organisation.id, Organisation.name)
        .where(Organisation.alive)
        .order_by(Organisation.folded, Organisation.id)
    )
    people = connection.execute(_PEOPLE.where(Delegate.alive).order_by(*_BY_NAME))
    return (
        *(Owner(row.id, OwnerKind.ORGANISATION, row.name) for row in organisations),
        *(_delegate(row.id, row.name, row.badge_number) for row in people),
    )


_ROWS = (
    select(TableOwner.table_id, TableOwner.organisation_id, TableOwner.delegate_id)
    .where(TableOwner.alive, TableOwner.table_id.is_not(None))
    .order_by(TableOwner.id)
)
_PEOPLE = select(
    Delegate.id,
    func.trim(Delegate.given_name + " " + Delegate.family_name).label("name"),
    Delegate.badge_number,
    Delegate.alive,
    func.coalesce(Delegate.merged_into, Delegate.place_taken_by).label("leads_to"),
)
_BY_NAME = (Delegate.family_name, Delegate.given_name, Delegate.badge_number)
_ORGANISATIONS = select(
    Organisation.id, Organisation.name, Organisation.alive, Organisation.merged_into
)


def _entries(session: Session, wanted: Collection[UUID]) -> Mapping[UUID, _Entry]:
    """Read entries by their ids, and those they lead to."""
    entries: dict[UUID, _Entry] = {}
    left = set(wanted)
    while left:
        found = _read(session, left)
        entries |= found
        left = {each.leads_to for each in found.values() if each.leads_to} - entries.keys()
    return entries


def _read(session: Session, ids: Iterable[UUID]) -> dict[UUID, _Entry]:
    wanted = sorted(ids)
    connection = session.connection()
    found: dict[UUID, _Entry] = {}
    for row in connection.execute(_ORGANISATIONS.where(Organisation.id.in_(wanted))):
        owner = Owner(row.id, OwnerKind.ORGANISATION, row.name) if row.alive else None
        found[row.id] = _Entry(owner, row.merged_into)
    for row in connection.execute(_PEOPLE.where(Delegate.id.in_(wanted))):
        person = _delegate(row.id, row.name, row.badge_number) if row.alive else None
        found[row.id] = _Entry(person, row.leads_to)
    return found


def _in_order(owner: Owner) -> tuple[bool, str, str]:
    return (owner.kind is OwnerKind.DELEGATE, owner.name, owner.badge_number)


def _delegate(delegate: UUID, name: str, badge_number: str) -> Owner:
    return Owner(delegate, OwnerKind.DELEGATE, name, badge_number)


def _standing(entries: Mapping[UUID, _Entry], named: UUID | None) -> Owner | None:
    seen: set[UUID] = set()
    while named is not None and named not in seen and named in entries:
        seen.add(named)
        entry = entries[named]
        if entry.leads_to is None:
            return entry.owner
        named = entry.leads_to
    return None
