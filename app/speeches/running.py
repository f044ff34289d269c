"""Speeches of a day as values: in which order, who speaks now, and when the others will."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import zip_longest
from random import Random
from typing import Any
from uuid import UUID

from app.errors import DeskError
from app.meetings.attendees import Someone

WARNED_BEFORE = timedelta(minutes=1)
"""The countdown turns amber so long before time is up."""


class Order(StrEnum):
    """In which order people speak."""

    DELEGATION = "delegation"
    """Delegation after delegation, by name."""
    MIXED = "mixed"
    """One of each delegation in turn."""
    DRAWN = "drawn"
    """By lot."""


class Phase(StrEnum):
    """What a speaker is at, by the clock."""

    SPEAKING = "speaking"
    LAST_MINUTE = "last_minute"
    QUESTIONS = "questions"
    OVER = "over"
    """Time for questions is up as well."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Somebody's turn. It has begun and ended at these instants, if it has; or was skipped."""

    delegate: UUID
    began: datetime | None = None
    ended: datetime | None = None
    skipped: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether they are still to speak."""
        return self.began is None and not self.skipped

    @property
    def runs(self) -> bool:
        """Tell whether it is their turn now."""
        return self.began is not None and self.ended is None


@dataclass(frozen=True, slots=True)
class Speech:
    """A turn with when it is, or will be by now. ``is_here``: they were let in today."""

    who: Someone
    slot: Slot
    starts_at: datetime
    is_here: bool


@dataclass(frozen=True, slots=True)
class Now:
    """Who speaks, and how long yet: ``left`` of their minutes, then of those for questions.

    ``late_by`` is how much later than planned the last one will end.
    """

    speech: Speech | None
    phase: Phase | None
    left: timedelta
    next: Speech | None
    late_by: timedelta


@dataclass(frozen=True, slots=True)
class Speeches:
    """The speeches of a day."""

    id: UUID
    day: date
    starts_at: datetime
    minutes: int
    questions: int
    slots: tuple[Slot, ...]

    @property
    def turn(self) -> timedelta:
        """How long one turn is, with its questions."""
        return timedelta(minutes=self.minutes + self.questions)

    def times(self, now: datetime) -> tuple[datetime, ...]:
        """Give when each turn began or will begin: whoever overruns moves all after them."""
        free = max(self.starts_at, now)
        for slot in self.slots:
            if slot.runs and slot.began is not None:
                free = max(free, slot.began + self.turn)
        waiting = iter(self._waiting(free))
        return tuple(slot.began or next(waiting) for slot in self.slots)

    def _waiting(self, free: datetime) -> Iterator[datetime]:
        for slot in self.slots:
            if slot.began is None:
                yield free
                free += timedelta() if slot.skipped else self.turn

    def phase(self, began: datetime, now: datetime) -> tuple[Phase, timedelta]:
        """Say what a speaker is at who began then, and how long yet; below zero when over."""
        talk_ends = began + timedelta(minutes=self.minutes)
        if now < talk_ends:
            left = talk_ends - now
            return (Phase.LAST_MINUTE if left <= WARNED_BEFORE else Phase.SPEAKING), left
        left = began + self.turn - now
        return (Phase.QUESTIONS if left > timedelta() else Phase.OVER), left


@dataclass(eq=False)
class NoSpeeches(DeskError):
    """No speeches are set for this day."""

    day: date


@dataclass(eq=False)
class SpeechesNotPossible(DeskError):
    """Speeches can't be as was asked.

    ``reason``: ``minutes``, ``questions`` (below 0), ``nobody`` (to speak), ``begun`` (they have),
    ``nobody_left`` (to speak next), ``nobody_speaks``, ``not_waiting`` (``who`` is not to speak
    any more, or never was), ``speaks_already`` (``who`` is on the list).
    """

    reason: str
    value: int = 0
    who: Someone | None = None


def in_order(
    people: Sequence[tuple[Someone, str]], order: Order, seed: int = 1
) -> tuple[Someone, ...]:
    """Put people with their delegations into an order to speak in.

    Whoever belongs to no delegation comes last by delegation, and is one more when mixed.
    """
    by_name = sorted(people, key=lambda each: (each[0].name.casefold(), each[0].badge_number))
    if order is Order.DRAWN:
        drawn = [who for who, _delegation in by_name]
        Random(seed).shuffle(drawn)  # noqa: S311 - a lot that can be drawn again
        return tuple(drawn)
    groups: dict[str, list[Someone]] = {}
    for who, delegation in by_name:
        groups.setdefault(delegation, []).append(who)
    names = sorted(groups, key=lambda name: (not name, name.casefold()))
    if order is Order.DELEGATION:
        return tuple(who for name in names for who in groups[name])
    turns = zip_longest(*(groups[name] for name in names))
    return tuple(who for turn in turns for who in turn if who is not None)


def late_by(speeches: Speeches, now: datetime) -> timedelta:
    """Say how much later than planned the last one ends."""
    speak = [
        at for at, slot in zip(speeches.times(now), speeches.slots, strict=True) if not slot.skipped
    ]
    if not speak:
        return timedelta()
    planned = speeches.starts_at + len(speak) * speeches.turn
    return max(timedelta(), max(speak) + speeches.turn - planned)


def slots_of(running: Mapping[str, Any]) -> tuple[Slot, ...]:
    """Read turns as they are kept."""
    return tuple(
        Slot(
            UUID(each["delegate"]),
            _instant(each.get("began")),
            _instant(each.get("ended")),
            bool(each.get("skipped")),
        )
        for each in running.get("speeches", ())
    )


def as_json(slots: Iterable[Slot]) -> dict[str, Any]:
    """Give turns as they are kept."""
    return {
        "speeches": [
            {
                "delegate": str(each.delegate),
                "began": each.began.isoformat() if each.began else None,
                "ended": each.ended.isoformat() if each.ended else None,
                "skipped": each.skipped,
            }
            for each in slots
        ]
    }


def ended(slots: Sequence[Slot], now: datetime) -> tuple[Slot, ...]:
    """Let whoever speaks have ended."""
    return tuple(replace(each, ended=now) if each.runs else each for each in slots)


def _instant(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
