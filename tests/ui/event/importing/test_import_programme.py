"""A programme is imported in the same steps as other lists, and says first what it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desks import OpenEvent
from app.journal.journal import Changes
from app.journal.undo import undo
from app.programme.views import programme_of
from tests.app.delegates.lists import log_length
from tests.app.meetings.asking import Floor
from tests.app.meetings.lists import write_lines
from tests.app.programme.holding import Holding
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.importing.list_kind import Of
from ui.event.importing.steps import Step

HEAD = "ID,Title,Day,Start,End,Room"
TALK = "1,Green talk,2027-03-16,14:00,14:45,Blue"
LUNCH = "2,Lunch,2027-03-16,12:00,13:00,Foyer"
SCHEDULE = """\
<?xml version="1.0"?>
<schedule><day date="2027-03-16"><room name="Blue">
<event guid="a"><start>14:00</start><duration>0:45</duration><title>Green talk</title></event>
<event guid="b"><start>15:00</start><duration></duration><title>No end</title></event>
</room></day></schedule>
"""


@pytest.fixture
def holding(open_event: OpenEvent, event: EventBuilder) -> Holding:
    return Holding(Floor(open_event, event), event)


@pytest.fixture
def planner(office: EventRobot, holding: Holding) -> EventRobot:
    """Imports programmes."""
    del holding
    office.of = Of.PROGRAMME
    return office


def imports(robot: EventRobot, file: Path, words: str) -> None:
    robot.opens(file)
    robot.presses("Check the rows")
    robot.presses(words)
    robot.waits(robot.steps.result.import_another.isVisible)


def test_a_programme_is_imported_from_the_card_of_the_event(
    planner: EventRobot, holding: Holding, tmp_path: Path
) -> None:
    planner.reads(planner.page.overview.programme, "No programme yet.")
    planner.presses("Import programme…")

    imports(planner, write_lines(tmp_path / "programme.csv", HEAD, TALK, LUNCH), "Import 2 rows")

    planner.reads(planner.steps.result, "2 new sessions, 0 updated, 0 unchanged.")
    assert [each.title for each in programme_of(holding.journal).sessions] == [
        "Lunch",
        "Green talk",
    ]
    planner.page.learn(Changes(frozenset({"ProgrammeSession"})))
    planner.page.show_overview()
    planner.reads(planner.page.overview.programme, "2 sessions on 1 day.")


def test_a_programme_that_is_dropped_anew_says_what_changes_and_what_is_gone_before_it_does(
    planner: EventRobot, holding: Holding, tmp_path: Path
) -> None:
    imports(planner, write_lines(tmp_path / "old.csv", HEAD, TALK, LUNCH), "Import 2 rows")
    holding.books("Green talk", "Cy")
    holding.books("Lunch", "Dov")
    deeds = log_length(holding.journal)
    new = write_lines(
        tmp_path / "new.csv", HEAD, TALK.replace("14:00,14:45,Blue", "15:00,15:45,Red")
    )

    planner.opens(new)

    for words in (
        "S-A1 Green talk",
        "Start: 14:00 → 15:00",
        "Room: Blue → Red",
        "1 has to know: Cy Of.",
        "S-A2 Lunch",
        "Tue 16 March, 12:00, Foyer",
        "1 has to know: Dov Of.",
    ):
        planner.reads(planner.steps.compared, words)
    assert planner.steps.compared.cancel.text() == "Cancel this session"
    assert log_length(holding.journal) == deeds


def test_what_is_gone_is_cancelled_only_when_that_is_ticked(
    planner: EventRobot, holding: Holding, tmp_path: Path
) -> None:
    imports(planner, write_lines(tmp_path / "old.csv", HEAD, TALK, LUNCH), "Import 2 rows")
    new = write_lines(tmp_path / "new.csv", HEAD, TALK)
    imports(planner, new, "Import 1 row")
    planner.reads(planner.steps.result, "1 session is not in the file, and took no change.")
    assert not holding.session("Lunch").cancelled

    planner.steps.start_over()
    planner.opens(new)
    planner.steps.compared.cancel.click()
    planner.presses("Check the rows")
    planner.presses("Import 1 row")
    planner.reads(planner.steps.result, "1 session was cancelled, for the file does not have them.")

    assert holding.session("Lunch").cancelled
    undo(holding.journal)
    assert not holding.session("Lunch").cancelled


def test_a_schedule_in_xml_goes_through_the_steps_and_a_missing_end_is_mended_there(
    planner: EventRobot, holding: Holding, tmp_path: Path
) -> None:
    planner.opens(write_lines(tmp_path / "schedule.xml", SCHEDULE))
    planner.sees_step(Step.MATCH)
    assert planner.counts() == ["1", "0", "0", "1"]
    (trouble,) = planner.problems()

    assert "The row says no end" in trouble
    planner.presses("Check the rows")
    planner.presses("Import 1 row")
    planner.reads(planner.steps.result, "1 new session")
    planner.reads(planner.steps.result, "1 row was rejected.")
    assert holding.session("Green talk").room == "Blue"


def test_a_programme_that_is_dropped_where_delegates_are_imported_is_known_for_what_it_is(
    planner: EventRobot, tmp_path: Path
) -> None:
    planner.of = Of.DELEGATES
    planner.drops(write_lines(tmp_path / "programme.csv", HEAD, TALK))
    planner.sees_step(Step.MATCH)

    planner.reads(planner.steps.rows, "This looks like a list of sessions.")
    planner.presses("Import programme")
    planner.of = Of.PROGRAMME
    planner.sees_step(Step.MATCH)
