"""The deeds that take a deed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.asking import ask_together, stored
from app.journal.deeds import BuiltOn, Deed, Entry, Kinds
from db.base import Merged
from db.merge import Write, said
from db.models import LogRow


def inverses(
    session: Session, kinds: Kinds, entries: Sequence[Entry[Any]]
) -> Iterator[Sequence[Deed]]:
    """Give the deeds that take entries of one unit back, entry by entry, as things stand now.

    Raises:
        BuiltOn, CannotUndo: There are none for an entry; of several such, the first one counts.
    """
    ask_together(session, kinds, entries)
    for entry in entries:
        yield inverse(session, kinds, entry)


def inverse(session: Session, kinds: Kinds, entry: Entry[Any]) -> Sequence[Deed]:
    """Give the deeds that take one of the entries back which are asked together.

    There are none if it is a mere record.

    Raises:
        BuiltOn, CannotUndo: There are none.
    """
    kind = kinds[type(entry.deed).__name__]
    if kind.undo is None:
        return ()
    try:
        return kind.undo(session, entry)
    except BuiltOn:
        writes = list(kind.apply(entry))
        if not all(_stands(session, entry, write) for write in writes):
            raise
        # What was built on it was taken back since, so it stands as if done just then.
        latest = max(_last_written(session, write) for write in writes)
        return kind.undo(session, replace(entry, hlc=latest + 1))


def taken_away(kinds: Kinds, entry: Entry[Any], deeds: Iterable[Deed]) -> set[UUID]:
    """Give the ids of the things that the deeds which take an entry back would take away."""
    done = [replace(entry, deed=deed) for deed in deeds]
    writes = [write for each in done for write in kinds[type(each.deed).__name__].apply(each)]
    return {write.id for write in writes if write.values.get("gone")}


def named(session: Session, kinds: Kinds, entry: Entry[Any]) -> set[UUID]:
    """Give the ids of an entry's things, and of all that these name as they stand now."""
    ids: set[UUID] = set()
    for write in kinds[type(entry.deed).__name__].apply(entry):
        columns = write.model.__table__.columns
        for row in session.execute(select(*columns).where(columns.id == write.id)):
            ids |= {value for value in row if isinstance(value, UUID)}
    return ids


def _stands(session: Session, entry: Entry[Any], write: Write) -> bool:
    """Tell whether all that was written since has put back what the entry wrote."""
    row = stored(session, write.model, write.id)
    if row is None:
        return False
    for name, value in said(write).items():
        later = _writer(session, row, name)
        if later is None or later.hlc <= entry.hlc or entry.unit in {later.unit, later.undoes}:
            continue
        if later.undoes is None or getattr(row, name) != value:
            return False
    return True


def _writer(session: Session, row: Merged, name: str) -> LogRow | None:
    stamp = row.stamps.get(name, row.stamp)
    return session.get(LogRow, UUID(hex=stamp[16:])) if stamp else None


def _last_written(session: Session, write: Write) -> int:
    row = session.get_one(write.model, write.id)
    return max(int(stamp[:16], 16) for stamp in (row.stamp, *row.stamps.values()) if stamp)
