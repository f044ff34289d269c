"""Big changes of the day in the window: every consequence is told before, all is one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desks import OpenEvent
from app.floor.manager import FloorManager
from app.floor.states import MeetingState
from app.journal.undo import undo
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import at
from tests.ui.floor.change_robot import ChangeRobot
from ui.common.page import Tools
from ui.delegates.deeds_in_words import in_words
from ui.floor.changes.beside import put_changes
from ui.floor.changes.services import change_services
from ui.floor.page import FloorPage
from ui.floor.sheet import Tone

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)


@pytest.fixture
def manager(
    page: FloorPage, opened: OpenEvent, floor: FloorManager, tools: Tools, qtbot: QtBot
) -> ChangeRobot:
    """Somebody who has not come to the page yet."""
    changing = put_changes(page, change_services(opened, floor, in_words), tools)
    return ChangeRobot(page, changing, qtbot)


def test_table_9_collapses(day: RunningDay, manager: ChangeRobot) -> None:
    running = day.meets("Ada", "Bo", "10:40", "9")
    later = day.meets("Cy", "Di", "11:30", "9")
    day.comes("Ada", "Bo", "Cy", "Di")
    day.is_now("10:45")
    before = day.read()
    manager.comes()

    manager.chooses_of_table("9", "Close table 9…")
    preview = manager.sees_preview()
    preview.reads("2 meetings move, 4 people must be told.")
    told = preview.is_told("Bo Of ↔ Ada Of", "10:40, table")
    assert (told.was, told.told) == ("10:40, table 9", 2)
    assert told.why == "Table 9 is closed. Same time"
    assert day.read() == before
    preview.types("Why", "It collapsed")
    preview.confirms()

    manager.is_told("Table 9 is closed. 2 meetings moved.")
    manager.sees_no_preview()
    manager.sees("9", "12:20", Tone.CLOSED)
    assert "9" not in {day.place(each)[1] for each in (running, later)}
    undo(day.journal)
    manager.sees("9", "10:40", Tone.RUNNING)
    assert day.read() == before


def test_the_afternoon_starts_20_minutes_late(day: RunningDay, manager: ChangeRobot) -> None:
    first, last = day.meets("Ada", "Bo", "11:05", "1"), day.meets("Cy", "Di", "12:20", "2")
    lost = day.meets("Ed", "Flo", "11:55", "3")
    day.floor.is_elsewhere("Ed", "12:10", "13:00")
    day.comes("Ada", "Bo", "Cy", "Di", "Ed", "Flo")
    day.is_now("10:20")
    before = day.read()
    preview = manager.asks("Start later or earlier…")
    preview.says("From", "11:05")
    preview.says("Minutes later", "20")
    preview.reads("2 meetings start 20 min later, 1 moves, 2 people must be told.")
    told = preview.is_told("Di Of ↔ Cy Of", "12:40, table 2")
    assert told.told_words == "Announce it"
    preview.is_told("Flo Of ↔ Ed Of", "table")
    preview.confirms()

    manager.is_told("2 meetings start 20 min later, 1 moved.")
    assert [day.place(each)[0] for each in (first, last)] == [at("11:25"), at("12:40")]
    assert day.place(lost)[0] < at("12:10")
    undo(day.journal)
    assert day.read() == before


def test_what_is_proposed_is_exchanged_cancelled_or_left_open(
    day: RunningDay, manager: ChangeRobot
) -> None:
    moved = day.meets("Ada", "Bo", "11:05", "9")
    cancelled = day.meets("Cy", "Di", "11:30", "9")
    left = day.meets("Ed", "Flo", "11:55", "9")
    day.is_now("10:20")
    manager.comes()
    manager.right_clicks("9", "Close table 9…")
    preview = manager.sees_preview()
    preview.reads("3 meetings move, 6 people must be told.")

    preview.answers("Ada", "12:20, table")
    preview.is_told("Ada", "12:20, table")
    preview.answers("Cy", "Cancel the meeting")
    preview.is_told("Cy", "Is cancelled")
    preview.answers("Ed", "Leave open")
    preview.is_told("Ed", "Left open")
    words = "1 meeting moves, 1 loses its place, 1 is cancelled, 6 people must be told."
    preview.reads(words)
    preview.confirms()

    manager.is_told("1 meeting moved, 1 lost its place, 1 is cancelled")
    assert day.place(moved)[0] == at("12:20")
    assert day.state(cancelled) is MeetingState.CANCELLED
    assert day.place(left) == (at("11:55"), "9")


def test_minutes_typed_at_once_take_the_place_of_those_that_stand_there(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "11:30", "9")
    day.is_now("10:20")
    preview = manager.asks("Start later or earlier…")

    preview.types_minutes("20")

    preview.reads("1 meeting starts 20 min later")
    manager.gives_up(preview)


def test_a_delay_beyond_the_end_of_the_day_is_told_before_with_the_new_end(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "12:20", "9")
    day.is_now("10:20")
    preview = manager.asks("Start later or earlier…")

    preview.says("Minutes later", "480")
    preview.reads("The last meeting ends at 20:40 then, 8 h 00 after the day was to end at 12:40.")
    preview.says("What", "Only the rest of that block")
    preview.reads("ends at 20:40 then, 8 h 00 after this block was to end at 12:40.")

    preview.says("Minutes later", "-5")
    preview.reads("1 meeting starts 5 min earlier")
    preview.reads_not("The last meeting ends")
    manager.gives_up(preview)


def test_a_delay_that_makes_no_sense_is_refused_in_words(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "11:30", "9")
    day.is_now("10:20")
    before = day.read()
    preview = manager.asks("Start later or earlier…")

    preview.says("Minutes later", "0")
    preview.reads("0 minutes change nothing.")
    preview.can_not_confirm()
    preview.says("Minutes later", "900")
    preview.reads("on another day. Choose another time. Nothing was changed.")
    preview.can_not_confirm()
    day.is_now("10:41")
    preview.says("Minutes later", "20")
    preview.reads("Slot 2 has begun. Choose a later one.")
    manager.gives_up(preview)
    assert day.read() == before


def test_a_closure_that_makes_no_sense_is_refused_in_words(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "11:30", "9")
    day.is_now("10:20")
    before = day.read()
    preview = manager.asks("Close tables or a zone…")
    preview.reads("Say which tables, by their labels in the grid.")
    preview.types("Tables", "9, 99")
    preview.reads("There is no table 99 here. Look at the labels in the grid.")
    preview.can_not_confirm()
    preview.types("Tables", "9")
    preview.says("From", "12:20")
    preview.says("Until", "11:50")
    preview.reads("It would end before it starts. Choose a later end.")
    day.is_now("11:51")
    preview.types("Tables", "9,8")
    preview.reads("That slot is over. Choose a later one.")
    preview.can_not_confirm()
    assert day.read() == before


def test_a_table_where_nothing_is_any_more_is_closed_and_reopened(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "10:15", "9")
    day.is_now("10:45")
    manager.comes()

    manager.chooses_of_table("9", "Close table 9…")
    preview = manager.sees_preview()
    preview.reads("Nothing is at this table any more today. It is closed at once.")
    preview.confirms()
    manager.is_told("Table 9 is closed.")
    manager.sees("9", "11:05", Tone.CLOSED)

    manager.chooses_of_table("9", "Reopen table 9")
    manager.is_told("Table 9 is open again.")
    manager.sees("9", "11:05", Tone.FREE)


def test_a_day_that_changes_meanwhile_is_worked_out_again(
    day: RunningDay, manager: ChangeRobot
) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:20")
    manager.comes()
    manager.chooses_of_table("9", "Close table 9…")
    preview = manager.sees_preview()
    table = preview.is_told("Ada", "11:05, table").becomes.split()[-1]

    other = day.meets("Cy", "Di", "11:05", table)
    preview.reads("The day has changed meanwhile")
    preview.can_not_confirm()
    assert day.place(meeting)[1] == "9"
    preview.presses("Work it out again")
    preview.reads_not("The day has changed meanwhile")
    preview.confirms()

    manager.is_told("Table 9 is closed. 1 meeting moved")
    assert day.place(other) == (at("11:05"), table)
    assert day.place(meeting)[1] not in {"9", table}


def test_somebody_who_checks_in_meanwhile_leaves_the_preview_as_it_is(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "11:05", "9")
    day.meets("Cy", "Di", "11:05", "1")
    day.is_now("10:20")
    manager.comes()
    manager.chooses_of_table("9", "Close table 9…")
    preview = manager.sees_preview()
    preview.is_told("Ada", "11:05, table")

    day.comes("Cy")
    manager.waits(lambda: "Cy" in str(manager.sheet.day.people), "Cy")
    preview.confirms()

    manager.is_told("Table 9 is closed. 1 meeting moved")


def test_all_meetings_of_somebody_who_leaves_are_looked_at_at_once(
    day: RunningDay, manager: ChangeRobot
) -> None:
    day.meets("Ada", "Bo", "11:05", "1")
    day.meets("Ada", "Cy", "11:30", "1")
    day.asks("Bo", "Cy")
    day.comes("Ada", "Bo", "Cy")
    day.is_now("10:50")
    manager.comes()

    manager.clicks("1", "11:05")
    manager.presses("Ada Of leaves for today")
    preview = manager.sees_preview()
    preview.is_told("Bo Of ↔ Ada Of", "Does not take place")
    assert preview.is_told("Cy Of ↔ Bo Of", "table").number == "New"
    preview.reads("2 meetings are cancelled, 1 is new, 2 people must be told.")
    preview.confirms()

    manager.is_told("Ada Of left for today.")
    manager.sees("1", "11:05", Tone.CANCELLED)
    assert not day.read().people[day.floor.who("Ada")].is_here(day.clock.now)


def test_who_leaves_is_said_by_name(day: RunningDay, manager: ChangeRobot) -> None:
    day.meets("Ada", "Bo", "11:05", "1")
    day.is_now("10:50")
    preview = manager.asks("Somebody leaves for today…")

    preview.reads("Say who leaves.")
    preview.types("Who leaves", "nobody")
    preview.reads("No one of this day is called “nobody”.")
    preview.types("Who leaves", "of")
    preview.reads("“of” may be 2 people.")
    preview.types("Who leaves", "ada")
    preview.is_told("Bo Of ↔ Ada Of", "Does not take place")


def test_a_block_ends_early_and_the_whole_day_is_repaired(
    day: RunningDay, manager: ChangeRobot
) -> None:
    last = day.meets("Ada", "Bo", "12:20", "1")
    day.is_now("10:20")
    preview = manager.asks("Repair the day…")
    preview.reads("Every meeting has its place, and nobody waits for one. Nothing to repair.")
    preview.can_not_confirm()
    manager.gives_up(preview)

    manager.chooses("End a block early…")
    preview = manager.sees_preview()
    preview.says("Ends with", "Slot 5")
    assert preview.is_told("Ada", "table").why.startswith("Its slot is taken out")
    preview.confirms()
    manager.is_told("The block ends at 12:15. 1 meeting moved")
    assert day.place(last)[0] < at("12:15")


def test_the_history_of_a_meeting_and_of_a_table_is_told(
    day: RunningDay, manager: ChangeRobot
) -> None:
    meeting = day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:20")
    day.moves(meeting, "11:30", "8")
    day.acts.cancel(meeting)
    day.closes("9", "11:55")
    manager.comes()

    manager.goes_to("8", "11:30")
    manager.strikes(Qt.Key.Key_Return)
    manager.presses("History")
    told = manager.reads_history()
    assert told[:2] == [
        "Meeting cancelled",
        "Meeting moved, from 11:05, table 9 to 11:30, table 8",
    ]

    manager.chooses_of_table("9", "History of table 9")
    number = day.meeting(meeting).number
    told = manager.reads_history()
    assert told[0] == "Table closed, from 11:55"
    assert told[1] == (
        f"{number}, Bo Of ↔ Ada Of: Meeting moved, from 11:05, table 9 to 11:30, table 8"
    )
