"""What a window asks about schedules on paper, and what it is answered. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.printing.refusals import Only
from app.printing.wishes import Sort


@dataclass(frozen=True, slots=True)
class ScheduleWish:
    """Whose schedules, of one ``day`` or of all. Named ``delegates`` are meant in any case.

    They come out in the order of ``sort``.
    """

    only: Only = Only.ALL
    day: date | None = None
    delegates: tuple[UUID, ...] = field(default=())
    sort: Sort = Sort.FAMILY_NAME
