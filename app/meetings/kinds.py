"""What deeds on requests, meetings and plans write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.journal.deeds import Deed, Entry, Kind, Kinds, Undo, kinds
from app.journal.naming import refuse_if_named_since
from app.journal.undo import (
    changed_back,
    refuse_if_written_since,
    undone_by,
)
from app.journal.writes import changes, row_of, some, takes, whole
from app.meetings import deeds as d
from db.base import Merged
from db.merge import Write
from db.models import Meeting, Plan, PlanRules, Request, Resource, Unavailable

_IDS = frozenset({"request_id", "slot_id", "table_id", "plan_id"})
_BOOKKEEPING = frozenset({"id", "stamp", "stamps", "alive"})


def meeting_kinds() -> Kinds:
    """Give the kinds of deeds on requests, meetings and plans."""
    return kinds(*_request_kinds(), *_meeting_kinds(), *_plan_kinds(), *_limit_kinds())


def _request_kinds() -> Sequence[Kind[Any]]:
    remove = _removed_by(d.RequestTakenOut, Request, (Meeting, "request_id"))
    withdrawn = _Register(Request, "withdrawn")
    reinstate = withdrawn.undone_by(d.RequestReinstated)
    return (
        Kind(d.RequestAdded, _added(Request), remove, _id),
        Kind(d.RequestTakenOut, takes(Request, gone=True), undone_by(d.RequestPutBack), _id),
        Kind(d.RequestPutBack, takes(Request, gone=False), remove, _id),
        Kind(d.RequestChanged, changes(Request, columns), changed_back(Request), _id),
        Kind(d.RequestNoted, _note, _note_back, _id),
        Kind(d.RequestWithdrawn, withdrawn.becomes(True), reinstate, _id),
        Kind(
            d.RequestReinstated,
            withdrawn.becomes(False),
            withdrawn.undone_by(d.RequestWithdrawn),
            _id,
        ),
    )


def _meeting_kinds() -> Sequence[Kind[Any]]:
    remove = _removed_by(d.MeetingTakenOut, Meeting)
    state, locked = _Register(Meeting, "state"), _Register(Meeting, "locked")
    restore, cancel = state.undone_by(d.MeetingRestored), state.undone_by(d.MeetingCancelled)
    unlock, lock = locked.undone_by(d.MeetingUnlocked), locked.undone_by(d.MeetingLocked)
    return (
        Kind(d.MeetingAdded, _meet, remove, _id),
        Kind(d.MeetingTakenOut, takes(Meeting, gone=True), undone_by(d.MeetingPutBack), _id),
        Kind(d.MeetingPutBack, takes(Meeting, gone=False), remove, _id),
        Kind(d.MeetingMoved, _move, _move_back, _id),
        Kind(d.MeetingCancelled, state.becomes("cancelled"), restore, _id),
        Kind(d.MeetingRestored, state.becomes("planned"), cancel, _id),
        Kind(d.MeetingLocked, locked.becomes(True), unlock, _id),
        Kind(d.MeetingUnlocked, locked.becomes(False), lock, _id),
    )


def _plan_kinds() -> Sequence[Kind[Any]]:
    take_back = undone_by(d.PlanTakenBack)
    return (
        Kind(d.PlanAccepted, row_of(Plan), take_back, _id),
        Kind(d.PlanTakenBack, takes(Plan, gone=True), undone_by(d.PlanRestored), _id),
        Kind(d.PlanRestored, takes(Plan, gone=False), take_back, _id),
        Kind(d.PlanRulesChanged, changes(PlanRules, columns), changed_back(PlanRules)),
    )


def _limit_kinds() -> Sequence[Kind[Any]]:
    remove = _removed_by(d.ResourceTakenOut, Resource)
    come = _removed_by(d.UnavailableTakenOut, Unavailable)
    return (
        Kind(d.ResourceAdded, row_of(Resource), remove, _id),
        Kind(d.ResourceChanged, changes(Resource, columns), changed_back(Resource), _id),
        Kind(d.ResourceTakenOut, takes(Resource, gone=True), undone_by(d.ResourcePutBack), _id),
        Kind(d.ResourcePutBack, takes(Resource, gone=False), remove, _id),
        Kind(d.UnavailableAdded, row_of(Unavailable), come, lambda deed: deed.delegate_id),
        Kind(d.UnavailableTakenOut, takes(Unavailable, gone=True), undone_by(d.UnavailablePutBack)),
        Kind(d.UnavailablePutBack, takes(Unavailable, gone=False), come),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values as JSON says them into values of the row's columns."""
    return {
        name: UUID(value) if name in _IDS and value is not None else value
        for name, value in values.items()
    }


def _added(model: type[Merged]) -> Callable[[Entry[Any]], Iterable[Write]]:
    def apply(entry: Entry[Any]) -> Iterable[Write]:
        values = {"number": entry.deed.number, **columns(entry.deed.values)}
        return [whole(entry, model, entry.deed.id, values)]

    return apply


def _removed_by(kind: type[Any], model: type[Merged], *leaning: tuple[type[Merged], str]) -> Undo:
    """Undo by taking the row away, unless it was worked on since, or others lean on it."""
    written = [each.key for each in model.__table__.columns if each.key not in _BOOKKEEPING]

    def remove(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        refuse_if_written_since(session, entry, model, entry.deed.id, written)
        for other, name in leaning:
            refuse_if_named_since(session, entry, other, name)
        return [kind(entry.deed.id)]

    return remove


@dataclass(frozen=True, slots=True)
class _Register:
    """One column that a pair of deeds sets to and fro."""

    model: type[Merged]
    name: str

    def becomes(self, value: Any) -> Callable[[Entry[Any]], Iterable[Write]]:
        return lambda entry: [some(entry, self.model, entry.deed.id, {self.name: value})]

    def undone_by(self, kind: type[Any]) -> Undo:
        def undo(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
            refuse_if_written_since(session, entry, self.model, entry.deed.id, (self.name,))
            return [kind(entry.deed.id)]

        return undo


def _note(entry: Entry[d.RequestNoted]) -> Iterable[Write]:
    values = {"note": entry.deed.note, "note_said": entry.deed.said}
    return [some(entry, Request, entry.deed.id, values)]


def _note_back(session: Session, entry: Entry[d.RequestNoted]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Request, deed.id, ("note",))
    return [d.RequestNoted(deed.id, deed.note_before, deed.said_before, deed.note, deed.said)]


def _meet(entry: Entry[d.MeetingAdded]) -> Iterable[Write]:
    values = columns(entry.deed.values)
    values |= {
        "number": entry.deed.number,
        **_planned(values.get("slot_id"), values.get("table_id")),
    }
    return [whole(entry, Meeting, entry.deed.id, values)]


def _move(entry: Entry[d.MeetingMoved]) -> Iterable[Write]:
    deed = entry.deed
    values = {"slot_id": deed.slot_id, "table_id": deed.table_id}
    if not deed.is_on_the_day:
        values |= _planned(deed.slot_id, deed.table_id)
    return [some(entry, Meeting, deed.id, values)]


def _planned(slot: UUID | None, table: UUID | None) -> dict[str, UUID | None]:
    return {"planned_slot_id": slot, "planned_table_id": table}


def _move_back(session: Session, entry: Entry[d.MeetingMoved]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Meeting, deed.id, ("slot_id", "table_id"))
    before = (deed.slot_before, deed.table_before)
    return [d.MeetingMoved(deed.id, *before, deed.slot_id, deed.table_id, deed.is_on_the_day)]
