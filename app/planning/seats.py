"""Who sits where, once every meeting has its slot: as few changes of table as can be found.

Each slot is one assignment problem, solved exactly with the slots around it as they are; the day
is gone through until a round no longer helps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import lap
import numpy as np
from numpy.typing import NDArray

from app.planning.indexed import bits
from app.planning.state import NOWHERE, State
from app.planning.weights import BALANCED, Weights

_NEVER = 1e7
_ROUNDS = 4

Tables = dict[int, int]


def seat(
    state: State,
    keep: Mapping[int, int] | None = None,
    weights: Weights = BALANCED,
    tell: Callable[[int], bool] = lambda _done: True,
) -> Tables:
    """Give every meeting a table of its own, by numbers of request and table.

    Args:
        state: What is placed. Its kinds of table prove that a table is left for everyone.
        keep: Tables that people know of, by request; all of requests that are placed.
        weights: What another table, another zone and a table that nobody knows of cost.
        tell: Told now and then; if it says false, everybody has a table, but not the best one.
    """
    return _Hall(state, keep or {}, weights).seat(tell)


class _Hall:
    def __init__(self, state: State, keep: Mapping[int, int], weights: Weights) -> None:
        indexed = state.indexed
        self._state, self._indexed, self._keep = state, indexed, keep
        self._weights = weights
        self._tables: Tables = dict(self._keep)
        self._begin: list[list[int]] = [[] for _ in indexed.slots]
        for request, slot in enumerate(state.slot_of):
            if slot != NOWHERE:
                self._begin[slot].append(request)
        # A kind of table is counted, not numbered: only within it is a long meeting sure to
        # find one table for all its slots, and somebody from afar one near enough.
        self._strict = indexed.any_far or max(indexed.length, default=1) > 1
        self._walks = [not person.table for person in indexed.people]
        zones = sorted({table.zone for table in indexed.tables})
        self._zone = np.array([zones.index(table.zone) for table in indexed.tables], dtype=int)
        self._rows: dict[int, NDArray[np.bool_]] = {}
        self._open = [
            np.array([bool(table.open >> slot & 1) for table in indexed.tables], dtype=bool)
            for slot in range(len(indexed.slots))
        ]

    def seat(self, tell: Callable[[int], bool]) -> Tables:
        slots = range(len(self._indexed.slots))
        for slot in slots:
            self._seat_slot(slot, self._begin[slot])
        singles = [[r for r in begin if self._indexed.length[r] == 1] for begin in self._begin]
        best, least = dict(self._tables), self._cost()
        for turn in range(_ROUNDS):
            for slot in slots if turn % 2 else reversed(slots):
                if not tell(0):
                    return best
                self._seat_slot(slot, singles[slot])
            cost = self._cost()
            if cost >= least:
                break
            best, least = dict(self._tables), cost
        return best

    def _cost(self) -> float:
        moved = sum(self._tables[request] != table for request, table in self._keep.items())
        changes = changes_of(self._state, self._tables)
        return self._weights.table_changes * changes + self._weights.moved * moved

    def _seat_slot(self, slot: int, meetings: list[int]) -> None:
        if not meetings:
            return
        cost = np.full((len(meetings), len(self._indexed.tables)), 2.0)
        free = self._open[slot] & ~self._taken(slot, set(meetings))
        for row, request in enumerate(meetings):
            self._draw(cost[row], request, slot)
            cost[row][~(free & self._allowed(request))] = _NEVER
        _least, rows, columns = lap.lapjvx(cost, extend_cost=True)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            self._tables[meetings[row]] = column

    def _taken(self, slot: int, but: set[int]) -> NDArray[np.bool_]:
        taken = np.zeros(len(self._indexed.tables), dtype=bool)
        for begin in range(max(0, slot - max(self._indexed.length) + 1), slot + 1):
            for request in self._begin[begin]:
                if begin + self._indexed.length[request] > slot and request not in but:
                    taken[self._tables[request]] = True
        return taken

    def _draw(self, cost: NDArray[np.float64], request: int, slot: int) -> None:
        """Make the tables that its people come from and go to cheaper."""
        end = slot + self._indexed.length[request]
        for person in self._indexed.people_of[request]:
            if not self._walks[person]:
                continue
            at = self._state.at[person]
            before = next((each for each in reversed(at[:slot]) if each != NOWHERE), NOWHERE)
            after = next((each for each in at[end:] if each != NOWHERE), NOWHERE)
            for other in (before, after):
                table = self._tables.get(other)
                if table is not None:
                    cost += self._weights.ways * (self._zone != self._zone[table])
                    cost[table] -= self._weights.table_changes
        if request in self._keep:
            cost[self._keep[request]] -= self._weights.moved

    def _allowed(self, request: int) -> NDArray[np.bool_]:
        mask = self._indexed.allowed[request]
        if self._strict:
            mask &= self._indexed.tables_of_kind[self._state.seating.kind_of[request]]
        if mask not in self._rows:
            row = np.zeros(len(self._indexed.tables), dtype=bool)
            row[list(bits(mask))] = True
            self._rows[mask] = row
        return self._rows[mask]


def changes_of(state: State, tables: Mapping[int, int]) -> int:
    """Count how often anybody has another table than in their meeting before."""
    changes = 0
    for at in state.at:
        last = NOWHERE
        for request in at:
            if request not in (NOWHERE, last):
                changes += last != NOWHERE and tables[request] != tables[last]
                last = request
    return changes
