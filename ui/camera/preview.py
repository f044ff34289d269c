"""The live picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.look import Look

_ROUND = 8
_FRAME = 6
_TICK = 40


class Preview(QWidget):
    """Shows what the camera sees, as a mirror would, so that a badge goes where the hand goes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = QImage()
        self._taken = False
        self.mirrors = True
        self.setAccessibleName("Camera picture")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    @property
    def picture(self) -> QImage:
        """What it shows; null if there is no picture yet."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """Show what the camera sees now; a null picture shows none."""
        self._picture = picture
        self.update()

    def show_taken(self, taken: bool) -> None:
        """Put a green frame and a tick around the picture, or take them away."""
        self._taken = taken
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        if self._picture.isNull():
            self._paint_icon(painter, "camera", "text-3", 32)
        else:
            self._paint_picture(painter)
        if self._taken:
            self._paint_taken(painter)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        grown = self._picture.size().scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        area = QRectF(QPointF(0, 0), grown)
        area.moveCenter(QRectF(self.rect()).center())
        painter.save()
        if self.mirrors:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(area, self._picture)
        painter.restore()

    def _paint_taken(self, painter: QPainter) -> None:
        inset = _FRAME / 2
        painter.setPen(QPen(self._look.colour("ok"), _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, _ROUND - inset, _ROUND - inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ok"))
        painter.drawEllipse(area.center(), _TICK * 0.8, _TICK * 0.8)
        self._paint_icon(painter, "check", "ok-on", _TICK)

    def _paint_icon(self, painter: QPainter, icon: str, colour: str, size: int) -> None:
        at = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        painter.drawPixmap(at, self._look.pixmap(icon, colour, size))
