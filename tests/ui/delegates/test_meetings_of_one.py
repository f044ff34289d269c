"""Stories of one delegate's meetings in the pane."""

from __future__ import annotations

import pytest

from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.event.editing import Editing
from app.meetings.deeds import MeetingCancelled
from app.meetings.standing import StandingMeetings
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder
from tests.ui.delegates.robots import OfficeRobot


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder) -> Floor:
    return Floor(open_event, event)


def test_meetings_of_all_days_are_told_and_of_today_who_is_here(
    office: OfficeRobot, floor: Floor
) -> None:
    floor.who("Ben", organisation="Loire Composites", kind="cluster")
    floor.meets("Ada", "Ben", "10:15", "4", day=17)
    floor.meets("Ada", "Ben", "11:05", "7")
    Scanning(floor.journal).check_in(floor.who("Ben"))
    office.arrives()

    office.opens("Ada Of")

    office.reads("Tue 16 March, 11:05 · table 7")
    office.reads("Loire Composites: Ben Of · B2C · Here since 10:30")
    office.reads("Wed 17 March, 10:15 · table 4")


def test_a_meeting_that_was_cancelled_goes_while_one_looks(
    office: OfficeRobot, floor: Floor
) -> None:
    meeting = floor.meets("Ada", "Ben", "11:05", "7")
    office.arrives()
    office.opens("Ada Of")
    office.reads("11:05 · table 7")

    floor.does(MeetingCancelled(meeting))
    office.hears_that_something_was_written("Meeting")

    office.reads_not("table 7")
    office.reads_not("Meetings")


def test_a_meeting_without_a_slot_says_what_to_do(office: OfficeRobot, floor: Floor) -> None:
    floor.meets("Ada", "Ben", "11:05", "7")
    Editing(floor.journal, StandingMeetings()).remove_day(FIRST_DAY, losing=1)
    office.arrives()

    office.opens("Ada Of")

    office.reads("One without a slot")
    office.reads("Plan meetings again on the Event page.")


def test_whoever_has_no_meetings_has_no_such_section(office: OfficeRobot, floor: Floor) -> None:
    floor.who("Ada")
    office.arrives()

    office.opens("Ada Of")

    office.reads("Check-ins")
    office.reads_not("Meetings")
