"""Forms are imported in the same steps as lists, and the event says what it asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desks import OpenEvent
from app.journal.undo import undo
from app.outcomes.answers import Answers, Preset
from app.outcomes.outcome import Outcome, Side
from app.outcomes.recording import Recording
from app.outcomes.results import Results
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.building import FIRST_DAY, EventBuilder, MovableClock
from tests.ui.event.robot import EventRobot
from ui.event.importing.list_kind import Of
from ui.event.importing.steps import Step

HEADER = "Meeting number,Time,Table,Whose answer,Took place,What came of it,Interest"
ROWS = (
    "M-A1,,,Host,yes,Joint event,4",
    "M-A1,,,Guest,yes,Romance,5",
    ",2027-03-16 10:40,,,yes,Business lead,3",
    "M-A3,,,,Guest did not come,,",
)


@pytest.fixture
def floor(open_event: OpenEvent, event: EventBuilder, clock: MovableClock) -> Floor:
    """The evening of a day with three meetings, two of them at 10:40."""
    floor = Floor(open_event, event)
    floor.meets("Ada", "Ben", "10:15", "1")
    floor.meets("Ada", "Ben", "10:40", "1")
    floor.meets("Cleo", "Dov", "10:40", "2")
    clock.now = datetime(2027, 3, 16, 18, tzinfo=UTC)
    return floor


@pytest.fixture
def collector(office: EventRobot, floor: Floor) -> EventRobot:
    """Imports outcomes."""
    del floor
    office.of = Of.OUTCOMES
    return office


def said(floor: Floor) -> dict[str, dict[Side, Outcome]]:
    return {
        each.meeting.number: {told.side: told.outcome for told in each.told}
        for each in Results(floor.journal).of_day(FIRST_DAY).results
    }


def test_forms_are_imported_from_end_to_end_and_taken_back(
    collector: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    collector.presses("Import outcomes…")
    file = write_lines(tmp_path / "forms.csv", HEADER, *ROWS)
    collector.page.steps_of(Of.OUTCOMES).choose.chosen.emit(file)
    collector.sees_step(Step.MATCH)
    collector.sees_outlook()

    assert collector.counts() == ["3", "0", "0", "1"]
    several = "Several meetings may be meant: M-A2 Ben Of – Ada Of; M-A3 Dov Of – Cleo Of."
    assert collector.problems() == [
        f"Row 4, meeting number: {several} Write the number of one.",
        "Row 3, what came of it: “Romance” is no kind of outcome. It counts as not said.",
    ]
    assert said(floor)["M-A1"] == {}
    collector.presses("Type it")
    collector.types("M-A2")
    collector.strikes(Qt.Key.Key_Return)
    collector.waits(lambda: collector.counts() == ["4", "0", "0", "0"])
    collector.presses("Check the rows")
    collector.presses("Import 4 rows")
    collector.reads(collector.steps.result, "4 new outcomes, 0 updated, 0 unchanged.")

    assert {side: each.interest for side, each in said(floor)["M-A1"].items()} == {
        Side.HOST: 4,
        Side.GUEST: 5,
    }
    assert said(floor)["M-A2"][Side.TOGETHER].interest == 3
    undo(floor.journal)
    assert said(floor) == {"M-A1": {}, "M-A2": {}, "M-A3": {}}


def test_what_a_desk_said_is_told_and_stands(
    collector: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    (meeting, *_rest) = (each.meeting for each in Results(floor.journal).of_day(FIRST_DAY).results)
    Recording(floor.journal).record(meeting.id, Outcome(interest=2), Side.HOST)

    collector.opens(write_lines(tmp_path / "forms.csv", HEADER, ROWS[0]))

    assert collector.counts() == ["0", "1", "0", "0"]
    told = "The list says “4” of M-A1. What a desk said stands."
    assert [problem.partition(": ")[2] for problem in collector.problems()] == [told]


def test_a_list_that_looks_like_another_kind_is_offered_as_such(
    office: EventRobot, floor: Floor, tmp_path: Path
) -> None:
    del floor
    office.drops(write_lines(tmp_path / "forms.csv", HEADER, ROWS[0]))
    office.sees_step(Step.MATCH)
    office.reads(office.steps.rows, "This looks like a list of outcomes.")
    office.presses("Import outcomes")
    office.of = Of.OUTCOMES
    office.sees_step(Step.MATCH)
    office.sees_outlook()

    assert office.counts() == ["1", "0", "0", "0"]


def test_without_a_column_that_says_which_meeting_there_is_no_way_on(
    collector: EventRobot, tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "forms.csv", "Whom,Interest,Result", "M-A1,4,Joint event")
    collector.page.import_file(file, Of.OUTCOMES)
    collector.sees_step(Step.MATCH)
    collector.reads(collector.outlook, "No column says which meeting it is.")

    assert not collector.may_press("Check the rows")
    collector.opens_column(0)
    assert collector.offers()[0] == "Meeting number"
    collector.takes("Meeting number")
    collector.sees_outlook()
    assert collector.counts()[0] == "1"


def test_the_office_chooses_what_is_asked_for_after_meetings(
    office: EventRobot, open_event: OpenEvent
) -> None:
    card, answers = office.page.overview.outcomes, Answers(open_event.journal)
    office.waits(lambda: card.choice.currentText() == "Kinds and short answers")

    card.choice.setCurrentIndex(2)
    card.choice.activated.emit(2)
    office.is_told("Other answers are asked for.")
    office.reads(card, "Did not take place, insufficient interest")
    assert answers.asked().preset is Preset.PLATFORM

    undo(open_event.journal)
    office.page.overview.refresh()
    office.waits(lambda: card.choice.currentText() == "Kinds and short answers")
