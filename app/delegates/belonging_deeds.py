"""Deeds on what organisations have, and on whom delegates stand for besides their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.delegates.groups import same_name
from app.journal.deeds import Deed, Entry, Kind, Kinds, Personal, kinds
from app.journal.undo import refuse_if_written_since
from app.journal.writes import whole
from db.merge import Write
from db.models import Role, Trait

COUNTRY, STRENGTH, SERVICE = "country", "strength", "service"
SORTS = (COUNTRY, STRENGTH, SERVICE)
"""What an organisation may have several of."""


@dataclass(frozen=True, slots=True)
class TraitSet:
    """An organisation has something, or no longer does; ``sort`` is one of ``SORTS``."""

    organisation_id: UUID
    sort: str
    value: str
    holds: bool


@dataclass(frozen=True, slots=True)
class RoleSet:
    """A delegate stands for one more organisation, or no longer does.

    ``before`` is the function that they had there, ``held`` whether they stood for it.
    """

    delegate_id: UUID
    organisation_id: UUID
    holds: bool
    held: bool
    function: Personal[str] = ""
    before: Personal[str] = ""


def trait_row(organisation: UUID, sort: str, value: str) -> UUID:
    """Give the id of the row for what an organisation has: the same on every desk."""
    return uuid5(organisation, f"{sort} {same_name(value)}")


def role_row(delegate: UUID, organisation: UUID) -> UUID:
    """Give the id of the row for a delegate's part in one more organisation."""
    return uuid5(delegate, f"stands for {organisation}")


def belonging_kinds() -> Kinds:
    """Give the kinds of these deeds."""
    return kinds(
        Kind(TraitSet, _set_trait, _unset_trait, lambda deed: deed.organisation_id),
        Kind(RoleSet, _set_role, _unset_role, lambda deed: deed.delegate_id),
    )


def _set_trait(entry: Entry[TraitSet]) -> Iterable[Write]:
    deed = entry.deed
    values = {"organisation_id": deed.organisation_id, "sort": deed.sort, "value": deed.value}
    row = trait_row(deed.organisation_id, deed.sort, deed.value)
    return [whole(entry, Trait, row, values | {"gone": not deed.holds})]


def _unset_trait(session: Session, entry: Entry[TraitSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = trait_row(deed.organisation_id, deed.sort, deed.value)
    refuse_if_written_since(session, entry, Trait, row, ("gone",))
    return [TraitSet(deed.organisation_id, deed.sort, deed.value, not deed.holds)]


def _set_role(entry: Entry[RoleSet]) -> Iterable[Write]:
    deed = entry.deed
    values = {"delegate_id": deed.delegate_id, "organisation_id": deed.organisation_id}
    said = values | {"function": deed.function, "gone": not deed.holds}
    return [whole(entry, Role, role_row(deed.delegate_id, deed.organisation_id), said)]


def _unset_role(session: Session, entry: Entry[RoleSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = role_row(deed.delegate_id, deed.organisation_id)
    refuse_if_written_since(session, entry, Role, row, ("gone", "function"))
    back = (deed.held, deed.holds, deed.before, deed.function)
    return [RoleSet(deed.delegate_id, deed.organisation_id, *back)]
