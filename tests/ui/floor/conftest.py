from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.manager import FloorManager
from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import shown_on
from ui.common.page import Tools
from ui.floor.page import FloorPage
from ui.floor.services import floor_services
from ui.opened import Opened, open_event
from ui.workplace import Workplace


class Heard(QObject):
    """Passes what was written on to the window's thread."""

    changed = Signal(object)


@pytest.fixture
def heard(qapp: object) -> Heard:
    return Heard()


@pytest.fixture
def window(
    tmp_path: Path, clock: MovableClock, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An event as the window has it open; what is written to it is heard."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = tmp_path / "event.matchdesk"
    copy_event_file(file)
    opened = open_event(file, clock, heard.changed.emit)
    yield opened
    opened.event.close()


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


@pytest.fixture
def workplace(
    window: Opened, heard: Heard, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Workplace]:
    """All pages, of which the Desk is shown."""
    with shown_on(window, tools, clock, qtbot) as workplace:
        heard.changed.connect(workplace.learn)
        yield workplace
