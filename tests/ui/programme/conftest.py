from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desks import Desks, OpenEvent
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.programme.holding import Holding
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import Heard
from tests.ui.programme.robot import ProgrammeRobot
from ui.common.page import Tools
from ui.programme.page import ProgrammePage
from ui.programme.part import PartEntry
from ui.programme.services import programme_services
from ui.programme.sessions_part import SessionsPart


@pytest.fixture
def builder(opened: OpenEvent) -> EventBuilder:
    return EventBuilder(opened)


@pytest.fixture
def opened(tmp_path: Path, clock: MovableClock, heard: Heard) -> Iterator[OpenEvent]:
    """An event of which is heard what is written to it."""
    file = copy_event_file(tmp_path / "event.matchdesk")
    event = Desks(DESK_1, clock, heard.changed.emit).open(file)
    yield event
    event.close()


@pytest.fixture
def day(builder: EventBuilder, opened: OpenEvent, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(opened, builder), clock)


@pytest.fixture
def holding(day: RunningDay, builder: EventBuilder) -> Holding:
    """A programme beside the meetings of ``day``."""
    return Holding(day.floor, builder)


@pytest.fixture
def office(opened: OpenEvent, heard: Heard, tools: Tools, qtbot: QtBot) -> Iterator[ProgrammeRobot]:
    """The page with its sessions alone, to which nobody has come yet."""
    part = SessionsPart(programme_services(opened), tools, FIRST_DAY)
    entry = PartEntry("sessions", "Sessions", "calendar-days", lambda: part)
    page = ProgrammePage(tools, FIRST_DAY, [entry])
    heard.changed.connect(page.learn)
    qtbot.addWidget(page)
    page.resize(1204, 744)
    yield ProgrammeRobot(page, part, qtbot)
    tools.close()
