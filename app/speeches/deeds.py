"""Deeds on speed presentations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class SpeechesSet:
    """The speeches of a day are set: when they begin, and how many minutes each one takes."""

    id: UUID
    day: date
    starts_at: datetime
    minutes: int
    questions: int


@dataclass(frozen=True, slots=True)
class SpeechesChanged:
    """They begin at another time, or take longer or shorter.

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


@dataclass(frozen=True, slots=True)
class SpeakerSet:
    """Somebody is to speak. The id follows from that of the speeches and that of the delegate."""

    id: UUID
    round_id: UUID
    delegate_id: UUID
    place: int


@dataclass(frozen=True, slots=True)
class SpeakerChanged:
    """Somebody began, ended, was skipped, is to speak after all, or has another place.

    ``values`` and ``before`` are columns of the row by name, as JSON says them.
    """

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class SpeakerTakenOut:
    """Somebody is not on the list any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class SpeakerPutBack:
    """Somebody who was taken off the list is on it."""

    id: UUID
