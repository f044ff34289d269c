"""The floor among the other pages: on the rail, by its key, and whatever page is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.settings import HOME
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder, MovableClock, copy_event_file
from ui.common.page import Tools
from ui.entries import FLOOR
from ui.floor.sheet import Tone
from ui.opened import Opened, open_event
from ui.scanner.standing import ScannerWatch, Seen
from ui.shell.rail import RailButton
from ui.workplace import Workplace


class Heard(QObject):
    """Passes what was written on to the window's thread."""

    changed = Signal(object)


@pytest.fixture
def heard(qapp: object) -> Heard:
    return Heard()


@pytest.fixture
def opened(
    tmp_path: Path, clock: MovableClock, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An event as the window has it open."""
    monkeypatch.setenv(HOME, str(tmp_path))
    file = tmp_path / "event.matchdesk"
    copy_event_file(file)
    opened = open_event(file, clock, heard.changed.emit)
    yield opened
    opened.event.close()


@pytest.fixture
def day(opened: Opened, clock: MovableClock) -> RunningDay:
    """A day with slots at 10:15, 10:40, 11:05, … that the test lets run."""
    event = opened.event
    return RunningDay(Floor(event, EventBuilder(event)), clock)


@pytest.fixture
def workplace(
    opened: Opened, heard: Heard, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Iterator[Workplace]:
    """All pages, of which the Desk is shown."""
    workplace = Workplace(opened, tools, ScannerWatch(Seen(), clock))
    qtbot.addWidget(workplace)
    heard.changed.connect(workplace.learn)
    with qtbot.waitActive(workplace):
        workplace.show()
        workplace.activateWindow()
    yield workplace
    tools.close()


def count_of(workplace: Workplace) -> int:
    (entry,) = (
        each for each in workplace.frame.rail.findChildren(RailButton) if each.text() == "Floor"
    )
    return entry.count


def test_the_rail_counts_what_needs_somebody_whatever_page_is_shown(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    day.is_now("10:45")
    day.comes("Ada")

    day.meets("Ada", "Bo", "10:40", "1")
    qtbot.waitUntil(lambda: count_of(workplace) == 1, timeout=20_000)

    day.comes("Bo")
    qtbot.waitUntil(lambda: count_of(workplace) == 0, timeout=20_000)


def test_a_move_is_made_and_undone_by_keys(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    day.is_now("10:00")
    meeting = day.meets("Ada", "Bo", "11:05", "3")
    QTest.keyClick(workplace, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert workplace.frame.page == FLOOR
    grid = workplace.floor.grid
    qtbot.waitUntil(lambda: grid.sheet is not None, timeout=20_000)

    grid.choose(2, 2)
    QTest.keyClick(grid, Qt.Key.Key_M)
    QTest.keyClick(grid, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: grid.records.cell(1, 2).face.tone is Tone.MOVED, timeout=20_000)
    assert [toast.undo.isVisible() for toast in workplace.frame.toasts.shown] == [True]

    QTest.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.records.cell(2, 2).face.tone is Tone.PLANNED, timeout=20_000)
    assert day.place(meeting)[1] == "3"
