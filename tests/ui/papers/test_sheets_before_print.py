"""What is printed on, where a sheet begins, and a look at every page before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.places import stocks_folder
from app.printers.port import JobState
from app.printing.own_stocks import export_stock
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.print_service import PrintService
from tests.ui.papers.conftest import Arrives
from tests.ui.papers.robot import PrintRobot

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def robot(event: EventBuilder, arrives: Arrives, service: PrintService) -> PrintRobot:
    """Somebody before 23 new badges."""
    del service
    event.crowd(23)
    robot = arrives()
    robot.reads("23 badges on 6 sheets", "Sheet 1 of 6")
    return robot


def described(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    """Describe A4 cut into four, under another name."""
    file = folder / f"{name}.toml"
    export_stock("a4-4up", file)
    file.write_text(file.read_text().replace(old, new) if old else file.read_text())
    return file


def test_a_described_paper_is_added_and_chosen(robot: PrintRobot, tmp_path: Path) -> None:
    described(tmp_path, "hall-labels")
    robot.presses("Add a paper…")
    robot.names_file(tmp_path / "hall-labels.toml")

    robot.hears("Badges can be printed on “hall-labels” now.")
    robot.reads("hall-labels, A4, 4 on a sheet", "hall-labels. Dashed lines show where to cut.")
    assert robot.kept == [("badges", "hall-labels")]


def test_what_is_wrong_with_a_described_paper_is_said_with_file_and_line(
    robot: PrintRobot, tmp_path: Path
) -> None:
    bad = described(tmp_path, "bad", "[0, 0.25]", "[1, 0.25]")
    robot.presses("Add a paper…")
    robot.names_file(bad)

    robot.reads(f"{bad}, line 8: its labels leave the page.")


def test_a_kept_paper_that_is_no_use_is_named_and_the_others_go_on(
    event: EventBuilder, arrives: Arrives, service: PrintService
) -> None:
    del service
    event.crowd(3)
    arrives().page.hide()
    stocks_folder().mkdir()
    bad = described(stocks_folder(), "bad", "[0, 0.25]", "[1, 0.25]")

    robot = arrives()

    robot.reads(f"Can't be used: {bad}, line 8: its labels leave the page.", "3 badges on 1 sheet")


def test_a_test_page_goes_to_the_printer_of_badges(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.takes_printer("laser")
    robot.presses("Test page")

    robot.hears("Test page on the way to laser.")
    robot.sees_run(JobState.DONE)
    robot.reads("Test page, 1 of 1, Office laser, printed")
    assert len(service.everything) == 1


def test_a_part_used_sheet_begins_at_the_label_that_is_clicked(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.chooses("Labels 90 × 55 mm")
    robot.reads("23 badges on 3 sheets", "of 10")
    robot.clicks_label(9)
    robot.reads("23 badges on 4 sheets")
    assert robot.starts_at == 9

    robot.takes_printer("laser")
    robot.presses("Print 23 badges")

    robot.sees_run(JobState.DONE)
    robot.reads("Badges, 4 of 4, Office laser, printed")
    robot.waits(lambda: robot.starts_at == 1, "a whole sheet")
    assert len(service.everything) == 1


def test_a_schedule_stands_on_the_back_and_the_printer_prints_both_sides(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.narrows("Back", "Schedule on the back")
    robot.reads("23 badges on 6 sheets", "Sheet 1 of 6, page 1 of 2")
    robot.presses("Next page")
    robot.reads("Sheet 1 of 6, page 2 of 2")

    robot.presses("Print 23 badges")

    robot.sees_run(JobState.DONE)
    robot.reads("Badges, 12 of 12")
    (run,) = robot.page.runs.runs
    assert run.options == {"sides": "two-sided-long-edge"}
    assert len(service.everything) == 1


def test_a_badge_to_fold_has_its_back_beside_it_and_needs_two_columns(robot: PrintRobot) -> None:
    robot.narrows("Back", "Schedule beside, to fold")
    robot.reads("23 badges on 12 sheets")
    robot.reads_not("Start at label")

    robot.chooses("A6 single badge")

    robot.reads("Sheets of “a6” can't be folded")
    robot.may_not_press("Print badges")


def test_a_stock_with_one_label_has_no_first_one(robot: PrintRobot) -> None:
    robot.chooses("A6 single badge")

    robot.reads_not("Start at label")


def test_sheets_are_turned_over_by_buttons_and_keys(robot: PrintRobot) -> None:
    robot.may_not_press("Previous page")
    robot.presses("Next page")
    robot.reads("Sheet 2 of 6")
    robot.presses_keys(Qt.Key.Key_PageDown, NONE)
    robot.reads("Sheet 3 of 6")
    robot.looks_at_page()
    for _ in range(3):
        robot.turns(Qt.Key.Key_Right)
    robot.reads("Sheet 6 of 6")
    robot.may_not_press("Next page")
    robot.presses_keys(Qt.Key.Key_PageUp, NONE)

    robot.reads("Sheet 5 of 6")
    robot.may_press("Print 23 badges")


def test_pages_and_people_are_turned_over_one_after_the_other(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives, service: PrintService
) -> None:
    del service
    Floor(open_event, event).meets("Ada", "Ben", "11:05", "7")
    robot = arrives()
    robot.chooses("Table cards")
    robot.chooses("A5 across")
    robot.reads("20 cards on 40 pages", "1 of 20, page 1 of 2")

    robot.presses("Next page")
    robot.reads("1 of 20, page 2 of 2")
    robot.presses("Next page")
    robot.reads("2 of 20, page 1 of 2")
    robot.presses("Previous page")

    robot.reads("1 of 20, page 2 of 2")


def test_a_page_can_be_as_wide_as_there_is_room(robot: PrintRobot) -> None:
    narrow = robot.page_height
    robot.presses("Fit width")
    robot.waits(lambda: robot.page_height > narrow, "a wide page")
    robot.looks_at_page()
    robot.presses("Next page")
    robot.reads("Sheet 2 of 6")
    robot.presses("Fit page")

    robot.waits(lambda: robot.page_height == narrow, "a whole page")


def test_drawing_is_stopped_and_nothing_comes_out(
    robot: PrintRobot, event: EventBuilder, service: PrintService
) -> None:
    event.crowd(200)
    robot.page.arrive()
    robot.reads("223 badges on 56 sheets")

    robot.presses("Print 223 badges")
    robot.presses("Stop")

    robot.may_press("Print 223 badges")
    assert service.everything == []
    assert robot.page.runs.runs == ()
