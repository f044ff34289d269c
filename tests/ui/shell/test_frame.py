from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.shell.robot import Desk
from ui.shell.frame import kept_place, put_back


def test_a_page_that_comes_is_told_and_so_is_the_window(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.frame.page_changed) as said:
        desk.frame.show_page("event")

    assert said.args == ["event"]
    assert desk.pages["event"].arrived == 1


def test_a_page_that_is_not_there_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.frame.page_changed):
        desk.frame.show_page("floor")

    desk.reads_page("desk")


def test_undo_is_wanted_from_a_field_in_which_nothing_was_typed(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.frame.undo_wanted):
        desk.presses("Ctrl+Z")
    with qtbot.waitSignal(desk.frame.redo_wanted):
        desk.presses("Ctrl+Shift+Z")


def test_a_field_takes_back_what_was_typed_in_it_first(desk: Desk, qtbot: QtBot) -> None:
    desk.types("Jur")

    with qtbot.assertNotEmitted(desk.frame.undo_wanted):
        desk.presses("Ctrl+Z")

    assert desk.pages["desk"].field.text() == ""
    with qtbot.waitSignal(desk.frame.undo_wanted):
        desk.presses("Ctrl+Z")


def test_a_field_that_is_gone_holds_nothing_up(desk: Desk, qtbot: QtBot) -> None:
    passing = QLineEdit(desk.pages["desk"])
    passing.show()
    passing.setFocus()
    delete(passing)
    desk.pages["desk"].field.setFocus()

    with qtbot.waitSignal(desk.frame.undo_wanted):
        desk.presses("Ctrl+Z")


def test_a_window_comes_back_where_it_was(qtbot: QtBot) -> None:
    before, after = QWidget(), QWidget()
    for window in (before, after):
        qtbot.addWidget(window)
    before.setGeometry(40, 50, 700, 500)

    assert put_back(after, kept_place(before))

    assert after.geometry() == before.geometry()


def test_a_place_that_makes_no_sense_is_passed_over(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    assert not put_back(window, "")
    assert not put_back(window, "żółć")
