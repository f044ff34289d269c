"""What a window asks about badges on paper, and what it is answered. Light to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.delegates.person import Person
from app.printing.refusals import Only


class Back(StrEnum):
    """What is done for a schedule on the back of each badge.

    ``DUPLEX``: a page behind each page, for printers that turn sheets over along their long edge.
    ``FOLDED``: the back beside the front, to be folded behind it.
    """

    NONE = "none"
    DUPLEX = "duplex"
    FOLDED = "folded"


class Sort(StrEnum):
    """In which order badges and schedules come out. ``BOX``: as the printed badges lie."""

    FAMILY_NAME = "family-name"
    ORGANISATION = "organisation"
    DELEGATION = "delegation"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which badges, on what. Named ``delegates`` are meant whether they were printed or not.

    ``from_label`` is the first label of the first sheet that is still there, from 1; where sheets
    are folded, front and back count as one. ``cut_marks`` are drawn where the stock is to be cut,
    unless something else is said.
    """

    stock: str = "a4-4up"
    only: Only = Only.ALL
    delegates: tuple[UUID, ...] = field(default=())
    from_label: int = 1
    back: Back = Back.NONE
    sort: Sort = Sort.FAMILY_NAME
    cut_marks: bool | None = None


@dataclass(frozen=True, slots=True)
class OnPaper:
    """When somebody's badge was last printed, if ever. ``is_old``: with a code replaced since."""

    person: Person
    printed_at: datetime | None = None
    is_old: bool = False
