"""The office changes an event that is set up; each change is one undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.checkin.scanning import Scanning
from app.desks import OpenEvent
from app.errors import DeskError
from app.event.editing import (
    DayInUse,
    DayStands,
    Editing,
    FactsOrder,
    OnlyDay,
    UnknownBlock,
    UnknownDay,
)
from app.event.making import BlockOrder, Cut, EventNotPossible
from app.event.overview import BlockFacts, DayFacts
from app.event.tables import TableLabelTaken, Tables, UnknownTable
from app.journal.deeds import BuiltOn
from app.journal.undo import redo, take_back, undo
from app.journal.units import units_of
from app.meetings.standing import StandingMeetings
from tests.building import FIRST_DAY, SECOND_DAY, EventBuilder

THIRD_DAY = date(2027, 3, 18)
AFTERNOON = BlockOrder(time(14), time(15, 30), FIRST_DAY)
VILNIUS = ZoneInfo("Europe/Vilnius")


@pytest.fixture
def editing(open_event: OpenEvent) -> Editing:
    return Editing(open_event.journal, StandingMeetings())


@pytest.fixture
def tables(open_event: OpenEvent) -> Tables:
    return Tables(open_event.journal, StandingMeetings())


def day_of(editing: Editing, day: date) -> DayFacts:
    (found,) = (each for each in editing.overview().days if each.date == day)
    return found


def block_of(editing: Editing, day: date, at: int = 0) -> BlockFacts:
    return day_of(editing, day).blocks[at]


def hours(block: BlockFacts, zone: ZoneInfo = VILNIUS) -> list[str]:
    ends = (block.starts_at, block.ends_at, *(slot[0] for slot in block.slots))
    return [f"{instant.astimezone(zone):%H:%M}" for instant in ends]


def test_facts_are_changed_and_changed_back(editing: Editing, open_event: OpenEvent) -> None:
    editing.change_facts(FactsOrder(name="  Cluster days 2027 ", city="Kaunas"))
    changed = editing.overview().facts
    undo(open_event.journal)
    back = editing.overview().facts

    assert (changed.name, changed.city, changed.venue) == ("Cluster days 2027", "Kaunas", "")
    assert (back.name, back.city) == ("Cluster days", "")


def test_what_is_so_already_is_not_written_again(editing: Editing, open_event: OpenEvent) -> None:
    before = editing.overview().file.deeds

    editing.change_facts(FactsOrder(name="Cluster days", timezone="Europe/Vilnius"))

    assert editing.overview().file.deeds == before


def test_two_desks_may_change_different_facts(editing: Editing, open_event: OpenEvent) -> None:
    editing.change_facts(FactsOrder(venue="Hall 3"))
    with open_event.journal.reading() as session:
        (venue, _), *_ = units_of(session, open_event.journal.kinds, open_event.journal.author.desk)
    editing.change_facts(FactsOrder(city="Kaunas"))

    take_back(open_event.journal, venue)

    facts = editing.overview().facts
    assert (facts.venue, facts.city) == ("", "Kaunas")


def test_a_fact_changed_again_is_not_taken_back_from_under_it(
    editing: Editing, open_event: OpenEvent
) -> None:
    editing.change_facts(FactsOrder(venue="Hall 3"))
    with open_event.journal.reading() as session:
        (venue, _), *_ = units_of(session, open_event.journal.kinds, open_event.journal.author.desk)
    editing.change_facts(FactsOrder(venue="Hall 4"))

    with pytest.raises(BuiltOn):
        take_back(open_event.journal, venue)


def test_in_another_time_zone_blocks_keep_their_time_of_day(
    editing: Editing, open_event: OpenEvent
) -> None:
    before = hours(block_of(editing, FIRST_DAY))

    editing.change_facts(FactsOrder(timezone="Europe/Berlin"))
    moved = block_of(editing, FIRST_DAY)
    undo(open_event.journal)

    assert hours(moved, ZoneInfo("Europe/Berlin")) == before
    assert hours(moved) != before
    assert hours(block_of(editing, FIRST_DAY)) == before


def test_a_day_is_added_with_the_blocks_of_another(editing: Editing, open_event: OpenEvent) -> None:
    editing.add_day(THIRD_DAY, like=FIRST_DAY)
    added = hours(block_of(editing, THIRD_DAY))
    undo(open_event.journal)
    days = editing.overview().facts.days
    redo(open_event.journal)

    assert added == hours(block_of(editing, FIRST_DAY))
    assert days == (FIRST_DAY, SECOND_DAY)
    assert hours(block_of(editing, THIRD_DAY)) == added


def test_a_day_goes_with_its_blocks_and_comes_back_with_them(
    editing: Editing, open_event: OpenEvent
) -> None:
    before = hours(block_of(editing, SECOND_DAY))

    editing.remove_day(SECOND_DAY)
    left = editing.overview().facts.days
    undo(open_event.journal)

    assert left == (FIRST_DAY,)
    assert hours(block_of(editing, SECOND_DAY)) == before


def test_a_day_on_which_people_came_or_are_expected_stays(
    editing: Editing, event: EventBuilder, open_event: OpenEvent
) -> None:
    Scanning(open_event.journal).check_in(event.delegate("Ada", "Byron"))
    event.delegate("Ben", days=[FIRST_DAY.isoformat()])

    with pytest.raises(DayInUse) as refused:
        editing.remove_day(FIRST_DAY)

    assert refused.value.facts() == {"day": FIRST_DAY, "checked_in": 1, "admitted": 1}


def test_a_block_is_cut_into_slots_and_goes_again(editing: Editing, open_event: OpenEvent) -> None:
    editing.add_block(AFTERNOON, Cut(30, 0))
    added = block_of(editing, FIRST_DAY, 1)
    editing.remove_block(added.id)
    left = day_of(editing, FIRST_DAY).blocks
    undo(open_event.journal)

    assert hours(added) == ["14:00", "15:30", "14:00", "14:30", "15:00"]
    assert len(left) == 1
    assert hours(block_of(editing, FIRST_DAY, 1)) == hours(added)


def test_a_block_is_cut_anew_and_keeps_the_slots_that_stay(
    editing: Editing, open_event: OpenEvent
) -> None:
    block = block_of(editing, FIRST_DAY)
    deeds = editing.overview().file.deeds

    editing.change_block(block.id, BlockOrder(time(10, 15), time(11)), Cut(20, 5))
    shorter = block_of(editing, FIRST_DAY)
    written = editing.overview().file.deeds - deeds
    undo(open_event.journal)

    assert hours(shorter) == ["10:15", "11:00", "10:15", "10:40"]
    assert written == 1 + len(block.slots) - 2
    assert hours(block_of(editing, FIRST_DAY)) == hours(block)


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda e: e.change_facts(FactsOrder(name=" ")), EventNotPossible),
        (lambda e: e.change_facts(FactsOrder(timezone="Mars/Base")), EventNotPossible),
        (lambda e: e.add_day(FIRST_DAY), DayStands),
        (lambda e: e.add_day(THIRD_DAY, like=date(2027, 4, 1)), UnknownDay),
        (lambda e: e.remove_day(THIRD_DAY), UnknownDay),
        (lambda e: e.add_block(BlockOrder(time(9), time(10)), Cut()), UnknownDay),
        (lambda e: e.add_block(BlockOrder(time(12), time(13), FIRST_DAY), Cut()), EventNotPossible),
        (lambda e: e.add_block(BlockOrder(time(15), time(14), FIRST_DAY), Cut()), EventNotPossible),
        (lambda e: e.add_block(AFTERNOON, Cut(0)), EventNotPossible),
        (lambda e: e.add_block(AFTERNOON, Cut(20, -1)), EventNotPossible),
        (lambda e: e.add_block(AFTERNOON, Cut(120)), EventNotPossible),
        (lambda e: e.remove_block(e.overview().days[0].id), UnknownBlock),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(
    editing: Editing, deed: Callable[[Editing], None], refusal: type[DeskError]
) -> None:
    before = editing.overview()

    with pytest.raises(refusal):
        deed(editing)

    assert editing.overview() == before


def test_the_only_day_stays(editing: Editing) -> None:
    editing.remove_day(SECOND_DAY)

    with pytest.raises(OnlyDay):
        editing.remove_day(FIRST_DAY)


def test_tables_are_added_behind_the_others(tables: Tables, open_event: OpenEvent) -> None:
    added = tables.add(2, "Balcony")
    after = tables.all()
    undo(open_event.journal)

    assert added == ("11", "12")
    assert [(table.label, table.zone) for table in after[-2:]] == [
        ("11", "Balcony"),
        ("12", "Balcony"),
    ]
    assert len(tables.all()) == 10


def test_a_table_is_renamed_put_in_a_zone_and_taken_out(
    tables: Tables, open_event: OpenEvent
) -> None:
    tables.rename("3", " Stand  A ")
    tables.set_zone(["Stand A", "4"], "Hall 3")
    tables.remove(["1", "2"])
    after = [(table.label, table.zone) for table in tables.all()[:3]]
    for _ in range(3):
        undo(open_event.journal)

    assert after == [("Stand A", "Hall 3"), ("4", "Hall 3"), ("5", "")]
    assert [table.label for table in tables.all()] == [str(n) for n in range(1, 11)]
    assert {table.zone for table in tables.all()} == {""}


def test_a_table_keeps_its_name_and_zone_without_a_word(tables: Tables) -> None:
    tables.rename("3", "3")
    tables.set_zone(["3"], "")

    assert tables.all()[2].label == "3"


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda t: t.rename("99", "A"), UnknownTable),
        (lambda t: t.rename("1", "2"), TableLabelTaken),
        (lambda t: t.rename("1", "  "), EventNotPossible),
        (lambda t: t.set_zone(["99"], "A"), UnknownTable),
        (lambda t: t.remove(["1", "99"]), UnknownTable),
        (lambda t: t.add(0), EventNotPossible),
        (lambda t: t.add(1_991), EventNotPossible),
    ],
)
def test_what_tables_can_not_be_is_refused(
    tables: Tables, deed: Callable[[Tables], Any], refusal: type[DeskError]
) -> None:
    before = tables.all()

    with pytest.raises(refusal):
        deed(tables)

    assert tables.all() == before


def test_the_overview_counts_who_is_here(
    editing: Editing, event: EventBuilder, open_event: OpenEvent
) -> None:
    scanning = Scanning(open_event.journal)
    ada, ben = event.delegate("Ada"), event.delegate("Ben")
    event.delegate("Cleo", status="received")
    scanning.check_in(ada)
    scanning.check_in(ben)
    scanning.check_out(ben)

    overview = editing.overview()

    assert (overview.delegates, overview.accepted, overview.here_today) == (3, 2, 1)
    assert overview.days[0].checked_in == 2
    assert [(desk.name, desk.letters) for desk in overview.desks] == [("Desk 1", "A")]
    assert overview.file.path == open_event.database.file
    assert overview.file.size > 0
