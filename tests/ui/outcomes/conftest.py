from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desks import Desks, OpenEvent
from app.floor.watching import DayReader
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import Heard
from tests.ui.outcomes.robot import OutcomeRobot
from ui.common.page import Tools
from ui.delegates.deeds_in_words import in_words
from ui.outcomes.page import OutcomesPage
from ui.outcomes.services import outcome_services


@pytest.fixture
def opened(tmp_path: Path, clock: MovableClock, heard: Heard) -> Iterator[OpenEvent]:
    """An event of which is heard what is written to it."""
    file = copy_event_file(tmp_path / "event.matchdesk")
    event = Desks(DESK_1, clock, heard.changed.emit).open(file)
    yield event
    event.close()


@pytest.fixture
def day(opened: OpenEvent, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    return RunningDay(Floor(opened, EventBuilder(opened)), clock)


@pytest.fixture
def untried(opened: OpenEvent, heard: Heard, tools: Tools, qtbot: QtBot) -> Iterator[OutcomesPage]:
    """The page alone, to which nobody has come yet."""
    services = outcome_services(opened.journal, DayReader(opened.journal), in_words)
    page = OutcomesPage(services, tools, FIRST_DAY)
    page.day_wanted.connect(page.show_day)
    heard.changed.connect(page.learn)
    qtbot.addWidget(page)
    page.resize(1204, 744)
    yield page
    tools.close()


@pytest.fixture
def page(untried: OutcomesPage) -> OutcomesPage:
    """The same, of which the model is tried at each change."""
    QAbstractItemModelTester(untried.table.records, untried)
    return untried


@pytest.fixture
def desk(page: OutcomesPage, qtbot: QtBot) -> OutcomeRobot:
    return OutcomeRobot(page, qtbot)
