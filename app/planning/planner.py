"""From requests to a plan: what is worth most first, then fair shares, gaps, tables, early."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from app.planning.bound import QUICK, bound_of
from app.planning.check import refuse_contradictions
from app.planning.course import Course
from app.planning.figures import figures
from app.planning.gaps import close_gaps
from app.planning.plan import Plan, Watch
from app.planning.problem import Meeting, Problem
from app.planning.reasons import reasons
from app.planning.search import search
from app.planning.seats import seat
from app.planning.shares import share
from app.planning.standing import begin
from app.planning.state import NOWHERE, State
from app.planning.weights import BALANCED, Weights

WORK = 50_000_000
"""Moves to try, which takes three to five seconds; less where nothing is left to win."""

_WORTH, _BOUND, _SHARES, _GAPS = 0.7, 0.75, 0.8, 0.98
"""Where each phase ends, as shares of the whole; the rest is for tables."""

_WORK_OF_STANDING, _WORK_OF_SHARES, _WORK_OF_GAPS = 0.1, 0.1, 0.2
"""Which part of the work letting in beside what stands may have, and fair shares, and gaps."""

_ROUGH = QUICK // 8


def plan(
    problem: Problem,
    *,
    seed: int = 0,
    work: int = WORK,
    weights: Weights = BALANCED,
    watch: Watch = lambda _standing: True,
) -> Plan:
    """Place as much as this much work finds, and arrange it as well as the rest of it does.

    The answer is the same for the same problem in any order, seed and work.

    Args:
        problem: What is to be planned.
        seed: What drawn numbers begin with.
        work: Moves to try.
        weights: How the goals after worth count against each other.
        watch: Told how far it is; if it says false, the answer is the best so far.

    Raises:
        Contradiction: The problem can't be met, whatever is planned.
    """
    refuse_contradictions(problem)
    rng = Random(seed)  # noqa: S311 - it draws plans, no secrets
    course = Course(watch)
    state = State.of(problem)
    course.begin("worth", _WORTH, int(work * _WORTH))
    begin(state, problem, int(work * _WORK_OF_STANDING), course)
    course.found(state.placed, state.worth)
    course.bound = bound_of(state.indexed, _ROUGH, state.worth, lambda _done, _: course.tell(0))
    search(state, problem, rng, int(work * _WORTH), course)
    course.begin("bound", _BOUND, QUICK)
    if course.goes_on and state.worth < course.bound:
        _lower(course, state)
    if weights.shares and course.goes_on:
        course.begin("shares", _SHARES, int(work * _WORK_OF_SHARES))
        share(state, int(work * _WORK_OF_SHARES), course.tell)
        course.found(state.placed, state.worth)
    if (weights.gaps or weights.early) and course.goes_on:
        course.begin("gaps", _GAPS, int(work * _WORK_OF_GAPS))
        close_gaps(state, rng, int(work * _WORK_OF_GAPS), weights, course.tell)
    course.begin("tables", 1.0)
    keep = {
        request: table
        for request, (slot, table) in state.stood.items()
        if state.slot_of[request] == slot
    }
    tables = seat(state, keep, weights, course.tell)
    meetings = meetings_of(state, tables)
    course.begin("tables", 1.0)
    return Plan(meetings, reasons(problem, meetings), figures(state, tables, course.bound))


def meetings_of(state: State, tables: Mapping[int, int]) -> tuple[Meeting, ...]:
    """Give a state its names back, in the order of slots and tables."""
    indexed = state.indexed
    return tuple(
        sorted(
            Meeting(slot, indexed.tables[tables[request]].name, indexed.requests[request].name)
            for request, slot in enumerate(state.slot_of)
            if slot != NOWHERE
        )
    )


def _lower(course: Course, state: State) -> None:
    """Bring the bound down as far as a second does."""
    before = course.bound

    def tell(done: int, bound: int) -> bool:
        course.bound = min(bound, before)
        return course.tell(done)

    course.bound = min(before, bound_of(state.indexed, QUICK, state.worth, tell))
