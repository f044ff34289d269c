"""The window of the wall, on the screen that nobody works at."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QScreen

from app.floor.wall import Wall
from app.journal.journal import Changes
from ui.common.hall_window import HallWindow
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.wall.board import Board
from ui.wall.in_turn import InTurn
from ui.wall.reader import WallReader, WallServices
from ui.wall.sessions_board import SessionsBoard
from ui.wall.sessions_reader import SessionsReader

_BAR_EVERY_MS = 100


class WallWindow(HallWindow):
    """Turns its pages by itself. Its menu has the keys: a right click, or the menu key, opens it.

    It is dark, whatever the desk's own window is, for it hangs in a hall; or light, if somebody
    wants that.
    """

    light_chosen = Signal(bool)
    """Somebody wants it light, or dark again."""

    def __init__(
        self,
        services: WallServices,
        tools: Tools,
        *,
        light: bool = False,
        turns_every_ms: int | None = None,
    ) -> None:
        super().__init__("Wall display")
        self._looks = {is_light: Look(_THEMES[is_light], self) for is_light in _THEMES}
        self.board = Board(self._looks[light], tools.times.clock())
        self.sessions = SessionsBoard(self._looks[light], tools.times.clock())
        self._in_turn = InTurn(self.board, self.sessions)
        self.setLayout(self._in_turn)
        self._reader = WallReader(services, tools, self)
        self._sessions = SessionsReader(services.sessions, tools, self)
        self._event = ""
        self._turns_every_ms = turns_every_ms
        self._turns = QTimer(self)
        self._bar = QTimer(self, interval=_BAR_EVERY_MS)
        self._since = QElapsedTimer()
        self._put_menu(light=light)
        self._connect()

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window that somebody moves to where it is seen."""
        super().open_on(screen)
        self._reader.begin()
        self._sessions.begin()

    def learn(self, changes: Changes) -> None:
        """Hear what was written."""
        self._reader.learn(changes)
        self._sessions.learn(changes)

    def turn(self, by: int = 1) -> None:
        """Go to another page, which then has all of its time."""
        self._in_turn.turn(by)
        self._begin_page()

    def _put_menu(self, *, light: bool) -> None:
        colours = self.add_entry(
            "Light colours", "Ctrl+L", lambda: self._wear(light=colours.isChecked())
        )
        colours.setCheckable(True)
        colours.setChecked(light)
        self.add_entry("Full screen", "F11", self.switch_full_screen)
        self.add_entry("Next page", "Right", self.turn)
        self.add_entry("Previous page", "Left", lambda: self.turn(-1))
        self.add_entry("Close the wall display", "Esc", self.close)

    def _wear(self, *, light: bool) -> None:
        for board in (self.board, self.sessions):
            board.wear(self._looks[light])
        self.light_chosen.emit(light)

    def _connect(self) -> None:
        self._reader.made.connect(self._show)
        self._sessions.made.connect(lambda wall: self.sessions.show_sessions(wall, self._event))
        for tick in (self.board.tick, self.sessions.tick, self._sessions.tick):
            self._reader.ticked.connect(tick)
        self._turns.timeout.connect(self.turn)
        self._bar.timeout.connect(self._show_left)
        self.board.paged.connect(self._begin_page)
        self.sessions.paged.connect(self._begin_page)

    def _show(self, wall: Wall, event: str) -> None:
        self.setWindowTitle(f"Wall display – {event}")
        self._event = event
        self.board.show_wall(wall, event)
        self.sessions.name_event(event)
        self._in_turn.settle()

    def _begin_page(self) -> None:
        self._in_turn.settle()
        self._since.start()
        self._turns.setInterval(self._turns_every_ms or self._in_turn.seconds * 1000)
        for timer in (self._turns, self._bar):
            timer.start() if self._in_turn.pages > 1 else timer.stop()

    def _show_left(self) -> None:
        self.board.show_left(max(1 - self._since.elapsed() / self._turns.interval(), 0))


_THEMES = {False: ThemeName.DARK, True: ThemeName.LIGHT}
