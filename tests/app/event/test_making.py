from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.delegates.group_deeds import DelegationAdded
from app.desks import OpenEvent
from app.event.deeds import BadgeKeyMade, BlockPlanned, DayPlanned, SlotPlanned, TableSet
from app.event.facts import desk_name, event_facts
from app.event.making import BlockOrder, EventNotPossible, EventOrder, event_deeds
from tests.building import DESK_1, FIRST_DAY, SECOND_DAY

BLOCK = BlockOrder(time(10, 15), time(12, 40))


def order(**but: Any) -> EventOrder:
    whole: dict[str, Any] = {
        "name": "Cluster days",
        "timezone": "Europe/Vilnius",
        "days": (FIRST_DAY, SECOND_DAY),
        "blocks": (BLOCK,),
    }
    return EventOrder(**(whole | but))


def of_kind(kind: type[Any], wish: EventOrder) -> list[Any]:
    return [deed for deed in event_deeds(wish) if isinstance(deed, kind)]


def test_a_block_without_a_day_stands_on_every_day() -> None:
    blocks = of_kind(BlockPlanned, order())

    assert [block.starts_at.date() for block in blocks] == [FIRST_DAY, SECOND_DAY]


def test_a_block_of_one_day_stands_on_that_day_only() -> None:
    (block,) = of_kind(BlockPlanned, order(blocks=(BlockOrder(time(9), time(10), SECOND_DAY),)))

    assert block.starts_at.date() == SECOND_DAY


def test_slots_stand_in_the_events_own_time() -> None:
    first = of_kind(SlotPlanned, order())[0]

    assert first.starts_at == datetime(2027, 3, 16, 8, 15, tzinfo=UTC)


def test_the_last_slot_needs_no_changeover() -> None:
    block = BlockOrder(time(10), time(10, 45))

    slots = of_kind(SlotPlanned, order(days=(FIRST_DAY,), blocks=(block,)))

    assert [slot.starts_at.time() for slot in slots] == [time(10), time(10, 25)]
    assert slots[-1].ends_at.time() == time(10, 45)


@given(minutes=st.integers(5, 600), slot=st.integers(1, 60), gap=st.integers(0, 30))
def test_slots_fill_their_block_and_never_overlap(minutes: int, slot: int, gap: int) -> None:
    starts = datetime(2027, 3, 16, 9, tzinfo=ZoneInfo("Europe/Vilnius"))
    ends = starts + timedelta(minutes=minutes)
    wish = order(
        days=(FIRST_DAY,),
        blocks=(BlockOrder(starts.time(), ends.time()),),
        slot_minutes=slot,
        gap_minutes=gap,
    )
    if slot > minutes:
        with pytest.raises(EventNotPossible):
            event_deeds(wish)
        return

    slots = of_kind(SlotPlanned, wish)

    assert slots[0].starts_at == starts
    assert ends - timedelta(minutes=slot + gap) < slots[-1].ends_at <= ends
    for before, after in pairwise(slots):
        assert after.starts_at - before.ends_at == timedelta(minutes=gap)


def test_days_are_planned_once_and_in_order() -> None:
    days = of_kind(DayPlanned, order(days=(SECOND_DAY, FIRST_DAY, SECOND_DAY)))

    assert [day.date for day in days] == [FIRST_DAY, SECOND_DAY]


def test_tables_are_numbered_from_one() -> None:
    tables = of_kind(TableSet, order(tables=3))

    assert [(table.label, table.place) for table in tables] == [("1", 1), ("2", 2), ("3", 3)]


def test_delegations_come_with_their_colours() -> None:
    (delegation,) = of_kind(DelegationAdded, order(delegations=(("Latvia", "#9E3039"),)))

    assert (delegation.name, delegation.colour) == ("Latvia", "#9E3039")


def test_every_event_has_a_key_of_its_own() -> None:
    keys = {of_kind(BadgeKeyMade, order())[0].master for _ in range(5)}

    assert len(keys) == 5
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)


@pytest.mark.parametrize(
    ("but", "reason"),
    [
        ({"name": " "}, "no_name"),
        ({"days": ()}, "no_day"),
        ({"timezone": "Europe/Nowhere"}, "timezone"),
        ({"timezone": "../etc/passwd"}, "timezone"),
        ({"timezone": ""}, "timezone"),
        ({"tables": -1}, "tables"),
        ({"tables": 2_001}, "tables"),
        ({"slot_minutes": 0}, "slot_minutes"),
        ({"slot_minutes": 481}, "slot_minutes"),
        ({"gap_minutes": -1}, "gap_minutes"),
        ({"blocks": (BlockOrder(time(12), time(10)),)}, "block_order"),
        ({"blocks": (BlockOrder(time(10), time(10)),)}, "block_order"),
        ({"blocks": (BlockOrder(time(9), time(10), date(2027, 3, 18)),)}, "block_day"),
        ({"blocks": (BLOCK, BlockOrder(time(12), time(13), SECOND_DAY))}, "block_overlap"),
        ({"blocks": (BlockOrder(time(9), time(9, 19)),)}, "no_slot"),
    ],
)
def test_what_makes_no_sense_is_refused(but: dict[str, Any], reason: str) -> None:
    with pytest.raises(EventNotPossible) as refused:
        event_deeds(order(**but))

    assert refused.value.reason == reason


def test_an_event_knows_its_facts(open_event: OpenEvent) -> None:
    with open_event.journal.reading() as session:
        facts = event_facts(session)
        name = desk_name(session, DESK_1.desk)

    assert (facts.name, facts.zone.key, facts.days) == (
        "Cluster days",
        "Europe/Vilnius",
        (FIRST_DAY, SECOND_DAY),
    )
    assert name == DESK_1.desk_name


def test_an_unknown_desk_has_no_name(open_event: OpenEvent) -> None:
    with open_event.journal.reading() as session:
        assert desk_name(session, None) == ""


def test_the_day_of_an_instant_is_that_of_the_venue(open_event: OpenEvent) -> None:
    with open_event.journal.reading() as session:
        facts = event_facts(session)

    assert facts.day_of(datetime(2027, 3, 16, 22, 30, tzinfo=UTC)) == SECOND_DAY
