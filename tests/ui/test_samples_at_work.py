"""The sample events in the window: whatever a day has or has not, each page shows it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desks import Desks
from app.settings import HOME, load_settings
from app.starting import Starting
from tests.building import MovableClock
from tests.ui.at_work import shown_workplace
from ui.common.page import Tools
from ui.entries import ENTRIES


@pytest.fixture
def starting(tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Starting:
    """What makes samples, at noon of a summer's day."""
    monkeypatch.setenv(HOME, str(tmp_path))
    clock.now = datetime(2029, 7, 31, 10, tzinfo=UTC)
    return Starting(Desks(load_settings(), clock))


@pytest.mark.parametrize("name", ["eu-us-2018", "malmo-2023"])
def test_a_day_without_meetings_is_shown_on_every_page(
    name: str, starting: Starting, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> None:
    with shown_workplace(starting.make_sample(name=name), tools, clock, qtbot) as workplace:
        for entry in ENTRIES:
            workplace.show_page(entry.key)
            assert workplace.frame.page == entry.key
        grid = workplace.floor.grid

        qtbot.waitUntil(lambda: grid.sheet is not None, timeout=20_000)
        assert grid.sheet is not None
        assert not grid.sheet.day.slots
