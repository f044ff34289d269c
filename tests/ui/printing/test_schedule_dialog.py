from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.delegates.person import Person, person
from app.delegates.registration import Status
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.meetings.deeds import MeetingCancelled
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder
from tests.ui.printing.conftest import Opens, Shows
from tests.ui.printing.robot import ALT, INTO_FILE, OFFICE_LASER, ON_LASER, PaperRobot
from ui.common.page import Tools
from ui.printing.schedule_dialog import ScheduleDialog


@pytest.fixture
def office(open_event: OpenEvent) -> ScheduleOffice:
    return ScheduleOffice(open_event.journal)


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    """Ada meets Ben at 11:05 on both days."""
    floor = Floor(open_event, event)
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.meets("Ada", "Ben", "11:05", "8", day=17)
    return floor


@pytest.fixture
def ada(floor: Floor) -> Person:
    with floor.journal.reading() as session:
        return person(session, floor.who("Ada"))


@pytest.fixture
def opens(office: ScheduleOffice, ada: Person, tools: Tools, shows: Shows) -> Opens:
    """Opens the dialog for Ada, with the way of the last time."""

    def open_dialog(way: str = "") -> PaperRobot:
        return shows(ScheduleDialog(office, tools, ada), way)

    return open_dialog


def test_the_printer_gets_all_days_and_the_version_is_noted(
    opens: Opens, office: ScheduleOffice, ada: Person
) -> None:
    robot = opens()
    robot.reads("Ada Of", "Schedule on 2 sheets", "Page 1 of 2.")

    robot.presses("Print schedule…")
    robot.answers_system_dialog(prints=True)

    robot.is_closed()
    assert robot.told == ["Schedule of Ada Of, version 1, printed."]
    assert len(set(robot.tray.codes())) == 1
    assert office.standing(ada.id).paper == 1


def test_the_key_that_opened_it_prints_at_once_where_schedules_went_last(opens: Opens) -> None:
    robot = opens(ON_LASER)

    robot.presses_keys(Qt.Key.Key_S, ALT)

    robot.is_closed()
    assert robot.told == [f"Schedule of Ada Of, version 1, printed on {OFFICE_LASER}."]
    assert robot.ways == [ON_LASER]


def test_a_saved_schedule_counts_as_printed_once_somebody_says_so(
    opens: Opens, office: ScheduleOffice, ada: Person, tmp_path: Path
) -> None:
    robot = opens()
    robot.presses("Save PDF…")
    robot.names_file(tmp_path / "ada.pdf")
    robot.reads("Saved in ada.pdf: Schedule of Ada Of, version 1, on 2 sheets. Note it once")
    assert office.standing(ada.id).paper == 0

    robot.presses("Note as printed")

    robot.is_closed()
    assert robot.told == ["Schedule of Ada Of, version 1, noted as printed."]
    assert office.standing(ada.id).paper == 1
    assert len(list(codes_in(tmp_path / "ada.pdf"))) == 2
    assert robot.ways == [INTO_FILE]


def test_one_day_can_be_chosen(opens: Opens, tmp_path: Path) -> None:
    robot = opens(INTO_FILE)
    robot.chooses_in_list("Wed 17 March")
    robot.reads("Schedule on 1 sheet")

    robot.presses_keys(Qt.Key.Key_S, ALT)
    robot.names_file(tmp_path / "ada.pdf")

    robot.reads("Saved in ada.pdf: Schedule of Ada Of, version 1, on 1 sheet.")
    assert len(list(codes_in(tmp_path / "ada.pdf"))) == 1


def test_a_paper_that_holds_is_said_before_it_is_printed_again(
    opens: Opens, office: ScheduleOffice, ada: Person
) -> None:
    office.note(office.draw(ScheduleWish(delegates=(ada.id,))))

    robot = opens()

    robot.reads("Version 1 of 10:30 still holds. Printing it again gives the same version.")


def test_a_paper_that_is_out_of_date_is_said_with_what_comes_now(
    opens: Opens, office: ScheduleOffice, ada: Person, floor: Floor
) -> None:
    office.note(office.draw(ScheduleWish(delegates=(ada.id,))))
    floor.does(MeetingCancelled(floor.meetings()[1].id))

    robot = opens()

    robot.reads("Version 1 of 10:30 is out of date: 1 change. Print version 2")


def test_whoever_closes_prints_nothing(opens: Opens, office: ScheduleOffice, ada: Person) -> None:
    robot = opens()

    robot.presses("Close")

    robot.is_closed()
    assert office.standing(ada.id).paper == 0


def test_who_is_not_accepted_any_more_gets_none(opens: Opens, floor: Floor, ada: Person) -> None:
    Roster(floor.journal, floor.letters).set_status(ada.id, Status.WITHDRAWN, "ill")

    robot = opens()

    robot.reads("Not accepted yet: Ada Of. Accept them, then print.")
    robot.may_not_press("Print schedule…")
