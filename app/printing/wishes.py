"""What a window asks about badges on paper, and what it is answered. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.delegates.person import Person
from app.printing.refusals import Only


@dataclass(frozen=True, slots=True)
class Wish:
    """Which badges, on what. Named ``delegates`` are meant whether they were printed or not.

    ``from_label`` is the first label of the first sheet that is still there, from 1.
    """

    stock: str = "a4-4up"
    only: Only = Only.ALL
    delegates: tuple[UUID, ...] = field(default=())
    from_label: int = 1


@dataclass(frozen=True, slots=True)
class OnPaper:
    """When somebody's badge was last printed, if ever. ``is_old``: with a code replaced since."""

    person: Person
    printed_at: datetime | None = None
    is_old: bool = False
