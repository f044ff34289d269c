from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.checkin.reception import Reception
from app.desks import OpenEvent
from tests.ui.desk.robot import DeskRobot
from ui.common.page import Tools
from ui.desk.page import DeskPage


@pytest.fixture
def desk(open_event: OpenEvent, tools: Tools, qtbot: QtBot) -> DeskRobot:
    """The Desk page of "Desk 1", on an event in a real file."""
    page = DeskPage(Reception(open_event.journal, open_event.letters), tools, "Desk 1")
    qtbot.addWidget(page)
    page.resize(1204, 744)
    page.show()
    return DeskRobot(page, qtbot)
