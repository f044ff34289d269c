from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from app.printing.slips.office import SlipOffice, slip_office
from app.printing.slips.wishes import SlipWish
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.printing.conftest import Opens, Shows
from tests.ui.printing.robot import ALT, INTO_FILE, OFFICE_LASER, ON_LASER, PaperRobot
from ui.common.page import Tools
from ui.printing.slip_dialog import SlipDialog


@pytest.fixture
def day(
    open_event: OpenEvent, event: EventBuilder, clock: MovableClock, tmp_path: Path
) -> RunningDay:
    """Ada and Ben meet at table 7 and no longer at 9, as their schedules say."""
    day = RunningDay(Floor(open_event, event), clock)
    meeting = day.meets("Ada", "Ben", "11:05", "9")
    ScheduleOffice(day.journal).run(ScheduleWish(), tmp_path / "schedules.pdf")
    day.moves(meeting, "11:05", "7")
    return day


@pytest.fixture
def office(day: RunningDay) -> SlipOffice:
    return slip_office(day.journal)


@pytest.fixture
def opens(office: SlipOffice, day: RunningDay, tools: Tools, shows: Shows) -> Opens:
    """Opens the dialog for some, or for all who must be told, with the way of the last time."""

    def open_dialog(*names: str, way: str = "", at_once: bool = False) -> PaperRobot:
        wish = SlipWish(FIRST_DAY, tuple(map(day.floor.who, names)))
        dialog = SlipDialog(office, tools, wish, ", ".join(names) or "2 delegates")
        robot = shows(dialog, way)
        if at_once:
            dialog.print_at_once()
        return robot

    return open_dialog


def test_one_key_prints_where_slips_went_last(opens: Opens, office: SlipOffice) -> None:
    robot = opens(way=ON_LASER, at_once=True)

    robot.is_closed()
    assert robot.told == [f"2 change slips printed on {OFFICE_LASER}."]
    assert len(set(robot.tray.codes())) == 2
    assert office.to_tell(FIRST_DAY) == ()


def test_where_that_is_not_known_it_is_asked(opens: Opens, office: SlipOffice) -> None:
    robot = opens("Ada", at_once=True)
    robot.reads("Ada", "1 slip")

    robot.presses("Print 1 slip…")
    robot.answers_system_dialog(prints=True)

    robot.is_closed()
    assert robot.told == ["1 change slip printed."]
    assert len(office.to_tell(FIRST_DAY)) == 1


def test_saved_slips_count_once_somebody_says_so(
    opens: Opens, office: SlipOffice, tmp_path: Path
) -> None:
    robot = opens(way=INTO_FILE)
    robot.reads("2 slips", "The first of them.")
    robot.presses_keys(Qt.Key.Key_L, ALT)
    robot.names_file(tmp_path / "slips.pdf")
    robot.reads("Saved in slips.pdf: 2 change slips on 2 sheets. Note it once it is on paper.")
    assert len(list(codes_in(tmp_path / "slips.pdf"))) == 2
    assert len(office.to_tell(FIRST_DAY)) == 2

    robot.presses("Note as printed")

    robot.is_closed()
    assert robot.told == ["2 change slips noted as printed."]
    assert office.to_tell(FIRST_DAY) == ()


def test_another_paper_can_be_chosen(opens: Opens) -> None:
    robot = opens("Ada")
    chosen: list[str] = []
    assert isinstance(robot.dialog, SlipDialog)
    robot.dialog.paper_chosen.connect(chosen.append)

    robot.chooses_in_list("A6")

    robot.reads("1 slip")
    assert (chosen, robot.dialog.asked.wish.paper) == (["a6"], "a6")


def test_for_whom_nothing_has_changed_there_is_none(opens: Opens) -> None:
    robot = opens("Zed")

    robot.reads("Nothing has changed for them since their paper.")
    robot.may_not_press("Print slips…")
