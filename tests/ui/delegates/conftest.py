from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from tests.building import FIRST_DAY, SECOND_DAY
from tests.ui.delegates.robots import OfficeRobot
from ui.common.page import Tools
from ui.delegates.page import DelegatesPage
from ui.delegates.services import delegate_services


@pytest.fixture
def office(open_event: OpenEvent, tools: Tools, qtbot: QtBot) -> Iterator[OfficeRobot]:
    """Somebody at the page of delegates, who has not come to it yet."""
    page = DelegatesPage(delegate_services(open_event), tools, (FIRST_DAY, SECOND_DAY), FIRST_DAY)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.table.model(), page)
    page.resize(1364, 844)
    page.show()
    yield OfficeRobot(page, qtbot)
    for jobs in (tools.quick, tools.reads, tools.slow):
        jobs.close()
