"""Deeds on organisations and delegations: what they say, write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.delegates.deeds import Values
from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.naming import refuse_if_named_since
from app.journal.undo import (
    refuse_if_written_since,
    same_fields,
    undone_alike_by,
    undone_by,
)
from app.journal.writes import row_of, some, takes, whole
from db.merge import Write
from db.models import Delegate, Delegation, Membership, Organisation, Role, TableOwner, Trait


@dataclass(frozen=True, slots=True)
class OrganisationAdded:
    """An organisation came up for the first time."""

    id: UUID
    name: str
    folded: str
    kind: str = ""
    country: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationRemoved:
    """An organisation was taken away again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class OrganisationRestored:
    """A removed organisation came back."""

    id: UUID


@dataclass(frozen=True, slots=True)
class OrganisationChanged:
    """Fields of an organisation were changed."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class OrganisationsMerged:
    """Two entries turned out to be one organisation: ``merged`` now stands under ``id``.

    ``delegates`` are those who moved over. Whoever is imported under the merged name from now
    on belongs to ``id``.
    """

    id: UUID
    merged: UUID
    delegates: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsParted(OrganisationsMerged):
    """Two entries that were merged are two organisations after all."""


@dataclass(frozen=True, slots=True)
class MembershipSet:
    """An organisation belongs to a network, or no longer does."""

    member_id: UUID
    network_id: UUID
    belongs: bool


@dataclass(frozen=True, slots=True)
class DelegationAdded:
    """A delegation came up for the first time."""

    id: UUID
    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class DelegationRemoved:
    """A delegation was taken away again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class DelegationRestored:
    """A removed delegation came back."""

    id: UUID


def membership_row(member: UUID, network: UUID) -> UUID:
    """Give the id of the row for an organisation's place in a network."""
    return uuid5(member, f"member of {network}")


def group_kinds() -> Kinds:
    """Give the kinds of deeds on organisations and delegations."""
    return kinds(
        Kind(OrganisationAdded, row_of(Organisation), _remove_organisation, _id),
        Kind(OrganisationRemoved, takes(Organisation, gone=True), _restore_organisation, _id),
        Kind(OrganisationRestored, takes(Organisation, gone=False), _remove_organisation, _id),
        Kind(OrganisationChanged, _change, _unchange, _id),
        Kind(OrganisationsMerged, _merge, _part, _id),
        Kind(OrganisationsParted, _unmerge, undone_alike_by(OrganisationsMerged), _id),
        Kind(MembershipSet, _set_membership, _unset_membership, lambda deed: deed.member_id),
        Kind(DelegationAdded, row_of(Delegation), _remove_delegation, _id),
        Kind(DelegationRemoved, takes(Delegation, gone=True), undone_by(DelegationRestored), _id),
        Kind(DelegationRestored, takes(Delegation, gone=False), _remove_delegation, _id),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


_restore_organisation = undone_by(OrganisationRestored)


def _remove_organisation(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    """Take an organisation away, unless it was merged, or others lean on it by other deeds."""
    refuse_if_written_since(session, entry, Organisation, entry.deed.id, ("gone", "merged_into"))
    refuse_if_named_since(session, entry, Delegate, "organisation_id")
    refuse_if_named_since(session, entry, Organisation, "merged_into")
    refuse_if_named_since(session, entry, Membership, "member_id")
    refuse_if_named_since(session, entry, Membership, "network_id")
    for named in (TableOwner, Trait, Role):
        refuse_if_named_since(session, entry, named, "organisation_id")
    return [OrganisationRemoved(entry.deed.id)]


def _remove_delegation(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    """Take a delegation away, unless others joined it by other deeds."""
    refuse_if_named_since(session, entry, Delegate, "delegation_id")
    return [DelegationRemoved(entry.deed.id)]


def _change(entry: Entry[OrganisationChanged]) -> Iterable[Write]:
    return [some(entry, Organisation, entry.deed.id, entry.deed.values)]


def _unchange(session: Session, entry: Entry[OrganisationChanged]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Organisation, deed.id, tuple(deed.values))
    return [OrganisationChanged(deed.id, values=deed.before, before=deed.values)]


def _merge(entry: Entry[OrganisationsMerged]) -> Iterable[Write]:
    deed = entry.deed
    yield some(entry, Organisation, deed.merged, {"gone": True, "merged_into": deed.id})
    for delegate in deed.delegates:
        yield some(entry, Delegate, delegate, {"organisation_id": deed.id})


def _unmerge(entry: Entry[OrganisationsParted]) -> Iterable[Write]:
    deed = entry.deed
    yield some(entry, Organisation, deed.merged, {"gone": False, "merged_into": None})
    for delegate in deed.delegates:
        yield some(entry, Delegate, delegate, {"organisation_id": deed.merged})


def _part(session: Session, entry: Entry[OrganisationsMerged]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Organisation, deed.merged, ("merged_into",))
    for delegate in deed.delegates:
        refuse_if_written_since(session, entry, Delegate, delegate, ("organisation_id",))
    return [same_fields(OrganisationsParted, deed)]


def _set_membership(entry: Entry[MembershipSet]) -> Iterable[Write]:
    deed = entry.deed
    row = membership_row(deed.member_id, deed.network_id)
    values = {"member_id": deed.member_id, "network_id": deed.network_id}
    return [whole(entry, Membership, row, values | {"gone": not deed.belongs})]


def _unset_membership(session: Session, entry: Entry[MembershipSet]) -> Sequence[Deed]:
    deed = entry.deed
    row = membership_row(deed.member_id, deed.network_id)
    refuse_if_written_since(session, entry, Membership, row, ("gone",))
    return [MembershipSet(deed.member_id, deed.network_id, not deed.belongs)]
