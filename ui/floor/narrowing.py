"""Leaves in the grid what somebody asks for."""

from __future__ import annotations

from collections.abc import Collection

from ui.floor.grid import FloorGrid
from ui.floor.sheet import Cell, Tone


def narrow(grid: FloorGrid, wanted: Collection[Tone]) -> None:
    """Leave the tables at which a cell has a wanted look, in the slot that is looked at.

    Other cells fade. If nothing is wanted, all stands.
    """
    sheet = grid.sheet
    if sheet is None or (not wanted and grid.dimmed is None):
        return
    slot = sheet.looked_at
    only = sheet.column_of[slot.place] if slot is not None else None

    def is_other(cell: Cell, at: int) -> bool:
        return cell.face.tone not in wanted or only not in {None, at}

    grid.dimmed = is_other if wanted else None
    for at, cells in enumerate(sheet.rows):
        hidden = bool(wanted) and all(is_other(cell, n) for n, cell in enumerate(cells))
        if grid.isRowHidden(at) != hidden:
            grid.setRowHidden(at, hidden)
    grid.viewport().update()
