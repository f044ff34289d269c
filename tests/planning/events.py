"""Big events out of a seed, for tests and benchmarks."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from math import exp
from statistics import NormalDist

from app.planning.problem import EVERY_SLOT, Person, Problem, Request, Slot, Table


@dataclass(frozen=True, slots=True)
class BigEvent:
    """So many of everything; ``problem`` makes the event that a seed stands for.

    ``wanted`` requests are distinct pairs; ``two_sided`` ones join the first half of the delegates
    to the second. ``free`` is the chance that a delegate can meet in a slot, drawn for each.
    ``spread`` says how unevenly delegates are sought: 0 is evenly, else the weights they are drawn
    with have logarithms of this standard deviation. ``mutual`` and ``urgent`` are shares of the
    requests; a mutual one is worth 2, an urgent one 3 more. Slots fall into ``blocks`` of like
    size.
    """

    delegates: int
    slots: int
    tables: int
    wanted: int
    two_sided: bool = False
    free: float = 1.0
    spread: float = 0.0
    mutual: float = 0.0
    urgent: float = 0.0
    blocks: int = 1

    def problem(self, seed: int = 1) -> Problem:
        """Draw the event."""
        rng = random.Random(seed)
        pairs = self._pairs(rng)
        return Problem(
            slots=tuple(
                Slot(f"s{slot:02}", f"b{slot * self.blocks // self.slots}")
                for slot in range(self.slots)
            ),
            people=tuple(
                Person(_delegate(number), self._free(rng)) for number in range(self.delegates)
            ),
            tables=tuple(Table(f"t{number:04}") for number in range(self.tables)),
            requests=tuple(
                Request(f"r{number:05}", (_delegate(one), _delegate(other)), self._worth(rng))
                for number, (one, other) in enumerate(pairs)
            ),
        )

    def _pairs(self, rng: random.Random) -> list[tuple[int, int]]:
        weights = [
            exp(self.spread * NormalDist().inv_cdf((number + 0.5) / self.delegates))
            for number in range(self.delegates)
        ]
        rng.shuffle(weights)
        half = self.delegates // 2 if self.two_sided else self.delegates
        rest = half if self.two_sided else 0
        here, there = range(half), range(rest, self.delegates)
        sought_here = list(accumulate(weights[:half]))
        sought_there = list(accumulate(weights[rest:]))
        pairs: set[tuple[int, int]] = set()
        while len(pairs) < self.wanted:
            one = rng.choices(here, cum_weights=sought_here)[0]
            other = rng.choices(there, cum_weights=sought_there)[0]
            if one != other:
                pairs.add((min(one, other), max(one, other)))
        return rng.sample(sorted(pairs), self.wanted)

    def _free(self, rng: random.Random) -> int:
        if self.free >= 1:
            return EVERY_SLOT
        return sum(1 << slot for slot in range(self.slots) if rng.random() < self.free)

    def _worth(self, rng: random.Random) -> int:
        if not self.mutual and not self.urgent:
            return 1
        return 1 + (rng.random() < self.mutual) + 3 * (rng.random() < self.urgent)


def _delegate(number: int) -> str:
    return f"d{number:05}"


EVENTS = {
    "400 × 20, 130 tables": BigEvent(400, 20, 130, 2_400, spread=0.62),
    "400 × 20, 130 tables, two-sided": BigEvent(400, 20, 130, 2_400, two_sided=True, spread=0.84),
    "2,000 × 24, 250 tables": BigEvent(2_000, 24, 250, 10_000, spread=0.65),
    "2,000 × 24, 430 tables": BigEvent(2_000, 24, 430, 10_000, spread=0.65),
    "400 × 20, 80 tables, free 50 %": BigEvent(400, 20, 80, 2_400, free=0.5, spread=0.54),
    "400 × 20, 200 tables, free 35 %": BigEvent(400, 20, 200, 2_400, free=0.35, spread=0.13),
    "2,000 × 24, 330 tables, free 45 %": BigEvent(2_000, 24, 330, 10_000, free=0.45, spread=0.53),
}
"""Events as big as real ones; ``spread`` makes people as scarce as they were measured to be."""
