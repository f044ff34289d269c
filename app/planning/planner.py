"""From requests to a plan: what is worth most first, then fair shares, gaps, tables, early."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from app.planning.bound import QUICK, bound_of
from app.planning.check import refuse_contradictions
from app.planning.figures import figures
from app.planning.gaps import close_gaps
from app.planning.greedy import fill
from app.planning.plan import Plan, Standing, Watch
from app.planning.problem import Meeting, Problem
from app.planning.reasons import reasons
from app.planning.search import search
from app.planning.seats import seat
from app.planning.shares import share
from app.planning.state import NOWHERE, State
from app.planning.weights import BALANCED, Weights

WORK = 50_000_000
"""Moves to try, which takes three to five seconds; less where nothing is left to win."""

_WORTH = 0.7
"""The share of the work that the search for worth may have."""

_SHARES = 0.1
"""The share of the work that fair shares may have; the rest is for gaps."""

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
    state = State.of(problem)
    fill(state)
    bound = bound_of(state.indexed, _ROUGH, state.worth)
    progress = _Progress(state, watch, work, bound)
    progress.spend("worth", search(state, rng, int(work * _WORTH), bound, progress.worth))
    if weights.shares and progress.goes_on:
        progress.spend("shares", share(state, int(work * _SHARES), progress.during("shares")))
    if weights.gaps or weights.early:
        left = int(work * (1 - _WORTH - _SHARES))
        told = progress.during("gaps")
        progress.spend("gaps", close_gaps(state, rng, left, weights, told))
    tables = seat(state, weights=weights)
    meetings = meetings_of(state, tables)
    if state.worth < bound and progress.goes_on:
        bound = min(bound, bound_of(state.indexed, QUICK, state.worth))
    return Plan(meetings, reasons(problem, meetings), figures(state, tables, bound))


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


class _Progress:
    """How much work is done in all phases so far, and whether to go on."""

    def __init__(self, state: State, watch: Watch, work: int, bound: int) -> None:
        self._state, self._watch = state, watch
        self._work, self._bound = max(1, work), bound
        self.done, self.goes_on = 0, True
        self._tell("worth", 0, state.placed, state.worth)

    def worth(self, done: int, placed: int, worth: int) -> bool:
        return self._tell("worth", done, placed, worth)

    def during(self, phase: str) -> Callable[[int], bool]:
        """Give what a later phase tells its work to."""
        return lambda done: self._tell(phase, done, self._state.placed, self._state.worth)

    def spend(self, phase: str, done: int) -> None:
        """Count the work of a phase that is over."""
        self.done += done
        self._tell(phase, 0, self._state.placed, self._state.worth)

    def _tell(self, phase: str, done: int, placed: int, worth: int) -> bool:
        part = min(1.0, (self.done + done) / self._work)
        standing = Standing(phase, part, placed, worth, self._bound)
        self.goes_on = self.goes_on and self._watch(standing)
        return self.goes_on
