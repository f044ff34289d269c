"""The slots of the event, and which of them it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import select

from app.event.facts import event_facts
from app.journal.journal import Journal
from db.models import Slot


@dataclass(frozen=True, slots=True)
class SlotTimes:
    """A slot. ``number`` counts from 1 on each day; ``day`` is the venue's."""

    starts_at: datetime
    ends_at: datetime
    number: int
    day: date


_SLOTS = select(Slot.starts_at, Slot.ends_at).where(Slot.alive).order_by(Slot.starts_at)


def slots_of(journal: Journal) -> tuple[SlotTimes, ...]:
    """Give the event's slots in their order.

    Raises:
        NoEvent: Making the event was broken off.
        StorageRefused: The file can't be read.
    """
    with journal.reading() as session:
        facts = event_facts(session)
        times = [
            (starts, ends)
            for starts, ends in session.connection().execute(_SLOTS)
            if starts is not None and ends is not None
        ]
    return tuple(
        SlotTimes(starts, ends, number, day)
        for day, on_day in groupby(times, key=lambda each: facts.day_of(each[0]))
        for number, (starts, ends) in enumerate(on_day, 1)
    )


def slot_at(slots: Sequence[SlotTimes], now: datetime, today: date) -> SlotTimes | None:
    """Give the slot that runs, or the next one of today; none if today has no more."""
    return next((slot for slot in slots if slot.day == today and slot.ends_at > now), None)
