"""What is set up is shown, and changed in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTime

from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.event.editing import Editing
from app.journal.journal import Changes
from app.meetings.standing import StandingMeetings
from tests.app.delegates.lists import ImportList
from tests.building import FIRST_DAY, EventBuilder
from tests.ui.delegates.test_one import raise_doubt
from tests.ui.event.robot import EventRobot
from ui.event.block_dialog import BlockDialog


def facts(open_event: OpenEvent) -> tuple[str, str, str]:
    told = Editing(open_event.journal, StandingMeetings()).overview().facts
    return told.name, told.city, told.zone.key


def test_a_new_event_says_what_to_do_first(office: EventRobot) -> None:
    office.reads(office.page.overview.numbers, "No delegates yet.")

    office.presses("Import delegates")

    office.reads(office.page.importing, "Drop a registration file here, or choose one.")


def test_facts_are_changed_in_place(office: EventRobot, open_event: OpenEvent) -> None:
    office.types_fact("name", "Cluster Matchmaking Days")
    office.types_fact("city", "Kaunas")
    office.presses("Keep changes")
    office.is_told("facts were changed")

    assert facts(open_event) == ("Cluster Matchmaking Days", "Kaunas", "Europe/Vilnius")
    office.waits(lambda: not office.may_press("Keep changes"))


def test_a_time_zone_that_is_none_is_refused_in_place(
    office: EventRobot, open_event: OpenEvent
) -> None:
    office.types_fact("timezone", "Mars/Base")
    office.presses("Keep changes")

    office.waits(lambda: "Mars/Base" in office.page.overview.strip.problem())
    office.presses("Put back")
    assert office.page.overview.facts.fields["timezone"].text() == "Europe/Vilnius"


def test_what_is_being_typed_survives_what_others_write(
    office: EventRobot, event: EventBuilder
) -> None:
    office.types_fact("venue", "Hall")
    event.delegate("Ada", "Byron")
    office.page.learn(Changes(frozenset({"Delegate"})))
    office.reads(office.page.overview.numbers, "accepted")

    assert office.page.overview.facts.fields["venue"].text() == "Hall"


def test_a_day_is_added_and_taken_out(office: EventRobot, open_event: OpenEvent) -> None:
    office.presses("Add day")
    office.reads(office.page.overview.days, "Thu 18 March")
    office.presses("Take Wed 17 March out")
    office.is_told("Wed 17 March was taken out.")

    days = Editing(open_event.journal, StandingMeetings()).overview().facts.days
    assert days == (FIRST_DAY, date(2027, 3, 18))


def test_a_day_on_which_people_came_can_not_be_taken_out(
    office: EventRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    Scanning(open_event.journal).check_in(event.delegate("Ada"))
    office.page.learn(Changes(frozenset({"CheckIn"})))

    office.reads(office.page.overview.days, "1 checked in")
    assert not office.may_press("Take Tue 16 March out")
    assert office.may_press("Take Wed 17 March out")


def test_a_block_is_added_by_its_times(office: EventRobot, open_event: OpenEvent) -> None:
    office.presses("Add a block on Tue 16 March")
    (dialog,) = office.page.findChildren(BlockDialog)
    dialog.starts.setTime(QTime(14, 0))
    dialog.ends.setTime(QTime(15, 0))
    office.presses("Keep block")
    office.reads(office.page.overview.days, "14:00–15:00")

    blocks = Editing(open_event.journal, StandingMeetings()).overview().days[0].blocks
    assert [len(block.slots) for block in blocks] == [6, 2]


def test_a_block_too_short_for_a_meeting_can_not_be_kept(office: EventRobot) -> None:
    office.presses("Change the block 10:15–12:40 on Tue 16 March")
    (dialog,) = office.page.findChildren(BlockDialog)
    dialog.ends.setTime(QTime(10, 20))

    assert not dialog.keep.isEnabled()
    office.presses("Cancel")


def test_a_block_is_taken_out(office: EventRobot, open_event: OpenEvent) -> None:
    office.presses("Take out the block 10:15–12:40 on Tue 16 March")
    office.reads(office.page.overview.days, "No meetings on this day.")

    assert Editing(open_event.journal, StandingMeetings()).overview().days[0].blocks == ()


def test_tables_are_added_named_zoned_and_taken_out(office: EventRobot) -> None:
    office.presses("Add tables")
    office.waits(lambda: len(office.tables()) == 11)
    office.chooses_tables("1")
    office.types_for_tables("Stand A")
    office.presses("Rename")
    office.waits(lambda: ("Stand A", "") in office.tables())
    office.chooses_tables("2", "3")
    office.types_for_tables("North")
    office.presses("Set zone")
    office.waits(lambda: ("3", "North") in office.tables())
    office.chooses_tables("4", "5")
    office.presses("Take out")

    office.waits(lambda: len(office.tables()) == 9)
    assert ("2", "North") in office.tables()


def test_a_label_that_is_taken_is_refused_in_place(office: EventRobot) -> None:
    office.chooses_tables("1")
    office.types_for_tables("2")
    office.presses("Rename")

    office.waits(lambda: "a table 2 already" in office.page.overview.strip.problem())


def test_a_copy_is_asked_of_the_window(office: EventRobot) -> None:
    office.presses("Save a copy…")

    assert office.heard == ["copy"]


def test_two_spellings_are_decided_on(
    office: EventRobot, import_list: ImportList, open_event: OpenEvent
) -> None:
    import_list(
        {"Name": "Ada Byron", "Company": "Oresund Medtech"},
        {"Name": "Ben Nevis", "Company": "Øresund MedTech"},
    )
    office.page.learn(Changes(frozenset({"Doubt"})))
    office.reads(office.page.overview.decide, "one organisation?")

    office.presses("One")

    office.reads(office.page.overview.decide, "Nothing is left to decide.")
    office.is_told("now stands for")


def test_two_of_one_name_are_told_apart(
    office: EventRobot, event: EventBuilder, open_event: OpenEvent
) -> None:
    one = event.delegate("Ada", "Byron", organisation="Engines")
    other = event.delegate("Ada", "Byron", organisation="Poets")

    raise_doubt(open_event, "same_person", one, other, why="name")
    office.page.learn(Changes(frozenset({"Doubt"})))

    office.reads(office.page.overview.decide, "Ada Byron (Engines, ")
    office.reads(office.page.overview.decide, "Ada Byron (Poets, ")


def test_two_organisations_stay_two(office: EventRobot, import_list: ImportList) -> None:
    import_list(
        {"Name": "Ada Byron", "Company": "Oresund Medtech"},
        {"Name": "Ben Nevis", "Company": "Øresund MedTech"},
    )
    office.page.learn(Changes(frozenset({"Doubt"})))

    office.presses("Two")

    office.reads(office.page.overview.decide, "Nothing is left to decide.")
