"""What a sheet is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.meetings.attendees import Someone
from app.outcomes.export.material import Material
from app.spreadsheets.columns import Column, Sheet, filled

Row = TypeVar("Row")

BETWEEN = "; "
"""Stands between several things in one cell."""


@dataclass(frozen=True, slots=True)
class SheetPlan(Generic[Row]):
    """A sheet: its name, what a row of it is, its columns, and its rows in order."""

    name: str
    says: str
    columns: tuple[Column[Row], ...]
    rows: Callable[[Material], Iterable[Row]]

    def sheet(self, material: Material) -> Sheet:
        """Make it of what stands in an event."""
        return filled(self.name, self.columns, self.rows(material))


def names(people: Iterable[Someone]) -> str:
    """Name people, with their badge numbers: of two of one name nobody knows which."""
    return BETWEEN.join(filter(None, map(_named, people)))


def organisations(people: Iterable[Someone]) -> str:
    """Name whom people stand for, each once; whoever stands for nobody but themselves is named."""
    named = dict.fromkeys(each.organisation or each.name for each in people)
    return BETWEEN.join(filter(None, named))


def _named(someone: Someone) -> str:
    """Name somebody; of whoever was erased only the number is left."""
    if not someone.name:
        return someone.badge_number
    return f"{someone.name} ({someone.badge_number})"
