from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desks import Desks
from app.settings import HOME, load_settings
from app.starting import Starting
from tests.building import MovableClock
from tests.ui.start.robot import FirstScreen
from ui.common.page import Tools
from ui.start.page import StartPage


@pytest.fixture
def screen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    clock: MovableClock,
    tools: Tools,
    qtbot: QtBot,
) -> FirstScreen:
    """The first screen, as at the first start of all."""
    monkeypatch.setenv(HOME, str(tmp_path))
    starting = Starting(Desks(load_settings(), clock=clock))
    page = StartPage(tools, starting)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return FirstScreen(page, starting, qtbot)
