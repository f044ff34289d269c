"""The first sheet as it will come out, or why nothing will."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.common.buttons import Button
from ui.common.lettering import BODY, CELL
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row

SHARPNESS = 1400
"""Pixels of the picture's height: enough for a screen of twice the usual dots."""


class SheetPreview(Panel):
    """Shows a page on a desk; a page is white in every theme."""

    other_wanted = Signal()
    """What the empty preview proposes is to be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__("sunken")
        self._sheet = _Sheet(look)
        self._below = Text("", CELL, "2")
        self._below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._why = Text("", BODY, wraps=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._other = Button(look, "", "eye")
        self._stack = QStackedWidget()
        shown, empty = QWidget(), QWidget()
        shown_layout = column(self._sheet, self._below, gap=12)
        shown_layout.setStretch(0, 1)
        shown.setLayout(shown_layout)
        mark = Picture(look, "info", "text-3", 20)
        empty.setLayout(
            column(
                None,
                row(None, mark, None),
                self._why,
                row(None, self._other, None),
                None,
                gap=12,
                margins=24,
            )
        )
        self._stack.addWidget(shown)
        self._stack.addWidget(empty)
        self.setLayout(column(self._stack, margins=(24, 24, 24, 16)))
        self._other.clicked.connect(self.other_wanted)

    def show_page(self, picture: QImage, said: str, below: str) -> None:
        """Show a page; ``said`` is for those who can't see it."""
        self._sheet.show_picture(picture)
        self._sheet.setAccessibleName(said)
        self._below.setText(below)
        self._stack.setCurrentIndex(0)

    def show_nothing(self, why: str, other: str = "") -> None:
        """Say why there is nothing to print; ``other`` is what could be shown instead."""
        self._why.setText(why)
        self._other.set_words(other)
        self._other.setVisible(bool(other))
        self._stack.setCurrentIndex(1)


class _Sheet(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = QImage()
        self._fitted = QImage()
        self.setMinimumSize(200, 200)
        look.changed.connect(self.update)

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self._fitted = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatio()
        room = self.size() * ratio
        room = QSize(room.width() - 4, room.height() - 4)
        wanted = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._fitted.size() != wanted:
            self._fitted = self._picture.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        width, height = wanted.width() / ratio, wanted.height() / ratio
        area = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.drawImage(area, self._fitted)
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
