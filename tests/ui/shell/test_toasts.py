from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.shell.robot import Desk, put_pointer_on, take_pointer_off
from ui.common.parts import Text


def test_what_a_page_tells_is_shown_and_goes_by_itself(desk: Desk) -> None:
    desk.hears("Badge printed.")

    desk.sees_toasts("Badge printed.")
    desk.sees_toasts()


def test_undo_is_one_press_away(desk: Desk, qtbot: QtBot) -> None:
    toast = desk.hears("Checked in.")

    with qtbot.waitSignal(desk.frame.undo_wanted):
        QTest.mouseClick(toast.undo, Qt.MouseButton.LeftButton)

    desk.sees_toasts()


def test_what_can_t_be_undone_offers_no_undo(desk: Desk) -> None:
    toast = desk.hears("A copy is saved.", undoable=False)

    assert toast.isVisible()
    assert not toast.undo.isVisible()


def test_only_the_last_thing_done_can_be_undone(desk: Desk) -> None:
    first = desk.hears("Checked in.")
    second = desk.hears("Badge printed.")

    assert not first.undo.isVisible()
    assert second.undo.isVisible()


def test_what_is_taken_back_by_a_key_is_said_to_be_done_no_more(desk: Desk, qtbot: QtBot) -> None:
    desk.hears("Checked in.")

    with qtbot.waitSignal(desk.frame.undo_wanted):
        desk.presses("Ctrl+Z")

    desk.sees_toasts()


def test_long_news_are_read_to_the_end(desk: Desk) -> None:
    said = "The meeting of a cluster with a long name and of another one, long too, table 10, 09:25"

    short, long = desk.hears("Moved."), desk.hears(f"{said}, is booked. 2 people to tell.")

    (words,) = long.findChildren(Text)
    assert words.text() == long.news.text
    assert words.heightForWidth(words.width()) <= words.height()
    assert long.height() > short.height()
    assert short.geometry().bottom() < long.y()


def test_there_are_never_more_than_two(desk: Desk) -> None:
    for text in ("One", "Two", "Three"):
        desk.hears(text)

    desk.sees_toasts("Two", "Three")
    older, newer = desk.frame.toasts.shown
    assert newer.y() > older.geometry().bottom()
    assert newer.geometry().bottom() < desk.frame.height()
    assert newer.x() > desk.frame.rail.width()


def test_the_pointer_makes_time_stand_still(desk: Desk) -> None:
    toast = desk.hears("Checked in.")

    put_pointer_on(toast)
    stood_still = toast.waits
    take_pointer_off(toast)

    assert (stood_still, toast.waits) == (True, False)
    desk.sees_toasts()


def test_the_focus_makes_time_stand_still(desk: Desk) -> None:
    toast = desk.hears("Checked in.")

    toast.undo.setFocus()
    stood_still = toast.waits
    desk.pages["desk"].field.setFocus()

    assert (stood_still, toast.waits) == (True, False)


def test_enter_does_not_undo(desk: Desk, qtbot: QtBot) -> None:
    toast = desk.hears("Checked in.")
    toast.undo.setFocus()

    with qtbot.assertNotEmitted(desk.frame.undo_wanted):
        QTest.keyClick(toast.undo, Qt.Key.Key_Return)


def test_toasts_stay_at_the_lower_left(desk: Desk) -> None:
    toast = desk.hears("Checked in.")
    put_pointer_on(toast)

    desk.frame.resize(1440, 900)

    desk.waits(lambda: toast.geometry().bottom() == 900 - 109)


def test_news_leave_the_focus_where_it_was(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    desk.frame.activateWindow()
    desk.waits(desk.frame.isActiveWindow)
    desk.pages["desk"].field.setFocus()

    with qtbot.assertNotEmitted(qapp.focusWindowChanged, wait=50):
        desk.hears("Checked in.")

    assert desk.pages["desk"].field.hasFocus()


def test_news_do_not_take_the_focus_of_what_goes_away(desk: Desk) -> None:
    field = desk.pages["desk"].field
    toast = desk.hears("Merged.")
    field.setFocus()

    field.hide()

    assert not toast.undo.hasFocus()


def test_undo_is_reached_by_tab_and_gives_the_focus_back(desk: Desk) -> None:
    field = desk.pages["desk"].field
    toast = desk.hears("Checked in.")
    field.setFocus()
    desk.presses("Tab")
    assert toast.undo.hasFocus()
    assert toast.waits

    desk.presses("Space")

    desk.sees_toasts()
    assert field.hasFocus()


def test_an_undo_that_no_longer_counts_gives_the_focus_back(desk: Desk) -> None:
    field = desk.pages["desk"].field
    toast = desk.hears("Checked in.")
    field.setFocus()
    desk.presses("Tab")
    assert toast.undo.hasFocus()

    desk.hears("Badge printed.")

    assert field.hasFocus()


def test_the_page_takes_the_focus_if_its_place_is_gone(desk: Desk) -> None:
    page = desk.pages["desk"]
    button = QPushButton("Merge", page)
    button.show()
    toast = desk.hears("Merged.")
    button.setFocus()
    desk.presses("Tab")
    assert toast.undo.hasFocus()
    button.hide()

    desk.presses("Space")

    assert page.field.hasFocus()
