"""Every paper of the day is on the page: it is drawn, printed, and says what is missing."""

from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.cli.commands_printing import PAPERS
from app.desks import OpenEvent
from app.event.tables import Tables
from app.meetings.standing import StandingMeetings
from app.printers.port import JobState
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.print_service import PrintService
from tests.ui.papers.conftest import Arrives
from tests.ui.papers.robot import PrintRobot

pytestmark = pytest.mark.usefixtures("service")


@pytest.fixture
def robot(open_event: OpenEvent, event: EventBuilder, arrives: Arrives) -> PrintRobot:
    """Somebody who finds a day on which people meet, and one of them came."""
    event.crowd(12)
    floor = Floor(open_event, event)
    floor.who("Ada", organisation="Baltic Photonics", delegation="Baltic")
    floor.meets("Ada", "Ben", "11:05", "7")
    Scanning(open_event.journal).check_in(floor.who("Ada"))
    office = PrintOffice(open_event.journal)
    office.note(office.draw(Wish()))
    return arrives()


def test_every_paper_of_the_command_is_offered(robot: PrintRobot) -> None:
    assert robot.papers == {*PAPERS, "slips", "letters"} - {"test-page"}


def test_each_is_drawn_and_counted(robot: PrintRobot) -> None:
    for title, said, button in (
        ("Delegate schedules", "2 schedules", "Print 2 schedules"),
        ("Certificates", "1 certificate on 1 page", "Print 1 certificate"),
        ("Letters", "14 letters on 14 pages", "Print 14 letters"),
        ("Table cards", "20 cards on 20 pages", "Print 20 cards"),
        ("Meeting slips", "1 slip on 1 page", "Print 1 slip"),
        ("Day matrix", "2 days on 2 pages", "Print day matrix"),
        ("Desk list", "14 delegates on 1 page", "Print desk list"),
        ("Box labels", "1 label on 1 page", "Print 1 label"),
        ("Agenda", "1 agenda on 1 page", "Print agenda"),
        ("Organisation schedules", "1 schedule on 1 page", "Print 1 schedule"),
        ("Booklet", "14 profiles on ", "Print booklet"),
    ):
        robot.chooses(title)
        robot.reads(said)
        robot.may_press(button)


def test_a_sheet_goes_to_the_printer_of_its_kind_and_is_named_in_the_queue(
    robot: PrintRobot, service: PrintService
) -> None:
    robot.chooses("Day matrix")
    robot.narrows("Day", "Tue 16 March")
    robot.reads("1 day on 1 page")
    robot.takes_printer("laser")
    robot.presses("Print day matrix")

    robot.hears("Day matrix on the way to laser.")
    robot.sees_run(JobState.DONE)
    robot.reads("Day matrix, 1 of 1, Office laser, printed")
    assert robot.kept == [("matrix", "laser")]
    assert len(service.everything) == 1


def test_a_list_of_one_delegation_leaves_the_others_out(robot: PrintRobot) -> None:
    robot.chooses("Desk list")
    robot.narrows("Delegation", "Baltic")
    robot.reads("1 delegate on 1 page")

    robot.chooses("Not yet here: 0")

    robot.reads("Nobody is meant by this choice.")


def test_where_there_is_nothing_it_is_said_what_to_do_next(
    event: EventBuilder, arrives: Arrives
) -> None:
    event.delegate("Anna", status="received")
    robot = arrives()
    robot.reads("Nobody is accepted yet. Import delegates, or register them at the Desk.")
    with robot.wants(robot.page.import_wanted):
        robot.presses("Import delegates")

    for title, said in (
        ("Delegate schedules", "Nobody has a meeting then. Plan meetings first, then print."),
        ("Certificates", "Nobody was checked in then. Check delegates in first."),
        ("Meeting slips", "Nobody has a meeting then. Plan meetings first, then print."),
        ("Desk list", "Nobody is accepted yet."),
        ("Box labels", "Print the badges first, then the labels."),
        ("Organisation schedules", "Nobody is accepted yet."),
        ("Booklet", "Nobody is accepted yet"),
    ):
        robot.chooses(title)
        robot.reads(said)
        robot.may_not_press("Save PDF…")


def test_where_there_are_no_tables_the_event_is_set_up_first(
    open_event: OpenEvent, arrives: Arrives
) -> None:
    tables = Tables(open_event.journal, StandingMeetings())
    tables.remove([each.label for each in tables.all()])
    robot = arrives()

    robot.chooses("Table cards")

    robot.reads("There is nothing to show: no tables, or no slots.")
    with robot.wants(robot.page.event_wanted):
        robot.presses("Set up the event")
