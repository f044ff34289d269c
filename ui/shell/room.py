"""Room for the window on a screen that is too small for it: what is inside scrolls."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QScrollArea, QScrollBar, QWidget

from ui.common.parts import column

_AROUND = 12
_ANY = 16_777_215
"""As large as Qt lets a window be."""
_FRAME = 48
"""Left for the bar that systems put above a window: how high it is, Qt knows only later."""


class Room(QScrollArea):
    """Leaves ``inside`` at least the size it needs, and brings what gets the focus in sight.

    Where the screen is large enough, nothing scrolls and nobody sees that it is here.
    """

    def __init__(self, inside: QWidget, least: QSize) -> None:
        super().__init__()
        self._least = least
        inside.setMinimumSize(least)
        inside.setProperty("part", "scrolled")
        self.setWidget(inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - widgets need one
        application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window, or give what is inside the least it needs.

        Qt's own way would give it the height that it would like best for its width: wherever a
        text is broken into lines, the window would scroll though there is room.
        """
        super().resizeEvent(event)
        inside = self.widget()
        if inside is not None:
            inside.resize(event.size().expandedTo(self._least))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave it to ``_follow`` what is brought in sight: the whole of it, not its middle."""
        return QWidget.focusNextPrevChild(self, forward)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Under a pressed button nothing may move: its release would miss it.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        inside = self.widget()
        if now is None or inside is None or pressed or not inside.isAncestorOf(now):
            return
        corner = now.mapTo(inside, QPoint())
        _bring(self.horizontalScrollBar(), corner.x(), now.width())
        _bring(self.verticalScrollBar(), corner.y(), now.height())


class DialogRoom(QObject):
    """Fits dialogs to the screen: one that can't be made so small scrolls inside."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - widgets need one
        application.focusWindowChanged.connect(self._look)

    def _look(self, _window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog.findChild(Room) is not None:
            return
        screen = dialog.screen().availableGeometry()
        size = fits(dialog, dialog.size())
        if size == dialog.size():
            return
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        if least.boundedTo(size) != least:
            _let_scroll(dialog, least)
        dialog.resize(size)
        dialog.move(screen.center() - dialog.rect().center())


def _let_scroll(dialog: QDialog, least: QSize) -> None:
    layout, focused = dialog.layout(), dialog.focusWidget()
    if layout is None:
        return
    inside = QWidget()
    inside.setLayout(layout)
    dialog.setMinimumSize(0, 0)
    dialog.setMaximumSize(_ANY, _ANY)
    dialog.setLayout(column(Room(inside, least), gap=0))
    if focused is not None:
        # Whoever goes to another place loses the focus.
        focused.setFocus()


def _bring(bar: QScrollBar, begins: int, length: int) -> None:
    """Scroll as little as brings a stretch in sight; of one that is too long, its beginning."""
    first, last = begins - _AROUND, begins + length + _AROUND
    if last > bar.value() + bar.pageStep():
        bar.setValue(last - bar.pageStep())
    if first < bar.value():
        bar.setValue(first)


def fits(window: QWidget, wanted: QSize) -> QSize:
    """Give the size that a window may have on its screen."""
    return wanted.boundedTo(window.screen().availableSize() - QSize(0, _FRAME))


def in_sight(window: QWidget) -> QRect:
    """Give the part of a window that is seen where it scrolls for want of room."""
    seen, around = window.rect(), window.parentWidget()
    while around is not None:
        seen &= QRect(window.mapFrom(around, QPoint()), around.size())
        around = around.parentWidget()
    return seen
