"""Placing as the relaxation would have it keeps every rule, and comes near the bound."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given, settings

from app.planning.bound import upper_bound
from app.planning.check import broken_rules
from app.planning.dive import Dives
from app.planning.greedy import fill
from app.planning.problem import Meeting, Problem
from app.planning.seats import seat
from app.planning.state import NOWHERE, State
from tests.planning.events import BigEvent
from tests.planning.problems import dice, problems, shuffled


def meetings_of(state: State) -> tuple[Meeting, ...]:
    tables, indexed = seat(state), state.indexed
    return tuple(
        Meeting(slot, indexed.tables[tables[request]].name, indexed.requests[request].name)
        for request, slot in enumerate(state.slot_of)
        if slot != NOWHERE
    )


@settings(max_examples=60, deadline=None)
@given(problem=problems(), rng=dice())
def test_it_keeps_every_rule_and_does_not_mind_the_order(problem: Problem, rng: Random) -> None:
    state, mixed = State.of(problem), State.of(shuffled(rng, problem))

    Dives(state).down()
    Dives(mixed).down()

    assert broken_rules(problem, meetings_of(state)) == ()
    assert mixed.snapshot() == state.snapshot()


def test_it_ends_within_a_hundredth_of_the_bound_where_people_are_free_here_and_there() -> None:
    problem = BigEvent(200, 20, 40, 1_200, free=0.5, spread=0.5).problem()
    dived, filled = State.of(problem), State.of(problem)

    Dives(dived).down()
    fill(filled)

    assert filled.worth < 0.95 * upper_bound(problem)
    assert dived.worth >= 0.99 * upper_bound(problem)


def test_what_is_placed_before_stays() -> None:
    problem = BigEvent(40, 8, 10, 120, free=0.5).problem()
    state = State.of(problem)
    fill(state)
    before = set(state.snapshot())

    Dives(state).down()

    assert before <= set(state.snapshot())


def test_going_down_again_finds_more_and_the_same_each_time() -> None:
    problem = BigEvent(200, 16, 100, 1_200, free=0.35).problem()

    ends = [_twice(problem) for _ in range(2)]

    assert ends[0] == ends[1]
    first, last, meetings = ends[0]
    assert last > first
    assert broken_rules(problem, meetings) == ()


def test_it_ends_when_it_is_told_or_has_enough() -> None:
    state = State.of(BigEvent(120, 12, 60, 700, free=0.35).problem())
    dives = Dives(state)
    dives.down()
    before = state.snapshot()

    assert dives.again(Random(0), 10**9, state.worth, lambda _done: True) == 0
    assert dives.again(Random(0), 10**9, 10**9, lambda _done: False) == 0
    assert state.snapshot() == before


def test_it_tells_of_its_work_in_small_steps_and_ends_where_it_is_told() -> None:
    state = State.of(BigEvent(200, 16, 100, 1_200, free=0.35).problem())
    told: list[int] = []

    def listen(done: int) -> bool:
        told.append(done)
        return True

    everything = Dives(state).down(steps=500, tell=listen)
    for request, _, _ in state.snapshot():
        state.take_out(request)
    some = Dives(state).down(steps=500, tell=lambda done: done < told[3])

    steps = [later - before for before, later in pairwise([*told, everything])]
    assert told[0] == 0
    assert min(steps) >= 0
    assert max(steps) < everything / 10
    assert told[3] <= some < everything / 5


def _twice(problem: Problem) -> tuple[int, int, tuple[Meeting, ...]]:
    state = State.of(problem)
    dives = Dives(state)
    dives.down()
    first = state.worth
    dives.again(Random(0), 150_000_000, upper_bound(problem), lambda _done: True)
    return first, state.worth, meetings_of(state)
