"""The day matrix as it will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellFace:
    """What is at a table in a slot: who meets, a side each; blank sides and closed, or free."""

    host: str = ""
    guest: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class ColumnFace:
    """A slot, or a break between two blocks."""

    starts: str
    ends: str
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class RowFace:
    """A table with a cell for each column. What stands under a break is never read."""

    table: str
    cells: tuple[CellFace, ...]


@dataclass(frozen=True, slots=True)
class MatrixFace:
    """A day. ``aside`` says what no cell can show; blank: nothing."""

    title: str
    columns: tuple[ColumnFace, ...]
    rows: tuple[RowFace, ...]
    aside: str
