"""What a window asks about badges on paper, and what it is answered. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.delegates.person import Person
from app.printing.refusals import Only, Unprintable


@dataclass(frozen=True, slots=True)
class Wish:
    """Which badges, on what. Named ``delegates`` are meant whether they were printed or not."""

    stock: str = "a4-4up"
    only: Only = Only.ALL
    delegates: tuple[UUID, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DrawnBadge:
    """A badge that stands on a page. ``content`` is a hash of what stands on it."""

    badge: UUID
    delegate: UUID
    content: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Badges as they would come out, none of them on paper yet.

    Those in ``unprintable`` were left out.
    """

    pdf: bytes = field(repr=False)
    pages: int
    stock: str
    badges: tuple[DrawnBadge, ...]
    unprintable: tuple[Unprintable, ...]

    @property
    def items(self) -> int:
        """Give how many badges they are."""
        return len(self.badges)


@dataclass(frozen=True, slots=True)
class Preview:
    """The first page of what would come out, and how much it would be."""

    pdf: bytes = field(repr=False)
    pages: int
    items: int
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class OnPaper:
    """When somebody's badge was last printed, if ever. ``is_old``: with a code replaced since."""

    person: Person
    printed_at: datetime | None = None
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class BadgeCounts:
    """How many badges are new, changed since they were printed, and how many there are."""

    new: int
    changed: int
    every: int
