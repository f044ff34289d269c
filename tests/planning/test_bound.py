"""What lowers the bound: each rule in a case where the bound has to be as low as the best plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from app.planning.bound import QUICK, upper_bound
from app.planning.problem import Meeting, Person, Problem, Request, Resource, Slot, Table
from tests.planning.events import BigEvent
from tests.planning.exact import best_plan, worth_of


def event(pairs: str, *, slots: int = 4, tables: int = 9, **rules: object) -> Problem:
    """Make requests of ``pairs`` such as ``"AB BC"``, with the same rules for each person."""
    people = sorted(set(pairs) - {" "})
    return Problem(
        slots=tuple(Slot(str(slot)) for slot in range(slots)),
        people=tuple(replace(Person(name), **rules) for name in people),  # type: ignore[arg-type]
        tables=tuple(Table(f"t{table}") for table in range(tables)),
        requests=tuple(Request(pair, tuple(pair)) for pair in pairs.split()),
    )


STAR = "AB AC AD AE AF AG"
MANY = "AB CD EF GH IJ"
EVERYBODY = " ".join(map("".join, combinations("ABCDE", 2)))


@pytest.mark.parametrize(
    ("problem", "bound"),
    [
        (event(STAR), 4),
        (event(STAR, free=0b0110), 2),
        (event(STAR, most=3), 3),
        (event(STAR, most_in_row=1), 2),
        (event(STAR, most_in_row=2, slots=5), 4),
        (event(MANY, slots=1, tables=3), 3),
        (event(MANY, slots=1, table="t3"), 1),
        (event("AB BC CA", slots=1), 1),
        (event("AB BC CA DE EF FD", slots=2), 4),
        (event(EVERYBODY, slots=4), 8),
        (replace(event(STAR), locked=(Meeting(0, "t0", "AB"), Meeting(1, "t0", "AC"))), 4),
    ],
)
def test_the_bound_knows_the_rule(problem: Problem, bound: int) -> None:
    assert worth_of(problem, best_plan(problem)) == bound

    assert upper_bound(problem) == bound


def with_requests(problem: Problem, **changed: object) -> Problem:
    return replace(
        problem,
        requests=tuple(replace(each, **changed) for each in problem.requests),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("problem", "bound"),
    [
        (with_requests(event(STAR), worth=7), 28),
        (with_requests(event(STAR, slots=5), length=2), 2),
        (with_requests(event(MANY), slots=1, tables=frozenset({"t1", "t2"})), 2),
        (
            replace(
                with_requests(event(MANY), needs=frozenset({"voice"})),
                resources=(Resource("voice", 1, 0b101),),
            ),
            2,
        ),
        (
            replace(
                event("AB CD", slots=2),
                requests=(
                    Request("AB", ("A", "B"), slots=0b10),
                    Request("CD", ("C", "D"), after=frozenset({"AB"})),
                ),
            ),
            1,
        ),
    ],
)
def test_the_bound_knows_what_a_request_asks_for(problem: Problem, bound: int) -> None:
    assert worth_of(problem, best_plan(problem)) == bound

    assert upper_bound(problem) == bound


def test_far_zones_part_what_takes_place_in_each() -> None:
    here, there = ({"tables": frozenset({table})} for table in ("t0", "t1"))
    star = event("AB AC AD", slots=3, tables=2)
    problem = replace(
        star,
        tables=(Table("t0", zone="hall"), Table("t1", zone="hill")),
        requests=tuple(
            replace(each, slots=1 << slot, **rules)  # type: ignore[arg-type]
            for slot, (each, rules) in enumerate(
                zip(star.requests, (here, there, here), strict=True)
            )
        ),
        far=frozenset({frozenset({"hall", "hill"})}),
    )

    assert upper_bound(problem) == 2 == worth_of(problem, best_plan(problem))
    assert upper_bound(replace(problem, far=frozenset())) == 3


def test_owned_tables_are_no_room_for_others() -> None:
    problem = replace(
        event(MANY, slots=1),
        tables=(Table("t0"), *(Table(f"o{each}", owners=frozenset("A")) for each in range(8))),
    )

    assert upper_bound(problem) == 2 == worth_of(problem, best_plan(problem))


def test_scattered_availability_lowers_it_below_what_everybody_has_time_for() -> None:
    problem = BigEvent(60, 8, 60, 240, free=0.35).problem()
    rough = sum(min(_wishes(problem, each), _slots(each)) for each in problem.people) // 2

    assert upper_bound(problem) < rough


def test_more_work_never_makes_it_higher_and_a_plan_that_reaches_it_ends_the_work() -> None:
    problem = BigEvent(80, 10, 20, 400, free=0.5, mutual=0.3).problem()
    bounds = [upper_bound(problem, work) for work in (0, QUICK // 1_000, QUICK // 100, QUICK // 10)]

    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] < bounds[0]
    assert bounds[-1] <= upper_bound(problem, reached=bounds[1]) <= bounds[1]


def _wishes(problem: Problem, person: Person) -> int:
    return sum(person.name in request.people for request in problem.requests)


def _slots(person: Person) -> int:
    return person.free.bit_count()
