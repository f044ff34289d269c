"""The wall display of an open event: opened when it is wanted, closed with the event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.event.facts import event_facts
from app.journal.journal import Changes, Journal
from ui.common.page import Tools

if TYPE_CHECKING:
    from app.floor.wall import Wall
    from app.floor.watching import DayReader
    from ui.wall.window import WallWindow


class WallWork(QObject):
    """Has one wall at most; wanted again, it comes to the front, or to the screen that is named."""

    def __init__(
        self, journal: Journal, reader: Callable[[], DayReader], tools: Tools, desk: QWidget
    ) -> None:
        super().__init__(desk)
        self._journal, self._reader, self._tools, self._desk = journal, reader, tools, desk
        self._wall: WallWindow | None = None

    @property
    def window(self) -> WallWindow | None:
        """The wall, if it is open."""
        return self._wall if self._wall is not None and isValid(self._wall) else None

    def show(self, screen: QScreen | None = None) -> None:
        """Open the wall on a screen; if none is named, on one that this window is not on."""
        # Nobody needs it before a wall is wanted.
        from ui.wall.reader import WallServices  # noqa: PLC0415
        from ui.wall.window import WallWindow, wall_screen  # noqa: PLC0415

        wall = self.window
        if wall is None:
            wall = self._wall = WallWindow(WallServices(self._read), self._tools)
            self._tools.look.style(wall)
            self.destroyed.connect(_closing(wall))
        here = self._desk.screen()
        wall.open_on(screen or wall_screen(QGuiApplication.screens(), here))
        wall.activateWindow()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        wall = self.window
        if wall is not None:
            wall.learn(changes)

    def _read(self) -> tuple[Wall, str]:
        from app.floor.wall import read_wall  # noqa: PLC0415

        times = self._tools.times
        wall = read_wall(self._journal, self._reader(), times.clock(), times.today())
        with self._journal.reading() as session:
            return wall, event_facts(session).name


def _closing(wall: QWidget) -> Callable[[], None]:
    def close() -> None:
        if isValid(wall):
            wall.close()

    return close
