from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.shell.robot import Desk
from ui.common.look import Look, ThemeName


def test_the_first_page_is_marked_and_the_others_are_not(desk: Desk) -> None:
    desk.reads_page("desk")

    assert not desk.rail("event").chosen


def test_ctrl_and_a_digit_switch_pages_from_inside_a_field(desk: Desk) -> None:
    desk.presses("Ctrl+3")

    desk.reads_page("event")
    assert desk.pages["event"].arrived == 1


def test_a_click_switches_pages(desk: Desk) -> None:
    QTest.mouseClick(desk.rail("delegates"), Qt.MouseButton.LeftButton)

    desk.reads_page("delegates")


def test_space_switches_and_enter_does_not(desk: Desk) -> None:
    entry = desk.rail("delegates")
    entry.setFocus()

    desk.presses("Return")
    desk.reads_page("desk")

    desk.presses("Space")
    desk.reads_page("delegates")


def test_what_waits_is_counted_and_read_out(desk: Desk) -> None:
    desk.frame.rail.set_count("delegates", 7)

    assert desk.rail("delegates").count == 7
    assert desk.rail("delegates").accessibleName() == "Delegates, 7 to look at"

    desk.frame.rail.set_count("delegates", 0)

    assert desk.rail("delegates").accessibleName() == "Delegates"


def test_help_and_theme_are_asked_for(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.frame.rail.help_wanted):
        desk.presses("F1")
    with qtbot.waitSignal(desk.frame.rail.theme_wanted):
        QTest.mouseClick(desk.rail("dark theme"), Qt.MouseButton.LeftButton)


def test_the_theme_s_entry_says_what_a_press_would_bring(desk: Desk, dressed: Look) -> None:
    dressed.wear(ThemeName.DARK)

    assert desk.rail("light theme").isVisible()

    dressed.wear(ThemeName.LIGHT)

    assert desk.rail("dark theme").isVisible()
