"""From the page to real printers, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.meetings.deeds import MeetingCancelled
from app.printers.port import JobState
from app.printers.queue import Target
from app.printing.office import PrintOffice
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.wishes import Wish
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.print_service import PrintService, until
from tests.ui.papers.conftest import Arrives
from tests.ui.papers.robot import PrintRobot


@pytest.fixture
def office(open_event: OpenEvent) -> PrintOffice:
    return PrintOffice(open_event.journal)


@pytest.fixture
def robot(event: EventBuilder, arrives: Arrives, service: PrintService) -> PrintRobot:
    """Somebody before three new badges."""
    event.crowd(3)
    robot = arrives()
    robot.may_press("Print 3 badges")
    return robot


def codes(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "arrived.pdf"
    file.write_bytes(pdf)
    return list(codes_in(file))


def test_one_key_prints_and_what_the_printer_took_is_noted(
    robot: PrintRobot, service: PrintService, office: PrintOffice, tmp_path: Path
) -> None:
    robot.takes_printer("laser")
    robot.presses_keys(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    robot.hears("3 badges on the way to laser.")
    robot.sees_run(JobState.DONE)
    robot.reads("Badges, 1 of 1, Office laser, printed", "Not yet printed: 0")
    (arrived,) = service.everything
    assert len(set(codes(arrived, tmp_path))) == 3
    assert office.counts().new == 0
    assert robot.kept == [("badges", "laser")]


def test_a_reprint_says_when_and_where_it_came_out_first(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.DONE)
    robot.chooses("All delegates: 3")

    robot.presses("Print 3 badges")
    robot.reads("came out 10:30 (Desk 1, laser)", "Nothing was printed yet. Print them once more?")
    assert len(service.everything) == 1
    robot.presses("Print once more")

    until(lambda: len(service.everything) == 2)


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)
def test_an_empty_roll_is_said_and_goes_to_another_printer(
    robot: PrintRobot, service: PrintService, office: PrintOffice
) -> None:
    robot.takes_printer("roll")
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.FAILED)
    robot.reads("Roll at Desk 2 is out of paper.", "Put in paper or a new roll, then print again.")
    assert office.counts().new == 3

    robot.moves_run_to("Office laser")

    robot.sees_run(JobState.DONE)
    robot.reads("Office laser, printed", "Not yet printed: 0")


def test_what_failed_prints_again_once_there_is_paper(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.takes_printer("roll")
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.FAILED)
    service.fill()

    robot.presses_starting("Print again")

    robot.sees_run(JobState.DONE)


def test_a_printer_that_stopped_goes_on(robot: PrintRobot, service: PrintService) -> None:
    robot.takes_printer("patient")
    robot.presses("Print 3 badges")
    robot.reads("then press Continue")
    service.fill()

    robot.presses_starting("Continue")

    robot.sees_run(JobState.DONE)


def test_what_is_under_way_can_be_stopped_and_is_not_noted(
    robot: PrintRobot, service: PrintService, office: PrintOffice
) -> None:
    robot.takes_printer("slow")
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.PRINTING)

    robot.presses_starting("Stop: Badges")

    robot.sees_run(JobState.CANCELLED)
    assert office.counts().new == 3


def test_without_a_print_service_the_system_is_asked(
    event: EventBuilder, arrives: Arrives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    event.crowd(3)

    robot = arrives()

    robot.reads("No print service answers here.")
    robot.may_press("Print 3 badges…")


def test_schedules_that_came_out_before_are_asked_about_too(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives, service: PrintService
) -> None:
    Floor(open_event, event).meets("Ada", "Ben", "11:05", "7")
    robot = arrives()
    robot.chooses("Delegate schedules")
    robot.presses("Print 2 schedules")
    robot.sees_run(JobState.DONE)
    robot.chooses("All delegates: 2")

    robot.presses("Print 2 schedules")

    robot.reads("Ada Of came out 10:30 (Desk 1, laser)", "Print them once more?")
    assert len(service.everything) == 1


def test_slips_count_as_told_once_they_came_out(
    open_event: OpenEvent, event: EventBuilder, arrives: Arrives, service: PrintService
) -> None:
    floor = Floor(open_event, event)
    meeting = floor.meets("Ada", "Ben", "11:05", "7")
    schedules = ScheduleOffice(open_event.journal)
    schedules.note(schedules.draw(ScheduleWish()))
    floor.does(MeetingCancelled(meeting))
    robot = arrives()
    robot.chooses("Change slips")
    robot.presses("Print 2 slips")

    robot.sees_run(JobState.DONE)
    robot.reads("Nobody must be told: what everybody carries leads to the right tables.")
    assert len(service.everything) == 1


def test_lists_come_out_as_often_as_they_are_wanted(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.chooses("Desk list")
    robot.presses("Print desk list")
    robot.sees_runs(JobState.DONE)
    robot.presses("Print desk list")
    robot.sees_runs(JobState.DONE, JobState.DONE)

    assert len(service.everything) == 2


def test_without_a_print_service_the_queue_is_shown_as_it_was_known_last(
    robot: PrintRobot, arrives: Arrives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.DONE)
    robot.chooses("Desk list")
    robot.takes_printer("patient")
    robot.presses("Print desk list")
    robot.reads("then press Continue")
    robot.page.hide()
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    later = arrives()

    later.reads("then press Continue", "Badges, 1 of 1", "No print service answers here.")
    later.sees_run(JobState.DONE)


def test_what_anybody_hands_over_is_seen_by_the_one_who_watches_and_shown_here(
    robot: PrintRobot, service: PrintService, office: PrintOffice
) -> None:
    printing = robot.page.printing
    drawn = office.draw(Wish())
    # One look is under way, and cannot know of what is handed over meanwhile.
    printing.look()
    printing.calls.queue().hand_over(drawn, Target("badges", "laser", "a4-4up"))
    printing.look()

    robot.sees_run(JobState.DONE)

    assert robot.page.runs.runs == printing.runs
    robot.reads("Badges, 1 of 1, Office laser, printed", "Not yet printed: 0")


def test_a_question_is_seen_whole_on_a_low_screen_and_leaves_the_focus_on_the_page(
    robot: PrintRobot,
) -> None:
    robot.presses("Print 3 badges")
    robot.sees_run(JobState.DONE)
    robot.page.resize(1_204, 600)
    robot.chooses("All delegates: 3")
    again = robot.page.way.again

    robot.presses("Print 3 badges")

    robot.waits(again.yes.hasFocus, "asked")
    robot.waits(lambda: again.visibleRegion().boundingRect() == again.rect(), "seen whole")
    robot.presses("Leave it")
    assert robot.page.choosing.what.row.hasFocus()
