"""What a table that leaves the program holds: its columns, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

Cell = str | int | float | date | datetime | None
"""What stands in a cell; an instant has its time zone, and nothing is a cell that is left blank."""

Row = TypeVar("Row")


class Holds(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    COUNT = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    DAY = "day"
    MOMENT = "day and time"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, which is never changed, and what it gives of a row.

    ``says`` tells a reader what stands there. ``words``: nothing else stands there, if there are
    any, but for a blank.
    """

    name: str
    of: Callable[[Row], Cell]
    says: str
    holds: Holds = Holds.TEXT
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Give its name as programs write it."""
        return self.name.casefold().replace(" ", "_").replace("-", "_")

    @property
    def is_counted(self) -> bool:
        """Tell whether it holds numbers, which have a sum."""
        return self.holds in {Holds.COUNT, Holds.NUMBER}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it leaves: a cell for each column in every row."""

    name: str
    columns: tuple[Column[Any], ...]
    rows: Sequence[tuple[Cell, ...]]


def filled(name: str, columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> Sheet:
    """Make a table of what its columns give of each row."""
    of = [column.of for column in columns]
    return Sheet(name, columns, [tuple(give(row) for give in of) for row in rows])
