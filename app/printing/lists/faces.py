"""Lists as they will be read: values only, with the words that stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnFace:
    """A column: its title, its width in millimetres, and whether what it says is what counts."""

    title: str
    wide: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class RowFace:
    """A line: what stands in each column, and whether it is ticked already; ``None``: no box.

    Where it is ``apart``, a line of its own stands in all columns: a heading among the others.
    """

    cells: tuple[str, ...]
    ticked: bool | None = False
    apart: str = ""


@dataclass(frozen=True, slots=True)
class ListFace:
    """A list. ``notes`` stand below its title, a line each; ``empty`` where there are no rows."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[ColumnFace, ...]
    rows: tuple[RowFace, ...]
    empty: str = ""
