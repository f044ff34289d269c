"""How many things wait, in a red pill as on the rail."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import LABEL_STRONG, font
from ui.common.look import Look

_HIGH = 24


class CountMark(QWidget):
    """Shows a number; it is not there for none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{count:,} to look at")
            self.setVisible(bool(count))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(font(LABEL_STRONG)).horizontalAdvance(f"{self._count:,}")
        return QSize(max(_HIGH, round(letters) + 14), _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("bad"))
        painter.drawRoundedRect(QRectF(self.rect()), _HIGH / 2, _HIGH / 2)
        painter.setFont(font(LABEL_STRONG))
        painter.setPen(self._look.colour("bad-on"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._count:,}")
        painter.end()
