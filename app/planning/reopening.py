"""The search that ends what annealing began: a few slots at a time are planned anew, exactly.

All other slots stay. What waits, and what is placed in the chosen ones, becomes a small integer
program, which HiGHS mostly solves at its root in milliseconds; of plans worth the same it takes a
drawn one, so that the next slots find another plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from app.planning.annealing import ROUND
from app.planning.candidates import Candidates, Flags, Numbers

_NODES = 20
_GAP = 0.002
_NUDGE = 1e-4

WORK_OF_ENTRY = 150
"""What an entry of the integer program costs, in the time of a move."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """What limits the open ways: requests, cells and rooms, and how much of each is left."""

    matrix: csr_array
    left: Numbers


class Reopening:
    """Plans a few slots anew. ``where`` is the plan so far, never worth less than before."""

    def __init__(self, candidates: Candidates, where: Numbers, seed: int) -> None:
        self._ways = candidates
        self.where = where.copy()
        self.worth = int(candidates.worth[where < candidates.none].sum())
        self._chance = np.random.default_rng(seed)
        self._slots = int(candidates.slot.max(initial=0)) + 1

    def run(self, work: int, enough: int, slots: int, tell: Callable[[int], bool]) -> int:
        """Reopen so many slots again and again, or all once; give how much work was done."""
        done = 0
        while done < work and self.worth < enough:
            done += self._reopen(self._chance.permutation(self._slots)[:slots])
            if not tell(done) or slots >= self._slots:
                break
        return done

    def _reopen(self, slots: Numbers) -> int:
        ways = self._ways
        chosen = np.zeros(self._slots + 1, bool)
        chosen[slots] = True
        place = self.where[:-1]
        is_open = (place == ways.none) | chosen[ways.slot[place]]
        near = np.flatnonzero(chosen[ways.slot[:-1]])
        near = near[is_open[ways.request[near]]]
        rows, near = self._rows(near, place[~is_open & (place < ways.none)])
        if not len(near):
            return ROUND
        worth = ways.worth[ways.request[near]]
        answer = milp(
            -worth - self._chance.random(len(near)) * _NUDGE,
            constraints=LinearConstraint(rows.matrix, -np.inf, rows.left),
            integrality=np.ones(len(near)),
            bounds=Bounds(0, 1),
            options={"node_limit": _NODES, "mip_rel_gap": _GAP},
        )
        if answer.x is not None:
            self._take(near, answer.x > 0.5, is_open)
        return ROUND + WORK_OF_ENTRY * int(rows.matrix.nnz)

    def _rows(self, near: Numbers, staying: Numbers) -> tuple[_Rows, Numbers]:
        ways = self._ways
        left = np.ones(ways.cell_count + 1, dtype=np.int64)
        for column in ways.cells:
            left[column[staying]] = 0
        free = np.ones(len(near), bool)
        for column in ways.cells:
            free &= left[column[near]] > 0
        near = near[free]
        room = ways.capacity.copy()
        for column in ways.rooms:
            room -= np.bincount(column[staying], minlength=len(room))
        room[-1] = ways.capacity[-1]
        cells, rooms = len(ways.worth), len(ways.worth) + len(left)
        columns = [
            ways.request[near],
            *(cells + column[near] for column in ways.cells),
            *(rooms + column[near] for column in ways.rooms),
        ]
        limits = np.concatenate([np.ones(len(ways.worth), dtype=np.int64), left, room])
        pairs = np.unique(
            np.concatenate([column * len(near) + np.arange(len(near)) for column in columns])
        )
        size = max(1, len(near))
        used, row = np.unique(pairs // size, return_inverse=True)
        matrix = csr_array((np.ones(len(pairs)), (row, pairs % size)), shape=(len(used), size))
        return _Rows(matrix, limits[used]), near

    def _take(self, near: Numbers, taken: Flags, is_open: Flags) -> None:
        ways = self._ways
        place = self.where[:-1]
        before = int(ways.worth[:-1][is_open & (place < ways.none)].sum())
        after = int(ways.worth[ways.request[near[taken]]].sum())
        if after < before:
            return
        self.where[:-1][is_open] = ways.none
        self.where[ways.request[near[taken]]] = near[taken]
        self.worth += after - before
