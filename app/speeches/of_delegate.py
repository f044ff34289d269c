"""When one delegate speaks. It is asked after scans, and names nobody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.speeches.known import slot_of, turn_rows, turns_of
from app.speeches.running import Speeches
from db.models import SpeechRound


@dataclass(frozen=True, slots=True)
class SpeechOf:
    """Somebody's turn, as things stand. ``number`` counts from 1 those who speak."""

    speeches: UUID
    number: int
    starts_at: datetime
    ends_at: datetime


def speeches_in(session: Session, entries: Collection[UUID], now: datetime) -> tuple[SpeechOf, ...]:
    """Give the turns of whoever these entries lead to, on all days; none that was skipped."""
    found: list[SpeechOf] = []
    for row in session.scalars(select(SpeechRound).where(SpeechRound.alive)):
        if row.day is None or row.starts_at is None:
            continue
        if any(entry in entries for entry, _turn in turn_rows(session, row.id)):
            # Whoever has two entries on the list speaks once, and is counted so for the others.
            times = (row.starts_at, row.minutes, row.questions)
            slots = tuple(slot_of(own[0], who) for who, own in turns_of(session, row.id).items())
            found += _turns(Speeches(row.id, row.day, *times, slots), entries, now)
    return tuple(sorted(found, key=lambda each: each.starts_at))


def has_speeches(session: Session) -> bool:
    """Tell whether speeches are set for any day."""
    return session.scalar(select(SpeechRound.id).where(SpeechRound.alive).limit(1)) is not None


def _turns(speeches: Speeches, entries: Collection[UUID], now: datetime) -> Iterator[SpeechOf]:
    number = 0
    for slot, starts_at in zip(speeches.slots, speeches.times(now), strict=True):
        number += not slot.skipped
        if slot.delegate in entries and not slot.skipped:
            yield SpeechOf(speeches.id, number, starts_at, slot.ended or starts_at + speeches.turn)
