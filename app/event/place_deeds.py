"""Deeds on where people may meet: whose a table is, when it is closed, which zones are far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.event.reclosing import refuse_if_placed_since
from app.journal.deeds import Deed, Entry, Kind, Kinds, Personal, kinds
from app.journal.undo import refuse_if_written_since
from app.journal.writes import row_of, takes, whole
from db.merge import Write
from db.models import Closure, FarZones, TableOwner

_NAMESPACE = UUID("5c7f2f0a-9a4e-4d1c-8b52-3b1f9f6f0d2e")


@dataclass(frozen=True, slots=True)
class TableOwnerSet:
    """A table is the own one of an organisation or of a delegate, or no longer is."""

    table_id: UUID
    organisation_id: UUID | None
    delegate_id: UUID | None
    owns: bool


@dataclass(frozen=True, slots=True)
class TableClosed:
    """Nobody meets at a table, or in a zone, from one instant to another.

    Nothing for an instant means: from the beginning, or to the end of the event.
    """

    id: UUID
    table_id: UUID | None
    zone: str
    starts_at: datetime | None
    ends_at: datetime | None
    reason: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class TableReopened:
    """What was closed by the deed that made ``id`` is open again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class TableClosedAgain:
    """What was reopened is closed as it was before."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ZonesFarSet:
    """Two zones are too far from each other for one changeover, or no longer are."""

    one: str
    other: str
    far: bool


def owner_row(table: UUID, owner: UUID | None) -> UUID:
    """Give the id of the row that says a table is somebody's: the same on every desk."""
    return uuid5(table, f"owned by {owner}")


def far_row(one: str, other: str) -> UUID:
    """Give the id of the row for two zones, whichever is named first."""
    return uuid5(_NAMESPACE, "\n".join(sorted((one, other))))


def place_kinds() -> Kinds:
    """Give the kinds of deeds on where people may meet."""
    return kinds(
        Kind(TableOwnerSet, _set_owner, _unset_owner, lambda deed: deed.table_id),
        Kind(TableClosed, row_of(Closure), _reopen, lambda deed: deed.table_id),
        Kind(TableReopened, takes(Closure, gone=True), _close_again),
        Kind(TableClosedAgain, takes(Closure, gone=False), _reopen),
        Kind(ZonesFarSet, _set_far, _unset_far),
    )


def _set_owner(entry: Entry[TableOwnerSet]) -> Iterable[Write]:
    deed = entry.deed
    named = ("table_id", "organisation_id", "delegate_id")
    values = {name: getattr(deed, name) for name in named} | {"gone": not deed.owns}
    return [whole(entry, TableOwner, _owner_row(deed), values)]


def _unset_owner(session: Session, entry: Entry[TableOwnerSet]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, TableOwner, _owner_row(deed), ("gone",))
    return [TableOwnerSet(deed.table_id, deed.organisation_id, deed.delegate_id, not deed.owns)]


def _owner_row(deed: TableOwnerSet) -> UUID:
    return owner_row(deed.table_id, deed.organisation_id or deed.delegate_id)


def _reopen(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Closure, entry.deed.id, ("gone",))
    return [TableReopened(entry.deed.id)]


def _close_again(session: Session, entry: Entry[TableReopened]) -> Sequence[Deed]:
    refuse_if_placed_since(session, entry)
    return [TableClosedAgain(entry.deed.id)]


def _set_far(entry: Entry[ZonesFarSet]) -> Iterable[Write]:
    deed = entry.deed
    one, other = sorted((deed.one, deed.other))
    values = {"one": one, "other": other, "gone": not deed.far}
    return [whole(entry, FarZones, far_row(one, other), values)]


def _unset_far(session: Session, entry: Entry[ZonesFarSet]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, FarZones, far_row(deed.one, deed.other), ("gone",))
    return [ZonesFarSet(deed.one, deed.other, not deed.far)]
