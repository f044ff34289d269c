"""The search for the most worth: requests that wait push in, as many at once as don't collide.

Each round draws a way for every waiting request. It costs what its cells hold now; if that is
worth no more than the request, or by the chance of the temperature, those have to wait instead.
A round is a few dozen operations on whole arrays, so that ten million moves take a second.
Source of the principle: Kirkpatrick, Gelatt and Vecchi, Science 1983.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.planning.candidates import Candidates, Flags, Numbers

Heat = tuple[float, float]

FROM_ANY = (0.14, 0.06)
"""Temperatures at the beginning and the end, for the smallest difference of worth."""

FROM_GOOD = (0.07, 0.05)
"""The same for a plan that hotter ones would only spoil."""

ROUND = 600
"""What a round costs beyond one for each request that waits, in the time of a move."""

_TELL_EVERY = 64

_HOME = 0.25
"""What it is worth to leave a meeting where people know it to be, of the smallest difference."""


@dataclass(frozen=True, slots=True)
class _Move:
    """Requests that push in, each by its way, at what loss, and whom they push out.

    ``strays``: how many meetings fewer each leaves where people know them to be.
    """

    request: Numbers
    way: Numbers
    loss: Numbers
    strays: Numbers
    holders: list[Numbers]

    def only(self, these: Flags | Numbers) -> _Move:
        return _Move(
            self.request[these],
            self.way[these],
            self.loss[these],
            self.strays[these],
            [holder[these] for holder in self.holders],
        )


class Annealing:
    """A plan in arrays. ``where`` is the candidate taken by each request, ``best`` the best so far.

    Every state between two rounds keeps every rule. Of states that are worth as much, the better
    one has more meetings ``at_home``, where they stood before; if it is ``homing``, it keeps close
    to such states.
    """

    def __init__(self, candidates: Candidates, seed: int, *, homing: bool = False) -> None:
        self._ways = candidates
        self._home_worth = _HOME if homing else 0.0
        self._chance = np.random.default_rng(seed)
        self._nobody = len(candidates.worth) - 1
        self._unit = int(np.gcd.reduce(candidates.worth)) or 1
        self._live = np.flatnonzero(candidates.number)
        self._claim_cell = np.zeros(candidates.cell_count + 1, dtype=np.int64)
        self._claim_request = np.zeros(self._nobody + 1, dtype=np.int64)
        self.take(candidates.start)

    def take(self, where: Numbers) -> None:
        """Go on from another plan."""
        ways = self._ways
        self.where = where.copy()
        placed = np.flatnonzero(where < ways.none)
        taken = where[placed]
        self._holds = np.full(ways.cell_count + 1, self._nobody)
        for column in ways.cells:
            self._holds[column[taken]] = placed
        self._used = np.zeros(len(ways.capacity), dtype=np.int64)
        for column in ways.rooms:
            self._used += np.bincount(column[taken], minlength=len(self._used))
        self._used[-1] = 0
        self.worth = int(ways.worth[placed].sum())
        self.at_home = int((self.where == ways.home).sum())
        self._keep()

    def run(self, work: int, enough: int, heat: Heat, tell: Callable[[int], bool]) -> int:
        """Cool down over so much work; give how much was done.

        Args:
            work: Moves to try.
            enough: The worth at which there is nothing left to win.
            heat: How hot it begins and ends.
            tell: Told the work done now and then; false ends the search.
        """
        done = rounds = 0
        while done < work and self.best_worth < enough:
            now = heat[0] * (heat[1] / heat[0]) ** (done / work)
            tried = self._round(now * self._unit)
            if not tried:
                break
            done += tried + ROUND
            if (self.worth, self.at_home) > (self.best_worth, self._best_at_home):
                self._keep()
            rounds += 1
            if rounds % _TELL_EVERY == 0 and not tell(done):
                break
        return done

    def _keep(self) -> None:
        self.best, self.best_worth = self.where.copy(), self.worth
        self._best_at_home = self.at_home

    def _round(self, heat: float) -> int:
        ways = self._ways
        waiting = self._live[self.where[self._live] == ways.none]
        if not len(waiting):
            return 0
        pick = self._chance.random(len(waiting)) * ways.number[waiting]
        way = ways.first[waiting] + pick.astype(np.int64)
        holders = self._holders(way)
        loss, strays = -ways.worth[waiting], -(way == ways.home[waiting]).astype(np.int64)
        for holder in holders:
            loss += ways.worth[holder]
            strays += self.where[holder] == ways.home[holder]
        chance = self._chance.standard_exponential(len(waiting)) * heat
        dares = np.flatnonzero(chance > loss + self._home_worth * self._unit * strays)
        # Whoever comes last in the arrays wins a cell: in one order, the same ones always would.
        dares = self._chance.permutation(dares)
        move = _Move(waiting, way, loss, strays, holders).only(dares)
        move = move.only(self._first_come(move))
        self._push_in(move.only(self._fits(move)))
        return len(waiting)

    def _holders(self, way: Numbers) -> list[Numbers]:
        """Give whom each way pushes out, nobody twice."""
        found: list[Numbers] = []
        for column in self._ways.cells:
            holder = self._holds[column[way]]
            for other in found:
                holder[holder == other] = self._nobody
            found.append(holder)
        return found

    def _first_come(self, move: _Move) -> Flags:
        """Leave of those that want one cell, or push one meeting out, only one."""
        marks = np.arange(len(move.way))
        cells = [column[move.way] for column in self._ways.cells]
        for cell in cells:
            self._claim_cell[cell] = marks
        for holder in move.holders:
            self._claim_request[holder] = marks
        wins: Flags = self._claim_cell[cells[0]] == marks
        for cell in cells[1:]:
            wins &= self._claim_cell[cell] == marks
        for holder in move.holders:
            wins &= (self._claim_request[holder] == marks) | (holder == self._nobody)
        return wins

    def _fits(self, move: _Move) -> Flags:
        """Leave what finds room, counting only what it pushes out itself."""
        fits = np.ones(len(move.way), bool)
        for column in self._ways.rooms:
            room = column[move.way]
            needs = np.flatnonzero(fits & ~self._leaves(room, move.holders))
            order = needs[np.argsort(room[needs], kind="stable")]
            rooms = room[order]
            turn = np.arange(len(rooms)) - np.searchsorted(rooms, rooms)
            fits[order[self._used[rooms] + turn >= self._ways.capacity[rooms]]] = False
        return fits

    def _leaves(self, room: Numbers, holders: list[Numbers]) -> Flags:
        """Whether somebody whom it pushes out is in the room that it needs."""
        leaves = np.zeros(len(room), bool)
        for holder in holders:
            place = self.where[holder]
            for column in self._ways.rooms:
                leaves |= column[place] == room
        return leaves

    def _push_in(self, move: _Move) -> None:
        ways, way, rooms = self._ways, move.way, len(self._used)
        out = np.concatenate(move.holders)
        left = self.where[out]
        for column in ways.cells:
            self._holds[column[left]] = self._nobody
        for column in ways.rooms:
            self._used += np.bincount(column[way], minlength=rooms)
            self._used -= np.bincount(column[left], minlength=rooms)
        self._used[-1] = 0
        self.where[out] = ways.none
        self.where[move.request] = way
        for column in ways.cells:
            self._holds[column[way]] = move.request
        self.worth -= int(move.loss.sum())
        self.at_home -= int(move.strays.sum())
