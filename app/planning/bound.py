"""How much can be placed at most, whatever a planner does.

Any prices of rows prove a bound: no plan is worth more than all room at its price and, for each
request, what its best column is worth beyond what it would pay (weak duality). The prices come
from a first-order method in floating point and may be as bad as they like; the bound they prove is
counted in whole numbers. Source of the method: Chambolle and Pock 2011, preconditioned as by Pock
and Chambolle 2011, begun again from averages as by Applegate and others 2021.
"""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.typing import NDArray

from app.planning.indexed import Indexed, index
from app.planning.problem import Problem
from app.planning.relaxed import Relaxed, relax

QUICK = 300_000_000
"""Work, in entries of the relaxation touched, that takes about a second."""

THOROUGH = 10 * QUICK

_LOOK = 50
_LOOKS_AT_LEAST = 50
"""Looks that it mostly takes; if there is work for less, a smaller relaxation may prove more."""

_AGAIN = 8
"""How many looks after which it begins again from the average."""

_NEARLY = 0.01
"""How near, in steps of worth, the relaxation comes to the bound before it is let be."""

_BITS = 50
"""How large the whole numbers that prove a bound may become."""

Prices = NDArray[np.float64]


def upper_bound(problem: Problem, work: int = QUICK, reached: int = 0) -> int:
    """Say how much worth any plan has at most; never less than the best plan has.

    Args:
        problem: What is to be planned. It must not contradict itself.
        work: How much may be done for it. More makes it lower, up to a limit.
        reached: The worth of a plan that is known: to come down to it is enough.
    """
    return bound_of(index(problem), work, reached)


def bound_of(indexed: Indexed, work: int = QUICK, reached: int = 0) -> int:
    """Do the same for a problem by number."""
    close = relax(indexed)
    descent = _Descent(close, reached)
    if close.rows.nnz * _LOOK * _LOOKS_AT_LEAST < work:
        descent.descend(work)
        return descent.best
    rough = _Descent(relax(indexed, as_one=True), reached)
    rough.descend(work // 4)
    if rough.best > reached:
        descent.descend(work)
    return min(rough.best, descent.best)


class _Descent:
    """Prices that come down to the least bound that one relaxation can prove."""

    def __init__(self, relaxed: Relaxed, reached: int) -> None:
        self._relaxed, self._enough = relaxed, reached
        self._columns = relaxed.rows.T.tocsr()
        self._unit = float(relaxed.worth.max(initial=1))
        self._shift = max(0, _BITS - int(relaxed.worth.sum() + 1).bit_length())
        self._step = gcd(*relaxed.worth.tolist()) or 1
        self.best = self._proved(np.zeros(len(relaxed.room)))

    def descend(self, work: int) -> None:
        """Go down until no row leaves a doubt, or the work is done."""
        if not len(self._relaxed.room) or self.best <= self._enough:
            return
        walk = _Walk(self._relaxed, self._unit)
        for look in range(work // (_LOOK * walk.effort)):
            walk.go(_LOOK)
            self.best = min(self.best, self._proved(walk.prices), self._proved(walk.average()))
            if self.best <= self._enough or self._is_least(walk.reached()):
                return
            if look % _AGAIN == _AGAIN - 1:
                walk.begin_again()

    def _proved(self, prices: Prices) -> int:
        """The bound that prices of rows prove, in whole numbers."""
        relaxed = self._relaxed
        whole = np.rint(prices * self._unit * 2.0**self._shift).astype(np.int64)
        gain = (relaxed.worth << self._shift) - self._columns @ whole
        best = np.maximum.reduceat(gain, relaxed.first) if len(gain) else gain
        worth = int(whole @ relaxed.room + np.maximum(best, 0).sum()) >> self._shift
        return relaxed.fixed + worth // self._step * self._step

    def _is_least(self, worth: float) -> bool:
        """Whether it could hardly go lower, if the relaxation alone reaches so much."""
        lower = self.best - self._relaxed.fixed - _NEARLY * self._step
        return worth * self._unit >= lower


class _Walk:
    """Shares of columns and prices of rows that pull at each other, step by step."""

    def __init__(self, relaxed: Relaxed, unit: float) -> None:
        from scipy.sparse import csr_array, vstack  # noqa: PLC0415 - slow to import

        columns, requests = len(relaxed.worth), len(relaxed.first)
        sizes = np.diff(relaxed.first, append=columns)
        once = csr_array(
            (np.ones(columns), np.arange(columns), np.append(relaxed.first, columns)),
            shape=(requests, columns),
        )[sizes > 1]
        self._own = len(relaxed.room)
        self._rows = vstack([relaxed.rows.astype(float), once]).tocsr()
        self._columns = self._rows.T.tocsr()
        self._room = np.concatenate([relaxed.room.astype(float), np.ones(once.shape[0])])
        self._worth = relaxed.worth / unit
        self._row_step = 1 / self._rows.sum(axis=1)
        self._column_step = 1 / np.maximum(1, self._columns.sum(axis=1))
        self._share = np.zeros(columns)
        self._price = np.zeros(len(self._room))
        self._pay = self._columns @ self._price
        self._forget()

    @property
    def effort(self) -> int:
        """Entries that a step touches."""
        return 2 * int(self._rows.nnz)

    @property
    def prices(self) -> Prices:
        """Prices of the rows of the relaxation as they are now."""
        return self._price[: self._own]

    def average(self) -> Prices:
        """Prices on the average since it began again."""
        return self._prices[: self._own] / self._steps

    def reached(self) -> float:
        """Worth of shares that keep every row, those on the average made small enough."""
        shares = self._shares / self._steps
        over = float(np.max(self._rows @ shares / self._room))
        return float(self._worth @ shares) / max(1.0, over)

    def go(self, steps: int) -> None:
        """Take so many steps."""
        for _ in range(steps):
            share = self._share + self._column_step * (self._worth - self._pay)
            np.clip(share, 0, 1, out=share)
            pulled = self._rows @ (2 * share - self._share) - self._room
            self._price = np.maximum(0, self._price + self._row_step * pulled)
            self._pay = self._columns @ self._price
            self._share = share
            self._shares += share
            self._prices += self._price
        self._steps += steps

    def begin_again(self) -> None:
        """Go on from the average."""
        self._share = self._shares / self._steps
        self._price = self._prices / self._steps
        self._pay = self._columns @ self._price
        self._forget()

    def _forget(self) -> None:
        self._shares = np.zeros_like(self._share)
        self._prices = np.zeros_like(self._price)
        self._steps = 0
