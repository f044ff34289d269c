"""Stories of many delegates who are chosen together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.desks import OpenEvent
from app.journal.undo import undo
from tests.building import EventBuilder
from tests.ui.delegates.robots import OfficeRobot
from ui.delegates.page import DelegatesPage


@pytest.fixture
def three(office: OfficeRobot, event: EventBuilder) -> OfficeRobot:
    event.delegates(("Ada", "A"), ("Ben", "B"))
    event.delegate("Carl", "C", status="waiting")
    office.arrives()
    office.chooses_all()
    return office


def test_the_bar_says_how_many_are_chosen(three: OfficeRobot) -> None:
    three.reads("3 chosen")
    three.reads("3 chosen. The buttons below the table act on all of them.")

    three.opens("Ada A")

    three.reads_not("selected")


def test_badges_of_all_are_asked_of_the_window(three: OfficeRobot) -> None:
    with three.qtbot.waitSignal(three.page.print_wanted) as wanted:
        three.presses("Print 3 badges")

    assert wanted.args is not None
    assert len(set(wanted.args[0])) == 3


def test_many_are_checked_in_after_a_question(three: OfficeRobot, open_event: OpenEvent) -> None:
    three.presses("Check in…")
    three.reads("Check in 3 delegates?")

    three.presses("Check in 3")

    three.is_told("2 delegates checked in. 1 delegate stayed out.")
    three.sees_cell("Ada A", "State", "Here, 10:30")
    three.sees_cell("Carl C", "State", "Waiting list")
    undo(open_event.journal)
    three.hears_that_something_was_written("CheckIn")
    three.sees_cell("Ada A", "State", "Not here yet")
    three.sees_cell("Ben B", "State", "Not here yet")


def test_many_are_decided_on_at_once(three: OfficeRobot) -> None:
    action = next(each for each in three.page.bar.menu.actions() if each.text() == "Accepted")

    action.trigger()

    three.is_told(
        "1 delegate set to “Accepted”. 2 delegates stood there already or found no place."
    )
    three.sees_cell("Carl C", "State", "Not here yet")
    assert three.chosen() == ["Ada A", "Ben B", "Carl C"]


def test_those_who_are_chosen_are_written_to_a_file(three: OfficeRobot, tmp_path: Path) -> None:
    three.exports_to(tmp_path / "some.csv")

    three.is_told("3 delegates written to some.csv.")


def test_the_file_is_asked_for(three: OfficeRobot) -> None:
    three.presses("Export…")

    dialog = three.page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_whoever_is_filtered_out_is_no_longer_chosen(three: OfficeRobot) -> None:
    three.filters("state", "Not here yet")

    three.reads("2 chosen")
    assert three.chosen() == ["Ada A", "Ben B"]


def test_a_page_can_be_left_while_it_reads(office: OfficeRobot, event: EventBuilder) -> None:
    event.crowd(50)
    page: DelegatesPage = office.page
    page.arrive()

    page.close()

    office.qtbot.waitUntil(lambda: page._was_read)


pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard"
)
