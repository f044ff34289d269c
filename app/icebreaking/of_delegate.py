"""The rounds of one delegate. It is asked after scans, and names nobody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.icebreaking.rounds import Timetable
from db.models import Icebreaker


@dataclass(frozen=True, slots=True)
class RoundOf:
    """A round that somebody is in, and their table; both are counted from 1."""

    rounds: UUID
    number: int
    starts_at: datetime
    ends_at: datetime
    table: int


def rounds_in(session: Session, entries: Collection[UUID]) -> tuple[RoundOf, ...]:
    """Give the rounds of whoever these entries lead to, on all days, in the order of time."""
    wanted = frozenset(map(str, entries))
    found: list[RoundOf] = []
    for row in session.scalars(select(Icebreaker).where(Icebreaker.alive)):
        if row.starts_at is None:
            continue
        timetable = Timetable(row.starts_at, row.minutes, row.pause)
        for number, tables in enumerate(row.seats.get("rounds", ())):
            at = next((n for n, table in enumerate(tables, 1) if wanted & {*table}), 0)
            if at:
                found.append(RoundOf(row.id, number + 1, *timetable.times(number), at))
    return tuple(sorted(found, key=lambda each: each.starts_at))


def has_rounds(session: Session) -> bool:
    """Tell whether rounds are kept for any day."""
    return session.scalar(select(Icebreaker.id).where(Icebreaker.alive).limit(1)) is not None
