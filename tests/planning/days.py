"""Running days on which something goes wrong, drawn for laws."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from app.planning.disruption import Away, Day, Disruption
from app.planning.problem import Meeting, Problem, Request
from tests.planning.exact import best_plan, worth_of

CERTAIN = 1_000
"""What a meeting has to be worth so that no small plan leaves it out."""


def planned(rng: Random, problem: Problem) -> tuple[Meeting, ...]:
    """Draw a plan that keeps the rules and leaves something to be recovered."""
    plan = best_plan(problem)
    return tuple(meeting for meeting in plan if meeting in problem.locked or rng.random() < 0.8)


def disruption(rng: Random, problem: Problem) -> Disruption:
    """Draw what goes wrong."""
    slots = len(problem.slots)
    names = [person.name for person in problem.people]
    return Disruption(
        now=rng.randint(0, slots - 1),
        freeze=rng.choice((0, 0, 0, 1, 2)),
        missing=tuple(_away(rng, name, slots) for name in names if rng.random() < 0.2),
        closed=tuple(
            _away(rng, table.name, slots) for table in problem.tables if rng.random() < 0.15
        ),
        requests=tuple(
            Request(f"new{number}", tuple(rng.sample(names, 2)), rng.choice((1, 2)))
            for number in range(rng.choice((0, 0, 1, 2)))
        ),
    )


def _away(rng: Random, name: str, slots: int) -> Away:
    since = rng.randint(0, slots - 1)
    return Away(name, since, rng.choice((None, None, rng.randint(since, slots))))


def most_filled(day: Day) -> int:
    """The most worth that fits into free places, said by the exact solver."""
    return _most_beside(day, day.standing)


def best_trade(day: Day, worth_of_move: int) -> int:
    """The best that any repair comes to, if a move costs one and a worth of one so many."""
    best = 0
    for size in range(len(day.movable) + 1):
        for moved in combinations(day.movable, size):
            standing = tuple(each for each in day.standing if each not in moved)
            found = _most_beside(day, standing) - CERTAIN * size
            best = max(best, worth_of_move * found - size)
    return best


def _most_beside(day: Day, standing: tuple[Meeting, ...]) -> int:
    stands = {meeting.request for meeting in standing}
    moved = {meeting.request for meeting in day.movable} - stands
    requests = tuple(
        request
        if request.name in stands
        else replace(
            request,
            slots=request.slots & -1 << (day.thawed if request.name in moved else day.now),
            worth=CERTAIN if request.name in moved else request.worth,
        )
        for request in day.problem.requests
    )
    problem = replace(day.problem, requests=requests, locked=standing)
    return worth_of(problem, best_plan(problem)) - worth_of(problem, standing)
