"""Whether a printed schedule still holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.delegates.orders import PersonOrder
from app.delegates.roster import Roster
from app.journal.undo import undo
from app.meetings.deeds import MeetingCancelled, MeetingMoved
from app.printing.schedules.changes import Change
from app.printing.schedules.office import ScheduleOffice
from app.printing.schedules.standing import Schedules
from app.printing.schedules.wishes import ScheduleWish
from tests.app.meetings.asking import Floor, slot, table_of
from tests.building import FIRST_DAY, SECOND_DAY, MovableClock


@pytest.fixture
def ada(floor: Floor) -> UUID:
    """Ada, who meets Ben at 11:05 at table 7 and Cleo at 12:20 at table 9."""
    floor.meets("Ada", "Ben", "11:05", "7")
    floor.meets("Cleo", "Ada", "12:20", "9")
    return floor.who("Ada")


Prints = Callable[..., None]


@pytest.fixture
def printing(ada: UUID, prints: ScheduleOffice, tmp_path: Path) -> Prints:
    """Prints Ada's schedule, of all days or of one."""

    def run(day: date | None = None) -> None:
        prints.run(ScheduleWish(delegates=(ada,), day=day), tmp_path / "schedules.pdf")

    return run


def move(floor: Floor, meeting: UUID, clock: str, table: str) -> None:
    where = floor.hall()
    (was,) = (each for each in floor.meetings() if each.id == meeting)
    assert was.starts_at is not None
    before = next(each.id for each in where.slots if each.starts_at == was.starts_at)
    place = slot(where, clock), table_of(where, table)
    floor.does(MeetingMoved(meeting, *place, before, table_of(where, was.table)))


def meeting_of(floor: Floor, clock: str) -> UUID:
    where = floor.hall()
    starts = next(each.starts_at for each in where.slots if each.id == slot(where, clock))
    return next(each.id for each in floor.meetings() if each.starts_at == starts)


def test_who_has_no_paper_is_not_out_of_date(ada: UUID, schedules: Schedules) -> None:
    told = schedules.standing(ada)

    assert (told.paper, told.printed_at, told.version) == (0, None, 1)
    assert [each.table for each in told.lines] == ["7", "9"]
    assert not told.is_out_of_date


def test_a_sheet_just_printed_holds(
    ada: UUID, printing: Prints, schedules: Schedules, clock: MovableClock
) -> None:
    printing()

    told = schedules.standing(ada)

    assert (told.paper, told.version, told.printed_at) == (1, 1, clock())
    assert not told.is_out_of_date


def test_a_move_makes_the_paper_old_and_its_undo_makes_it_hold_again(
    ada: UUID,
    floor: Floor,
    printing: Prints,
    schedules: Schedules,
    clock: MovableClock,
) -> None:
    printing()
    clock.passes(minutes=5)
    move(floor, meeting_of(floor, "11:05"), "11:05", "3")

    told = schedules.standing(ada)

    (found,) = told.changes
    assert found.change is Change.MOVED
    assert found.was
    assert found.now
    assert (found.was.table, found.now.table) == ("7", "3")
    assert (told.paper, told.version, told.changed_at) == (1, 2, clock())

    undo(floor.journal)
    told = schedules.standing(ada)
    assert (told.paper, told.version, told.changes) == (1, 1, ())


def test_another_partner_says_who_it_was(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    printing()
    floor.does(MeetingCancelled(meeting_of(floor, "11:05")))
    floor.meets("Ada", "Dov", "11:05", "5")

    (found,) = schedules.standing(ada).changes

    assert found.change is Change.NEW_PARTNER
    assert found.was
    assert found.now
    assert [each.name for each in (*found.was.partners, *found.now.partners)] == [
        "Ben Of",
        "Dov Of",
    ]


def test_what_is_over_makes_no_paper_old(
    ada: UUID,
    floor: Floor,
    printing: Prints,
    schedules: Schedules,
    clock: MovableClock,
) -> None:
    printing()
    floor.does(MeetingCancelled(meeting_of(floor, "11:05")))
    assert schedules.standing(ada).is_out_of_date

    clock.now = datetime(2027, 3, 16, 9, 25, tzinfo=UTC)

    assert not schedules.standing(ada).is_out_of_date


def test_a_new_sheet_counts_one_up_and_the_old_one_stays_old(
    ada: UUID, floor: Floor, printing: Prints, prints: ScheduleOffice, schedules: Schedules
) -> None:
    first = prints.draw(ScheduleWish(delegates=(ada,))).deeds[0]
    printing()
    move(floor, meeting_of(floor, "11:05"), "11:05", "3")
    printing()

    assert (schedules.standing(ada).paper, schedules.standing(ada).changes) == (2, ())
    old = schedules.standing(ada, first.schedule)
    assert (old.paper, old.version, len(old.changes)) == (1, 2, 1)


def test_printing_again_what_says_the_same_is_the_same_version(
    ada: UUID, printing: Prints, prints: ScheduleOffice
) -> None:
    printing()
    first = prints.draw(ScheduleWish(delegates=(ada,)))

    again = prints.draw(ScheduleWish(delegates=(ada,)))

    assert again.parts == first.parts
    assert again.parts[0].version == 1


def test_another_spelling_is_a_new_version_that_sends_nobody_elsewhere(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    printing()
    Roster(floor.journal, floor.letters).edit(floor.who("Ben"), PersonOrder(family_name="Off"))

    told = schedules.standing(ada)

    assert (told.version, told.is_out_of_date) == (2, False)


def test_a_partner_known_twice_is_no_change_when_both_entries_become_one(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    printing()
    double = floor.who("Benjamin")
    Roster(floor.journal, floor.letters).merge(double, floor.who("Ben"))

    assert not schedules.standing(ada).is_out_of_date


def test_whoever_was_merged_keeps_the_paper(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    printing()
    stays = floor.who("Adah")
    Roster(floor.journal, floor.letters).merge(stays, ada)

    told = schedules.standing(stays)

    assert (told.paper, told.changes) == (1, ())


def test_a_substitute_is_a_new_partner(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    printing()
    Roster(floor.journal, floor.letters).substitute(floor.who("Ben"), PersonOrder("Bea", "Ng"))

    (found,) = schedules.standing(ada).changes

    assert found.change is Change.NEW_PARTNER
    assert found.was
    assert found.now
    assert found.was.partners[0].name == "Ben Of"
    assert found.now.partners[0].name == "Bea Ng"


def test_a_sheet_of_one_day_says_nothing_of_the_other(
    ada: UUID, floor: Floor, printing: Prints, schedules: Schedules
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7", day=17)
    printing(FIRST_DAY)

    floor.meets("Ada", "Dov", "12:20", "2", day=17)

    told = schedules.standing(ada)
    assert (told.paper, told.version, told.changes, len(told.lines)) == (1, 1, (), 2)


def test_the_paper_of_a_day_is_the_last_one_that_tells_of_it(
    ada: UUID,
    floor: Floor,
    printing: Prints,
    schedules: Schedules,
    clock: MovableClock,
) -> None:
    floor.meets("Ada", "Ben", "11:05", "7", day=17)
    printing()
    printing(SECOND_DAY)

    assert schedules.standing(ada).paper == 1
    clock.passes(days=1)
    assert schedules.standing(ada).paper == 2
