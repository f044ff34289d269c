"""Deeds on places, on the deadline, on the waiting list and on letters.

That somebody was accepted, declined or put on the list is ``app.delegates.deeds.StatusSet``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.journal.deeds import Personal


@dataclass(frozen=True, slots=True)
class PlacesLimited:
    """There are so many places, or no limit any more: for all, for a kind or for a delegation."""

    kind: str
    delegation: UUID | None
    places: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class TermsSet:
    """Until when people apply, what becomes of later ones, by when the accepted are to come."""

    apply_until: datetime | None
    late: str
    come_by: datetime | None
    apply_until_before: datetime | None
    late_before: str
    come_by_before: datetime | None


@dataclass(frozen=True, slots=True)
class MovedUp:
    """Somebody comes before others on the waiting list: ``turn`` is a column of ``Delegate``."""

    id: UUID
    turn: str
    turn_before: str
    reason: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class LetterTextSet:
    """Letters of this event say this of a decision, in a language; blank: what all events say."""

    status: str
    language: str
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class LetterWritten:
    """Somebody was told what became of the application: a letter or a mail went ``by`` this way."""

    delegate: UUID
    status: str
    language: str
    by: str
