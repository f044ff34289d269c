"""Big changes of the day among the other pages: told, made, and taken back with one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.event.tables import Tables
from app.meetings.standing import StandingMeetings
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.ui.floor.change_robot import ChangeRobot
from ui.entries import FLOOR
from ui.floor.changes.changing import Changing
from ui.floor.sheet import Tone
from ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)


def come_to(workplace: Workplace, qtbot: QtBot) -> ChangeRobot:
    workplace.show_page(FLOOR)
    changing = workplace.floor.findChild(Changing)
    assert changing is not None
    manager = ChangeRobot(workplace.floor, changing, qtbot)
    manager.comes()
    return manager


def takes_back(workplace: Workplace, qtbot: QtBot) -> None:
    # Where there is no screen, nobody gives the window back what the dialog had.
    workplace.activateWindow()
    qtbot.waitUntil(workplace.isActiveWindow)
    QTest.keyClick(workplace.floor.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_collapsed_table_is_mended_and_all_of_it_taken_back_with_one_key(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    meetings = [day.meets("Ada", "Bo", "10:40", "9"), day.meets("Cy", "Di", "11:30", "9")]
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:45")
    before = day.read()
    manager = come_to(workplace, qtbot)

    manager.chooses_of_table("9", "Close table 9…")
    manager.sees_preview().confirms()
    manager.is_told("Table 9 is closed. 2 meetings moved.")
    manager.sees("9", "12:20", Tone.CLOSED)
    assert "9" not in {day.place(each)[1] for each in meetings}
    assert [toast.undo.isVisible() for toast in workplace.frame.toasts.shown] == [True]

    takes_back(workplace, qtbot)
    manager.sees("9", "10:40", Tone.RUNNING)
    assert day.read() == before


def test_an_afternoon_that_starts_late_is_taken_back_with_one_key(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    meeting = day.meets("Ada", "Bo", "11:30", "2")
    day.is_now("10:20")
    before = day.read()
    manager = come_to(workplace, qtbot)

    manager.chooses("Start later or earlier…")
    preview = manager.sees_preview()
    preview.says("From", "11:05")
    preview.says("Minutes later", "20")
    preview.is_told("Bo Of ↔ Ada Of", "11:50, table 2")
    preview.confirms()
    manager.is_told("1 meeting starts 20 min later")
    manager.waits(lambda: manager.sheet.day.slots[2].starts_at == at("11:25"), "the new times")
    manager.sees("2", "11:50", Tone.PLANNED)

    takes_back(workplace, qtbot)
    manager.waits(
        lambda: any(
            each.news.text == "What was to start at 11:25 starts at 11:05 again."
            for each in workplace.frame.toasts.shown
        ),
        "what was taken back",
    )
    assert day.place(meeting) == (at("11:30"), "2")
    assert day.read() == before


def test_a_zone_is_closed_from_a_slot_on_and_reopened(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    Tables(day.journal, StandingMeetings()).set_zone(("8", "9"), "Gallery")
    stays, goes = day.meets("Ada", "Bo", "11:05", "9"), day.meets("Cy", "Di", "11:55", "8")
    day.is_now("10:20")
    manager = come_to(workplace, qtbot)

    manager.chooses_of_table("9", "Close zone Gallery…")
    preview = manager.sees_preview()
    preview.says("From", "11:30")
    assert preview.is_told("Di Of ↔ Cy Of", "11:55").why == "Zone Gallery is closed. Same time"
    preview.confirms()
    manager.is_told("Zone Gallery is closed. 1 meeting moved")
    manager.sees("8", "12:20", Tone.CLOSED)
    assert day.place(stays) == (at("11:05"), "9")
    assert day.place(goes)[1] not in {"8", "9"}

    assert "Reopen table 9" not in [each.words for each in manager.changing.offers()]
    manager.chooses("Reopen zone Gallery")
    manager.is_told("Zone Gallery is open again.")
    manager.sees("8", "12:20", Tone.FREE)


def test_a_zone_whose_tables_were_closed_one_by_one_is_reopened(
    day: RunningDay, workplace: Workplace, qtbot: QtBot
) -> None:
    Tables(day.journal, StandingMeetings()).set_zone(("8", "9"), "Gallery")
    day.is_now("10:20")
    for table in ("8", "9"):
        day.closes(table, "11:05")
    manager = come_to(workplace, qtbot)
    manager.sees("8", "12:20", Tone.CLOSED)

    manager.chooses_of_table("8", "Reopen table 8")
    manager.sees("8", "12:20", Tone.FREE)
    day.closes("8", "11:05")
    manager.sees("8", "12:20", Tone.CLOSED)
    manager.chooses("Reopen zone Gallery")
    manager.sees("8", "12:20", Tone.FREE)
    manager.sees("9", "12:20", Tone.FREE)
