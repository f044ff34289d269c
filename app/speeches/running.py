"""Speeches of a day as values: who speaks now, and when the others will."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.errors import DeskError
from app.meetings.attendees import Someone

WARNED_BEFORE = timedelta(minutes=1)
"""The countdown turns amber so long before time is up."""


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
    """A turn with when it was planned, and when it is, or will be by now.

    ``is_here``: they were let in today. ``colour`` is that of the delegation, or blank.
    """

    who: Someone
    slot: Slot
    planned_at: datetime
    starts_at: datetime
    is_here: bool
    delegation: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """Who speaks, and how long yet: ``left`` of their minutes, then of those for questions.

    ``late_by`` is how much later than planned the last one will end: at ``ends_at``.
    """

    speech: Speech | None
    phase: Phase | None
    left: timedelta
    next: Speech | None
    late_by: timedelta
    ends_at: datetime
    planned_end: datetime


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

    @property
    def planned(self) -> tuple[datetime, ...]:
        """When each turn was to begin, if all went as it was set."""
        return tuple(self.starts_at + at * self.turn for at in range(len(self.slots)))

    @property
    def planned_end(self) -> datetime:
        """When the last one was to end."""
        return self.starts_at + len(self.slots) * self.turn

    def ends_at(self, now: datetime) -> datetime:
        """Say when the last one will end, or ended."""
        ends = [
            slot.ended or at + self.turn
            for at, slot in zip(self.times(now), self.slots, strict=True)
            if not slot.skipped
        ]
        running = any(each.runs for each in self.slots)
        return max([*ends, now] if running else ends, default=self.planned_end)

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

    ``reason``: ``minutes``, ``questions`` (below 0), ``nobody`` (to speak), ``too_many`` or
    ``too_long`` for a day (``value`` of them), ``begun`` (they have), ``nobody_left`` (to speak
    next), ``not_waiting`` (``who`` is not to speak any more, or never was), ``not_on_list``
    (``who``), ``speaks_already`` (``who`` is on the list), ``not_accepted`` (``who``), ``place``
    (there is none of this number).
    """

    reason: str
    value: int = 0
    who: Someone | None = None


def late_by(speeches: Speeches, now: datetime) -> timedelta:
    """Say how much later than planned the last one ends."""
    return max(timedelta(), speeches.ends_at(now) - speeches.planned_end)


def as_of(speeches: Speeches, told: Sequence[Speech], now: datetime) -> tuple[Speech, ...]:
    """Say when those who were read earlier speak as things stand now."""
    each_of = zip(told, speeches.times(now), strict=True)
    return tuple(replace(each, starts_at=at) for each, at in each_of)


def ended(slots: Sequence[Slot], now: datetime) -> tuple[Slot, ...]:
    """Let whoever speaks have ended."""
    return tuple(replace(each, ended=now) if each.runs else each for each in slots)
