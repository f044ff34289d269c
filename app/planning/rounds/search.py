"""Looks for better seats.

A tabu search: of all exchanges the best is made, also where it is a loss, and whoever moved stays
for a while. First two seats of one round are exchanged; empty chairs like people, never two to one
table, so that tables differ by one at most. Then two people in all rounds at once, which leaves it
as it is how often people meet again, and mixes the tables better.
Source of the principle: Dotú and Van Hentenryck, Scheduling social golfers locally, CPAIOR 2005.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from app.planning.rounds.bounds import least_alike, least_repeats
from app.planning.rounds.hall import NEVER, Costs, Flags, Hall, HallRound
from app.planning.rounds.problem import RoundsWanted

Watch = Callable[[float], bool]
"""Told the share of the work that is done; false stops the search, which keeps the best so far."""

_BESIDE = 3_000
"""What a step costs beyond the exchanges it values, in the time of one."""

_BY_SEATS = 0.75
_TELL_EVERY = 32
_SHORTEST, _LONGEST = 4, 14
"""So many steps of its round somebody stays who moved."""


class Search:
    """Exchanges seats, and leaves the hall as it was best."""

    def __init__(self, wanted: RoundsWanted, hall: Hall) -> None:
        self._hall = hall
        self._random = np.random.default_rng(len(hall.guests))
        self._cost = self._least = hall.cost()
        self._best = [each.table.copy() for each in hall.rounds]
        self._floor = float(hall.again) * least_repeats(wanted) + sum(
            weight * least_alike(wanted, trait) for trait, weight in enumerate(wanted.weights)
        )

    def run(self, watch: Watch, work: int) -> None:
        """Look until nothing can be better or the work is done."""
        going = self._exchange_seats(watch, work)
        self._restore()
        if going and self._hall.is_plain and self._hall.alike.any():
            self._exchange_people(watch, work)
            self._restore()
        watch(1.0)

    def _exchange_seats(self, watch: Watch, work: int) -> bool:
        rounds = self._hall.rounds
        moved = [np.full(each.size, -_LONGEST) for each in rounds]
        turns = [number for number, each in enumerate(rounds) if each.is_open]
        spent, step, until = 0, 0, _BY_SEATS * work
        while turns and spent < until and self._least > self._floor:
            if step % _TELL_EVERY == 0 and not watch(spent / work):
                return False
            number = turns[step % len(turns)]
            each = rounds[number]
            self._hall.count(each, by=-1)
            change = self._by_seats(each)
            pair = self._drawn(change, moved[number], step // len(turns))
            if pair is not None:
                each.table[[*pair]] = each.table[[*pair[::-1]]]
            self._hall.count(each, by=1)
            spent += each.size**2 + _BESIDE
            step += 1
            self._keep()
        return True

    def _exchange_people(self, watch: Watch, work: int) -> None:
        count = len(self._hall.guests)
        moved = np.full(count, -_LONGEST)
        together = self._hall.alike @ self._hall.met.astype(np.float32)
        spent, step, until = 0, 0, (1 - _BY_SEATS) * work
        while spent < until and self._least > self._floor:
            if step % _TELL_EVERY == 0 and not watch(_BY_SEATS + spent / work):
                return
            pair = self._drawn(self._by_people(together), moved, step)
            if pair is not None:
                self._exchange(pair, together)
            spent += 2 * count**2 + _BESIDE
            step += 1
            self._keep()

    def _drawn(self, change: Costs, moved: np.ndarray, turn: int) -> tuple[int, int] | None:
        """Choose the best exchange, of several by lot; none if there is none that may be."""
        rests = turn - moved < self._random.integers(_SHORTEST, _LONGEST, len(moved))
        change[(rests[:, None] | rests[None, :]) & (change + self._cost >= self._least)] = NEVER
        # Costs are whole: less than one decides between those that are alike.
        drawn = change + self._random.random(change.shape, dtype=np.float32)
        one, other = divmod(int(np.argmin(drawn)), len(moved))
        if change[one, other] >= NEVER:
            return None
        moved[[one, other]] = turn
        self._cost += float(change[one, other])
        return one, other

    def _by_seats(self, each: HallRound) -> Costs:
        """Give what it costs more to exchange each two seats of a round that is not counted."""
        price = self._hall.price(each)
        there: Costs = (_by_table(price, each) + each.stray)[:, each.table]
        return _where(
            _exchanged(there) - 2 * price,
            (each.table[:, None] != each.table[None, :])
            & ~(each.is_fixed[:, None] | each.is_fixed[None, :]),
        )

    def _exchange(self, pair: tuple[int, int], together: Costs) -> None:
        """Exchange two people in all rounds, and keep ``together`` what it is said to be."""
        hall, both, there = self._hall, [*pair], [*pair[::-1]]
        for each in hall.rounds:
            each.table[both] = each.table[there]
        before = hall.met[both[0]].copy()
        hall.met[both] = hall.met[there]
        hall.met[:, both] = hall.met[:, there]
        more = (hall.met[both[0]] - before).astype(np.float32)
        together += np.outer(hall.alike[:, both[0]] - hall.alike[:, both[1]], more)
        together[:, both] = hall.alike @ hall.met[:, both].astype(np.float32)

    def _by_people(self, together: Costs) -> Costs:
        """Give what it costs more to exchange each two people in all rounds.

        ``together`` is what each person is alike with those whom each other one meets: the product
        of both matrices, which is kept from step to step, since making it takes a hundred times as
        long.
        """
        met = self._hall.met.astype(np.float32)
        return _where(
            _exchanged(together) + 2 * self._hall.alike * met, ~np.eye(len(met), dtype=np.bool_)
        )

    def _keep(self) -> None:
        if self._cost < self._least:
            self._least = self._cost
            self._best = [each.table.copy() for each in self._hall.rounds]

    def _restore(self) -> None:
        for each, table in zip(self._hall.rounds, self._best, strict=True):
            self._hall.count(each, by=-1)
            each.table = table.copy()
            self._hall.count(each, by=1)
        self._cost = self._least


def _by_table(price: Costs, each: HallRound) -> Costs:
    """Add up what each pays at each table.

    A product of matrices would do the same, and wake up threads for what takes one a moment.
    """
    order = np.argsort(each.table, kind="stable")
    starts = np.searchsorted(each.table[order], np.arange(each.tables))
    found: Costs = np.add.reduceat(price[:, order], np.minimum(starts, each.size - 1), axis=1)
    # Of a table where nobody is, reduceat gives the next one.
    found[:, np.bincount(each.table, minlength=each.tables) == 0] = 0
    return found


def _exchanged(there: Costs) -> Costs:
    """Give the change when two take each other's place; ``there[p, q]``: ``p`` where ``q`` is."""
    now = np.diagonal(there)
    change: Costs = there + there.T - now[:, None] - now[None, :]
    return change


def _where(change: Costs, may: Flags) -> Costs:
    return np.where(may & (change < NEVER / 2), change, NEVER)
