"""Sessions on the wall, in turn with the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.wall import Wall, read_wall
from app.floor.watching import DayReader
from app.journal.journal import Changes
from app.programme.orders import Place
from app.programme.wall import sessions_wall
from tests.app.meetings.asking import Floor
from tests.app.programme.holding import Holding
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from ui.common.page import Tools
from ui.wall.reader import WallServices
from ui.wall.window import WallWindow

WRITTEN = Changes(frozenset({"ProgrammeSession"}))


@pytest.fixture
def holding(open_event: OpenEvent, event: EventBuilder) -> Holding:
    """It is 10:30; a talk runs in Hall A, and a panel comes into Hall B."""
    holding = Holding(Floor(open_event, event), event)
    holding.holds("Green talk", "10:00", "11:00", room="Hall A")
    holding.holds("Panel", "11:15", "12:00", room="Hall B")
    return holding


@pytest.fixture
def begin(
    open_event: OpenEvent, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Callable[[], WallWindow]]:
    reader = DayReader(open_event.journal)
    walls: list[WallWindow] = []

    def read() -> tuple[Wall, str]:
        return read_wall(open_event.journal, reader, clock.now, FIRST_DAY), "Cluster days"

    def make() -> WallWindow:
        services = WallServices(read, lambda: sessions_wall(open_event.journal, FIRST_DAY))
        wall = WallWindow(services, tools, turns_every_ms=60_000)
        walls.append(wall)
        wall.open_on(None)
        qtbot.waitUntil(wall.isVisible)
        qtbot.waitUntil(lambda: wall.board.wall is not None and "now" in told(wall))
        return wall

    yield make
    for wall in walls:
        wall.close()


def told(wall: WallWindow) -> str:
    return wall.sessions.accessibleName()


def test_sessions_come_in_turn_with_the_tables(
    holding: Holding, begin: Callable[[], WallWindow], qtbot: QtBot
) -> None:
    holding.floor.meets("Ada", "Ben", "10:40", "7")
    wall = begin()
    assert wall.board.isVisible()

    wall.activateWindow()
    qtbot.waitUntil(wall.isActiveWindow)
    QTest.keyClick(wall, Qt.Key.Key_Right)
    assert wall.sessions.isVisible()
    assert told(wall) == ("Hall A: now Green talk, until 11:00\nHall B: next Panel, 11:15")
    QTest.keyClick(wall, Qt.Key.Key_Right)
    assert wall.board.isVisible()
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert wall.sessions.isVisible()


def test_where_nobody_meets_the_sessions_stand_alone(
    holding: Holding, begin: Callable[[], WallWindow], qtbot: QtBot, clock: MovableClock
) -> None:
    del holding
    wall = begin()
    qtbot.waitUntil(wall.sessions.isVisible)

    clock.passes(hours=5)
    qtbot.waitUntil(wall.board.isVisible, timeout=10_000)


def test_a_change_is_amber_and_says_what_was(
    holding: Holding, begin: Callable[[], WallWindow], qtbot: QtBot
) -> None:
    wall = begin()
    holding.sessions.move(holding.sessions.named("Panel"), Place(room="Hall C"))
    holding.sessions.cancel(holding.sessions.named("Green talk"))

    wall.learn(WRITTEN)

    qtbot.waitUntil(lambda: "Hall C: next Panel, 11:15, was Hall B" in told(wall))
    assert "Hall B: next Panel, now in Hall C, 11:15" in told(wall)
    assert "Hall A: now Green talk, cancelled" in told(wall)
    shot = wall.sessions.grab().toImage()
    amber = wall.sessions._look.colour("warn")
    found = [shot.pixelColor(x, y) == amber for x in range(0, shot.width(), 4) for y in (200, 300)]
    assert any(found)
