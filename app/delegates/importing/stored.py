"""What is stored of delegates, who wrote it, and what their sources said before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates.deeds import DelegateImported, DelegateImportTakenBack, Values
from app.delegates.orders import as_json
from db.models import Delegate, Imported, LogRow

TEXTS = (
    *("given_name", "family_name", "email", "phone", "function", "country", "city"),
    *("badge_type", "seeks", "offers", "note", "attention", "order_code", "language"),
)
BLANK: Values = {
    **dict.fromkeys((*TEXTS, "kind", "status", "received"), ""),
    **dict.fromkeys(("organisation_id", "delegation_id")),
    "sectors": [],
    "by_sector": {},
}
_COLUMNS = [getattr(Delegate, name) for name in BLANK]
_BY_IMPORTS = (DelegateImported.__name__, DelegateImportTakenBack.__name__)
_MOST_VARIABLES = 500


@dataclass(slots=True)
class Stored:
    """A delegate's columns and all that sources said of them, by source.

    ``by_desk`` names the columns that a desk wrote last, also those that it cleared.
    """

    values: Values
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    by_desk: Collection[str] = ()

    def was_said(self, name: str, wanted: str) -> bool:
        """Tell by its hash whether some source said a value last, so that a desk could know it."""
        return any(said.get(name) == wanted for said in self.said.values())


def stored(
    session: Session, delegates: Collection[UUID], merged: Mapping[UUID, Collection[UUID]]
) -> dict[UUID, Stored]:
    """Read what is stored of delegates just now. ``merged`` are the entries joined to each."""
    columns = select(Delegate.id, Delegate.stamp, Delegate.stamps, *_COLUMNS)
    rows = session.execute(columns.where(Delegate.id.in_(delegates))).mappings().all()
    stamps = {stamp for row in rows for stamp in (row["stamp"], *row["stamps"].values())}
    of_desks = _of_desks(session, stamps)
    found: dict[UUID, Stored] = {}
    for row in rows:
        values = {name: as_json(row[name]) for name in BLANK}
        found[row["id"]] = Stored(values, by_desk=_by_desk(row, of_desks) if of_desks else ())
    # What a source said of an entry that was merged, it said of the one that stands.
    of_entries: dict[UUID | None, UUID] = {
        old: new for new in delegates for old in merged.get(new, ())
    }
    of_entries |= {delegate: delegate for delegate in delegates}
    heard = select(Imported.delegate_id, Imported.source, Imported.said).where(
        Imported.delegate_id.in_(of_entries), Imported.alive
    )
    for entry, source, said in session.execute(heard.order_by(Imported.stamp)):
        delegate = of_entries[entry]
        if delegate in found:
            found[delegate].said[source] = said
    return found


def hashes(values: Values) -> dict[str, str]:
    """Give a short hash for each value, which tells one statement from another."""
    return {name: hashed(value) for name, value in values.items()}


def hashed(value: Any) -> str:
    """Give the short hash of one value."""
    return blake2b(msgspec.json.encode(value), digest_size=6).hexdigest()


def _by_desk(row: Mapping[Any, Any], of_desks: Collection[str]) -> frozenset[str]:
    """Name the columns that a desk wrote.

    A blank is its word only if it cleared the field: what a walk-in was not asked for, a list
    may still tell.
    """
    return frozenset(
        name
        for name in BLANK
        if row["stamps"].get(name, row["stamp"]) in of_desks
        if row[name] or name in row["stamps"]
    )


def _of_desks(session: Session, stamps: Iterable[str]) -> frozenset[str]:
    """Leave of stamps those whose deed, their last 32 digits, is no import's."""
    deeds = {UUID(hex=stamp[16:]): stamp for stamp in stamps if stamp}
    ids = iter(sorted(deeds))
    of_imports: set[UUID] = set()
    while part := list(islice(ids, _MOST_VARIABLES)):
        query = select(LogRow.id).where(LogRow.id.in_(part), LogRow.kind.in_(_BY_IMPORTS))
        of_imports.update(session.scalars(query))
    return frozenset(stamp for deed, stamp in deeds.items() if deed not in of_imports)
