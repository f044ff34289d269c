"""The floor among the other pages: on the rail, by its key, and whatever page is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.app.floor.running import RunningDay
from ui.entries import FLOOR
from ui.floor.sheet import Tone
from ui.shell.rail import RailButton
from ui.workplace import Workplace


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
