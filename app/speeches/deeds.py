"""Deeds on speed presentations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class SpeechesSet:
    """The speeches of a day are set. ``running`` is as in ``db.models.SpeechRound``."""

    id: UUID
    day: date
    starts_at: datetime
    minutes: int
    questions: int
    running: Values


@dataclass(frozen=True, slots=True)
class SpeechesChanged:
    """Somebody began, ended, was skipped or changed places, or the times are otherwise.

    ``values`` and ``before`` are columns of the row by name, as JSON says them.
    """

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class SpeechesTakenOut:
    """There are no speeches that day."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SpeechesPutBack:
    """The speeches that were taken out take place."""

    id: UUID
