"""Visits as values, and why something can't be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.errors import DeskError
from app.meetings.attendees import Someone


@dataclass(frozen=True, slots=True)
class VisitOrder:
    """A visit that is to be offered."""

    title: str
    starts_at: datetime
    ends_at: datetime
    places: int
    sector: str = ""
    meeting_point: str = ""


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """A visit that is offered. ``taken`` of its ``places`` are; ``boarded`` people set out."""

    id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    places: int
    sector: str
    meeting_point: str
    taken: int = 0
    boarded: int = 0

    @property
    def free(self) -> int:
        """How many more it takes."""
        return max(0, self.places - self.taken)

    def is_beside(self, other: VisitFacts) -> bool:
        """Tell whether nobody can join both."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody who has a place, or would like one: their ``rank`` for the visit counts from 1.

    ``rank`` is 0 for whoever has a place and never chose it. ``is_coming``: to the event at all.
    """

    who: Someone
    rank: int = 0
    boarded_at: datetime | None = None
    phone: str = ""
    is_coming: bool = True


@dataclass(frozen=True, slots=True)
class BusList:
    """Who is to come along, by name, and who waits for a place, in the order they would get it."""

    visit: VisitFacts
    people: tuple[Sitting, ...]
    waiting: tuple[Sitting, ...]


@dataclass(eq=False)
class UnknownVisit(DeskError):
    """No visit has this title or id."""

    visit: str
    known: tuple[str, ...]


@dataclass(eq=False)
class VisitNotPossible(DeskError):
    """A visit makes no sense.

    ``reason``: ``title`` (blank), ``title_taken``, ``ends_first``, ``no_places``, or
    ``places_taken`` (more people than that have one).
    """

    reason: str
    value: str = ""


@dataclass(eq=False)
class ChoiceNotPossible(DeskError):
    """Somebody's choice makes no sense: a visit is named twice."""

    visit: str


@dataclass(eq=False)
class PlaceNotPossible(DeskError):
    """A place can't be given, or there is none.

    ``reason``: ``full``, ``elsewhere`` (on ``other`` at that time), ``has_place``, ``no_place``
    (``other``: where they have one instead, or blank), ``not_coming``.
    """

    reason: str
    delegate: Someone
    visit: str
    other: str = ""


def bands(visits: Iterable[VisitFacts]) -> list[Sequence[VisitFacts]]:
    """Part visits into those of which somebody can join one at most: they hang together in time."""
    found: list[list[VisitFacts]] = []
    for visit in visits:
        beside = [band for band in found if any(visit.is_beside(other) for other in band)]
        found = [band for band in found if band not in beside]
        found.append([*(other for band in beside for other in band), visit])
    return [sorted(band, key=lambda each: (each.starts_at, each.title)) for band in found]
