"""Which rows are on which page, so that all have been seen in about a minute.

There is room for more by leaving out whoever goes nowhere next, and then by smaller letters: the
smallest are half as large as those that are read at 10 m.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.floor.wall import WallRow
from ui.wall.geometry import LARGE, Geometry, Writing, geometry

ROUND_S = 75
"""Whoever looks up waits no longer for the page with their name, if that can be helped."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that are seen at once. So many of them, the first, are changes before their turn."""

    rows: tuple[WallRow, ...] = ()
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Paging:
    """Pages as they fit a window, each shown for so many seconds."""

    geometry: Geometry
    pages: tuple[Page, ...]
    seconds: int

    @property
    def round_s(self) -> int:
        """Give after how many seconds the first page comes again."""
        return len(self.pages) * self.seconds


_EVERYBODY = (LARGE, 12)
_WHO_GOES_ON = (
    _EVERYBODY,
    (Writing(0.8), 12),
    (Writing(0.65), 10),
    (Writing(0.5), 10),
    (Writing(0.5, has_now=False), 8),
)
"""How rows are written, the largest first, and for how many seconds such a page is read."""


def paging(rows: Sequence[WallRow], size: tuple[int, int]) -> Paging:
    """Give the pages for a window of so many pixels, written as large as a round allows.

    Args:
        rows: In the order of their names. If nobody goes anywhere next, all stay, with the table
            of now.
        size: Width and height of the window.
    """
    goes_on = any(row.then.tables for row in rows)
    found = _paged(rows, size, _EVERYBODY)
    if found.round_s <= ROUND_S:
        return found
    wanted = [row for row in rows if row.then.tables or row.is_changed] if goes_on else rows
    for way in _WHO_GOES_ON:
        if way[0].has_now or goes_on:
            found = _paged(wanted, size, way)
        if found.round_s <= ROUND_S:
            break
    return found


def pages(rows: Sequence[WallRow], per_page: int) -> tuple[Page, ...]:
    """Cut rows into pages; there is one at least.

    Rows that changed come first, and on several pages again where their names are looked for. Of
    changes that fill more than a page, each has its own place alone.
    """
    changed = [row for row in rows if row.is_changed]
    if len(rows) <= per_page:
        return (Page((*changed, *(row for row in rows if not row.is_changed)), len(changed)),)
    if len(changed) > per_page:
        changed = []
    return tuple(_cut([*changed, *rows], len(changed), per_page))


def _paged(rows: Sequence[WallRow], size: tuple[int, int], way: tuple[Writing, int]) -> Paging:
    writing, seconds = way
    shape = geometry(*size, writing)
    return Paging(shape, pages(rows, shape.per_page), seconds)


def _cut(rows: Sequence[WallRow], ahead: int, per_page: int) -> Iterator[Page]:
    for at in range(0, len(rows), per_page):
        yield Page(tuple(rows[at : at + per_page]), min(max(ahead - at, 0), per_page))
