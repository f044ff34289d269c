"""The card on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.printing.qr import modules_of_text

_QUIET = 4
_MODULE = 7
"""Pixels: a screen's light spills over, and a scanner's distance is short."""


class CardOnScreen(QWidget):
    """Shows a code, black on white in every theme, for scanners want it so."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._rows = modules_of_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The code to scan")

    def sizeHint(self) -> QSize:
        side = (len(self._rows) + 2 * _QUIET) * _MODULE
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, start=_QUIET):
            for x, dark in enumerate(row, start=_QUIET):
                if dark:
                    module = QRect(x * _MODULE, y * _MODULE, _MODULE, _MODULE)
                    painter.fillRect(module, Qt.GlobalColor.black)
        painter.end()
