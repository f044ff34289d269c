"""How the values of a filter are painted: a box to tick, and the words."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.common.check import paint_box
from ui.common.lettering import CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.painting import Ink, paint_text

_LEFT, _BOX, _GAP = 8, 18, 10
Index = QModelIndex | QPersistentModelIndex


class Ticks(QStyledItemDelegate):
    """What is ticked has a filled box and strong words. Space ticks; clicks are the list's."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, area = self._look, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("accent-soft"))
            painter.fillRect(QRectF(area.x(), area.y(), 3, area.height()), look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look.colour("hover"))
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        box = QRectF(area.x() + _LEFT, area.center().y() - _BOX / 2, _BOX, _BOX)
        paint_box(painter, box, look, ticked=ticked)
        words = area.adjusted(_LEFT + _BOX + _GAP, 0, -_LEFT, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        paint_text(painter, words, text, Ink(CELL_STRONG if ticked else CELL), look)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        # Qt would tick where its own style has the box.
        if isinstance(event, QMouseEvent):
            return False
        return super().editorEvent(event, model, option, index)
