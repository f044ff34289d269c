from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.manager import FloorManager
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.at_work import Heard
from ui.common.page import Tools
from ui.floor.page import FloorPage
from ui.floor.services import floor_services
from ui.opened import Opened


@pytest.fixture
def opened(window: Opened) -> OpenEvent:
    return window.event


@pytest.fixture
def day(opened: OpenEvent, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(opened, EventBuilder(opened)), clock)


@pytest.fixture
def floor(opened: OpenEvent) -> FloorManager:
    return FloorManager(opened.journal, opened.letters)


@pytest.fixture
def page(
    opened: OpenEvent, floor: FloorManager, heard: Heard, tools: Tools, qtbot: QtBot
) -> Iterator[FloorPage]:
    """The page alone, to which nobody has come yet."""
    page = FloorPage(floor_services(opened, floor), tools, FIRST_DAY)
    qtbot.addWidget(page)
    heard.changed.connect(page.learn)
    page.resize(1364, 844)
    yield page
    tools.close()
