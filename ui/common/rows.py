"""How tables of rows look and are chosen from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.common.lettering import CELL, LABEL_STRONG, font
from ui.common.look import Look
from ui.common.records import Index, Role

R = TypeVar("R")

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


class IconCells(QStyledItemDelegate, Generic[R]):
    """Puts an icon before the words of one column.

    ``icon`` gives its name and its tone for a record, or nothing.
    """

    def __init__(
        self,
        look: Look,
        column: int,
        icon: Callable[[R], tuple[str, str] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.look, self._column, self._icon = look, column, icon

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() != self._column:
            return
        icon = self._icon(index.data(Role.RECORD))
        if icon is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(ICON, ICON)
            option.icon = QIcon(self.look.pixmap(*icon, ICON))
