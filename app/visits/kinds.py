"""What deeds on visits write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import BuiltOn, Deed, Entry, Kind, Kinds, kinds
from app.journal.log import entries_in
from app.journal.naming import refuse_if_named_since
from app.journal.undo import changed_back, refuse_if_written_since, undone_alike_by, undone_by
from app.journal.writes import changes, row_of, some, taken, takes, whole, with_instants
from app.visits import deeds as d
from app.visits.reading import visit_book
from db.merge import Write
from db.models import Visit, VisitChoice, VisitPlace

_OF_VISIT = ("title", "sector", "meeting_point", "starts_at", "ends_at", "places", "gone")


def visit_kinds() -> Kinds:
    """Give the kinds of deeds on visits."""
    return kinds(
        Kind(d.VisitAdded, row_of(Visit), _remove, _id),
        Kind(d.VisitChanged, changes(Visit, with_instants), _change_back, _id),
        Kind(d.VisitTakenOut, takes(Visit, gone=True), undone_by(d.VisitPutBack), _id),
        Kind(d.VisitPutBack, takes(Visit, gone=False), undone_by(d.VisitTakenOut), _id),
        Kind(d.VisitsChosen, _choose, _choose_back, _delegate),
        Kind(d.VisitPlaceGiven, _give, _take_back, _delegate),
        Kind(d.VisitPlaceTakenBack, _take, _give_back, _delegate),
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


def _change_back(session: Session, entry: Entry[d.VisitChanged]) -> Sequence[Deed]:
    places = entry.deed.before.get("places")
    if places is not None:
        _refuse_if_full(session, entry, entry.deed.id, places)
    return changed_back(Visit)(session, entry)


def _give_back(session: Session, entry: Entry[d.VisitPlaceTakenBack]) -> Sequence[Deed]:
    _refuse_if_full(session, entry, entry.deed.visit_id)
    return undone_alike_by(d.VisitPlaceGiven)(session, entry)


def _refuse_if_full(
    session: Session, entry: Entry[Any], thing: UUID, places: int | None = None
) -> None:
    """Refuse to take back what others have taken up: so many ``places``, or those there are.

    All of a unit is taken back together: who got a place in it has none then, and who lost it has.
    """
    of_unit = entries_in(session, _OF_PLACES, entry.unit)
    said = [each for each in of_unit if each.deed.visit_id == thing]
    lost = [each.id for each in said if isinstance(each.deed, d.VisitPlaceTakenBack)]
    if entry.id in lost[1:]:
        # Once for all of them is enough: it takes long where thousands signed up.
        return
    book = visit_book(session)
    visit = book.visits.get(thing)
    if visit is None:
        return
    anew, back = (
        {book.attendees.standing(each.deed.delegate_id) for each in said if type(each.deed) is kind}
        for kind in (d.VisitPlaceGiven, d.VisitPlaceTakenBack)
    )
    having = {who for who in book.places if book.place(who, thing) is not None}
    if len((having - anew) | back) > (visit.places if places is None else places):
        raise BuiltOn(type(entry.deed).__name__, entry.id, "places")


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


_OF_PLACES = kinds(
    Kind(d.VisitPlaceGiven, _give, _take_back, _delegate),
    Kind(d.VisitPlaceTakenBack, _take, _give_back, _delegate),
)
