"""The four kinds of deeds that a plain thing has: set, changed, taken out, put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed, Entry, Kind
from app.journal.undo import changed_back, refuse_if_written_since, undone_by
from app.journal.writes import changes, row_of, takes, with_instants
from db.base import Merged

_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "alive"})


class RowDeeds(NamedTuple):
    """Kinds of deeds on one table.

    ``set`` has an ``id`` and every column by its name, ``changed`` an ``id``, ``values`` and
    ``before``, the others an ``id``.
    """

    set: type[Any]
    changed: type[Any]
    taken_out: type[Any]
    put_back: type[Any]


def row_kinds(model: type[Merged], deeds: RowDeeds) -> Sequence[Kind[Any]]:
    """Give the kinds. A thing that somebody has worked on since it was set is not undone."""
    columns = [each.key for each in model.__table__.columns if each.key not in _BOOKKEEPING]

    def take_out(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        refuse_if_written_since(session, entry, model, entry.deed.id, columns)
        return [deeds.taken_out(entry.deed.id)]

    return (
        Kind(deeds.set, row_of(model), take_out, _id),
        Kind(deeds.changed, changes(model, with_instants), changed_back(model), _id),
        Kind(deeds.taken_out, takes(model, gone=True), undone_by(deeds.put_back), _id),
        Kind(deeds.put_back, takes(model, gone=False), undone_by(deeds.taken_out), _id),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing
