"""Placing as the relaxation would have it: what it is surest of first, then it is asked again.

Where people are free here and there, this ends nearer the bound than any search from a greedy
plan: the prices know that a slot is scarce before it is taken.
"""

from __future__ import annotations

from random import Random

import numpy as np

from app.planning.indexed import bits
from app.planning.market import GoesOn, Market, after
from app.planning.relaxed import Numbers, relax
from app.planning.state import NOWHERE, State

PACE = 0.01
"""Which part of the columns that are left is placed before the relaxation is asked again."""

_PACE_AGAIN = 0.05
_PART = 0.5
"""Which part of the slots is planned anew at a time."""

_SURE = 0.95
_FIRST = 6
_A_TURN = 1_000_000
_STEPS = 50


class Dives:
    """Dives into the relaxation of one problem, with what is placed as a floor."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._relaxed = relax(state.indexed)
        self._unit = float(self._relaxed.worth.max(initial=1))
        self._columns = self._relaxed.rows.T.tocsr()
        self._class_of = np.zeros(len(state.indexed.slots) + 1, dtype=np.int64)
        for number, slots in enumerate(self._relaxed.classes):
            self._class_of[list(bits(slots))] = number
        self._room = self._relaxed.room
        self._left = np.ones(len(self._relaxed.worth), dtype=bool)
        self._shares = np.zeros(len(self._relaxed.worth))
        self._prices = np.zeros(len(self._room))

    def down(
        self, pace: float = PACE, steps: int = _STEPS, tell: GoesOn = lambda _done: True
    ) -> int:
        """Place what waits, until nothing finds a place; give how much work was done.

        What is placed already stays. The smaller the ``pace`` and the more ``steps`` between two
        placings, the better and slower. Work is entries of the relaxation touched, of which a
        second does 300 million. ``tell`` may end it before.
        """
        self._begin()
        work = 0
        steps_now = steps * _FIRST
        while len(left := self._open()) and tell(work):
            work += self._ask(left, steps_now, after(work, tell))
            steps_now = steps
            self._place(left, max(1, int(pace * len(left))))
        return work

    def again(self, rng: Random, work: int, enough: int, tell: GoesOn) -> int:
        """Plan half of the slots anew, again and again; give how much work was done.

        The state is never worth less than before.
        """
        state, done = self._state, 0
        slots = range(len(state.indexed.slots))
        while done < work and state.worth < enough and tell(done):
            before, worth = state.snapshot(), state.worth
            chosen = set(rng.sample(slots, max(1, round(_PART * len(slots)))))
            for request, slot, _ in before:
                if slot in chosen and not state.indexed.fixed[request]:
                    state.take_out(request)
            done += _A_TURN
            done += self.down(_PACE_AGAIN, tell=after(done, tell))
            if state.worth < worth:
                state.restore(before)
        return done

    def _begin(self) -> None:
        """Give what is placed its room."""
        relaxed = self._relaxed
        slot = np.array(self._state.slot_of, dtype=np.int64)[relaxed.request]
        placed = slot != NOWHERE
        taken = placed & (self._class_of[slot] == relaxed.begin)
        self._room = relaxed.room - relaxed.rows @ taken.astype(np.int64)
        self._left = ~placed
        self._shares[:] = 0
        self._prices[:] = 0

    def _open(self) -> Numbers:
        """The columns that nothing placed so far shuts out."""
        full = (self._room < 1).astype(np.int64)
        self._left &= self._columns @ full == 0
        return np.flatnonzero(self._left)

    def _ask(self, left: Numbers, steps: int, goes_on: GoesOn) -> int:
        """Let shares and prices settle on what is left."""
        relaxed = self._relaxed
        columns = relaxed.rows[:, left]
        used = np.flatnonzero(np.diff(columns.indptr))
        start = (self._shares[left], self._prices[used])
        worth = relaxed.worth[left] / self._unit
        market = Market(columns[used], self._room[used], worth, start)
        work = 0
        for _ in range(2):
            work += market.go(steps // 2, after(work, goes_on))
            market.begin_again()
        self._shares[left] = market.shares
        self._prices[:] = 0
        self._prices[used] = market.prices
        return work

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
