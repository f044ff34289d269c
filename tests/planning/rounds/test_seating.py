"""Who sits with whom in rounds at mixed tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from app.planning.rounds.problem import Guest, NotMixable, Round, RoundsWanted, Seated
from app.planning.rounds.seating import seated

QUICK = 4_000_000
REGIONS, SECTORS = 4, 2


def guests(number: int) -> tuple[Guest, ...]:
    """Make guests of four regions and two sectors, two from each organisation."""
    return tuple(
        Guest(f"Guest {n}", (f"R{n % REGIONS}", f"S{n // 7 % SECTORS}", f"O{n // 2}"))
        for n in range(number)
    )


def wanted(number: int, size: int, rounds: int) -> RoundsWanted:
    return RoundsWanted(guests(number), size, rounds, weights=(3, 2, 20))


def seats(found: Seated, number: int) -> dict[str, int]:
    """Give the table of each guest in a round."""
    return {name: at for at, table in enumerate(found.rounds[number]) for name in table}


def repeats(found: Seated) -> int:
    met = Counter(
        frozenset(pair) for tables in found.rounds for t in tables for pair in combinations(t, 2)
    )
    return sum(times - 1 for times in met.values())


def test_sixty_people_meet_nobody_twice_in_four_rounds_and_no_colleague_at_all() -> None:
    found = seated(wanted(60, 6, 4))
    assert found.repeats == repeats(found) == 0
    assert found.alike[2] == 0
    assert {len(table) for tables in found.rounds for table in tables} == {6}


def test_tables_are_mixed_as_evenly_as_can_be_where_there_is_room() -> None:
    found = seated(wanted(100, 5, 3))
    assert found.repeats == 0
    assert found.alike == found.least_alike


@pytest.mark.parametrize(
    ("people", "size", "rounds"), [(9, 3, 4), (16, 4, 5), (20, 4, 5), (32, 4, 8), (63, 7, 9)]
)
def test_what_no_search_finds_is_laid_out(people: int, size: int, rounds: int) -> None:
    found = seated(RoundsWanted(guests(people), size, rounds), work=0)
    assert repeats(found) == 0


@pytest.mark.parametrize("people", [7, 13, 31, 61])
def test_uneven_numbers_leave_tables_one_apart(people: int) -> None:
    found = seated(wanted(people, 6, 3), work=QUICK)
    for tables in found.rounds:
        sizes = [len(table) for table in tables]
        assert max(sizes) - min(sizes) <= 1
        assert max(sizes) <= 6


def test_where_people_must_meet_again_no_more_do_than_are_proved_necessary() -> None:
    # Four people of a table go to three tables: two of them meet again, in each later round.
    found = seated(RoundsWanted(guests(12), 4, 2), work=QUICK)
    assert found.repeats == found.least_repeats == 3


def test_who_comes_late_finds_a_place_and_nobody_else_moves() -> None:
    order = wanted(30, 6, 4)
    before = seated(order, work=QUICK)
    standing = tuple(Round(seats(before, n), is_firm=True) for n in range(4))
    late = Guest("Late", ("R0", "S0", "O99"), rounds=0b1100)
    found = seated(replace(order, guests=(*order.guests, late), before=standing), work=QUICK)
    for number in range(4):
        at = seats(found, number)
        assert ("Late" in at) == (number >= 2)
        assert {name: table for name, table in at.items() if name != "Late"} == seats(
            before, number
        )
    assert found.changed == 0


def test_whom_a_table_is_short_of_is_made_up_for_with_few_changes() -> None:
    order, before = standing_hall()
    missing = before.rounds[2][0][:5]
    found = seated(without(missing, order, before), work=QUICK)
    assert [seats(found, n) for n in range(2)] == [seats(before, n) for n in range(2)]
    assert [len(table) for table in found.rounds[2]] == [5] * 5
    # One of each other table joins whoever is alone; in the last round a few change as well.
    assert 4 <= found.changed <= 10


def test_a_table_nobody_is_left_at_is_given_up_and_the_others_stay() -> None:
    order, before = standing_hall()
    found = seated(without(before.rounds[2][1], order, before), work=QUICK)
    assert [len(table) for table in found.rounds[2]] == [6, 0, 6, 6, 6]
    assert seats(found, 2).items() <= seats(before, 2).items()


def standing_hall() -> tuple[RoundsWanted, Seated]:
    order = wanted(30, 6, 4)
    return order, seated(order, work=QUICK)


def without(missing: Sequence[str], order: RoundsWanted, before: Seated) -> RoundsWanted:
    """Want the same, two rounds later and without some."""
    return replace(
        order,
        guests=tuple(
            replace(guest, rounds=0b0011) if guest.name in missing else guest
            for guest in order.guests
        ),
        before=tuple(Round(seats(before, n), is_firm=n < 2) for n in range(4)),
    )


def test_the_order_of_guests_is_of_no_matter() -> None:
    order = wanted(26, 5, 3)
    turned = replace(order, guests=order.guests[::-1])
    assert seated(order, work=QUICK) == seated(turned, work=QUICK)


def test_a_search_that_is_stopped_answers_the_best_so_far() -> None:
    told: list[float] = []

    def watch(done: float) -> bool:
        told.append(done)
        return len(told) < 2

    found = seated(wanted(62, 6, 6), watch)
    assert sum(map(len, found.rounds[0])) == 62
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("order", "why"),
    [
        (RoundsWanted(guests(6), 3, 0), "no_round"),
        (RoundsWanted(guests(6), 1, 2), "size"),
        (RoundsWanted((), 6, 2), "nobody"),
        (RoundsWanted((Guest("A"), Guest("A")), 6, 2), "named_twice"),
    ],
)
def test_nonsense_is_refused(order: RoundsWanted, why: str) -> None:
    with pytest.raises(NotMixable) as refused:
        seated(order)
    assert refused.value.why == why


def test_three_people_and_tables_of_six_make_one_table() -> None:
    found = seated(RoundsWanted(guests(3), 6, 2))
    assert [[len(table) for table in tables] for tables in found.rounds] == [[3], [3]]
    assert found.repeats == found.least_repeats == 3
