"""The wall beside a window that works: it follows what is done, turns its pages, and goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.desks import OpenEvent
from app.floor.wall import Wall, read_wall
from app.floor.watching import DayReader
from app.programme.wall import sessions_wall
from app.settings import HOME, load_settings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.entries import FLOOR
from ui.wall.reader import WallServices
from ui.wall.window import WallWindow
from ui.wall_work import WallWork
from ui.window import Window

TURNS_EVERY_MS = 300


class InTheHall:
    """Somebody who looks up at the wall."""

    def __init__(self, wall: WallWindow, qtbot: QtBot) -> None:
        self.wall, self._qtbot = wall, qtbot

    @property
    def text(self) -> str:
        return self.wall.board.accessibleName()

    def reads(self, *words: str, within_ms: int = 15_000) -> None:
        def look() -> None:
            assert all(each in self.text for each in words), f"{words} not in:\n{self.text}"

        self._qtbot.waitUntil(look, timeout=within_ms)

    def reads_not(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words not in self.text, timeout=15_000)

    def presses(
        self, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.wall.activateWindow()
        self._qtbot.waitUntil(self.wall.isActiveWindow, timeout=15_000)
        QTest.keyClick(self.wall, key, with_key)

    def colours(self) -> list[QColor]:
        """Give the colour behind each of the first four rows."""
        board = self.wall.board
        shot, shape = board.grab().toImage(), board._paging.geometry
        ratio = shot.devicePixelRatio() * shape.scale
        places = [shape.place(number) for number in range(4)]
        return [
            shot.pixelColor(round((each.x() + 6) * ratio), round(each.center().y() * ratio))
            for each in places
        ]


@pytest.fixture
def day(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … as another desk sees it."""
    return RunningDay(Floor(open_event, event), clock)


@pytest.fixture
def new_wall(
    open_event: OpenEvent, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Callable[[], InTheHall]]:
    reader = DayReader(open_event.journal)
    walls: list[WallWindow] = []

    def read() -> tuple[Wall, str]:
        return read_wall(open_event.journal, reader, clock.now, FIRST_DAY), "Cluster days"

    def begin() -> InTheHall:
        services = WallServices(read, lambda: sessions_wall(open_event.journal, FIRST_DAY))
        wall = WallWindow(services, tools, turns_every_ms=TURNS_EVERY_MS)
        walls.append(wall)
        wall.open_on(None)
        qtbot.waitUntil(wall.isVisible)
        return InTheHall(wall, qtbot)

    yield begin
    for wall in walls:
        if isValid(wall):
            wall.close()
            wall.deleteLater()


def _arranges(day: RunningDay, *organisations: str, table: int = 1) -> None:
    """Let organisations meet two by two at 10:40, each pair at a table of its own."""
    for at, organisation in enumerate(organisations):
        day.floor.who(f"P{at}", organisation=organisation)
    for at in range(0, len(organisations), 2):
        day.meets(f"P{at}", f"P{at + 1}", "10:40", str(table + at // 2))


def test_pages_turn_by_themselves_and_by_arrows(
    day: RunningDay, new_wall: Callable[[], InTheHall]
) -> None:
    _arranges(day, *(f"{letter}{letter.lower()}" for letter in "ABCDEFGHIJKLMNOPQR"))
    hall = new_wall()
    hall.reads("Aa, now no table, next table 1", "A–P, page 1 of 2")

    hall.reads("Qq, now no table, next table 9", "Q–R, page 2 of 2")
    hall.reads("page 1 of 2")
    hall.presses(Qt.Key.Key_Left)
    hall.reads("page 2 of 2")


def test_the_clock_makes_next_to_now(
    day: RunningDay, new_wall: Callable[[], InTheHall], clock: MovableClock
) -> None:
    _arranges(day, "Agua Ebro", "Baltic Photonics")
    day.is_now("10:36")
    hall = new_wall()
    hall.reads("4:00 until slot 2", "Agua Ebro, now no table, next table 1")

    day.is_now("10:52")
    hall.reads("8:00 left in slot 2", "Agua Ebro, now table 1, next no table")

    day.is_now("12:41")
    hall.reads("12:41 The day is over", "Next: Wed 17 March, 10:15", "Thank you for coming.")


def test_a_day_that_nobody_has_planned_says_so(new_wall: Callable[[], InTheHall]) -> None:
    new_wall().reads("No meetings are planned yet.")


def test_the_wall_is_dark_and_light_if_somebody_wants_it_and_changes_are_amber(
    day: RunningDay, new_wall: Callable[[], InTheHall], qtbot: QtBot
) -> None:
    day.floor.who("Ada", organisation="Agua Ebro")
    day.floor.who("Bo", organisation="Zenit")
    moved = day.meets("Ada", "Bo", "11:05", "9")
    day.floor.who("Cy", organisation="Creta Bio")
    day.floor.who("Di", organisation="Daugava")
    day.meets("Cy", "Di", "11:05", "2")
    day.is_now("10:41")
    day.moves(moved, "11:05", "4")
    hall = new_wall()
    hall.reads(
        "Agua Ebro, now no table, next table 4 was 9\nZenit,", "\nCreta Bio, now no table, next"
    )
    assert hall.wall.actions()[0].text() == "Light colours"

    assert hall.colours() == [
        Look(ThemeName.DARK).colour(each) for each in ("warn", "warn", "sunken", "sunken")
    ]
    with qtbot.waitSignal(hall.wall.light_chosen) as chosen:
        hall.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [True]
    assert hall.colours() == [
        Look(ThemeName.LIGHT).colour(each) for each in ("warn", "warn", "surface", "surface")
    ]


class AtTheDesk:
    """Somebody at a window whose hall has a wall."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def opens(self, file: Path) -> None:
        self.window.open(file)
        self.sees(lambda: bool(self.window.workplace and self.window.workplace.frame.page))
        assert self.window.workplace is not None
        self.window.workplace.show_page(FLOOR)

    def asks_for_the_wall(self) -> InTheHall:
        workplace = self.window.workplace
        assert workplace is not None
        QTest.mouseClick(workplace.floor.head.wall, Qt.MouseButton.LeftButton)
        self.sees(lambda: self.wall is not None)
        assert self.wall is not None
        return InTheHall(self.wall, self._qtbot)

    @property
    def wall(self) -> WallWindow | None:
        (work,) = self.window.findChildren(WallWork)
        return work.window

    def sees(self, what: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(what, timeout=20_000)


@pytest.fixture
def desk(
    dressed: Look,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> AtTheDesk:
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    window = Window(dressed, load_settings(), clock)
    qtbot.addWidget(window)
    window.show()
    return AtTheDesk(window, qtbot)


def test_what_is_moved_at_the_window_is_on_the_wall_within_a_second(
    day: RunningDay, desk: AtTheDesk, open_event: OpenEvent
) -> None:
    day.floor.who("Ada", organisation="Agua Ebro")
    moved = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:41")
    desk.opens(open_event.database.file)
    hall = desk.asks_for_the_wall()
    hall.reads("Agua Ebro, now no table, next table 9\n", "Badge ", "19:00 left in slot 2")
    assert "Ada" not in hall.text
    assert hall.wall.windowTitle() == "Wall display – Cluster days"

    assert desk.window.workplace is not None
    floor = desk.window.workplace.floor
    desk.sees(lambda: floor.grid.sheet is not None)
    assert floor.grid.sheet is not None
    shown = floor.grid.sheet.day
    began = monotonic()
    floor._doing.move(shown, shown.meeting[moved], day.spot("11:05", "4"), anyway=False)
    hall.reads("Agua Ebro, now no table, next table 4 was 9")

    assert monotonic() - began < 5, "a second, on a machine that does nothing else"


def test_esc_closes_the_wall_and_f11_fills_the_screen(
    day: RunningDay, desk: AtTheDesk, open_event: OpenEvent
) -> None:
    desk.opens(open_event.database.file)
    hall = desk.asks_for_the_wall()
    assert not hall.wall.isFullScreen(), "there is no other screen here"
    hall.presses(Qt.Key.Key_F11)
    desk.sees(hall.wall.isFullScreen)
    hall.presses(Qt.Key.Key_F11)
    desk.sees(lambda: not hall.wall.isFullScreen())
    assert desk.asks_for_the_wall().wall is hall.wall

    hall.presses(Qt.Key.Key_Escape)

    desk.sees(lambda: desk.wall is None)
    assert desk.window.isVisible()


def test_a_screen_of_its_own_is_filled(new_wall: Callable[[], InTheHall], qtbot: QtBot) -> None:
    hall = new_wall()
    screen = QGuiApplication.primaryScreen()

    hall.wall.open_on(screen)

    qtbot.waitUntil(hall.wall.isFullScreen)
    assert hall.wall.screen() is screen
    hall.reads("No meetings are planned yet.")


def test_the_wall_goes_with_the_event(
    day: RunningDay, desk: AtTheDesk, open_event: OpenEvent
) -> None:
    desk.opens(open_event.database.file)
    hall = desk.asks_for_the_wall()

    desk.window.close_event()

    desk.sees(lambda: not isValid(hall.wall))
    assert not any(isinstance(each, WallWindow) for each in QGuiApplication.topLevelWindows())
