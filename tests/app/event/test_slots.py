from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.desks import OpenEvent
from app.event.slots import slot_at, slots_of
from tests.building import FIRST_DAY, SECOND_DAY

# Blocks of 10:15 to 12:40 in Vilnius, which is two hours ahead: six slots a day.
FIRST = datetime(2027, 3, 16, 8, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_slots_are_numbered_anew_each_day(open_event: OpenEvent) -> None:
    slots = slots_of(open_event.journal)

    assert [(slot.day, slot.number) for slot in slots] == [
        (day, number) for day in (FIRST_DAY, SECOND_DAY) for number in range(1, 7)
    ]
    assert slots[0].starts_at == FIRST
    assert slots[0].ends_at == FIRST + 20 * MINUTE
    assert slots[1].starts_at == FIRST + 25 * MINUTE


def test_the_slot_that_runs_is_told_to_its_last_second(open_event: OpenEvent) -> None:
    slots = slots_of(open_event.journal)

    assert slot_at(slots, FIRST, FIRST_DAY) == slots[0]
    assert slot_at(slots, FIRST + 20 * MINUTE - timedelta(seconds=1), FIRST_DAY) == slots[0]


def test_between_slots_and_before_the_first_it_is_the_next(open_event: OpenEvent) -> None:
    slots = slots_of(open_event.journal)

    assert slot_at(slots, FIRST + 20 * MINUTE, FIRST_DAY) == slots[1]
    assert slot_at(slots, FIRST - timedelta(hours=2), FIRST_DAY) == slots[0]


def test_after_the_last_slot_there_is_none_till_the_next_day(open_event: OpenEvent) -> None:
    slots = slots_of(open_event.journal)

    assert slot_at(slots, slots[5].ends_at, FIRST_DAY) is None
    assert slot_at(slots, slots[6].starts_at, SECOND_DAY) == slots[6]
    assert slot_at(slots, FIRST - timedelta(days=1), FIRST_DAY - timedelta(days=1)) is None
