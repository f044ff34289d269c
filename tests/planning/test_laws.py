"""Laws of planning, held against a small exact solver that says every rule as it is defined."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings

from app.planning.bound import QUICK, upper_bound
from app.planning.check import broken_rules, refuse_contradictions
from app.planning.problem import Problem
from tests.planning.exact import NoPlan, best_plan, worth_of
from tests.planning.problems import dice, problems, random_meetings, shuffled

sound = settings(max_examples=200, deadline=None)


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
    for work in (0, QUICK // 1_000, QUICK // 20):
        bound = upper_bound(problem, work)
        assert worth_of(problem, best) <= bound <= worth_of_all(problem)


@sound
@given(problem=problems(), rng=dice())
def test_the_bound_is_the_same_in_any_order(problem: Problem, rng: Random) -> None:
    mixed = shuffled(rng, problem)

    assert upper_bound(mixed, QUICK // 100) == upper_bound(problem, QUICK // 100)


def worth_of_all(problem: Problem) -> int:
    return sum(request.worth for request in problem.requests)
