"""What a window asks about schedules on paper, and what it is answered. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.printing.refusals import Only, Unprintable


@dataclass(frozen=True, slots=True)
class ScheduleWish:
    """Whose schedules, of one ``day`` or of all. Named ``delegates`` are meant in any case."""

    only: Only = Only.ALL
    day: date | None = None
    delegates: tuple[UUID, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A version of a schedule that stands on pages."""

    schedule: UUID
    delegate: UUID
    version: int


@dataclass(frozen=True, slots=True)
class DrawnSchedules:
    """Schedules as they would come out, none of them on paper yet.

    What is ``unprintable`` stands there as a badge number.
    """

    pdf: bytes = field(repr=False)
    pages: int
    sheets: tuple[DrawnSheet, ...]
    unprintable: tuple[Unprintable, ...]

    @property
    def items(self) -> int:
        """Give how many schedules they are."""
        return len(self.sheets)


@dataclass(frozen=True, slots=True)
class ScheduleCounts:
    """How many schedules are new, changed since they were printed, and how many there are."""

    new: int
    changed: int
    every: int
