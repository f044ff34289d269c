"""How many meetings the hall holds, beside how many are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.event.capacity import Capacity, capacity
from app.event.overview import BlockFacts, ClosureFacts, DayFacts, TableFacts
from app.event.owning import Owner, OwnerKind
from app.event.planned import Need

TEN = datetime(2027, 3, 16, 10, tzinfo=UTC)
SLOT = timedelta(minutes=20)
HARZ, ODER = uuid4(), uuid4()


def a_day(slots: int, after: int = 0) -> DayFacts:
    first = TEN + timedelta(days=after)
    times = tuple((first + n * SLOT, first + (n + 1) * SLOT) for n in range(slots))
    block = BlockFacts(uuid4(), first, first + slots * SLOT, 20, 0, times)
    return DayFacts(uuid4(), date(2027, 3, 16) + timedelta(days=after), (block,), 0)


def tables(number: int, zone: str = "") -> list[TableFacts]:
    return [TableFacts(uuid4(), str(n), zone) for n in range(1, number + 1)]


def owned_by(*owners: UUID) -> TableFacts:
    who = tuple(Owner(owner, OwnerKind.ORGANISATION, "Owner") for owner in owners)
    return TableFacts(uuid4(), "Stand", "", who)


def closed(
    table: TableFacts | None = None,
    zone: str = "",
    hours: tuple[datetime | None, datetime | None] = (None, None),
) -> ClosureFacts:
    which, label = (table.id, table.label) if table else (None, "")
    return ClosureFacts(uuid4(), which, label, zone, *hours, reason="")


def wanting(number: int, whose: Iterable[UUID] = (), slots: int = 1) -> list[Need]:
    return [Need(frozenset(whose), slots) for _ in range(number)]


def of(
    slots: int,
    hall: Sequence[TableFacts],
    closures: Sequence[ClosureFacts] = (),
    needs: Sequence[Need] = (),
) -> Capacity:
    return capacity([a_day(slots)], hall, closures, needs)


def test_places_are_tables_times_slots() -> None:
    told = of(16, tables(40), needs=wanting(583))

    assert (told.places, told.wanted, told.spare, told.is_scarce) == (640, 583, 10, False)


def test_each_day_is_told_apart() -> None:
    told = capacity([a_day(6), a_day(4, after=1)], tables(10), [], [])

    assert [(day.slots, day.places) for day in told.days] == [(6, 60), (4, 40)]
    assert (told.slots, told.places) == (10, 100)


def test_nothing_is_spare_of_what_nobody_wants() -> None:
    told = of(6, tables(10))

    assert (told.spare, told.is_scarce) == (None, False)


@pytest.mark.parametrize(
    ("wanted", "scarce", "short"), [(91, False, 0), (96, True, 1), (120, True, 4)]
)
def test_less_than_a_tenth_to_spare_is_scarce(wanted: int, scarce: bool, short: int) -> None:
    told = of(10, tables(10), needs=wanting(wanted))

    assert (told.is_scarce, told.tables_short) == (scarce, short)


def test_as_many_tables_as_are_said_to_be_short_are_enough() -> None:
    few = of(10, tables(10), needs=wanting(120))
    more = of(10, tables(10 + few.tables_short), needs=wanting(120))

    assert few.is_scarce
    assert not more.is_scarce


def test_without_slots_no_table_helps() -> None:
    told = of(0, tables(10), needs=wanting(5))

    assert (told.places, told.spare, told.tables_short) == (0, -100, 0)


def test_a_closed_table_has_no_places_while_it_is_closed() -> None:
    hall = tables(2)
    for_the_event = of(6, hall, [closed(hall[0])])
    for_a_while = of(6, hall, [closed(hall[0], hours=(TEN + SLOT, TEN + 3 * SLOT))])
    from_then_on = of(6, hall, [closed(hall[0], hours=(TEN + 2 * SLOT, None))])

    assert [each.closed for each in (for_the_event, for_a_while, from_then_on)] == [6, 2, 4]
    assert for_a_while.places == 10


def test_a_closure_takes_every_slot_that_it_touches() -> None:
    hall = tables(1)
    inside = closed(hall[0], hours=(TEN + SLOT / 4, TEN + SLOT / 2))
    between = closed(hall[0], hours=(TEN + 2 * SLOT, TEN + 2 * SLOT + SLOT))

    assert of(6, hall, [inside]).closed == 1
    assert of(6, hall, [between]).closed == 1


def test_a_closed_zone_closes_its_tables_and_no_others() -> None:
    hall = [*tables(3, "North"), *tables(2)]

    assert of(6, hall, [closed(zone="North")]).places == 12
    assert of(6, hall, [closed(zone="")]).places == 30


def test_a_table_closed_twice_is_closed_once() -> None:
    hall = tables(1, "North")

    assert of(6, hall, [closed(hall[0]), closed(zone="North")]).closed == 6


def test_own_tables_hold_only_what_is_wanted_of_their_owners() -> None:
    needs = [*wanting(4, {HARZ}), *wanting(50, {ODER})]
    told = of(6, [*tables(10), owned_by(HARZ)], needs=needs)

    assert (told.places, told.own_places, told.at_own, told.usable) == (60, 6, 4, 64)


def test_an_own_table_holds_no_more_than_it_has_places() -> None:
    told = of(6, [owned_by(HARZ)], needs=[*wanting(9, {HARZ}), *wanting(1, {HARZ}, slots=4)])

    assert (told.wanted, told.at_own) == (13, 6)


def test_a_meeting_of_two_owners_is_held_once() -> None:
    told = of(6, [owned_by(HARZ), owned_by(ODER)], needs=wanting(3, {HARZ, ODER}))

    assert told.at_own == 3


def test_a_closed_own_table_holds_nothing() -> None:
    stand = owned_by(HARZ)

    assert of(6, [stand], [closed(stand)], wanting(3, {HARZ})).at_own == 0


@given(
    slots=st.integers(0, 6),
    owners=st.lists(st.sets(st.sampled_from([HARZ, ODER])), max_size=4),
    stretches=st.lists(
        st.tuples(st.integers(0, 3), st.integers(-1, 6), st.integers(0, 7)), max_size=4
    ),
    wanted=st.lists(
        st.tuples(st.sets(st.sampled_from([HARZ, ODER])), st.integers(1, 3)), max_size=8
    ),
)
def test_every_place_is_open_or_closed_and_no_more_is_usable_than_there_is(
    slots: int,
    owners: list[set[UUID]],
    stretches: list[tuple[int, int, int]],
    wanted: list[tuple[set[UUID], int]],
) -> None:
    hall = [owned_by(*each) if each else TableFacts(uuid4(), "T", "") for each in owners]
    closures = [
        closed(hall[at % len(hall)], hours=(TEN + begins * SLOT, TEN + ends * SLOT))
        for at, begins, ends in stretches
        if hall
    ]
    needs = [Need(frozenset(whose), length) for whose, length in wanted]

    told = capacity([a_day(slots)], hall, closures, needs)

    assert told.places + told.closed == told.tables * slots
    assert told.own_places <= told.own_tables * slots
    assert told.at_own <= min(told.own_places, told.wanted)
    fewer = capacity([a_day(slots)], hall, closures[1:], needs)
    assert fewer.places + fewer.own_places >= told.places + told.own_places
