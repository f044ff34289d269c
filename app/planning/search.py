"""The most worth that a budget of work finds: which search goes first, and how long."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from app.planning.annealing import FROM_ANY, FROM_GOOD, Annealing, Heat
from app.planning.candidates import candidates
from app.planning.dive import Dives
from app.planning.ejection import eject
from app.planning.greedy import fill
from app.planning.state import State

_QUICK = 0.1
"""The share of the work after which easy events are at their bound, cooled down fast."""

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

Tell = Callable[[int, int, int], bool]
"""Told the work done, how many are placed and what they are worth; false ends the search."""


def search(state: State, rng: Random, work: int, enough: int, tell: Tell) -> int:
    """Raise the worth of what is placed as far as this much work does; say how much it was.

    Args:
        state: A plan to begin with; it becomes the best one found.
        rng: Whatever is drawn comes from it.
        work: Moves to try.
        enough: The worth at which there is nothing left to win.
        tell: Asked now and then whether to go on.
    """
    return _Search(state, rng, enough, tell).run(work)


class _Search:
    def __init__(self, state: State, rng: Random, enough: int, tell: Tell) -> None:
        self._state, self._rng, self._enough, self._tell = state, rng, enough, tell
        self._done, self._stopped = 0, False

    def run(self, work: int) -> int:
        ways = candidates(self._state)
        work = min(work, _WORK_OF_WAY * ways.none) if all(ways.movable) else work
        self._anneal(int(work * _QUICK), FROM_ANY)
        if not all(ways.movable):
            self._eject(int((work - self._done) * _RULES))
        if work - self._done > _DIVE_OF_WAY * ways.none:
            self._dive(work)
        else:
            self._anneal(work - self._done, FROM_ANY)
        return self._done

    @property
    def _over(self) -> bool:
        return self._stopped or self._state.worth >= self._enough

    def _dive(self, work: int) -> None:
        state = self._state
        if self._over:
            return
        before, worth = state.snapshot(), state.worth
        for request, _, _ in before:
            if not state.indexed.fixed[request]:
                state.take_out(request)
        dives = Dives(state)
        self._done += dives.down() // _ENTRIES
        if state.worth < worth:
            state.restore(before)
        again = int((work - self._done) * _AGAIN)
        self._anneal(work - self._done - again, FROM_GOOD)
        if again > 0 and not self._over:
            told = dives.again(self._rng, again * _ENTRIES, self._enough, self._tell_entries)
            self._done += told // _ENTRIES

    def _anneal(self, work: int, heat: Heat) -> None:
        if work <= 0 or self._over:
            return
        ways = candidates(self._state)
        stay = [each for each in self._state.snapshot() if not ways.movable[each[0]]]
        stay_worth = sum(self._state.indexed.worth[request] for request, _, _ in stay)
        annealing = Annealing(ways, self._rng.getrandbits(32))

        def told(done: int) -> bool:
            placed = len(stay) + int(np.count_nonzero(annealing.best < ways.none))
            return self._told(done, placed, stay_worth + annealing.best_worth)

        self._done += annealing.run(work, self._enough - stay_worth, heat, told)
        self._state.restore(ways.snapshot(self._state, annealing.best))
        fill(self._state)

    def _eject(self, work: int) -> None:
        if not self._over:
            self._done += eject(self._state, self._rng, work, self._enough, self._tell_state)

    def _tell_state(self, done: int) -> bool:
        return self._told(done, self._state.placed, self._state.worth)

    def _tell_entries(self, done: int) -> bool:
        return self._tell_state(done // _ENTRIES)

    def _told(self, done: int, placed: int, worth: int) -> bool:
        self._stopped |= not self._tell(self._done + done, placed, worth)
        return not self._stopped
