"""Laws of planning, held against a small exact solver that says every rule as it is defined."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.planning.bound import QUICK, upper_bound
from app.planning.check import broken_rules, refuse_contradictions
from app.planning.planner import plan
from app.planning.problem import Problem
from tests.planning.exact import NoPlan, best_plan, worth_of
from tests.planning.problems import (
    dice,
    problems,
    random_meetings,
    shuffled,
    small_problem,
)

SOME, MORE = 20_000, 300_000
sound = settings(max_examples=120, deadline=None)


@sound
@given(problem=problems(), rng=dice())
def test_what_the_exact_solver_refuses_the_check_finds_and_nothing_else(
    problem: Problem, rng: Random
) -> None:
    open_problem = replace(problem, locked=())
    meetings = random_meetings(rng, problem)

    try:
        best_plan(replace(open_problem, locked=meetings))
        possible = True
    except NoPlan:
        possible = False

    assert possible == (broken_rules(open_problem, meetings) == ())


@sound
@given(problem=problems())
def test_the_best_plan_breaks_no_rule_and_is_not_above_the_bound(problem: Problem) -> None:
    refuse_contradictions(problem)
    best = best_plan(problem)

    assert broken_rules(problem, best) == ()
    for work in (0, QUICK // 20):
        bound = upper_bound(problem, work)
        assert worth_of(problem, best) <= bound <= worth_of_all(problem)


@sound
@given(problem=problems(), rng=dice())
def test_the_bound_is_the_same_in_any_order(problem: Problem, rng: Random) -> None:
    mixed = shuffled(rng, problem)

    assert upper_bound(mixed, QUICK // 100) == upper_bound(problem, QUICK // 100)


@sound
@given(problem=problems(), seed=st.integers(0, 3))
def test_a_plan_keeps_every_rule_and_stays_within_its_bound(problem: Problem, seed: int) -> None:
    planned = plan(problem, seed=seed, work=SOME)

    placed = {meeting.request for meeting in planned.meetings}
    asked = tuple(
        replace(request, after=request.after & placed)
        for request in problem.requests
        if request.name in placed
    )
    as_it_is = replace(problem, requests=asked, locked=planned.meetings)
    assert broken_rules(problem, planned.meetings) == ()
    assert best_plan(as_it_is) == planned.meetings, "the exact solver finds a rule broken"
    assert worth_of(problem, planned.meetings) == planned.figures.worth <= planned.figures.bound
    assert placed.isdisjoint(each.request for each in planned.unplaced)
    assert len(placed) + len(planned.unplaced) == len(problem.requests)


@sound
@given(problem=problems(), rng=dice())
def test_a_plan_is_the_same_in_any_order(problem: Problem, rng: Random) -> None:
    assert plan(shuffled(rng, problem), work=SOME) == plan(problem, work=SOME)


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "every rule"])
def test_small_plans_are_the_best_there_are_and_known_to_be(plain: bool) -> None:
    drawn = [small_problem(Random(number), plain=plain) for number in (*range(150), 1949)]

    short = [
        number
        for number, problem in enumerate(drawn)
        for figures in (plan(problem, work=MORE).figures,)
        if not figures.worth == figures.bound == worth_of(problem, best_plan(problem))
    ]

    assert short == []


def worth_of_all(problem: Problem) -> int:
    return sum(request.worth for request in problem.requests)
