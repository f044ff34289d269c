"""The wall display of an open event: opened when it is wanted, closed with the event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.event.facts import event_facts
from app.journal.journal import Changes, Journal
from app.settings import Settings, change_settings, load_settings
from ui.common.jobs import Quiet
from ui.common.page import Tools

if TYPE_CHECKING:
    from app.floor.wall import Wall
    from app.floor.watching import DayReader
    from app.programme.wall import SessionsWall
    from ui.wall.screens import WallScreens
    from ui.wall.window import WallWindow


class WallWork(QObject):
    """Has one wall at most; wanted again, it comes to the front, or to the screen that is named."""

    def __init__(
        self, journal: Journal, reader: Callable[[], DayReader], tools: Tools, desk: QWidget
    ) -> None:
        super().__init__(desk)
        self._journal, self._reader, self._tools, self._desk = journal, reader, tools, desk
        self._view = Quiet(self)
        self._wall: WallWindow | None = None
        self._screens: WallScreens | None = None

    @property
    def window(self) -> WallWindow | None:
        """The wall, if it is open."""
        return self._wall if self._wall is not None and isValid(self._wall) else None

    def show(self, screen: QScreen | None = None) -> None:
        """Open the wall on a screen; if none is named, on the one that was chosen last."""
        if self.window is not None:
            self._put_on(screen)
            return
        reading = Quiet(self)
        # Not knowing how it was left is no reason to show none.
        reading.refused.connect(lambda _why: self._open(screen, Settings(desk_id="")))
        self._tools.quick.run(
            lambda _report: load_settings(),
            view=reading,
            then=lambda settings: self._open(screen, settings),
        )

    def _open(self, screen: QScreen | None, settings: Settings) -> None:
        # Nobody needs it before a wall is wanted.
        from ui.wall.reader import WallServices  # noqa: PLC0415
        from ui.wall.screens import WallScreens  # noqa: PLC0415
        from ui.wall.window import WallWindow  # noqa: PLC0415

        if self.window is None:
            services = WallServices(self._read, self._read_sessions)
            wall = self._wall = WallWindow(services, self._tools, light=settings.wall_light)
            self._tools.look.style(wall)
            self.destroyed.connect(_closing(wall))
            self._screens = WallScreens(wall, self._desk, settings.wall_screen)
            self._screens.chosen.connect(
                lambda name: self._keep(lambda s: replace(s, wall_screen=name))
            )
            wall.light_chosen.connect(lambda on: self._keep(lambda s: replace(s, wall_light=on)))
        self._put_on(screen)

    def _put_on(self, screen: QScreen | None) -> None:
        assert self._wall is not None  # noqa: S101 - asked only when it is open
        assert self._screens is not None  # noqa: S101
        self._screens.show(screen)
        self._wall.activateWindow()

    def _keep(self, change: Callable[[Settings], Settings]) -> None:
        self._tools.quick.run(
            lambda _report: change_settings(change), view=self._view, then=lambda _settings: None
        )

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        wall = self.window
        if wall is not None:
            wall.learn(changes)

    def _read_sessions(self) -> SessionsWall:
        from app.programme.wall import sessions_wall  # noqa: PLC0415

        return sessions_wall(self._journal, self._tools.times.today())

    def _read(self) -> tuple[Wall, str]:
        from app.floor.round_wall import read_round_wall  # noqa: PLC0415
        from app.floor.wall import read_wall  # noqa: PLC0415

        now, today = self._tools.times.clock(), self._tools.times.today()
        wall, until = read_round_wall(self._journal, now, today)
        if wall is None:
            wall = replace(read_wall(self._journal, self._reader(), now, today), until=until)
        with self._journal.reading() as session:
            return wall, event_facts(session).name


def _closing(wall: QWidget) -> Callable[[], None]:
    def close() -> None:
        if isValid(wall):
            wall.close()

    return close
