"""Where printed badges lie: boxes, which each desk numbers for itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Desk, LogRow, Print

BOX_HOLDS = 100
"""Badges in a box, as they come from the printer."""

PRINTS = (
    select(Print.badge_id, Print.delegate_id, Print.at, Print.place, Desk.letters)
    .outerjoin(LogRow, LogRow.id == Print.id)
    .outerjoin(Desk, Desk.id == LogRow.desk_id)
    .where(Print.alive)
)
"""What came out, with the letters of the desk that noted it: the id of a print is its deed's."""


@dataclass(frozen=True, slots=True, order=True)
class BoxPlace:
    """A place in a box, counted from 1.

    Boxes carry the ``letters`` of their desk, as badge numbers do: two desks that know nothing of
    each other may print at once, and no two boxes are called alike.
    """

    letters: str
    number: int
    place: int

    @property
    def box(self) -> str:
        """Name the box as it stands on its label."""
        return f"{self.letters}-{self.number}" if self.letters else str(self.number)


def box_place(letters: str | None, place: int) -> BoxPlace | None:
    """Give where a badge lies by its ``place`` among all of a desk; 0: in no box."""
    if not place:
        return None
    number, at = divmod(place - 1, BOX_HOLDS)
    return BoxPlace(letters or "", number + 1, at + 1)
