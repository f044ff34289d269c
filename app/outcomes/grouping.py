"""Which groups meetings belong to, in the form that counts ten thousand of them at once.

Importing this loads numpy: callers import it where they count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.outcomes.tally import COUNTS, Tally

G = TypeVar("G")
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Grouping(Generic[G]):
    """Pairs of a meeting's place in a list and the place of one of its groups in ``groups``."""

    groups: Sequence[G]
    meetings: Counts
    of: Counts

    def counted(self, marks: Counts) -> Mapping[G, Tally]:
        """Count meetings by group, from what each counts as (``marks_of``), in their order."""
        found = np.zeros((len(COUNTS), len(self.groups)), np.int64)
        theirs = marks[self.meetings]
        for place in range(len(COUNTS)):
            found[place] = self.summed(theirs >> place & 1)
        return {group: Tally(*map(int, found[:, place])) for place, group in enumerate(self.groups)}

    def summed(self, values: NDArray[np.int64] | NDArray[np.bool_]) -> Counts:
        """Add up a value of each pair by its group."""
        of_each = np.bincount(self.of, values, len(self.groups))
        return of_each.astype(np.int64)


def grouping(groups_of: Iterable[Iterable[G]]) -> Grouping[G]:
    """Make the grouping of meetings, from the groups of each in their order."""
    known: dict[G, int] = {}
    meetings: list[int] = []
    of: list[int] = []
    for place, groups in enumerate(groups_of):
        for group in groups:
            meetings.append(place)
            of.append(known.setdefault(group, len(known)))
    return Grouping(tuple(known), np.array(meetings, np.int64), np.array(of, np.int64))


def total(marks: Counts) -> Tally:
    """Count all meetings together."""
    return Tally(*(int((marks >> place & 1).sum()) for place in range(len(COUNTS))))
