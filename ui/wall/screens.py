"""Which screen the wall is on, also when screens come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.wall.window import WallWindow

S = TypeVar("S")


def wall_screen(screens: Sequence[S], here: S) -> S | None:
    """Give the screen for the wall: the first that the desk's own window is not on."""
    return next((screen for screen in screens if screen != here), None)


class WallScreens(QObject):
    """Puts the wall on the screen that somebody chose, while it is there and nobody works at it.

    When that one is unplugged, the wall fills another that is free, or becomes a window; it goes
    back as soon as the screen is there again.
    """

    chosen = Signal(str)
    """Somebody wants it on the screen of this name from now on."""

    def __init__(self, wall: WallWindow, desk: QWidget, wanted: str) -> None:
        super().__init__(wall)
        self._wall, self._desk, self._wanted = wall, desk, wanted
        self._is_homeless = False
        # Qt moves windows away from a screen after it has said that the screen goes.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._put)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows exist only in one
        application.screenAdded.connect(lambda _screen: self._soon.start())
        application.screenRemoved.connect(lambda _screen: self._soon.start())
        wall.filled.connect(self._choose)

    def show(self, screen: QScreen | None) -> None:
        """Open the wall on a screen; if none is named, on the one that was chosen last."""
        if screen is not None:
            self._choose(screen)
        self._open_on(screen or self._screen())

    def _open_on(self, screen: QScreen | None) -> None:
        self._is_homeless = False
        self._wall.open_on(screen)

    def _screen(self) -> QScreen | None:
        others = [each for each in QGuiApplication.screens() if each != self._desk.screen()]
        chosen = (each for each in others if each.name() == self._wanted)
        return next(chosen, wall_screen(others, self._desk.screen()))

    def _choose(self, screen: QScreen) -> None:
        if screen != self._desk.screen():
            self._wanted = screen.name()
            self.chosen.emit(self._wanted)

    def _put(self) -> None:
        """Go where it belongs, unless somebody has made it a window."""
        there, is_full = self._screen(), self._wall.isFullScreen()
        if there is None and is_full:
            self._is_homeless = True
            self._wall.be_a_window()
            # Somebody works at the window that it would cover.
            self._wall.lower()
        elif there is not None and (
            self._is_homeless or (is_full and there != self._wall.screen())
        ):
            self._open_on(there)
