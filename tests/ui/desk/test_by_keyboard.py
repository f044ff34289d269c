"""A desk without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from tests.building import EventBuilder
from tests.ui.desk.robot import DeskRobot

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
MOST_STOPS = 40


@pytest.fixture(autouse=True)
def _in_front(desk: DeskRobot, qtbot: QtBot) -> None:
    """Tab only goes round in the window that has the focus."""
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    desk.page.arrive()


def tabs_to(desk: DeskRobot, words: str) -> None:
    for _stop in range(MOST_STOPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(focused, QAbstractButton) and words in focused.text():
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not come to {words!r}")


def test_a_check_in_is_taken_back_by_the_keyboard_alone(
    event: EventBuilder, desk: DeskRobot
) -> None:
    desk.scans(event.badge_of(event.delegate("Anna")))
    desk.reads("Checked in. Anna", "Not printed yet")

    tabs_to(desk, "Undo check-in")
    desk.presses_keys(Qt.Key.Key_Return, NONE)
    desk.reads("Checked in. Anna")
    desk.presses_keys(Qt.Key.Key_Space, NONE)

    desk.reads("Not here yet. Anna", "The check-in is taken back.")
    desk.waits(lambda: QApplication.focusWidget() is desk.page.field.entry)


def test_what_was_restored_is_taken_back_in_two_steps(
    event: EventBuilder, open_event: OpenEvent, desk: DeskRobot
) -> None:
    anna = event.delegate("Anna")
    Roster(open_event.journal, open_event.letters).set_status(anna, Status.WITHDRAWN)
    desk.scans(event.badge_of(anna))
    desk.reads("Registration cancelled. Anna", "Cancelled: 10:30")

    tabs_to(desk, "Restore and check in")
    desk.presses_keys(Qt.Key.Key_Space, NONE)
    desk.reads("Checked in. Anna", "Not printed yet")
    tabs_to(desk, "Undo check-in")
    desk.presses_keys(Qt.Key.Key_Space, NONE)

    desk.reads("Not here yet. Anna")


@pytest.mark.parametrize(("status", "sounds"), [("accepted", [True]), ("withdrawn", [False, True])])
def test_each_verdict_is_heard_once_also_one_that_a_key_brings(
    event: EventBuilder, desk: DeskRobot, status: str, sounds: list[bool]
) -> None:
    heard: list[bool] = []
    desk.page.decided.connect(heard.append)
    desk.scans(event.badge_of(event.delegate("Anna", status=status)))
    if status == "withdrawn":
        desk.reads("Registration cancelled. Anna")
        desk.presses_keys(Qt.Key.Key_R, ALT)

    desk.reads("Checked in. Anna", "Not printed yet")

    assert heard == sounds
