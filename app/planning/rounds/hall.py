"""Rounds as arrays, while seats are looked for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.planning.rounds.problem import Guest, RoundsWanted

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]
Costs = NDArray[np.float32]

NEVER = np.float32(1e9)
NOWHERE = -1


class HallRound:
    """One round. Empty chairs stand behind the people, as many as make all tables alike.

    ``people`` are numbers of guests. ``table`` says where each of them and each chair is, and
    ``known`` where somebody sat already; both by place among the ``numbers`` of tables. Rows of
    ``stray`` are what each table costs somebody.
    """

    def __init__(self, wanted: RoundsWanted, guests: Sequence[Guest], number: int) -> None:
        stands = wanted.standing(number)
        here = [p for p, guest in enumerate(guests) if guest.is_in(number)]
        self.numbers = wanted.tables(number)
        self.tables = len(self.numbers)
        self.people = np.array(here, dtype=np.int32)
        order = {table: place for place, table in enumerate(self.numbers)}
        seats = [stands.seats.get(guests[p].name, NOWHERE) for p in here]
        self.known = np.array([order.get(table, NOWHERE) for table in seats], dtype=np.int32)
        self.room = -(-len(here) // self.tables) if here else 0
        self.size = self.room * self.tables
        self.large = self.tables - (self.size - len(here))
        self.table = np.full(self.size, NOWHERE, dtype=np.int32)
        self.is_fixed = np.zeros(self.size, dtype=bool)
        self.stray = np.zeros((self.size, self.tables), dtype=np.float32)
        rows = np.flatnonzero(self.known >= 0)
        if stands.is_firm:
            self.is_fixed[rows] = True
            self.table[rows] = self.known[rows]
        elif rows.size:
            self.stray[rows] = wanted.change
            self.stray[rows, self.known[rows]] = 0
        self.is_open = self.tables > 1 and not self.is_fixed[: len(here)].all()

    @property
    def here(self) -> int:
        """How many people take part."""
        return len(self.people)

    def seat_chairs(self) -> None:
        """Put the empty chairs where the fewest people sit, one to a table."""
        used = np.bincount(self.table[: self.here], minlength=self.tables)
        for chair in range(self.here, self.size):
            self.table[chair] = table = int(np.argmin(used))
            used[table] += 1

    def together(self) -> Flags:
        """Tell of each two people whether they sit at one table; nobody sits with themselves."""
        at = self.table[: self.here]
        found: Flags = (at[:, None] == at[None, :]) & (at >= 0)[:, None]
        np.fill_diagonal(found, val=False)
        return found


class Hall:
    """All rounds, and how often each two guests ``met`` in those that are counted."""

    def __init__(self, wanted: RoundsWanted) -> None:
        self.guests = sorted(wanted.guests, key=lambda guest: guest.name)
        count = len(self.guests)
        self.met = np.zeros((count, count), dtype=np.int32)
        self.alike = _alike(wanted, self.guests)
        # To meet again must be worse than all that one exchange can mend otherwise.
        self.again = np.float32(1 + 4 * wanted.size * sum(wanted.weights))
        self.rounds = [HallRound(wanted, self.guests, n) for n in range(wanted.rounds)]
        for each in self.rounds:
            each.stray *= self.again
            self.count(each, by=1)

    @property
    def is_plain(self) -> bool:
        """Tell whether everybody is in every round, and nobody has or had a seat."""
        everybody = len(self.guests)
        return all(each.here == everybody and (each.known < 0).all() for each in self.rounds)

    def count(self, each: HallRound, by: int) -> None:
        """Count who meets whom in a round as it is now; or, by -1, no longer."""
        self.met[np.ix_(each.people, each.people)] += by * each.together().astype(np.int32)

    def price(self, each: HallRound) -> Costs:
        """Give what it costs that two sit together in a round, which is not counted just now."""
        here, among = each.here, np.ix_(each.people, each.people)
        price = np.zeros((each.size, each.size), dtype=np.float32)
        price[:here, :here] = self.again * self.met[among] + self.alike[among]
        price[here:, here:] = NEVER
        np.fill_diagonal(price, 0)
        return price

    def cost(self) -> float:
        """Give what all seats cost, every round counted."""
        again = (self.met * (self.met - 1)).sum(dtype=np.int64) / 4
        found = float(self.again) * float(again)
        for each in self.rounds:
            among = np.ix_(each.people, each.people)
            found += float(self.alike[among][each.together()].sum()) / 2
            found += float(each.stray[np.arange(each.here), each.table[: each.here]].sum())
        return found


def _alike(wanted: RoundsWanted, guests: Sequence[Guest]) -> Costs:
    cost = np.zeros((len(guests), len(guests)), dtype=np.float32)
    for trait, weight in enumerate(wanted.weights):
        _, of = np.unique([guest.traits[trait] for guest in guests], return_inverse=True)
        known = np.array([bool(guest.traits[trait]) for guest in guests])
        cost += weight * ((of[:, None] == of[None, :]) & known[:, None] & known[None, :])
    np.fill_diagonal(cost, 0)
    return cost
