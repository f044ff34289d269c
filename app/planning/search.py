"""The most worth that a budget of work finds: which search goes first, and how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np

from app.planning.annealing import Annealing
from app.planning.candidates import Candidates, Numbers, candidates
from app.planning.ejection import eject
from app.planning.greedy import fill
from app.planning.reopening import Reopening
from app.planning.state import State

_QUICK = 0.1
"""The share of the work after which easy events are at their bound, cooled down fast."""

_ANNEALING = 0.65
"""The share of the rest that annealing has if reopening slots comes after it."""

_SLOTS_AT_ONCE = 3
_FEW_WAYS = 2_000
"""So many ways in three slots are planned exactly in less than a tenth of a second, most of them
being shut; more slots may take a hundred times as long."""

_WORK_OF_WAY = 8_000
"""More work than this for each way to place a request is wasted on small events."""

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
    ways = candidates(state)
    stay = [each for each in state.snapshot() if not ways.movable[each[0]]]
    stay_worth = sum(state.indexed.worth[request] for request, _, _ in stay)
    budget = _Budget(min(work, _WORK_OF_WAY * ways.none), tell, len(stay), stay_worth)
    where = _arrays(ways, budget, enough - stay_worth, rng)
    state.restore(ways.snapshot(state, where))
    fill(state)
    if all(ways.movable) or budget.stopped:
        return budget.done
    before = budget.done
    return before + eject(
        state,
        rng,
        work - before,
        enough,
        lambda done: tell(before + done, state.placed, state.worth),
    )


@dataclass(slots=True)
class _Budget:
    """The work of several searches, one after the other, and who is told of it."""

    work: int
    tell: Tell
    stay: int
    stay_worth: int
    done: int = 0
    stopped: bool = False

    def go_on(self, done: int, ways: Candidates, where: Numbers) -> bool:
        placed = np.flatnonzero(where < ways.none)
        worth = self.stay_worth + int(ways.worth[placed].sum())
        self.stopped |= not self.tell(self.done + done, self.stay + len(placed), worth)
        return not self.stopped


def _arrays(ways: Candidates, budget: _Budget, enough: int, rng: Random) -> Numbers:
    annealing = Annealing(ways, rng.getrandbits(32))
    at_once = _slots_at_once(ways)
    for share in (_QUICK, _ANNEALING if at_once else 1.0):
        if not budget.stopped:
            budget.done += annealing.run(
                int((budget.work - budget.done) * share),
                enough,
                lambda done: budget.go_on(done, ways, annealing.best),
            )
            annealing.take(annealing.best)
    if budget.stopped or not at_once:
        return annealing.best
    reopening = Reopening(ways, annealing.best, rng.getrandbits(32))
    budget.done += reopening.run(
        budget.work - budget.done,
        enough,
        at_once,
        lambda done: budget.go_on(done, ways, reopening.where),
    )
    return reopening.where


def _slots_at_once(ways: Candidates) -> int:
    """How many slots to plan anew together; 0 if they hold too much for that."""
    slots = len(np.unique(ways.slot[:-1]))
    at_once = min(slots, _SLOTS_AT_ONCE)
    return at_once if ways.none * at_once <= _FEW_WAYS * slots else 0
