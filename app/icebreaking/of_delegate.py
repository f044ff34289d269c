"""The rounds of delegates, each with their own table. It is asked after scans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.icebreaking.rounds import Timetable
from db.models import Icebreaker, RoundSeat


@dataclass(frozen=True, slots=True)
class RoundOf:
    """A round that somebody is in, and their table; both are counted from 1."""

    rounds: UUID
    number: int
    starts_at: datetime
    ends_at: datetime
    table: int


class People(Protocol):
    """What has to be known of people: who stands for an entry."""

    def standing(self, entry: UUID) -> UUID:
        """Give who stands for an entry now."""


RoundsOf = Mapping[UUID, tuple[RoundOf, ...]]
"""The rounds of each person, in the order of time."""

_SEATS = (
    select(
        Icebreaker.id,
        Icebreaker.starts_at,
        Icebreaker.minutes,
        Icebreaker.pause,
        RoundSeat.number,
        RoundSeat.place,
        RoundSeat.delegate_id,
    )
    .join(RoundSeat, RoundSeat.rounds_id == Icebreaker.id)
    .where(Icebreaker.alive, RoundSeat.alive, RoundSeat.delegate_id.is_not(None))
    .where(Icebreaker.starts_at.is_not(None), RoundSeat.number < Icebreaker.rounds)
    .order_by(Icebreaker.starts_at, RoundSeat.number, RoundSeat.delegate_id)
)


def rounds_in(session: Session, entries: Collection[UUID]) -> tuple[RoundOf, ...]:
    """Give the rounds of whoever these entries lead to, on all days, in the order of time."""
    found: dict[tuple[UUID, int], RoundOf] = {}
    for *values, _entry in session.connection().execute(_of(entries)):
        one = _round(values)
        found.setdefault((one.rounds, one.number), one)
    return tuple(found.values())


def rounds_of(session: Session, people: People, only: Collection[UUID] | None = None) -> RoundsOf:
    """Read who is in which rounds, on all days; ``only`` those of some entries."""
    found: dict[UUID, dict[tuple[UUID, int], RoundOf]] = defaultdict(dict)
    query = _SEATS if only is None else _of(only)
    for *values, entry in session.connection().execute(query):
        one = _round(values)
        found[people.standing(entry)].setdefault((one.rounds, one.number), one)
    return {person: tuple(theirs.values()) for person, theirs in found.items()}


def has_rounds(session: Session) -> bool:
    """Tell whether rounds are kept for any day."""
    return session.scalar(select(Icebreaker.id).where(Icebreaker.alive).limit(1)) is not None


def _of(entries: Collection[UUID]) -> Any:
    return _SEATS.where(RoundSeat.delegate_id.in_(entries))


def _round(values: Sequence[Any]) -> RoundOf:
    rounds, starts_at, minutes, pause, number, place = values
    times = Timetable(starts_at, minutes, pause).times(number)
    return RoundOf(rounds, number + 1, *times, place + 1)
