"""What deeds on rounds write, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from app.icebreaking import deeds as d
from app.journal.deeds import Deed, Entry, Kind, Kinds, Undo, kinds
from app.journal.naming import refuse_if_named_since
from app.journal.row_kinds import RowDeeds, row_kinds
from app.journal.undo import refuse_if_written_since
from app.journal.writes import whole
from db.merge import Write
from db.models import Icebreaker, RoundSeat

_OF_SEAT: Final = ("place", "gone")


def icebreaking_kinds() -> Kinds:
    """Give the kinds of deeds on rounds."""
    deeds = RowDeeds(d.RoundsSet, d.RoundsChanged, d.RoundsTakenOut, d.RoundsPutBack)
    set_up, *others = row_kinds(Icebreaker, deeds)
    seated = Kind(d.RoundSeated, _seat, _seat_back, _subject)
    return kinds(replace(set_up, undo=_without_others(set_up)), *others, seated)


def _without_others(kind: Kind[Any]) -> Undo:
    """Undo as the kind does, unless somebody else has seated people since."""

    def undo(session: Session, entry: Entry[Any]) -> Sequence[Deed]:
        refuse_if_named_since(session, entry, RoundSeat, "rounds_id")
        return kind.undo(session, entry) if kind.undo else ()

    return undo


def _seat(entry: Entry[d.RoundSeated]) -> Iterable[Write]:
    deed = entry.deed
    for delegate, place in deed.seats.items():
        values = {
            "rounds_id": deed.id,
            "number": deed.number,
            "delegate_id": delegate,
            "place": place or 0,
            "gone": place is None,
        }
        yield whole(entry, RoundSeat, _row(deed, delegate), values)


def _seat_back(session: Session, entry: Entry[d.RoundSeated]) -> Sequence[Deed]:
    deed = entry.deed
    for delegate in deed.seats:
        refuse_if_written_since(session, entry, RoundSeat, _row(deed, delegate), _OF_SEAT)
    return [replace(deed, seats=deed.before, before=deed.seats)]


def _subject(deed: d.RoundSeated) -> UUID:
    """Give the one who sits elsewhere; or the rounds, if they are several."""
    only = next(iter(deed.seats), deed.id)
    return only if len(deed.seats) == 1 else deed.id


def _row(deed: d.RoundSeated, delegate: UUID) -> UUID:
    return uuid5(deed.id, f"{deed.number}/{delegate}")
