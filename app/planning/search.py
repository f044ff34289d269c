"""The most worth that a budget of work finds: which search goes first, and how long."""

from __future__ import annotations

from random import Random

import numpy as np

from app.planning.annealing import FROM_ANY, FROM_GOOD, Annealing, Heat
from app.planning.candidates import candidates
from app.planning.course import Course
from app.planning.dive import Dives
from app.planning.ejection import eject
from app.planning.exact import finish
from app.planning.greedy import fill
from app.planning.problem import Problem
from app.planning.state import State

_QUICK = 0.1
"""The share of the work after which easy events are at their bound, cooled down fast."""

_HOME = 0.1
"""The share of the work that brings meetings back to where they stood, if others were moved."""

_AGAIN = 0.4
"""The share of what a dive leaves that goes on diving; the rest is annealing's."""

_RULES = 0.4
"""The share of what is left that goes to the search under every rule, if one needs it."""

_WORK_OF_WAY = 8_000
"""More work than this for each way to place a request is wasted on small events."""

_DIVE_OF_WAY = 500
"""About what a dive costs for each way."""

_ENTRIES = 25
"""How many entries of the relaxation are touched in the time of a move."""


def search(state: State, problem: Problem, rng: Random, work: int, course: Course) -> int:
    """Raise the worth of what is placed as far as this much work does.

    Args:
        state: A plan to begin with; it becomes the best one found.
        problem: What is planned.
        rng: Whatever is drawn comes from it.
        work: Moves to try.
        course: Told how far it is. At its bound there is nothing left to win.

    Returns:
        The worth that no plan is above, which small problems are searched down to.
    """
    return _Search(state, problem, rng, course).run(work)


class _Search:
    def __init__(self, state: State, problem: Problem, rng: Random, course: Course) -> None:
        self._state, self._problem, self._rng, self._course = state, problem, rng, course
        self._enough = course.bound
        self._done = 0

    def run(self, work: int) -> int:
        before, worth = self._state.snapshot(), self._state.worth
        ways = candidates(self._state)
        work = min(work, _WORK_OF_WAY * ways.none) if all(ways.movable) else work
        home = int(work * _HOME) if self._state.stood else 0
        work -= home
        if self._state.stood:
            self._anneal(int(work * _QUICK), FROM_GOOD, homing=True)
            self._anneal(int(work * _QUICK), FROM_ANY, homing=True)
        self._anneal(int(work * _QUICK), FROM_ANY)
        self._finish(work - self._done)
        if not self._over:
            self._go_on(work)
        if self._state.worth == worth:
            self._state.restore(before)
        elif home and self._course.goes_on:
            self._walk(home, FROM_GOOD, self._enough + 1, homing=True)
        return self._enough

    def _go_on(self, work: int) -> None:
        ways = candidates(self._state)
        if not all(ways.movable):
            self._eject(int((work - self._done) * _RULES))
        if work - self._done > _DIVE_OF_WAY * ways.none:
            self._dive(work)
        else:
            self._anneal(work - self._done, FROM_ANY)

    @property
    def _over(self) -> bool:
        return not self._course.goes_on or self._state.worth >= self._enough

    def _finish(self, work: int) -> None:
        if self._over:
            return
        most = finish(self._state, self._problem, work, lambda: self._told(0))
        if most is not None:
            self._enough = self._course.bound = min(self._enough, most)

    def _dive(self, work: int) -> None:
        state = self._state
        if self._over:
            return
        before, worth = state.snapshot(), state.worth
        for request, _, _ in before:
            if not state.indexed.fixed[request]:
                state.take_out(request)
        dives = Dives(state)
        self._done += dives.down(tell=self._told_entries) // _ENTRIES
        if state.worth < worth:
            state.restore(before)
        again = int((work - self._done) * _AGAIN)
        self._anneal(work - self._done - again, FROM_GOOD)
        if again > 0 and not self._over:
            done = dives.again(self._rng, again * _ENTRIES, self._enough, self._told_entries)
            self._done += done // _ENTRIES

    def _anneal(self, work: int, heat: Heat, *, homing: bool = False) -> None:
        if work > 0 and not self._over:
            self._walk(work, heat, self._enough, homing=homing)

    def _walk(self, work: int, heat: Heat, enough: int, *, homing: bool) -> None:
        ways = candidates(self._state)
        stay = [each for each in self._state.snapshot() if not ways.movable[each[0]]]
        stay_worth = sum(self._state.indexed.worth[request] for request, _, _ in stay)
        annealing = Annealing(ways, self._rng.getrandbits(32), homing=homing)

        def told(done: int) -> bool:
            placed = len(stay) + int(np.count_nonzero(annealing.best < ways.none))
            self._course.found(placed, stay_worth + annealing.best_worth)
            return self._course.tell(self._done + done)

        self._done += annealing.run(work, enough - stay_worth, heat, told)
        self._state.restore(ways.snapshot(self._state, annealing.best))
        fill(self._state)

    def _eject(self, work: int) -> None:
        if not self._over:
            self._done += eject(self._state, self._rng, work, self._enough, self._told)

    def _told(self, done: int) -> bool:
        self._course.found(self._state.placed, self._state.worth)
        return self._course.tell(self._done + done)

    def _told_entries(self, done: int) -> bool:
        return self._told(done // _ENTRIES)
