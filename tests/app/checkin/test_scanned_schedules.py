"""A schedule that is held to the scanner: it opens no door, and tells whether it still holds."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from app.checkin.presence import presence
from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.delegates.roster import Roster
from app.desks import OpenEvent
from app.journal.undo import undo
from app.meetings.deeds import MeetingCancelled
from app.printing.readback import codes_in
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.wishes import ScheduleWish
from tests.app.meetings.asking import Floor
from tests.building import FIRST_DAY, EventBuilder, MovableClock


class Sheets:
    """Prints Ada's schedule, with one meeting, and scans what came out."""

    def __init__(self, event: EventBuilder, folder: Path) -> None:
        self.floor = Floor(event.event, event)
        self.meeting = self.floor.meets("Ada", "Ben", "11:05", "7")
        self.ada = self.floor.who("Ada")
        self._folder = folder

    def printed(self) -> str:
        """Print, and give the letters of the code on the paper."""
        file = self._folder / "schedule.pdf"
        prints = ScheduleOffice(self.floor.journal)
        prints.run(ScheduleWish(delegates=(self.ada,)), file)
        (code,) = codes_in(file)
        return code

    def refusal(self, scan: Scan) -> NotAdmitted:
        with pytest.raises(NotAdmitted) as refused:
            Scanning(self.floor.journal).scan(scan)
        return refused.value

    def reason(self, code: str) -> str:
        return self.refusal(Scan(code, uuid4())).reason


@pytest.fixture
def sheets(event: EventBuilder, tmp_path: Path) -> Sheets:
    return Sheets(event, tmp_path)


def test_a_schedule_that_holds_checks_nobody_in(sheets: Sheets) -> None:
    refused = sheets.refusal(Scan(sheets.printed(), uuid4()))

    assert refused.reason == "schedule"
    assert refused.delegate is not None
    assert refused.delegate.id == sheets.ada
    with sheets.floor.journal.reading() as session:
        assert presence(session, sheets.ada, FIRST_DAY) is None


def test_an_old_schedule_is_known_by_its_code_and_holds_again_after_an_undo(
    sheets: Sheets,
) -> None:
    code = sheets.printed()
    sheets.floor.does(MeetingCancelled(sheets.meeting))

    assert sheets.reason(code) == "old_schedule"
    undo(sheets.floor.journal)
    assert sheets.reason(code) == "schedule"


def test_the_old_sheet_stays_old_when_a_new_one_is_out(sheets: Sheets) -> None:
    old = sheets.printed()
    sheets.floor.meets("Ada", "Cleo", "12:20", "9")
    new = sheets.printed()

    assert (sheets.reason(old), sheets.reason(new)) == ("old_schedule", "schedule")


def test_a_repeat_answers_what_the_first_answered(sheets: Sheets) -> None:
    scan = Scan(sheets.printed(), uuid4())
    first = sheets.refusal(scan)
    sheets.floor.does(MeetingCancelled(sheets.meeting))

    assert sheets.refusal(scan).facts() == first.facts()


def test_the_schedule_of_an_entry_that_was_merged_is_that_of_who_stands_there(
    sheets: Sheets, open_event: OpenEvent
) -> None:
    code = sheets.printed()
    stays = sheets.floor.who("Adah")
    Roster(open_event.journal, open_event.letters).merge(stays, sheets.ada)

    refused = sheets.refusal(Scan(code, uuid4()))

    assert refused.delegate is not None
    assert (refused.reason, refused.delegate.id) == ("schedule", stays)


def test_what_is_over_makes_no_sheet_old(sheets: Sheets, clock: MovableClock) -> None:
    code = sheets.printed()
    sheets.floor.does(MeetingCancelled(sheets.meeting))

    clock.passes(hours=1)

    assert sheets.reason(code) == "schedule"
