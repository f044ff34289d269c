"""What deeds on visits write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed, Entry, Kind, Kinds, kinds
from app.journal.naming import refuse_if_named_since
from app.journal.undo import changed_back, refuse_if_written_since, undone_alike_by, undone_by
from app.journal.writes import changes, row_of, some, taken, takes, whole, with_instants
from app.visits import deeds as d
from db.merge import Write
from db.models import Visit, VisitChoice, VisitPlace

_OF_VISIT = ("title", "sector", "meeting_point", "starts_at", "ends_at", "places", "gone")


def visit_kinds() -> Kinds:
    """Give the kinds of deeds on visits."""
    return kinds(
        Kind(d.VisitAdded, row_of(Visit), _remove, _id),
        Kind(d.VisitChanged, changes(Visit, with_instants), changed_back(Visit), _id),
        Kind(d.VisitTakenOut, takes(Visit, gone=True), undone_by(d.VisitPutBack), _id),
        Kind(d.VisitPutBack, takes(Visit, gone=False), undone_by(d.VisitTakenOut), _id),
        Kind(d.VisitsChosen, _choose, _choose_back, _delegate),
        Kind(d.VisitPlaceGiven, _give, _take_back, _delegate),
        Kind(d.VisitPlaceTakenBack, _take, undone_alike_by(d.VisitPlaceGiven), _delegate),
        Kind(d.VisitBoarded, _board, _unboard, _delegate),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _delegate(deed: Any) -> UUID:
    delegate: UUID = deed.delegate_id
    return delegate


def _remove(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
    refuse_if_written_since(session, entry, Visit, entry.deed.id, _OF_VISIT)
    refuse_if_named_since(session, entry, VisitPlace, "visit_id")
    return [d.VisitTakenOut(entry.deed.id)]


def _choose(entry: Entry[d.VisitsChosen]) -> Iterable[Write]:
    deed = entry.deed
    values = {
        "delegate_id": deed.delegate_id,
        "visits": list(deed.visits),
        "signed_up_at": deed.signed_up_at,
    }
    return [whole(entry, VisitChoice, deed.id, values)]


def _choose_back(session: Session, entry: Entry[d.VisitsChosen]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, VisitChoice, deed.id, ("visits",))
    before = (deed.visits_before, deed.signed_up_before)
    return [d.VisitsChosen(deed.id, deed.delegate_id, *before, deed.visits, deed.signed_up_at)]


def _give(entry: Entry[d.VisitPlaceGiven]) -> Iterable[Write]:
    deed = entry.deed
    values = {"delegate_id": deed.delegate_id, "visit_id": deed.visit_id}
    return [whole(entry, VisitPlace, deed.id, values)]


def _take(entry: Entry[d.VisitPlaceTakenBack]) -> Iterable[Write]:
    return [taken(entry, VisitPlace, entry.deed.id, gone=True)]


def _take_back(session: Session, entry: Entry[d.VisitPlaceGiven]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, VisitPlace, deed.id, ("boarded_at", "gone"))
    return [d.VisitPlaceTakenBack(deed.id, deed.delegate_id, deed.visit_id)]


def _board(entry: Entry[d.VisitBoarded]) -> Iterable[Write]:
    return [some(entry, VisitPlace, entry.deed.id, {"boarded_at": entry.deed.boarded_at})]


def _unboard(session: Session, entry: Entry[d.VisitBoarded]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, VisitPlace, deed.id, ("boarded_at",))
    return [d.VisitBoarded(deed.id, deed.delegate_id, deed.before, deed.boarded_at)]
