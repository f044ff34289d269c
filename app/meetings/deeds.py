"""Deeds on requests, meetings and plans.

``values`` and ``before`` are columns of the row by name, as JSON says them: an id is its text.
What people wrote of each other stands in fields of its own, which erasure may delete.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.journal.deeds import Personal

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RequestAdded:
    """Somebody wants to meet somebody."""

    id: UUID
    number: str
    values: Values


@dataclass(frozen=True, slots=True)
class RequestTakenOut:
    """There is no such request any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RequestPutBack:
    """A request that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RequestChanged:
    """A request was corrected, or a file says other things of it than before."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class RequestNoted:
    """What is noted with a request. ``said`` is what a file said of it last."""

    id: UUID
    note: Personal[str] = ""
    said: Personal[str] = ""
    note_before: Personal[str] = ""
    said_before: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    """Nobody wants this meeting any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RequestReinstated:
    """A request that was withdrawn counts again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingAdded:
    """People have a slot and a table."""

    id: UUID
    number: str
    values: Values


@dataclass(frozen=True, slots=True)
class MeetingTakenOut:
    """A meeting that never was one, or that a newer plan leaves out."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingPutBack:
    """A meeting that was taken out stands again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """A meeting has another slot or another table.

    ``is_on_the_day``: what was planned stays on record, because people had it on paper.
    """

    id: UUID
    slot_id: UUID | None
    table_id: UUID | None
    slot_before: UUID | None
    table_before: UUID | None
    is_on_the_day: bool = False


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    """A meeting does not take place."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingRestored:
    """A meeting that was cancelled takes place after all."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingLocked:
    """A meeting stays where it is, whatever is planned anew."""

    id: UUID


@dataclass(frozen=True, slots=True)
class MeetingUnlocked:
    """A meeting may be moved by a plan again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class PlanAccepted:
    """A plan was made so. The meetings that it brings follow in the same batch."""

    id: UUID
    figures: Values


@dataclass(frozen=True, slots=True)
class PlanTakenBack:
    """A plan that was accepted does not count."""

    id: UUID


@dataclass(frozen=True, slots=True)
class PlanRestored:
    """A plan that was taken back counts again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class PlanRulesChanged:
    """What plans keep to is otherwise: columns of ``PlanRules`` by name."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class ResourceAdded:
    """There is something scarce, which only so many meetings can have at once."""

    id: UUID
    name: str
    at_once: int
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResourceChanged:
    """A resource is there at other times, or for other numbers of meetings."""

    id: UUID
    values: Values
    before: Values


@dataclass(frozen=True, slots=True)
class ResourceTakenOut:
    """There is no such resource any more."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ResourcePutBack:
    """A resource that was taken out is there again."""

    id: UUID


@dataclass(frozen=True, slots=True)
class UnavailableAdded:
    """A delegate is elsewhere from one instant to another."""

    id: UUID
    delegate_id: UUID
    starts_at: datetime
    ends_at: datetime
    why: Personal[str] = ""


@dataclass(frozen=True, slots=True)
class UnavailableTakenOut:
    """The delegate is there after all."""

    id: UUID


@dataclass(frozen=True, slots=True)
class UnavailablePutBack:
    """The delegate is elsewhere, as was said at first."""

    id: UUID
