"""What deeds on the event itself write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.event import deeds as d
from app.event.place_deeds import place_kinds
from app.journal.deeds import Deed, Entry, Kind, Kinds, Undo, kinds, refuse_undo
from app.journal.naming import refuse_if_named_since
from app.journal.undo import (
    changed_back,
    refuse_if_written_since,
    undone_by,
)
from app.journal.writes import changes, row_of, some, takes
from db.base import Merged
from db.merge import Write
from db.models import (
    BadgeKey,
    Block,
    Closure,
    ColumnMapping,
    Day,
    Desk,
    Event,
    Meeting,
    Slot,
    Table,
    TableOwner,
)

_TIMES = ("starts_at", "ends_at")
_CUT = ("slot_minutes", "gap_minutes")


def event_kinds() -> Kinds:
    """Give the kinds of deeds on the event itself."""
    return kinds(
        Kind(d.EventMade, row_of(Event), undo=refuse_undo, subject=_id),
        Kind(d.BadgeKeyMade, row_of(BadgeKey)),
        Kind(d.DeskJoined, row_of(Desk), subject=_id),
        Kind(d.MappingSaved, row_of(ColumnMapping)),
        Kind(d.EventFactsChanged, changes(Event), changed_back(Event), _id),
        *_day_kinds(),
        *_block_kinds(),
        *_table_kinds(),
        *place_kinds().values(),
    )


def _day_kinds() -> Sequence[Kind[Any]]:
    remove = _removed_by(d.DayTakenOut, Day, (Block, "day_id"))
    return (
        Kind(d.DayPlanned, row_of(Day), remove, _id),
        Kind(d.DayTakenOut, takes(Day, gone=True), undone_by(d.DayPutBack), _id),
        Kind(d.DayPutBack, takes(Day, gone=False), remove, _id),
    )


def _block_kinds() -> Sequence[Kind[Any]]:
    remove = _removed_by(d.BlockTakenOut, Block, (Slot, "block_id"))
    remove_slot = _removed_by(d.SlotTakenOut, Slot, (Meeting, "slot_id"))
    return (
        Kind(d.BlockPlanned, row_of(Block), remove, _id),
        Kind(d.BlockChanged, _change_block, _unchange_block, _id),
        Kind(d.BlockTakenOut, takes(Block, gone=True), undone_by(d.BlockPutBack), _id),
        Kind(d.BlockPutBack, takes(Block, gone=False), remove, _id),
        Kind(d.SlotPlanned, row_of(Slot), remove_slot),
        Kind(d.SlotMoved, _move_slot, _move_slot_back),
        Kind(d.SlotTakenOut, takes(Slot, gone=True), undone_by(d.SlotPutBack)),
        Kind(d.SlotPutBack, takes(Slot, gone=False), remove_slot),
    )


def _table_kinds() -> Sequence[Kind[Any]]:
    leaning = ((Closure, "table_id"), (Meeting, "table_id"), (TableOwner, "table_id"))
    remove = _removed_by(d.TableTakenOut, Table, *leaning)
    return (
        Kind(d.TableSet, row_of(Table), remove, _id),
        Kind(d.TableChanged, changes(Table), changed_back(Table), _id),
        Kind(d.TableTakenOut, takes(Table, gone=True), undone_by(d.TablePutBack), _id),
        Kind(d.TablePutBack, takes(Table, gone=False), remove, _id),
    )


def _id(deed: Any) -> UUID:
    thing: UUID = deed.id
    return thing


def _removed_by(kind: type[Any], model: type[Merged], *leaning: tuple[type[Merged], str]) -> Undo:
    """Undo by taking the row away, unless it was worked on since, or others lean on it."""
    written = [
        column.key
        for column in model.__table__.columns
        if column.key not in {"id", "stamp", "stamps", "alive"}
    ]

    def remove(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        refuse_if_written_since(session, entry, model, entry.deed.id, written)
        for other, name in leaning:
            refuse_if_named_since(session, entry, other, name)
        return [kind(entry.deed.id)]

    return remove


def _change_block(entry: Entry[d.BlockChanged]) -> Iterable[Write]:
    values = {name: getattr(entry.deed, name) for name in (*_TIMES, *_CUT)}
    return [some(entry, Block, entry.deed.id, values)]


def _unchange_block(session: Session, entry: Entry[d.BlockChanged]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Block, deed.id, (*_TIMES, *_CUT))
    return [
        d.BlockChanged(
            deed.id,
            starts_at=deed.starts_before,
            ends_at=deed.ends_before,
            slot_minutes=deed.slot_minutes_before,
            gap_minutes=deed.gap_minutes_before,
            starts_before=deed.starts_at,
            ends_before=deed.ends_at,
            slot_minutes_before=deed.slot_minutes,
            gap_minutes_before=deed.gap_minutes,
        )
    ]


def _move_slot(entry: Entry[d.SlotMoved]) -> Iterable[Write]:
    values = {name: getattr(entry.deed, name) for name in _TIMES}
    if entry.deed.block_id is not None:
        values["block_id"] = entry.deed.block_id
    return [some(entry, Slot, entry.deed.id, values)]


def _move_slot_back(session: Session, entry: Entry[d.SlotMoved]) -> Sequence[Deed]:
    deed = entry.deed
    refuse_if_written_since(session, entry, Slot, deed.id, _TIMES)
    before = (deed.starts_before, deed.ends_before)
    now = (deed.starts_at, deed.ends_at)
    return [d.SlotMoved(deed.id, *before, *now, deed.block_before, deed.block_id)]
