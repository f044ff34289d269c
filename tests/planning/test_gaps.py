"""Closing gaps: what it may cost, and that a day only becomes better by it."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest

from app.planning.figures import figures
from app.planning.gaps import close_gaps
from app.planning.greedy import fill
from app.planning.problem import Person, Problem, Request, Slot, Table
from app.planning.seats import seat
from app.planning.state import State
from app.planning.weights import BALANCED
from tests.planning.events import BigEvent

PLENTY = 10**9


def filled(problem: Problem) -> State:
    state = State.of(problem)
    fill(state)
    return state


def cost(state: State) -> float:
    figured = figures(state, seat(state), 0)
    return BALANCED.gaps * figured.idle_gaps + BALANCED.early * figured.lateness


def test_a_day_that_can_be_no_better_costs_no_work() -> None:
    pairs = ("AB", "CD")
    state = filled(
        Problem(
            slots=tuple(Slot(f"s{at}") for at in range(4)),
            people=tuple(Person(name) for name in "ABCD"),
            tables=(Table("t0"), Table("t1")),
            requests=tuple(Request(pair, tuple(pair)) for pair in pairs),
        )
    )

    assert close_gaps(state, Random(0), PLENTY, BALANCED, lambda _done: True) == 0


def test_a_small_day_ends_long_before_its_work_is_over() -> None:
    state = filled(BigEvent(20, 12, 8, 31, blocks=2).problem())
    before = cost(state)

    done = close_gaps(state, Random(0), PLENTY, BALANCED, lambda _done: True)

    assert done < PLENTY / 100
    assert cost(state) < before / 5


@pytest.mark.parametrize("turns", [1, 3, 10, 40, 300])
def test_a_day_is_never_worse_wherever_it_is_stopped(turns: int) -> None:
    state = filled(BigEvent(60, 10, 12, 300, spread=0.6).problem())
    close_gaps(state, Random(0), PLENTY, BALANCED, lambda _done: True)
    before, turn = cost(state), count()

    close_gaps(state, Random(1), PLENTY, BALANCED, lambda _done: next(turn) < turns)

    assert cost(state) <= before
