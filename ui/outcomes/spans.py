"""The tables that a desk looks after, as they are kept in its settings: ``1-20``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Span:
    """Tables from one number to another, both included."""

    first: int
    last: int

    @classmethod
    def read(cls, written: str) -> Span | None:
        """Read what was kept; nothing of what makes no sense."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            return None
        first, last = sorted(map(int, found.groups()))
        return cls(first, last)

    @property
    def written(self) -> str:
        """Give what is kept."""
        return f"{self.first}-{self.last}"

    @property
    def words(self) -> str:
        """Name the tables."""
        one = self.first == self.last
        return f"Table {self.first}" if one else f"Tables {self.first}–{self.last}"

    def covers(self, number: int | None) -> bool:
        """Tell whether a table of this number is one of them."""
        return number is not None and self.first <= number <= self.last


def number_of(label: str) -> int | None:
    """Give the number that a table has, if its label is one."""
    return int(label) if label.isdecimal() and label.isascii() else None


def whole_span(labels: Iterable[str]) -> Span | None:
    """Give the span of all tables with numbers, if there are several."""
    numbers = {number for number in map(number_of, labels) if number is not None}
    return Span(min(numbers), max(numbers)) if len(numbers) > 1 else None
