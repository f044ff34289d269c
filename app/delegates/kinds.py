"""What deeds on delegates write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import product
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates import deeds as d
from app.journal.asking import answer, stored
from app.journal.deeds import BuiltOn, Deed, Entry, Kind, Kinds, kinds
from app.journal.naming import refuse_if_listed_since, refuse_if_named_since
from app.journal.undo import (
    refuse_if_written_since,
    same_fields,
    undone_alike_by,
    undone_by,
)
from app.journal.writes import row_of, some, taken, takes, whole
from db.merge import Write
from db.models import (
    Attendance,
    Badge,
    Booking,
    CheckIn,
    Delegate,
    Doubt,
    Imported,
    LogRow,
    Meeting,
    ProgrammeSession,
    Request,
    SourceKey,
    TableOwner,
    Unavailable,
)

_NAMESPACE = UUID("6f5a8b1e-2f0b-4a53-9a52-6c9d1a0f7a11")
REPLACED = "replaced-"
"""Begins the source key that remembers whose a ticket was before a newer one replaced it."""
_IDS = frozenset({"organisation_id", "delegation_id", "merged_into", "place_taken_by"})


def key_row(key: str) -> UUID:
    """Give the id of the row for a source's name of a delegate: the same on every desk."""
    return uuid5(_NAMESPACE, f"key {key}")


def imported_row(delegate: UUID, source: str) -> UUID:
    """Give the id of the row for what a source said of a delegate; it sorts beside theirs."""
    said = blake2b(f"{delegate.hex} {source}".encode(), digest_size=8)
    return UUID(bytes=delegate.bytes[:8] + said.digest())


def delegate_kinds() -> Kinds:
    """Give the kinds of deeds on delegates."""
    return _person_kinds() | _doubt_kinds()


def _person_kinds() -> Kinds:
    return kinds(
        Kind(
            d.DelegateAdded,
            lambda entry: [whole(entry, Delegate, entry.deed.id, columns(entry.deed.values))],
            _remove,
            _id,
        ),
        Kind(d.DelegateRemoved, takes(Delegate, gone=True), undone_by(d.DelegateRestored), _id),
        Kind(d.DelegateRestored, takes(Delegate, gone=False), _remove, _id),
        Kind(
            d.DelegateChanged,
            lambda entry: [some(entry, Delegate, entry.deed.id, columns(entry.deed.values))],
            _unchange,
            _id,
        ),
        Kind(d.StatusSet, _set_status, _set_status_back, _id),
        Kind(d.DelegateImported, _import, _take_import_back, _id),
        Kind(d.DelegateImportTakenBack, _unimport, _import_again, _id),
        Kind(d.DelegatesMerged, _merge, _part, _id),
        Kind(d.DelegatesParted, _unmerge, undone_alike_by(d.DelegatesMerged), _id),
        Kind(d.PlaceTaken, _take_place, _give_place_back, _id),
        Kind(d.PlaceGivenBack, _untake_place, undone_alike_by(d.PlaceTaken), _id),
    )


def _doubt_kinds() -> Kinds:
    return kinds(
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


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values as JSON says them into values of the delegate's columns."""
    return {
        name: _parsed(value) if name in _IDS and value is not None else value
        for name, value in values.items()
    }


# The delegates of an import belong to a few organisations, which come one after the other.
_parsed = lru_cache(maxsize=1_024)(UUID)


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _unchange(session: Session, entry: Entry[d.DelegateChanged]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Delegate, deed.id, tuple(deed.values))
    return [d.DelegateChanged(deed.id, values=deed.before, before=deed.values)]


def _remove(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    _refuse_if_used(session, entry)
    return [d.DelegateRemoved(entry.deed.id)]


def _refuse_if_used(session: Session, entry: Entry[Any]) -> None:
    """Refuse to take a person away who was here, or whose entry somebody worked on since."""
    here_at = answer(session, entry, _check_ins)
    if here_at is not None:
        raise BuiltOn(type(entry.deed).__name__, entry.id, "check_in", here_at)
    names = [column.key for column in Delegate.__table__.columns]
    refuse_if_written_since(session, entry, Delegate, entry.deed.id, names)
    refuse_if_named_since(session, entry, Delegate, "merged_into")
    refuse_if_named_since(session, entry, Delegate, "place_taken_by")
    for named in (SourceKey, TableOwner, Unavailable, Booking, Attendance):
        refuse_if_named_since(session, entry, named, "delegate_id")
    for model, side in product((Request, Meeting), ("hosts", "guests")):
        refuse_if_listed_since(session, entry, model, side)
    for voices in ("speakers", "moderators"):
        refuse_if_listed_since(session, entry, ProgrammeSession, voices)


def _check_ins(session: Session, delegates: Collection[UUID]) -> Mapping[UUID, datetime | None]:
    """Give when each was here first."""
    standing = select(CheckIn.delegate_id, CheckIn.at, CheckIn.hlc).where(
        CheckIn.delegate_id.in_(delegates), CheckIn.alive
    )
    rows = session.execute(standing.order_by(CheckIn.hlc.desc()))
    return {delegate: at for delegate, at, _hlc in rows if delegate is not None}


def _set_status(entry: Entry[d.StatusSet]) -> Iterable[Write]:
    values = {"status": entry.deed.status, "status_reason": entry.deed.reason}
    return [some(entry, Delegate, entry.deed.id, values)]


def _set_status_back(session: Session, entry: Entry[d.StatusSet]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Delegate, deed.id, ("status",))
    return [
        d.StatusSet(deed.id, deed.before, deed.reason_before, deed.status, deed.reason),
    ]


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
        _refuse_if_used(session, entry)
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


def _merge(entry: Entry[d.DelegatesMerged]) -> Iterable[Write]:
    yield some(entry, Delegate, entry.deed.merged, {"gone": True, "merged_into": entry.deed.id})
    yield from _moved(entry, entry.deed.id)


def _unmerge(entry: Entry[d.DelegatesParted]) -> Iterable[Write]:
    yield some(entry, Delegate, entry.deed.merged, {"gone": False, "merged_into": None})
    yield from _moved(entry, entry.deed.merged)


def _moved(entry: Entry[Any], owner: UUID) -> Iterable[Write]:
    deed = entry.deed
    things = ((SourceKey, deed.keys), (Badge, deed.badges), (CheckIn, deed.check_ins))
    for model, ids in things:
        for thing in ids:
            yield some(entry, model, thing, {"delegate_id": owner})


def _part(session: Session, entry: Entry[d.DelegatesMerged]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Delegate, entry.deed.merged, ("merged_into",))
    return [same_fields(d.DelegatesParted, entry.deed)]


def _take_place(entry: Entry[d.PlaceTaken]) -> Iterable[Write]:
    yield some(entry, Delegate, entry.deed.id, {"place_taken_by": entry.deed.substitute})
    for key in entry.deed.keys:
        yield some(entry, SourceKey, key, {"delegate_id": entry.deed.substitute})


def _untake_place(entry: Entry[d.PlaceGivenBack]) -> Iterable[Write]:
    yield some(entry, Delegate, entry.deed.id, {"place_taken_by": None})
    for key in entry.deed.keys:
        yield some(entry, SourceKey, key, {"delegate_id": entry.deed.id})


def _give_place_back(session: Session, entry: Entry[d.PlaceTaken]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Delegate, entry.deed.id, ("place_taken_by",))
    return [same_fields(d.PlaceGivenBack, entry.deed)]
