"""What deeds of imports write, and how they are taken back: people, and what is left to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from operator import attrgetter
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.delegates import deeds as d
from app.delegates.kinds import columns, refuse_if_used
from app.journal.asking import stored
from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.undo import refuse_if_written_since, same_fields, undone_by
from app.journal.writes import row_of, some, taken, takes, whole
from db.merge import Write
from db.models import Delegate, Doubt, Imported, LogRow, SourceKey

_NAMESPACE = UUID("6f5a8b1e-2f0b-4a53-9a52-6c9d1a0f7a11")
REPLACED = "replaced-"
"""Begins the source key that remembers whose a ticket was before a newer one replaced it."""


def key_row(key: str) -> UUID:
    """Give the id of the row for a source's name of a delegate: the same on every desk."""
    return uuid5(_NAMESPACE, f"key {key}")


def imported_row(delegate: UUID, source: str) -> UUID:
    """Give the id of the row for what a source said of a delegate; it sorts beside theirs."""
    said = blake2b(f"{delegate.hex} {source}".encode(), digest_size=8)
    return UUID(bytes=delegate.bytes[:8] + said.digest())


def import_kinds() -> Kinds:
    """Give the kinds of deeds that imports bring."""
    subject = attrgetter("id")
    return kinds(
        Kind(d.DelegateImported, _import, _take_import_back, subject),
        Kind(d.DelegateImportTakenBack, _unimport, _import_again, subject),
        Kind(d.DoubtRaised, row_of(Doubt), _take_doubt_back),
        Kind(d.DoubtTakenBack, takes(Doubt, gone=True), undone_by(d.DoubtRestored)),
        Kind(d.DoubtRestored, takes(Doubt, gone=False), _take_doubt_back),
        Kind(d.DoubtSettled, _settle(settled=True), undone_by(d.DoubtReopened)),
        Kind(d.DoubtReopened, _settle(settled=False), undone_by(d.DoubtSettled)),
    )


def _settle(*, settled: bool) -> Callable[[Entry[Any]], Sequence[Write]]:
    return lambda entry: [some(entry, Doubt, entry.deed.id, {"settled": settled})]


def _take_doubt_back(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    """Take a doubt away that nobody has decided; an answer stands, lest it be asked for again."""
    doubt = stored(session, Doubt, entry.deed.id)
    return [] if doubt is None or doubt.settled else [d.DoubtTakenBack(doubt.id)]


def _import(entry: Entry[d.DelegateImported]) -> Iterable[Write]:
    deed = entry.deed
    write = whole if deed.new else some
    yield write(entry, Delegate, deed.id, columns(deed.values))
    said = {"delegate_id": deed.id, "source": deed.source, "said": dict(deed.said)}
    yield whole(entry, Imported, imported_row(deed.id, deed.source), said)
    for key in deed.keys:
        yield whole(entry, SourceKey, key_row(key), {"key": key, "delegate_id": deed.id})
    for key in deed.dropped:
        was = REPLACED + key
        yield taken(entry, SourceKey, key_row(key), gone=True)
        yield whole(entry, SourceKey, key_row(was), {"key": was, "delegate_id": deed.id})


def _unimport(entry: Entry[d.DelegateImportTakenBack]) -> Iterable[Write]:
    deed = entry.deed
    if deed.new:
        yield taken(entry, Delegate, deed.id, gone=True)
    else:
        yield some(entry, Delegate, deed.id, columns(deed.before))
    yield some(
        entry,
        Imported,
        imported_row(deed.id, deed.source),
        {"said": dict(deed.said_before), "gone": not deed.said_before},
    )
    for key in deed.keys:
        yield taken(entry, SourceKey, key_row(key), gone=True)
    for key in deed.dropped:
        yield taken(entry, SourceKey, key_row(key), gone=False)
        yield taken(entry, SourceKey, key_row(REPLACED + key), gone=True)


def _take_import_back(session: Session, entry: Entry[d.DelegateImported]) -> Sequence[Deed]:
    deed = entry.deed
    if deed.new:
        refuse_if_used(session, entry)
    else:
        refuse_if_written_since(session, entry, Delegate, deed.id, tuple(deed.values))
        _refuse_if_passed_on(session, entry)
    return [same_fields(d.DelegateImportTakenBack, deed)]


def _refuse_if_passed_on(session: Session, entry: Entry[d.DelegateImported]) -> None:
    """Refuse if a merge or a substitution has moved what the import says of tickets."""
    dropped = entry.deed.dropped
    keys = (*entry.deed.keys, *dropped, *(REPLACED + key for key in dropped))
    for row in _key_rows(session, keys):
        refuse_if_written_since(session, entry, SourceKey, row.id, ("delegate_id",))
        # A ticket that was replaced moves with nobody; its holder may have left the place.
        if row.gone and row.delegate_id is not None:
            _refuse_if_led_on(session, entry, row.delegate_id)


def _import_again(session: Session, entry: Entry[d.DelegateImportTakenBack]) -> Sequence[Deed]:
    """Let an import's word count again, unless others have written the same since."""
    deed = entry.deed
    names = ("gone",) if deed.new else tuple(deed.before)
    refuse_if_written_since(session, entry, Delegate, deed.id, names)
    _refuse_if_led_on(session, entry, deed.id)
    for row in _key_rows(session, (*deed.keys, *deed.dropped)):
        refuse_if_written_since(session, entry, SourceKey, row.id, ("gone", "delegate_id"))
    return [same_fields(d.DelegateImported, deed)]


def _refuse_if_led_on(session: Session, entry: Entry[Any], delegate: UUID) -> None:
    """Refuse if somebody stands for a delegate, by a merge or a substitution since."""
    row = session.get_one(Delegate, delegate)
    names = [name for name in ("merged_into", "place_taken_by") if getattr(row, name) is not None]
    if names:
        # Undo may look at the entry as if it were written only now.
        written = replace(entry, hlc=session.get_one(LogRow, entry.id).hlc)
        refuse_if_written_since(session, written, Delegate, delegate, names)


def _key_rows(session: Session, keys: Iterable[str]) -> Iterator[SourceKey]:
    for key in keys:
        row = stored(session, SourceKey, key_row(key))
        if row is not None:
            yield row
