"""A file as rows of text, whatever kind of file it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Record(NamedTuple):
    """One row that holds something: its 1-based line or row in the file, and its cells."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns.

    ``worth`` says how sure we are that it is one, and of people: larger is surer, 0 is not at all.
    """

    line: int
    names: tuple[str, ...]
    worth: int


Judge = Callable[[Sequence[Record]], Header]
"""Finds the header in the first rows of a table, to choose among sheets and separators."""


@dataclass(slots=True)
class Table:
    """A header and the rows below it, which are read once.

    ``sample`` holds the first rows, header included. ``last_line`` is where the file ends, or a
    little behind. ``can_shift``: a missing quote may have shifted a row's cells; a workbook's
    cells know their column.
    """

    header: Header
    sample: Sequence[Record]
    records: Iterator[Record]
    last_line: int
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    can_shift: bool = field(default=False, kw_only=True)
