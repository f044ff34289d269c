"""A film in place of a camera, which the computer that takes the pictures may not have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from ui.camera.device import Device
from ui.printing.sheets import first_page

_FRAME = QSize(1280, 720)
_EVERY_MS = 100
_PAGE = QSize(1000, 1414)
"""A sheet of A4 with four badges on it, as near as a hand holds one."""


class BadgeFilm(QObject):
    """Shows the first badge of a printed sheet, held up before a lit room."""

    frame_came = Signal(object)
    failed = Signal()
    devices_changed = Signal()

    def __init__(self, sheet: Path) -> None:
        super().__init__()
        self._picture = _scene(sheet)
        self._next = QTimer(self, interval=_EVERY_MS)
        self._next.timeout.connect(self._show)

    def ask(self, then: Callable[[bool], None]) -> None:
        """Let it be used."""
        then(True)

    def devices(self) -> Sequence[Device]:
        """Give the one."""
        return (Device("film", "Integrated camera"),)

    def start(self, _device_id: str) -> None:
        """Show the film."""
        self._next.start()

    def stop(self) -> None:
        """Stop it."""
        self._next.stop()

    def _show(self) -> None:
        from PySide6.QtMultimedia import QVideoFrame  # noqa: PLC0415 - loaded with the camera

        self.frame_came.emit(QVideoFrame(self._picture))


def _scene(sheet: Path) -> QImage:
    page = first_page(sheet.read_bytes(), _PAGE.height())
    badge = page.copy(0, 0, _PAGE.width() // 2, _PAGE.height() // 2)
    frame = QImage(_FRAME, QImage.Format.Format_RGB32)
    painter = QPainter(frame)
    light = QLinearGradient(QPointF(0, 0), QPointF(_FRAME.width(), _FRAME.height()))
    light.setColorAt(0, QColor("#9aa3ad"))
    light.setColorAt(1, QColor("#4a525c"))
    painter.fillRect(frame.rect(), light)
    place = QRectF(390, 8, badge.width(), badge.height())
    painter.fillRect(place, QColor("#f6f6f3"))
    painter.drawImage(place, badge)
    painter.end()
    return frame
