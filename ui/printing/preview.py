"""A page as it will come out, or why nothing will."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ui.common.buttons import Button
from ui.common.lettering import BODY, CELL
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row

SHARPNESS = 1400
"""Pixels of the picture's height: enough for a screen of twice the usual dots."""
_EDGE = 2


class SheetPreview(Panel):
    """Shows a page on a desk; a page is white in every theme."""

    other_wanted = Signal()
    """What the empty preview proposes is to be shown."""
    turned = Signal(int)
    """The page so many before or after is wanted, by a key."""

    def __init__(self, look: Look) -> None:
        super().__init__("sunken")
        self._desk = _Desk(look)
        self._below = Text("", CELL, "2")
        self._below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._why = Text("", BODY, wraps=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._other = Button(look, "", "eye")
        self._stack = QStackedWidget()
        shown, empty = QWidget(), QWidget()
        shown_layout = column(self._desk, self._below, gap=12)
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
        self._desk.turned.connect(self.turned)

    @property
    def page(self) -> QWidget:
        """What has the focus once it may be turned."""
        return self._desk

    def let_turn(self) -> None:
        """Let the page have the focus: then arrows ask for others, or scroll a large one."""
        self._desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, picture: QImage, said: str, below: str) -> None:
        """Show a page; ``said`` is for those who can't see it."""
        self._desk.show_picture(picture)
        self._desk.setAccessibleName(said)
        self._below.setText(below)
        self._stack.setCurrentIndex(0)

    def show_nothing(self, why: str, other: str = "", icon: str = "eye") -> None:
        """Say why there is nothing to print; ``other`` is what could be done instead."""
        self._why.setText(why)
        self._other.set_words(other, icon)
        self._other.setVisible(bool(other))
        self._stack.setCurrentIndex(1)

    def fit_width(self, *, fits: bool) -> None:
        """Show a page as wide as there is room, or else all of it."""
        self._desk.fit_width(fits=fits)


class _Desk(QScrollArea):
    """Scrolls a page that is higher than the room for it."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sheet = _Sheet(look)
        self._fits_width = False
        self.setProperty("part", "read")
        self.sheet.setProperty("part", "scrolled")
        # It can have the focus before there is a page to name.
        self.setAccessibleName("Page")
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(200, 200)

    def show_picture(self, picture: QImage) -> None:
        self.sheet.show_picture(picture)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def fit_width(self, *, fits: bool) -> None:
        self._fits_width = fits
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.turned.emit(step)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOn if self._fits_width else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        wide = self.viewport().width()
        self.sheet.setMinimumHeight(self.sheet.height_at(wide) if self._fits_width else 0)


class _Sheet(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = QImage()
        self._fitted = QImage()
        look.changed.connect(self.update)

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self._fitted = QImage()
        self.update()

    def height_at(self, width: int) -> int:
        """Give how high the page is if it is so wide."""
        if self._picture.isNull():
            return 0
        wide = width - 2 * _EDGE
        return round(wide * self._picture.height() / self._picture.width()) + 2 * _EDGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatio()
        room = self.size() * ratio
        room = QSize(room.width() - 2 * _EDGE, room.height() - 2 * _EDGE)
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
