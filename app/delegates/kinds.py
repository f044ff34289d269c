"""What deeds on delegates write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import product
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.delegates import deeds as d
from app.journal.asking import answer
from app.journal.deeds import BuiltOn, Deed, Entry, Kind, Kinds, kinds
from app.journal.naming import refuse_if_listed_since, refuse_if_named_since
from app.journal.undo import (
    refuse_if_written_since,
    same_fields,
    undone_alike_by,
    undone_by,
)
from app.journal.writes import some, takes, whole
from db.merge import Write
from db.models import (
    Attendance,
    Badge,
    Booking,
    CheckIn,
    Delegate,
    Meeting,
    ProgrammeSession,
    Request,
    SourceKey,
    TableOwner,
    Unavailable,
)

_IDS = frozenset({"organisation_id", "delegation_id", "merged_into", "place_taken_by"})


def delegate_kinds() -> Kinds:
    """Give the kinds of deeds on delegates, but for those of imports."""
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
        Kind(d.DelegatesMerged, _merge, _part, _id),
        Kind(d.DelegatesParted, _unmerge, undone_alike_by(d.DelegatesMerged), _id),
        Kind(d.PlaceTaken, _take_place, _give_place_back, _id),
        Kind(d.PlaceGivenBack, _untake_place, undone_alike_by(d.PlaceTaken), _id),
    )


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
    refuse_if_used(session, entry)
    return [d.DelegateRemoved(entry.deed.id)]


def refuse_if_used(session: Session, entry: Entry[Any]) -> None:
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
