"""Allotting places that more people wish for than there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from app.planning.allotment import Unallottable, Wish, allotted
from app.planning.priced import NOTHING, Priced

CHOICES = ("wind park", "hospital", "dairy")

some_wishes = st.lists(
    st.tuples(st.permutations(CHOICES), st.integers(0, 3)).map(lambda of: tuple(of[0][: of[1]])),
    max_size=6,
)
some_places = st.fixed_dictionaries({choice: st.integers(0, 3) for choice in CHOICES})


def wishes_of(*choices: Sequence[str]) -> tuple[Wish, ...]:
    return tuple(Wish(f"P{n}", tuple(chosen)) for n, chosen in enumerate(choices))


def merit(wishes: Sequence[Wish], places: Mapping[str, str]) -> tuple[tuple[int, ...], ...]:
    """Give what decides between allotments: firsts, seconds, …, then each person in turn."""
    ranks = [
        wish.choices.index(places[wish.person]) if wish.person in places else 9 for wish in wishes
    ]
    return tuple(ranks.count(rank) for rank in range(len(CHOICES))), tuple(-of for of in ranks)


def every_allotment(
    wishes: Sequence[Wish], places: Mapping[str, int]
) -> Iterator[Mapping[str, str]]:
    for chosen in product(*(("", *wish.choices) for wish in wishes)):
        if all(chosen.count(choice) <= places[choice] for choice in CHOICES):
            yield {
                wish.person: choice for wish, choice in zip(wishes, chosen, strict=True) if choice
            }


@given(some_wishes, some_places)
def test_of_all_allotments_it_is_the_best(
    choices: list[tuple[str, ...]], places: dict[str, int]
) -> None:
    wishes = wishes_of(*choices)
    found = allotted(wishes, places)
    best = max(merit(wishes, each) for each in every_allotment(wishes, places))
    assert merit(wishes, found.places) == best
    assert found.by_rank == best[0][: len(found.by_rank)]


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_never_above_the_places_and_nobody_sees_a_better_choice_free(
    seed: int, people: int
) -> None:
    random = Random(seed)
    places = {choice: random.randrange(25) for choice in CHOICES}
    wishes = wishes_of(*(random.sample(CHOICES, random.randint(0, 3)) for _ in range(people)))
    found = allotted(wishes, places)
    taken = list(found.places.values())
    for choice in CHOICES:
        assert taken.count(choice) <= places[choice]
    for wish in wishes:
        got = found.places.get(wish.person)
        better = wish.choices[: wish.choices.index(got)] if got else wish.choices
        assert all(taken.count(choice) == places[choice] for choice in better)


def most(wishes: Sequence[Wish], places: Mapping[str, int]) -> tuple[int, ...]:
    """Give how many firsts, seconds, … there can be, as a solver of assignments finds it."""
    seats = [choice for choice in CHOICES for _ in range(places[choice])]
    worth = np.zeros((len(wishes), len(seats)))
    for row, wish in enumerate(wishes):
        for rank, choice in enumerate(wish.choices):
            columns = [column for column, seat in enumerate(seats) if seat == choice]
            worth[row, columns] = (len(wishes) + 1) ** (len(CHOICES) - rank)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    got = [
        wishes[row].choices.index(seats[column])
        for row, column in zip(rows, columns, strict=True)
        if worth[row, column]
    ]
    return tuple(got.count(rank) for rank in range(len(CHOICES)))


def who_comes_first(wishes: Sequence[Wish], places: Mapping[str, int]) -> Mapping[str, str]:
    """Let everybody choose in turn, which is not what is wanted: it has to be found out."""
    left, got = dict(places), {}
    for wish in wishes:
        for choice in wish.choices:
            if left[choice] and wish.person not in got:
                got[wish.person] = choice
                left[choice] -= 1
    return got


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_another_solver_finds_no_more_first_choices_nor_second_ones(seed: int, people: int) -> None:
    random = Random(seed)
    places = {choice: random.randrange(25) for choice in CHOICES}
    wishes = wishes_of(*(random.sample(CHOICES, random.randint(0, 3)) for _ in range(people)))
    found = allotted(wishes, places)
    assert merit(wishes, found.places)[0] == most(wishes, places)


def test_the_other_solver_finds_out_who_lets_people_choose_in_turn() -> None:
    wishes = wishes_of(["hospital", "dairy"], ["hospital", "dairy"], ["dairy"])
    places = {"wind park": 0, "hospital": 1, "dairy": 1}
    twin = who_comes_first(wishes, places)
    assert merit(wishes, twin)[0] == (1, 1, 0)
    assert most(wishes, places) == (2, 0, 0)
    assert merit(wishes, allotted(wishes, places).places)[0] == (2, 0, 0)


@given(some_wishes, some_places)
def test_what_is_full_costs_so_much_that_nobody_would_rather_have_it(
    choices: list[tuple[str, ...]], places: dict[str, int]
) -> None:
    worth = {
        f"P{n}": {**{choice: 7 ** (3 - rank) for rank, choice in enumerate(of)}, NOTHING: 0}
        for n, of in enumerate(choices)
    }
    hall = Priced({choice: number + 1 for choice, number in places.items()}, worth)
    for person in worth:
        hall.let_in(person)
    for person, of in worth.items():
        assert of[hall.has[person]] - hall.price[hall.has[person]] == max(
            each - hall.price[choice] for choice, each in of.items()
        )
    for choice, number in places.items():
        is_full = list(hall.has.values()).count(choice) == number + 1
        assert hall.price[choice] == 0 or is_full


def test_who_signed_up_first_is_first_among_equals() -> None:
    found = allotted(wishes_of(["dairy"], ["dairy"], ["dairy"]), {"dairy": 2})
    assert found.places == {"P0": "dairy", "P1": "dairy"}


def test_a_first_choice_outweighs_any_number_of_seconds() -> None:
    wishes = wishes_of(["hospital", "dairy"], ["hospital", "dairy"], ["dairy"])
    found = allotted(wishes, {"hospital": 1, "dairy": 1})
    assert found.places == {"P0": "hospital", "P2": "dairy"}
    assert found.by_rank == (2, 0)


def test_three_over_booked_visits_of_a_large_event_are_allotted() -> None:
    random = Random(8)
    wishes = wishes_of(*(random.sample(CHOICES, 3) for _ in range(400)))
    found = allotted(wishes, {"wind park": 40, "hospital": 90, "dairy": 50})
    assert len(found.places) == 180
    # More people name each first than it has places, so all get what they named first.
    assert found.by_rank == (180, 0, 0)


@pytest.mark.parametrize(
    ("wishes", "why"),
    [
        ([Wish("A", ("museum",))], "unknown"),
        ([Wish("A", ("dairy", "dairy"))], "chosen_twice"),
        ([Wish("A", ()), Wish("A", ())], "named_twice"),
    ],
)
def test_nonsense_is_refused(wishes: list[Wish], why: str) -> None:
    with pytest.raises(Unallottable) as refused:
        allotted(wishes, {"dairy": 3})
    assert refused.value.why == why
