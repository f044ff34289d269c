"""Placing as the relaxation would have it: what it is surest of first, then it is asked again.

Where people are free here and there, this ends nearer the bound than any search from a greedy
plan: the prices know that a slot is scarce before it is taken.
"""

from __future__ import annotations

import numpy as np

from app.planning.market import Market
from app.planning.relaxed import Numbers, Relaxed, relax
from app.planning.state import NOWHERE, State

PACE = 0.01
"""Which part of the columns that are left is placed before the relaxation is asked again."""

_SURE = 0.95
_FIRST = 6
_STEPS = 100


def dive(state: State, pace: float = PACE, steps: int = _STEPS) -> int:
    """Place what waits, until nothing finds a place; give how much work was done.

    The smaller the ``pace`` and the more ``steps`` between two placings, the better and slower.
    What is placed already stays.
    """
    return _Dive(state).down(pace, steps)


class _Dive:
    def __init__(self, state: State) -> None:
        self._state = state
        self._relaxed: Relaxed = relax(state.indexed)
        self._unit = float(self._relaxed.worth.max(initial=1))
        self._columns = self._relaxed.rows.T.tocsr()
        self._room = self._relaxed.room.copy()
        self._left = np.ones(len(self._relaxed.worth), dtype=bool)
        self._shares = np.zeros(len(self._relaxed.worth))
        self._prices = np.zeros(len(self._room))
        for column, request in enumerate(self._relaxed.request.tolist()):
            slot = state.slot_of[request]
            if slot != NOWHERE:
                self._left[column] = False
                if self._relaxed.classes[self._relaxed.begin[column]] >> slot & 1:
                    self._take(column)

    def down(self, pace: float, steps: int) -> int:
        work = 0
        steps_now = steps * _FIRST
        while len(left := self._open()):
            work += self._ask(left, steps_now)
            steps_now = steps
            self._place(left, max(1, int(pace * len(left))))
        return work

    def _open(self) -> Numbers:
        """The columns that nothing placed so far shuts out."""
        full = (self._room < 1).astype(np.int64)
        self._left &= self._columns @ full == 0
        return np.flatnonzero(self._left)

    def _ask(self, left: Numbers, steps: int) -> int:
        """Let shares and prices settle on what is left."""
        relaxed = self._relaxed
        columns = relaxed.rows[:, left]
        used = np.flatnonzero(np.diff(columns.indptr))
        start = (self._shares[left], self._prices[used])
        worth = relaxed.worth[left] / self._unit
        market = Market(columns[used], self._room[used], worth, start)
        for _ in range(2):
            market.go(steps // 2)
            market.begin_again()
        self._shares[left] = market.shares
        self._prices[:] = 0
        self._prices[used] = market.prices
        return steps * market.effort

    def _place(self, left: Numbers, count: int) -> None:
        shares = self._shares[left]
        for column in left[np.argsort(-shares, kind="stable")].tolist():
            if count <= 0 and self._shares[column] < _SURE:
                break
            if self._left[column]:
                self._left[column] = False
                count -= self._placed(column)

    def _placed(self, column: int) -> bool:
        request = int(self._relaxed.request[column])
        slots = self._state.slots_for(request) & self._relaxed.classes[self._relaxed.begin[column]]
        if self._state.slot_of[request] != NOWHERE or not slots:
            return False
        self._state.place(request, (slots & -slots).bit_length() - 1)
        self._take(column)
        return True

    def _take(self, column: int) -> None:
        entries = self._columns.indptr[column : column + 2]
        rows = self._columns.indices[entries[0] : entries[1]]
        self._room[rows] -= self._columns.data[entries[0] : entries[1]]
