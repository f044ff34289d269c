"""Deeds on visits, on who would like to join them, and on their places.

``values`` and ``before`` are columns of the row by name, as JSON says them: instants are ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.meetings.deeds import Values


@dataclass(frozen=True, slots=True)
class VisitAdded:
    """A visit is offered."""

    id: UUID
    title: str
    sector: str
    meeting_point: str
    starts_at: datetime
    ends_at: datetime
    places: int


@dataclass(frozen=True, slots=True)
class VisitChanged:
    """Something of a visit is otherwise."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class VisitTakenOut:
    """The visit does not take place."""

    id: UUID


@dataclass(frozen=True, slots=True)
class VisitPutBack:
    """A visit that was taken out takes place after all."""

    id: UUID


@dataclass(frozen=True, slots=True)
class VisitsChosen:
    """A delegate said which visits they would like to join, the best first."""

    id: UUID
    delegate_id: UUID
    visits: tuple[str, ...]
    signed_up_at: datetime | None
    visits_before: tuple[str, ...] = ()
    signed_up_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class VisitPlaceGiven:
    """A delegate has a place on a visit."""

    id: UUID
    delegate_id: UUID
    visit_id: UUID


@dataclass(frozen=True, slots=True)
class VisitPlaceTakenBack:
    """A delegate has no place on a visit any more."""

    id: UUID
    delegate_id: UUID
    visit_id: UUID


@dataclass(frozen=True, slots=True)
class VisitBoarded:
    """A delegate with a place was there when the visit set out; nothing: they were not."""

    id: UUID
    delegate_id: UUID
    boarded_at: datetime | None
    before: datetime | None = None
