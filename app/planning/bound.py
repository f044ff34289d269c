"""How much can be placed at most, whatever a planner does.

Any prices of rows prove a bound: no plan is worth more than all room at its price and, for each
request, what its best column is worth beyond what it would pay (weak duality). The prices are found
in floating point and may be as bad as they like; the bound they prove is counted in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

import numpy as np

from app.planning.indexed import Indexed, index
from app.planning.market import Market, Prices, after
from app.planning.problem import Problem
from app.planning.relaxed import Relaxed, relax

QUICK = 300_000_000
"""Work, in entries of the relaxation touched, that takes about a second."""

_LOOK = 50
_LOOKS_AT_LEAST = 50
"""Looks that it mostly takes; if there is work for less, a smaller relaxation may prove more."""

_AGAIN = 8
"""How many looks after which it begins again from the average."""

_NEARLY = 0.01
"""How near, in steps of worth, the relaxation comes to the bound before it is let be."""

_BITS = 50
"""How large the whole numbers that prove a bound may become."""

Tell = Callable[[int, int], bool]
"""Told the work done and the bound so far; false ends the descent."""


def upper_bound(
    problem: Problem,
    work: int = QUICK,
    reached: int = 0,
    tell: Tell = lambda _done, _bound: True,
) -> int:
    """Say how much worth any plan has at most; never less than the best plan has.

    Args:
        problem: What is to be planned. It must not contradict itself.
        work: How much may be done for it. More makes it lower, up to a limit.
        reached: The worth of a plan that is known: to come down to it is enough.
        tell: Told the work done and the bound so far; if it says false, that is the answer.
    """
    return bound_of(index(problem), work, reached, tell)


def bound_of(
    indexed: Indexed,
    work: int = QUICK,
    reached: int = 0,
    tell: Tell = lambda _done, _bound: True,
) -> int:
    """Do the same for a problem by number."""
    close = relax(indexed)
    descent = _Descent(close, reached)
    if close.rows.nnz * _LOOK * _LOOKS_AT_LEAST < work:
        descent.descend(work, tell)
        return descent.best
    rough = _Descent(relax(indexed, as_one=True), reached)
    first = work // 4
    rough.descend(first, tell)
    if rough.best > reached:
        descent.descend(work, lambda done, bound: tell(first + done, min(bound, rough.best)))
    return min(rough.best, descent.best)


class _Descent:
    """Prices that come down to the least bound that one relaxation can prove."""

    def __init__(self, relaxed: Relaxed, reached: int) -> None:
        self._relaxed, self._enough = relaxed, reached
        self._columns = relaxed.rows.T.tocsr()
        self._first = np.flatnonzero(np.diff(relaxed.request, prepend=-1))
        self._unit = float(relaxed.worth.max(initial=1))
        self._shift = max(0, _BITS - int(relaxed.worth.sum() + 1).bit_length())
        self._step = gcd(*relaxed.worth.tolist()) or 1
        self.best = self._proved(np.zeros(len(relaxed.room)))

    def descend(self, work: int, tell: Tell) -> None:
        """Go down until no row leaves a doubt, or the work is done, or it is told to end."""
        if not len(self._relaxed.room) or self.best <= self._enough:
            return
        market = Market(self._relaxed.rows, self._relaxed.room, self._relaxed.worth / self._unit)
        a_look = _LOOK * market.effort
        for look in range(work // a_look):
            if not tell(look * a_look, self.best):
                return
            market.go(_LOOK, after(look * a_look, lambda done: tell(done, self.best)))
            self.best = min(
                self.best, self._proved(market.prices), self._proved(market.average()[1])
            )
            if self.best <= self._enough or self._is_least(market.reached()):
                return
            if look % _AGAIN == _AGAIN - 1:
                market.begin_again()

    def _proved(self, prices: Prices) -> int:
        """The bound that prices of rows prove, in whole numbers."""
        relaxed = self._relaxed
        whole = np.rint(prices * self._unit * 2.0**self._shift).astype(np.int64)
        whole[relaxed.shared :] = 0
        gain = (relaxed.worth << self._shift) - self._columns @ whole
        best = np.maximum.reduceat(gain, self._first) if len(gain) else gain
        worth = int(whole @ relaxed.room + np.maximum(best, 0).sum()) >> self._shift
        return relaxed.fixed + worth // self._step * self._step

    def _is_least(self, worth: float) -> bool:
        """Whether it could hardly go lower, if the relaxation alone reaches so much."""
        lower = self.best - self._relaxed.fixed - _NEARLY * self._step
        return worth * self._unit >= lower
