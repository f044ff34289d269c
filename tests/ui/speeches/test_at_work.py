"""The speeches in the whole window: reached by keys, led on by one, taken back by another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journal.journal import Changes
from app.settings import HOME
from app.speeches.known import SpeechOrder
from app.speeches.speaking import Speaking
from tests.building import FIRST_DAY, MORNING, EventBuilder, MovableClock, copy_event
from tests.ui.at_work import shown_workplace
from ui.common.page import Tools
from ui.entries import PROGRAMME
from ui.speeches.part import SpeechesPart
from ui.stage.window import StageWindow
from ui.workplace import Workplace

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WRITTEN = Changes(frozenset({"SpeechTurn"}))


@pytest.fixture
def workplace(
    tmp_path: Path,
    tools: Tools,
    clock: MovableClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """All pages of an event with two people who speak."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = tmp_path / "open.matchdesk"
    opened = copy_event(file, clock)
    builder = EventBuilder(opened)
    for name in ("Ada", "Bo"):
        builder.delegate(name)
    Speaking(opened.journal).set(FIRST_DAY, SpeechOrder(MORNING, 5, 5))
    opened.close()
    with shown_workplace(file, tools, clock, qtbot) as workplace:
        yield workplace


def test_by_keys_alone_speeches_are_led_on_and_taken_back_and_the_clock_follows(
    workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(workplace.frame.page), timeout=15_000)
    workplace.show_page(PROGRAMME)
    part = workplace.programme.show_part("speeches")
    assert isinstance(part, SpeechesPart)
    rows = part.table.records
    qtbot.waitUntil(lambda: len(rows.records) == 2, timeout=15_000)
    workplace.activateWindow()
    qtbot.waitUntil(part.table.hasFocus, timeout=15_000)

    def stands(said: str) -> None:
        def look() -> bool:
            if rows.records[0].state != said:
                part.learn(WRITTEN)
            return rows.records[0].state == said

        qtbot.waitUntil(look, timeout=15_000)

    QTest.keyClick(workplace, Qt.Key.Key_N, ALT)
    stands("Speaks now")
    part.clock.click()
    windows = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    stage = next(each for each in windows if isinstance(each, StageWindow))
    qtbot.waitUntil(lambda: stage.clock.face.title == "Ada", timeout=15_000)
    assert "Next: Bo" in stage.clock.face.next
    stage.close()
    workplace.activateWindow()
    qtbot.waitUntil(workplace.isActiveWindow, timeout=15_000)
    QTest.keyClick(workplace, Qt.Key.Key_Z, CONTROL)
    stands("Next · not here yet")
