"""How tables of rows look and are chosen from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.common.lettering import CELL, LABEL_STRONG, font

ICON = 14
"""Before the words of a cell, in pixels."""


def dress_rows(table: QTableView, name: str, high: int, widths: Sequence[int]) -> None:
    """Let one whole row be chosen at a time; no text is edited, wrapped or reached by Tab.

    Args:
        table: It has its model.
        name: What a screen reader calls it.
        high: How high a row is, in pixels.
        widths: Of the columns in pixels; one of 0 takes what is left.
    """
    table.setAccessibleName(name)
    table.setFont(font(CELL))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setIconSize(QSize(ICON, ICON))
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(high)
    header = table.horizontalHeader()
    header.setFont(font(LABEL_STRONG))
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for at, wide in enumerate(widths):
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(at, modes.Interactive if wide else modes.Stretch)
        if wide:
            header.resizeSection(at, wide)
