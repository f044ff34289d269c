"""Writes deeds that follow from a whole day, without holding up scans while it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.floor.day import FloorDay
from app.floor.reading import day_read
from app.journal.deeds import Deed
from app.journal.journal import Journal, Unit
from app.meetings.setting import setting

_TRIES_UNLOCKED = 3


@dataclass(frozen=True, slots=True)
class Work:
    """Deeds to write, and who must be told of them."""

    deeds: Sequence[Deed]
    told: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Told:
    """What was changed: the unit that undo takes back, and who must be told."""

    unit: UUID
    people: tuple[UUID, ...]


def write_on(journal: Journal, day: date, work_out: Callable[[Session, FloorDay], Work]) -> Told:
    """Write what follows from a day, as one.

    It is worked out without the lock, and anew if somebody wrote meanwhile; if that goes on, with
    the lock. Whatever ``work_out`` raises leaves all as it was, and so do no deeds at all.
    """
    unit = Unit(uuid4())
    for _ in range(_TRIES_UNLOCKED):
        with journal.drafting(unit) as pen:
            work = work_out(pen.session, _read(pen.session, day))
            if not work.deeds:
                return Told(unit.id, tuple(work.told))
            draft = pen.draft(work.deeds)
        with journal.writing(unit) as pen:
            if pen.stores(draft):
                return Told(unit.id, tuple(work.told))
    with journal.writing(unit) as pen:
        work = work_out(pen.session, _read(pen.session, day))
        pen.write_all(work.deeds)
    return Told(unit.id, tuple(work.told))


def _read(session: Session, day: date) -> FloorDay:
    return day_read(session, setting(session), day)
