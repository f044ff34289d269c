"""Taking back, and taking the taking-back back.

Undo is the inverse deed, never an erasure of the first. It is refused, not forced, if somebody
has built on what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.asking import stored
from app.journal.batches import batch
from app.journal.deeds import (
    BuiltOn,
    CannotUndo,
    Deed,
    Entry,
    Kinds,
    NothingToRedo,
    NothingToUndo,
    Undo,
    UnknownDeed,
)
from app.journal.inverse import inverses
from app.journal.journal import Journal, Unit
from app.journal.log import entries_of
from app.journal.turns import CHUNK, chunks
from app.journal.units import Did, done_in, to_and_fro, units_of
from app.progress import Progress, Report, unheard
from db.base import Merged
from db.models import Batch, LogDetail, LogRow


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back: the unit, the kind of its first deed and how many deeds it had.

    ``subject`` is what that first deed was about, if it was about one thing. ``did`` says what
    was done at first, be it that the unit took this back, or did it again.
    """

    unit: UUID
    kind: str
    deeds: int
    by: UUID
    did: tuple[Did, ...]
    subject: UUID | None = None


def undo(journal: Journal, report: Report = unheard) -> TakenBack:
    """Take back the last thing that this desk did and has not taken back yet.

    Raises:
        NothingToUndo: There is none.
        BuiltOn, CannotUndo: It can't be taken back; nothing was changed.
    """
    with journal.reading() as session:
        links = to_and_fro(session)
        for unit, undoes in units_of(session, journal.kinds, journal.author.desk):
            if undoes is None and (tip := links.tip(unit)).in_force:
                break
        else:
            raise NothingToUndo
    return take_back(journal, tip.unit, report)


def redo(journal: Journal, report: Report = unheard) -> TakenBack:
    """Do again what this desk took back last, if it has done nothing else since.

    Raises:
        NothingToRedo: The desk's last deed is no undo, or took back what was broken off.
        BuiltOn, CannotUndo: It can't be done again; nothing was changed.
    """
    with journal.reading() as session:
        links = to_and_fro(session)
        for unit, undoes in units_of(session, journal.kinds, journal.author.desk):
            if undoes is None:
                raise NothingToRedo
            if links.is_undo(unit) and links.tip(unit).unit == unit:
                break
        else:
            raise NothingToRedo
        target = session.get(Batch, undoes)
        if target is not None and target.state == "broken_off":
            raise NothingToRedo
    return take_back(journal, unit, report)


def take_back(journal: Journal, unit: UUID, report: Report = unheard) -> TakenBack:
    """Take back one unit: a deed by its id, or a whole batch.

    Raises:
        UnknownDeed: Nothing has this id.
        BuiltOn, CannotUndo: As for ``undo``.
    """
    with journal.reading() as session:
        entries = _undoable(journal.kinds, entries_of(session, journal.kinds, unit))[::-1]
        is_batch = session.get(Batch, unit) is not None
        if not entries:
            raise UnknownDeed(str(unit))
        _refuse_if_erased(session, entries)
        did = done_in(session, journal.kinds, to_and_fro(session).origin(unit))
        _inverse(session, journal, entries)
    taken = _in_chunks if is_batch else _at_once
    by = taken(journal, unit, entries, report)
    first = entries[-1].deed
    kind = type(first).__name__
    subject = journal.kinds[kind].subject(first)
    return TakenBack(unit, kind, len(entries), by, did, subject)


def refuse_if_written_since(
    session: Session, entry: Entry[Any], model: type[Merged], thing: UUID, names: Sequence[str]
) -> None:
    """Refuse if a later deed has written one of these fields.

    Deeds of the entry's own unit, and those that are taking it back just now, do not count.

    Raises:
        BuiltOn: Naming the field.
    """
    row = stored(session, model, thing)
    if row is None:
        return
    done = entry.stamp
    for name in names:
        stamp = row.stamps.get(name, row.stamp)
        if stamp > done:
            later = session.get(LogRow, UUID(hex=stamp[16:]))
            if later is not None and entry.unit not in {later.unit, later.undoes}:
                raise BuiltOn(type(entry.deed).__name__, entry.id, name, later.at)


def changed_back(model: type[Merged]) -> Undo:
    """Undo a deed that has ``id``, ``values`` and ``before`` by one the other way round."""

    def change_back(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        deed = entry.deed
        refuse_if_written_since(session, entry, model, deed.id, tuple(deed.values))
        return [replace(deed, values=deed.before, before=deed.values)]

    return change_back


def undone_by(kind: type[Any]) -> Undo:
    """Undo by a deed that needs only the ``id``."""
    return lambda _session, entry: [kind(entry.deed.id)]


def undone_alike_by(kind: type[Any]) -> Undo:
    """Undo by a deed that has the same fields."""
    return lambda _session, entry: [same_fields(kind, entry.deed)]


def same_fields(kind: type[Any], deed: Deed) -> Deed:
    """Make a deed of a kind with the fields of another."""
    return kind(**{name: getattr(deed, name) for name in kind.__dataclass_fields__})


def _refuse_if_erased(session: Session, entries: Sequence[Entry[Any]]) -> None:
    """Refuse to take deeds back of which nobody knows any more what they said."""
    for part in chunks(entries):
        kept = select(LogDetail.deed_id)
        erased = select(LogRow.id).where(
            LogRow.id.in_([each.id for each in part]), LogRow.detail != "", LogRow.id.not_in(kept)
        )
        found = session.scalar(erased.limit(1))
        if found is not None:
            kinds = {each.id: type(each.deed).__name__ for each in part}
            raise CannotUndo(kinds[found], found)


def _undoable(kinds: Kinds, entries: Sequence[Entry[Any]]) -> list[Entry[Any]]:
    return [entry for entry in entries if kinds[type(entry.deed).__name__].undo is not None]


def _inverse(session: Session, journal: Journal, entries: Sequence[Entry[Any]]) -> list[Deed]:
    parts = (inverses(session, journal.kinds, part) for part in chunks(entries))
    return [deed for part in parts for deeds in part for deed in deeds]


def _at_once(journal: Journal, unit: UUID, entries: Sequence[Entry[Any]], report: Report) -> UUID:
    by = Unit(uuid4(), undoes=unit)
    with journal.writing(by) as pen:
        pen.write_all(_inverse(pen.session, journal, entries))
    report(Progress(len(entries), len(entries)))
    return by.id


def _in_chunks(journal: Journal, unit: UUID, entries: Sequence[Entry[Any]], report: Report) -> UUID:
    def inverse_of(session: Session, part: Sequence[Entry[Any]], _others_wrote: bool) -> list[Deed]:
        return _inverse(session, journal, part)

    with batch(journal, undoes=unit) as work:
        # Taking few people at a time out of the index of search takes longer than building it anew.
        for done in work.write_in_parts(entries, inverse_of, CHUNK):
            report(Progress(done, len(entries)))
    return work.unit.id
