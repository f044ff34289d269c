"""A window for the hall: on a screen that nobody works at, or to be moved there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QScreen
from PySide6.QtWidgets import QWidget

USUAL = (1280, 800)


class HallWindow(QWidget):
    """Fills a screen, or is a window. Its menu has the keys: a right click, or the menu key."""

    filled = Signal(object)
    """Somebody let it fill this screen."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.Window)
        # It is no reason to go on when the desk's own window was closed.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setWindowTitle(title)
        self.resize(*USUAL)

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window that somebody moves to where it is seen."""
        if screen is None:
            self.show()
            return
        if self.isFullScreen():
            # Some systems leave a window that fills a screen where it is.
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def switch_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self.be_a_window()
        else:
            self.showFullScreen()
            self.filled.emit(self.screen())

    def be_a_window(self) -> None:
        """Fill no screen, so that somebody can move it to one."""
        self.showNormal()
        # It may have filled a screen that is no longer there.
        there = self.screen().availableGeometry()
        place = QRect(there.topLeft(), QSize(*USUAL).boundedTo(there.size()))
        place.moveCenter(there.center())
        self.setGeometry(place)

    def add_entry(self, words: str, key: str, act: Callable[[], object]) -> QAction:
        """Put something that can be done into the menu, with its key."""
        entry = QAction(words, self, shortcut=QKeySequence(key), shortcutVisibleInContextMenu=True)
        entry.triggered.connect(lambda _checked: act())
        self.addAction(entry)
        return entry
