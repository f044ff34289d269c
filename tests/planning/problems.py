"""Small problems with every rule in them, for laws."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from app.planning.check import broken_rules
from app.planning.problem import (
    EVERY_SLOT,
    Meeting,
    Person,
    Problem,
    Request,
    Resource,
    Slot,
    Table,
)

T = TypeVar("T")


def problems(*, plain: bool = False) -> st.SearchStrategy[Problem]:
    """Draw problems that contradict themselves nowhere; ``plain`` ones know people and tables."""
    return dice().map(lambda rng: small_problem(rng, plain=plain))


def dice() -> st.SearchStrategy[Random]:
    """Draw what draws the rest: a small problem is told from another by a number alone."""
    return st.integers(0, 10**9).map(Random)


def random_meetings(rng: Random, problem: Problem) -> tuple[Meeting, ...]:
    """Put some requests where they may be if they are alone; together they often may not."""
    requests = rng.sample(problem.requests, rng.randint(0, min(5, len(problem.requests))))
    return tuple(_anywhere(rng, problem, request) for request in requests)


def _anywhere(rng: Random, problem: Problem, request: Request) -> Meeting:
    alone = replace(problem, locked=())
    for _ in range(8):
        meeting = Meeting(
            rng.randrange(len(problem.slots)), rng.choice(problem.tables).name, request.name
        )
        if not broken_rules(alone, [meeting]):
            break
    return meeting


def shuffled(rng: Random, problem: Problem) -> Problem:
    """Give the same problem with everything but its slots in another order."""

    return replace(
        problem,
        people=_mixed(rng, problem.people),
        tables=_mixed(rng, problem.tables),
        requests=tuple(
            replace(request, people=_mixed(rng, request.people))
            for request in _mixed(rng, problem.requests)
        ),
        resources=_mixed(rng, problem.resources),
        locked=_mixed(rng, problem.locked),
        standing=_mixed(rng, problem.standing),
    )


def _mixed(rng: Random, things: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(rng.sample(things, len(things)))


def small_problem(rng: Random, *, plain: bool) -> Problem:
    """Draw one of them."""
    slots = rng.randint(1, 6)
    names = "ABCDEFGH"[: rng.randint(2, 8)]
    tables = [f"t{number}" for number in range(rng.randint(1, 3))]
    asked = [f"r{number}" for number in range(rng.randint(1, 11))]
    if plain:
        return Problem(
            slots=tuple(Slot(str(slot)) for slot in range(slots)),
            people=tuple(Person(name, _some(rng, slots)) for name in names),
            tables=tuple(Table(name) for name in tables),
            requests=tuple(
                Request(name, tuple(rng.sample(names, 2)), rng.choice((1, 1, 3))) for name in asked
            ),
        )
    problem = Problem(
        slots=tuple(Slot(str(slot), "ab"[2 * slot >= slots + 1]) for slot in range(slots)),
        people=tuple(_person(rng, name, slots, tables) for name in names),
        tables=tuple(_table(rng, name, slots, names) for name in tables),
        requests=tuple(_request(rng, asked[:at], names, tables, slots) for at in range(len(asked))),
        resources=(Resource("voice", rng.randint(0, 2), _some(rng, slots)), Resource("screen")),
        far=frozenset({frozenset({"", "hill"})} if rng.random() < 0.3 else ()),
    )
    locked: tuple[Meeting, ...] = ()
    for meeting in random_meetings(rng, problem) if rng.random() < 0.4 else ():
        if not broken_rules(problem, (*locked, meeting)):
            locked = (*locked, meeting)
    return replace(problem, locked=locked)


def _some(rng: Random, slots: int) -> int:
    return EVERY_SLOT if rng.random() < 0.6 else rng.getrandbits(slots) | rng.getrandbits(slots)


def _person(rng: Random, name: str, slots: int, tables: list[str]) -> Person:
    return Person(
        name,
        free=_some(rng, slots),
        most=rng.choice((None, None, None, None, None, 0, 1, 2)),
        most_in_row=rng.choice((None, None, 1, 1, 2)),
        table=rng.choice(tables) if rng.random() < 0.15 else "",
    )


def _table(rng: Random, name: str, slots: int, people: str) -> Table:
    return Table(
        name,
        open=_some(rng, slots),
        zone=rng.choice(("", "hill")),
        owners=frozenset(rng.sample(people, 2) if rng.random() < 0.2 else ()),
    )


def _request(rng: Random, before: list[str], people: str, tables: list[str], slots: int) -> Request:
    return Request(
        f"r{len(before)}",
        tuple(rng.sample(people, rng.choice((1, 2, 2, 2, 2, 3)) if len(people) > 2 else 2)),
        worth=rng.choice((1, 1, 1, 2, 5)),
        slots=_some(rng, slots),
        tables=frozenset(rng.sample(tables, 1) if rng.random() < 0.15 else ()),
        length=rng.choice((1, 1, 1, 1, 2, 3)),
        needs=frozenset({"voice", "screen"} if rng.random() < 0.1 else ())
        | frozenset({"voice"} if rng.random() < 0.15 else ()),
        after=frozenset(rng.sample(before, 1) if before and rng.random() < 0.25 else ()),
    )
