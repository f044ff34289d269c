from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desks import Desks, OpenEvent
from app.floor.watching import DayReader
from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import DESK_1, FIRST_DAY, EventBuilder, MovableClock, copy_event_file
from tests.ui.at_work import shown_on
from tests.ui.outcomes.robot import OutcomeRobot
from ui.common.page import Tools
from ui.delegates.deeds_in_words import in_words
from ui.opened import Opened, open_event
from ui.outcomes.page import OutcomesPage
from ui.outcomes.services import outcome_services
from ui.workplace import Workplace


class Heard(QObject):
    """Passes what was written on to the window's thread."""

    changed = Signal(object)


@pytest.fixture
def heard(qapp: object) -> Heard:
    return Heard()


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


@pytest.fixture
def window(
    tmp_path: Path, clock: MovableClock, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An event as the window has it open."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = copy_event_file(tmp_path / "open.matchdesk")
    opened = open_event(file, clock, heard.changed.emit)
    yield opened
    opened.event.close()


@pytest.fixture
def workplace(
    window: Opened, heard: Heard, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Workplace]:
    """All pages, of which the Desk is shown."""
    with shown_on(window, tools, clock, qtbot) as workplace:
        heard.changed.connect(workplace.learn)
        yield workplace
