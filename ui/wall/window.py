"""The window of the wall, on the screen that nobody works at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from app.floor.wall import Wall
from app.journal.journal import Changes
from ui.common.page import Tools
from ui.common.parts import column
from ui.wall.board import Board
from ui.wall.reader import WallReader, WallServices

TURNS_EVERY_MS = 12_000
_BAR_EVERY_MS = 100
_USUAL = (1280, 800)
S = TypeVar("S")


def wall_screen(screens: Sequence[S], here: S) -> S | None:
    """Give the screen for the wall: the first that the desk's own window is not on."""
    return next((screen for screen in screens if screen != here), None)


class WallWindow(QWidget):
    """Turns its pages by itself. Esc closes it, F11 fills the screen or lets it be moved."""

    def __init__(
        self, services: WallServices, tools: Tools, *, turns_every_ms: int = TURNS_EVERY_MS
    ) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.Window)
        # It is no reason to go on when the desk's own window was closed.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Wall display")
        self.resize(*_USUAL)
        self.board = Board(tools.look, tools.times.clock())
        self.setLayout(column(self.board, gap=0))
        self._reader = WallReader(services, tools, self)
        self._turns = QTimer(self, interval=turns_every_ms)
        self._bar = QTimer(self, interval=_BAR_EVERY_MS)
        self._since = QElapsedTimer()
        self._connect()

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window that somebody moves to where it is seen."""
        if screen is None:
            self.show()
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        self._reader.begin()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        self._reader.learn(changes)

    def switch_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self.showNormal()
            self.resize(*_USUAL)
        else:
            self.showFullScreen()

    def turn(self, by: int = 1) -> None:
        """Go to another page, which then has all of its time."""
        self.board.turn(by)
        self._begin_page()

    def _connect(self) -> None:
        keys = (
            ("Esc", self.close),
            ("F11", self.switch_full_screen),
            ("Right", self.turn),
            ("Left", lambda: self.turn(-1)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._reader.made.connect(self._show)
        self._reader.ticked.connect(self.board.tick)
        self._turns.timeout.connect(self.turn)
        self._bar.timeout.connect(self._show_left)
        self.board.paged.connect(self._begin_page)

    def _show(self, wall: Wall, event: str) -> None:
        self.setWindowTitle(f"Wall display – {event}")
        self.board.show_wall(wall, event)

    def _begin_page(self) -> None:
        self._since.start()
        for timer in (self._turns, self._bar):
            timer.start() if self.board.pages > 1 else timer.stop()

    def _show_left(self) -> None:
        self.board.show_left(max(1 - self._since.elapsed() / self._turns.interval(), 0))
