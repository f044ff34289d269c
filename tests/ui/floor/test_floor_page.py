"""The grid of the running day, and what is done in it by keys and by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.floor.states import MeetingState, Missing, Word
from tests.app.floor.running import RunningDay
from tests.building import (
    SECOND_DAY,
)
from tests.ui.floor.floor_robot import FloorRobot
from ui.floor.page import FloorPage
from ui.floor.sheet import Tone

K = Qt.Key


@pytest.fixture
def manager(page: FloorPage, qtbot: QtBot) -> FloorRobot:
    """Somebody who has not come to the page yet."""
    QAbstractItemModelTester(page.grid.model(), page)
    return FloorRobot(page, qtbot)


def test_cells_say_how_it_stands_with_each_meeting(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.comes("Ada", "Bo", "Cleo", "Eva")
    day.meets("Ada", "Bo", "10:40", "1")
    day.meets("Cleo", "Dov", "10:40", "2")
    day.meets("Eva", "Flo", "12:20", "3")
    day.acts.cancel(day.meets("Ada", "Bo", "11:30", "4"))
    day.closes("9", "10:15")
    day.is_now("10:45")

    manager.comes()

    manager.sees("1", "10:40", Tone.RUNNING)
    manager.sees("2", "10:40", Tone.MISSING)
    manager.sees("3", "12:20", Tone.PLANNED)
    manager.sees("4", "11:30", Tone.CANCELLED)
    manager.sees("9", "11:05", Tone.CLOSED)
    manager.sees("5", "11:05", Tone.FREE)
    assert manager.hears("2", "10:40") == "Table 2, slot 2, Dov Of and Cleo Of, one missing: Dov Of"
    assert manager.hears("5", "11:05") == "Table 5, slot 3, free"


def test_what_another_desk_writes_is_seen_at_once(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:45")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "10:40", "1")
    manager.comes()
    manager.sees("1", "10:40", Tone.MISSING)

    day.comes("Bo")
    manager.sees("1", "10:40", Tone.RUNNING)

    day.acts.say(meeting, Word.NO_SHOW, Missing.HOST)
    manager.sees("1", "10:40", Tone.NO_SHOW)


def test_the_clock_alone_ends_a_meeting(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:50")
    day.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "1")
    manager.comes()
    manager.sees("1", "10:40", Tone.RUNNING)

    day.is_now("11:01")

    manager.sees("1", "10:40", Tone.HELD)


def test_a_meeting_is_moved_by_keys_to_the_place_chosen(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:00")
    day.comes("Ada", "Bo", "Cleo")
    meeting = day.meets("Ada", "Bo", "11:05", "3")
    day.acts.lock(day.meets("Cleo", "Ada", "11:30", "4"), locked=True)
    manager.comes()
    manager.goes_to("3", "11:05")

    manager.strikes(K.Key_M)
    assert manager.may_drop("2", "11:05") == "Same time"
    assert manager.may_drop("2", "11:55") == "Both free"
    assert manager.may_not_drop("2", "11:30") == "Ada Of is busy"
    assert manager.hears("2", "11:55") == "Both free: Table 2, slot 5, free"
    manager.strikes(K.Key_Right)
    manager.stands_on("3", "11:55")
    manager.reads(
        "Bo Of is free and here.", "Nothing else moves.", "2 delegates get a change slip."
    )
    manager.strikes(K.Key_Return)

    manager.is_told("Bo Of ↔ Ada Of moved to table 3, 11:55.")
    manager.sees("3", "11:55", Tone.MOVED)
    assert f"{day.place(meeting)[0]:%H:%M}" == "09:55"


def test_a_number_takes_a_best_place(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    meeting = day.meets("Ada", "Bo", "11:05", "3")
    manager.comes()
    manager.goes_to("3", "11:05")

    manager.strikes(K.Key_M, K.Key_1)

    manager.sees("2", "11:05", Tone.MOVED)
    assert day.place(meeting)[1] == "2"


def test_escape_puts_a_meeting_back(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:05", "3")
    manager.comes()
    manager.goes_to("3", "11:05")

    manager.strikes(K.Key_M, K.Key_Down, K.Key_Escape)

    manager.carries_nothing()
    manager.stands_on("3", "11:05")
    manager.sees("3", "11:05", Tone.PLANNED)
    assert manager.told == []


def test_undo_puts_back_what_is_carried_before_it_takes_anything_back(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:05", "3")
    manager.comes()
    manager.goes_to("3", "11:05")
    manager.strikes(K.Key_M, K.Key_Down)

    assert manager.page.take_back()

    manager.carries_nothing()
    assert not manager.page.take_back()


def test_what_starts_soon_is_moved_only_if_somebody_says_so(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:33")
    day.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.goes_to("3", "10:40")

    manager.strikes(K.Key_M, K.Key_1)
    manager.reads("It starts in 7 min")
    assert manager.told == []
    manager.presses("Move anyway")

    manager.sees("2", "10:40", Tone.MOVED)


def test_two_meetings_change_places(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    one = day.meets("Ada", "Bo", "11:05", "3")
    other = day.meets("Cleo", "Dov", "11:55", "6")
    manager.comes()
    manager.goes_to("3", "11:05")

    manager.strikes(K.Key_M)
    assert manager.may_drop("6", "11:55") == "Change places"
    manager.goes_to("6", "11:55")
    manager.reads("Dov Of ↔ Cleo Of goes to table 3, slot 3 · 11:05.")
    manager.strikes(K.Key_Return)

    manager.is_told("changed places")
    assert (day.place(one)[1], day.place(other)[1]) == ("6", "3")


def test_what_runs_can_not_be_picked_up(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:45")
    day.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.goes_to("3", "10:40")

    manager.strikes(K.Key_M)

    manager.carries_nothing()
    manager.reads("The meeting runs, or is over. It stays where it is.")


def test_a_meeting_is_dragged(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    meeting = day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.sees("3", "10:40", Tone.PLANNED)

    manager.drags(("3", "10:40"), ("5", "11:05"))

    manager.sees("5", "11:05", Tone.MOVED)
    assert day.place(meeting)[1] == "5"


def test_a_click_at_the_edge_opens_what_was_under_the_mouse(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:55", "3")
    manager.page.resize(1200, 744)
    manager.comes()
    manager.goes_to("1", "10:15")

    manager.clicks_where_it_is_seen("3", "11:55")

    manager.reads("Table 3, slot 5")


def test_a_meeting_dragged_to_where_it_can_not_go_stays(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "10:40", "3")
    day.meets("Ada", "Cleo", "11:05", "6")
    manager.comes()

    manager.drags(("3", "10:40"), ("5", "11:05"))

    manager.carries_nothing()
    manager.sees("3", "10:40", Tone.PLANNED)
    assert manager.told == []


def test_enter_opens_a_meeting_with_its_people(day: RunningDay, manager: FloorRobot) -> None:
    day.floor.who("Ada", phone="+370 600 11111", organisation="Neris Lasers")
    day.is_now("10:30")
    day.comes("Ada")
    meeting = day.meets("Ada", "Bo", "10:40", "3")
    day.is_now("10:45")
    manager.comes()
    manager.goes_to("3", "10:40")

    manager.strikes(K.Key_Return)
    manager.reads("Table 3, slot 2", "Ada Of", "+370 600 11111", "Here since 10:30", "Late")
    manager.presses("Host did not come")

    manager.sees("3", "10:40", Tone.NO_SHOW)
    manager.is_told("Bo Of did not come.")
    manager.presses("Back to the clock")
    manager.sees("3", "10:40", Tone.MISSING)
    assert day.state(meeting) is MeetingState.LATE


def test_a_meeting_is_called_locked_cancelled_and_restored(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:30")
    day.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.clicks("3", "10:40")

    manager.presses("Call")
    manager.sees("3", "10:40", Tone.CALLED)
    manager.presses("Lock")
    manager.may_press("Unlock")
    assert manager.hears("3", "10:40").endswith("called, locked")
    manager.presses("Cancel meeting")
    manager.sees("3", "10:40", Tone.CANCELLED)
    manager.presses("Restore")
    manager.sees("3", "10:40", Tone.CALLED)


def test_news_take_no_button_from_under_the_hand(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:30")
    day.comes("Ada")
    day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.goes_to("3", "10:40")
    manager.strikes(K.Key_Return)
    manager.has_focus_on("Call")

    day.comes("Bo")

    manager.sees("3", "10:40", Tone.BOTH_HERE)
    manager.stays_on("Call")
    manager.strikes_where_the_focus_is(K.Key_Escape)
    assert manager.page.grid.hasFocus()


def test_a_question_stands_while_others_check_in(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:33")
    day.meets("Ada", "Bo", "10:40", "3")
    manager.comes()
    manager.goes_to("3", "10:40")
    manager.strikes(K.Key_M, K.Key_1)
    manager.reads("It starts in 7 min")

    day.comes("Ada", "Bo")
    manager.sees("3", "10:40", Tone.BOTH_HERE)

    manager.presses("Move anyway")
    manager.sees("3", "11:05", Tone.MOVED)


def test_a_chip_leaves_only_the_tables_it_counts(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.comes("Ada", "Bo", "Cleo")
    day.meets("Ada", "Bo", "10:40", "1")
    day.meets("Cleo", "Dov", "10:40", "7")
    day.is_now("10:45")
    manager.comes()
    manager.sees("7", "10:40", Tone.MISSING)

    manager.presses("Show only 1 one missing")
    assert [row for row in range(10) if not manager.page.grid.isRowHidden(row)] == [6]

    manager.strikes(K.Key_Escape)
    assert not any(manager.page.grid.isRowHidden(row) for row in range(10))


def test_nobody_filters_by_what_there_is_none_of(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.comes("Ada", "Bo")
    day.meets("Ada", "Bo", "10:40", "1")
    day.is_now("10:45")
    manager.comes()
    manager.sees("1", "10:40", Tone.RUNNING)

    chips = manager.page.head.chips
    assert [chip.isEnabled() for chip in chips] == [chip.count > 0 for chip in chips]
    assert {chip.isEnabled() for chip in chips} == {True, False}


def test_a_table_or_somebody_is_found(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:45")
    day.meets("Ada", "Bo", "11:55", "8")
    day.meets("Ada", "Cleo", "12:20", "2")
    manager.comes()

    manager.strikes(K.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    manager.fills("Find a table, an organisation or a person", "ada")
    manager.reads("1 of 2")
    manager.stands_on("8", "11:55")
    manager.fills("Find a table, an organisation or a person", "7")
    manager.stands_on("7", "10:40")
    manager.fills("Find a table, an organisation or a person", "Nobody")
    manager.reads("Nothing here is called “Nobody”.")


def test_home_goes_to_the_slot_that_runs(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("11:10")
    day.meets("Ada", "Bo", "11:55", "8")
    manager.comes()
    manager.goes_to("8", "12:20")

    manager.strikes(K.Key_Home)

    manager.stands_on("8", "11:05")


def test_the_whole_hall_leads_to_a_cell(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:55", "8")
    manager.comes()
    manager.goes_to("8", "11:55")

    manager.presses("Whole hall")
    manager.reads("Whole hall. Table 8, slot 5, Bo Of and Ada Of, planned")
    manager.strikes_in_hall(K.Key_Up, K.Key_Return)

    manager.stands_on("7", "11:55")
    assert manager.page.grid.hasFocus()


def test_two_meetings_at_one_table_are_both_to_be_seen(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:05", "3")
    day.meets("Cleo", "Dov", "11:05", "3")
    manager.comes()

    assert "another meeting has the table as well" in manager.hears("3", "11:05")
    manager.clicks("3", "11:05")
    manager.presses("Show Dov Of ↔ Cleo Of")
    manager.presses("Show Bo Of ↔ Ada Of")


def test_a_long_meeting_takes_several_cells(day: RunningDay, manager: FloorRobot) -> None:
    day.is_now("10:00")
    day.meets("Ada", "Bo", "11:05", "3", length=2)
    manager.comes()
    row, column = manager.cell("3", "11:05")

    assert manager.page.grid.columnSpan(row, column) == 2
    assert manager.hears("3", "11:30").startswith("Table 3, slot 4, Bo Of and Ada Of")


def test_a_day_without_meetings_leads_to_the_event(
    day: RunningDay, manager: FloorRobot, qtbot: QtBot
) -> None:
    manager.comes()

    manager.reads("No plan yet.")
    with qtbot.waitSignal(manager.page.event_wanted):
        manager.presses("Go to Event")


def test_another_day_is_shown_without_a_line_of_the_time(
    day: RunningDay, manager: FloorRobot
) -> None:
    day.is_now("10:45")
    day.floor.meets("Ada", "Bo", "10:40", "1", day=17)
    day.meets("Ada", "Bo", "10:40", "1")
    manager.comes()
    assert manager.page.grid.now_x() is not None

    manager.page.show_day(SECOND_DAY)

    manager.waits(lambda: manager.sheet.day.date == SECOND_DAY, "the second day")
    manager.sees("1", "10:40", Tone.PLANNED)
    assert manager.page.grid.now_x() is None
