"""The hall on the Event page: places to meet, own tables, zones, and what is closed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester

from app.desks import OpenEvent
from app.event.closures import ClosureOrder, Closures, Places
from app.event.deeds import BlockPlanned, TableSet
from app.event.editing import Editing
from app.journal.journal import Changes, Unit
from app.journal.undo import undo
from app.meetings.standing import StandingMeetings
from tests.app.event.conftest import MeetingBuilder
from tests.building import EventBuilder
from tests.ui.event.robot import EventRobot
from ui.event.block_dialog import BlockDialog
from ui.event.close_dialog import CloseDialog
from ui.event.losing_dialog import LosingDialog
from ui.event.owners_dialog import OwnersDialog

ADD_BLOCK = "Add a block on Tue 16 March"
TAKE_BLOCK_OUT = "Take out the block 10:15–12:40 on Tue 16 March"


@pytest.fixture
def meetings(open_event: OpenEvent, event: EventBuilder) -> MeetingBuilder:
    return MeetingBuilder(event)


def wanting(meetings: MeetingBuilder, event: EventBuilder, number: int) -> None:
    """Let one delegate ask for so many others."""
    guest = event.delegate("Ada", "Byron", organisation="Analytic Engines")
    for host in event.crowd(number):
        meetings.request(guest, host)


def test_places_are_counted_and_counted_anew(office: EventRobot) -> None:
    office.reads(office.page.overview.capacity, "10 tables × 12 slots = 120 places")
    office.reads(office.page.overview.capacity, "No requests yet.")

    office.presses("Add tables")

    office.reads(office.page.overview.capacity, "11 tables × 12 slots = 132 places")


def test_enough_to_spare_is_said(
    office: EventRobot, meetings: MeetingBuilder, event: EventBuilder
) -> None:
    wanting(meetings, event, 100)
    office.page.learn(Changes(frozenset({"Request"})))

    office.reads(office.page.overview.capacity, "100 requests")
    office.reads(office.page.overview.capacity, "1.2 places for each meeting wanted")


def test_too_little_to_spare_is_said_with_what_helps(
    office: EventRobot, meetings: MeetingBuilder, event: EventBuilder
) -> None:
    wanting(meetings, event, 115)
    office.page.learn(Changes(frozenset({"Request"})))

    office.reads(office.page.overview.capacity, "1.04 places for each meeting wanted")
    office.reads(
        office.page.overview.capacity, "1 more table gives 1.1 places for each meeting wanted"
    )
    office.presses("Add tables")
    office.reads(office.page.overview.capacity, "1.15 places for each meeting wanted")


def test_too_few_places_are_said(
    office: EventRobot, meetings: MeetingBuilder, event: EventBuilder
) -> None:
    wanting(meetings, event, 125)
    office.page.learn(Changes(frozenset({"Request"})))

    office.reads(office.page.overview.capacity, "5 places too few")
    assert "125 requests of 120" in office.page.overview.capacity.meter.accessibleName()


def test_without_tables_there_is_nothing_to_choose(office: EventRobot) -> None:
    office.chooses_tables(*(str(n) for n in range(1, 11)))
    office.presses("Take out")

    office.reads(office.page.overview.capacity, "Add tables, and there are places.")
    assert not office.page.overview.tables.list.isVisible()


def test_a_block_says_what_it_brings_before_it_is_kept(office: EventRobot) -> None:
    office.presses(ADD_BLOCK)
    dialog = office.asked(BlockDialog)
    dialog.starts.setTime(QTime(14, 0))
    dialog.ends.setTime(QTime(15, 0))

    office.reads(dialog, "2 slots for each table.")
    office.reads(dialog, "10 tables × 14 slots = 140 places")
    dialog.slot.setValue(30)
    dialog.gap.setValue(0)
    office.reads(dialog, "10 tables × 14 slots = 140 places")
    dialog.slot.setValue(15)
    office.reads(dialog, "10 tables × 16 slots = 160 places")
    office.presses("Cancel")


def test_tables_are_closed_for_the_whole_event(office: EventRobot, open_event: OpenEvent) -> None:
    office.chooses_tables("4", "5")
    office.presses("Close…")
    dialog = office.asked(CloseDialog)
    office.reads(dialog, "Tables 4 and 5 are closed: the whole event.")
    office.reads(dialog, "10 tables × 12 slots − 24 closed = 96 places")
    dialog.reason.setText("No light")
    office.presses("Close")

    office.is_told("Tables 4 and 5 are closed.")
    office.reads(office.page.overview.closures, "The whole event · No light")
    office.reads(office.page.overview.capacity, "24 closed")
    assert office.reads_cell("4", 3) == "the whole event"
    assert office.reads_cell("6", 3) == "–"
    undo(open_event.journal)
    office.page.learn(Changes(frozenset({"Closure"})))
    office.reads(office.page.overview.closures, "Every table is open all the time.")


def test_a_table_is_closed_for_a_while(office: EventRobot) -> None:
    office.chooses_tables("4")
    office.presses("Close…")
    dialog = office.asked(CloseDialog)
    dialog.starts.given.setChecked(True)
    dialog.starts.day.setCurrentIndex(1)
    dialog.starts.time.setTime(QTime(11, 0))
    dialog.ends.given.setChecked(True)
    dialog.ends.time.setTime(QTime(12, 0))
    office.reads(dialog, "10 tables × 12 slots − 3 closed = 117 places")
    office.presses("Close")

    office.reads(office.page.overview.closures, "Wed 17 March 11:00–12:00")


def test_a_closure_that_ends_before_it_starts_can_not_be_made(office: EventRobot) -> None:
    office.chooses_tables("4")
    office.presses("Close…")
    dialog = office.asked(CloseDialog)
    dialog.starts.given.setChecked(True)
    dialog.ends.given.setChecked(True)
    dialog.ends.time.setTime(QTime(9, 0))

    office.reads(dialog, "It would end before it starts.")
    assert not dialog.close_them.isEnabled()
    dialog.ends.given.setChecked(False)
    office.reads(dialog, "from Tue 16 March 10:15 on.")
    office.presses("Cancel")


def test_closed_tables_are_reopened_where_they_are_chosen(office: EventRobot) -> None:
    office.chooses_tables("4", "5")
    assert not office.may_press("Reopen")
    office.presses("Close…")
    office.presses("Close")
    office.waits(lambda: office.reads_cell("4", 3) != "–")

    office.chooses_tables("4")
    office.presses("Reopen")

    office.reads(office.page.overview.closures, "Table 5")
    assert office.reads_cell("4", 3) == "–"


def test_what_is_closed_alike_is_reopened_together(
    office: EventRobot, open_event: OpenEvent
) -> None:
    closures = Closures(open_event.journal, StandingMeetings())
    closures.close(ClosureOrder(Places(("4", "5"))))
    office.page.learn(Changes(frozenset({"Closure"})))

    office.presses("Reopen Tables 4 and 5, closed the whole event")

    office.reads(office.page.overview.closures, "Every table is open all the time.")
    office.is_told("Tables 4 and 5 are open again.")


def test_a_zone_is_closed_renamed_and_reopened(office: EventRobot) -> None:
    office.has_in_zone("North", "1", "2")
    office.presses("Close zone North")
    office.presses("Close")
    office.reads(office.page.overview.zones, "2 tables · closed the whole event")
    office.page.overview.zones.text.setText("Gallery")
    office.presses("Rename zone")
    office.reads(office.page.overview.closures, "Zone Gallery")
    assert office.reads_cell("2", 3) == "the whole event"

    office.presses("Reopen zone Gallery")

    office.reads(office.page.overview.closures, "Every table is open all the time.")


def test_two_zones_are_too_far_until_they_are_near_enough(office: EventRobot) -> None:
    office.has_in_zone("North", "1", "2")
    assert not office.may_press("Too far for one changeover")
    office.has_in_zone("South", "3")

    office.presses("Too far for one changeover")
    office.reads(
        office.page.overview.zones,
        "North and South are too far from each other for one changeover.",
    )
    office.presses("North and South are near enough")

    office.is_told("One changeover is enough from North to South.")
    office.waits(lambda: not office.may_press("North and South are near enough"))


def test_a_zone_is_not_far_from_itself(office: EventRobot) -> None:
    office.has_in_zone("North", "1", "2")
    office.has_in_zone("South", "3")

    office.page.overview.zones.other.setCurrentText("North")

    assert not office.may_press("Too far for one changeover")


def test_an_owner_is_looked_up_and_ticked_by_the_keyboard(
    office: EventRobot, event: EventBuilder
) -> None:
    event.delegate("Ada", "Byron", organisation="Analytic Engines")
    event.delegate("Łukasz", "Wójcik", organisation="Silesian Aero Hub")
    office.chooses_tables("4")
    office.presses("Owners…")
    dialog = office.asked(OwnersDialog)
    QAbstractItemModelTester(dialog.model, dialog)
    office.waits(lambda: len(dialog.model.records) == 4)
    for typed in ("lukasz", "analytic"):
        dialog.field.clear()
        dialog.field.setFocus()
        office.types(typed)
        office.strikes(Qt.Key.Key_Down)
        office.strikes(Qt.Key.Key_Space)
    office.reads(dialog, "Only meetings of Łukasz Wójcik and Analytic Engines take place there.")
    office.strikes(Qt.Key.Key_Return, ctrl=True)

    office.is_told("Table 4 has owners now.")
    office.waits(lambda: office.reads_cell("4", 2) == "Analytic Engines, Łukasz Wójcik")
    office.reads(office.page.overview.capacity, "1 own table with 12 places")


def test_a_table_becomes_everybodys_again(office: EventRobot, event: EventBuilder) -> None:
    event.delegate("Ada", "Byron")
    office.chooses_tables("4")
    office.presses("Owners…")
    dialog = office.asked(OwnersDialog)
    office.waits(lambda: len(dialog.model.records) == 1)
    dialog.list.ticked.emit(dialog.model.records[0])
    office.presses("Keep owners")
    office.waits(lambda: office.reads_cell("4", 2) == "Ada Byron")

    office.presses("Owners…")
    office.reads(office.asked(OwnersDialog), "Only meetings of Ada Byron take place there.")
    office.presses("Nobody's own")
    office.presses("Keep owners")

    office.is_told("Table 4 has no owner now.")
    office.waits(lambda: office.reads_cell("4", 2) == "–")


def test_meetings_keep_their_place_unless_somebody_says_otherwise(
    office: EventRobot, meetings: MeetingBuilder, open_event: OpenEvent
) -> None:
    meetings.meeting("4", 0)
    meetings.meeting("5", 1)

    office.presses(TAKE_BLOCK_OUT)
    dialog = office.asked(LosingDialog)
    assert dialog.windowTitle() == "2 meetings would lose the place they have"
    office.presses("Leave it as it is")
    office.waits(lambda: not dialog.isVisible())
    assert office.may_press(TAKE_BLOCK_OUT)
    office.presses(TAKE_BLOCK_OUT)
    office.asked(LosingDialog)
    office.presses("Take block out")

    office.is_told("10:15–12:40 was taken out.")
    office.reads(office.page.overview.days, "No meetings on this day.")


@pytest.mark.parametrize("act", ["Take out", "Close…"])
def test_a_table_with_a_meeting_is_asked_about(
    office: EventRobot, meetings: MeetingBuilder, act: str
) -> None:
    meetings.meeting("4", 0)
    office.chooses_tables("4")

    office.presses(act)
    if act == "Close…":
        office.presses("Close")
    dialog = office.asked(LosingDialog)

    assert dialog.windowTitle() == "1 meeting would lose the place it has"
    office.presses(dialog.go.text())
    office.is_told("Table 4 ")


def test_meetings_that_came_meanwhile_are_not_taken_along(
    office: EventRobot, meetings: MeetingBuilder
) -> None:
    meetings.meeting("4", 0)
    office.presses(TAKE_BLOCK_OUT)
    office.asked(LosingDialog)
    meetings.meeting("5", 0)

    office.presses("Take block out")

    office.waits(lambda: "2 meetings would lose" in office.page.overview.strip.problem())


def test_what_two_desks_set_up_against_each_other_is_shown(
    office: EventRobot, open_event: OpenEvent
) -> None:
    setup = Editing(open_event.journal, StandingMeetings())
    facts = setup.overview()
    block = facts.days[0].blocks[0]
    with open_event.journal.writing(Unit(uuid4())) as pen:
        pen.write(TableSet(uuid4(), "4", "", 11))
        later = (block.starts_at + timedelta(hours=1), block.ends_at)
        pen.write(BlockPlanned(uuid4(), facts.days[0].id, *later, 20, 5))
    office.page.learn(Changes(frozenset({"Table"})))

    office.reads(office.page.overview.capacity, "2 tables are called 4. Rename the last of them.")
    office.reads(
        office.page.overview.capacity,
        "Two blocks overlap: Tue 16 March 10:15–12:40 and Tue 16 March 11:15–12:40.",
    )


def test_a_day_shows_its_own_places(office: EventRobot) -> None:
    office.presses(TAKE_BLOCK_OUT)

    office.reads(office.page.overview.capacity, "10 tables × 0 slots = 0 places")
    office.reads(office.page.overview.capacity, "10 tables × 6 slots = 60 places")
