"""A box to tick, which follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.common.lettering import BODY, font
from ui.common.look import Look

_BOX, _LEAST = 18, 96


class CheckBox(QCheckBox):
    """Painted here, for a style sheet can't tint the tick.

    Where it ``may_shrink``, words that have no room are cut in their middle, for names often differ
    at their ends, and stand in the tool tip.
    """

    def __init__(self, look: Look, text: str, *, may_shrink: bool = False) -> None:
        super().__init__(text)
        self._look, self._may_shrink = look, may_shrink
        self.setFont(font(BODY))
        self.setFixedHeight(28)
        policies = QSizePolicy.Policy
        self.setSizePolicy(policies.Maximum if may_shrink else policies.Fixed, policies.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(wide) + _BOX + 14, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.height()) if self._may_shrink else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, on, ticked = self._look, self.isEnabled(), self.isChecked()
        box = QRectF(2, (self.height() - _BOX) / 2, _BOX, _BOX)
        paint_box(painter, box, look, ticked=ticked, on=on)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 6, 6)
        painter.setFont(self.font())
        painter.setPen(look.colour("text" if on else "text-3"))
        room = QRectF(_BOX + 10, 0, self.width() - _BOX - 10, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._shown())
        painter.end()

    def _shown(self) -> str:
        """Give the words as far as there is room."""
        if not self._may_shrink:
            return self.text()
        room = self.width() - _BOX - 10
        metrics = QFontMetricsF(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)


def paint_box(painter: QPainter, box: QRectF, look: Look, *, ticked: bool, on: bool = True) -> None:
    """Paint the box alone, 18 pixels across: filled and with a tick, or empty."""
    filled = ticked and on
    painter.setPen(QPen(look.colour("accent" if filled else "ctl-line"), 1))
    painter.setBrush(look.colour("accent" if filled else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if ticked:
        tick = look.pixmap("check", "accent-on" if on else "text-3", 14)
        painter.drawPixmap(box.topLeft() + QPointF(2, 2), tick)
