"""Says at the Desk's field how it stands with scanning, and leads to the scanner test."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import CELL, font
from ui.common.look import Look
from ui.common.pressable import Pressable

_HEIGHT = 32
_SIDE, _MARK, _GAP = 8, 16, 8


class Lamp(Pressable):
    """A dot for ready, a ring for waiting, a triangle for trouble, each with its words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._tone = ""
        self.setFont(font(CELL))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A click must not take the cursor out of the field that scans and names go to.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def tone(self) -> str:
        """``ok``, ``warn``, or blank for neither."""
        return self._tone

    def show_state(self, words: str, tone: str, about: str) -> None:
        """Say how it stands, and ``about`` it to whoever asks."""
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.setToolTip(about)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + 1 + _MARK + _GAP + 2 * _SIDE, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        painter.setPen(QPen(look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = look.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_mark(painter, QPointF(_SIDE + _MARK / 2, self.height() / 2))
        painter.setFont(self.font())
        painter.setPen(look.colour(f"{self._tone}-text" if self._tone else "text-2"))
        room = QRectF(self.rect()).adjusted(_SIDE + _MARK + _GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_mark(self, painter: QPainter, middle: QPointF) -> None:
        look = self.look
        if self._tone == "warn":
            icon = look.pixmap("triangle-alert", "warn-text", _MARK)
            painter.drawPixmap(middle - QPointF(_MARK / 2, _MARK / 2), icon)
        elif self._tone == "ok":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ok"))
            painter.drawEllipse(middle, 5, 5)
        else:
            painter.setPen(QPen(look.colour("text-3"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 4, 4)
