"""Fewer idle gaps and an earlier end, by changing two slots for each other, chain by chain.

The meetings of two slots hang together by people who have one in each. All meetings of such a
chain can change their slots together (a Kempe chain of edge colouring) without anybody missing
one, so that worth and shares stay. Chains of two slots have no person in common: what each is
worth is reckoned for all of them at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from random import Random

import numpy as np
from numpy.typing import NDArray

from app.planning.candidates import Flags, Numbers, Rooms, movable
from app.planning.indexed import bits
from app.planning.islands import islands
from app.planning.state import NOWHERE, State
from app.planning.weights import Weights

WORK_OF_PAIR = 4_000
"""What two slots cost, beyond one for each person, in the time of a move of ``annealing``."""

Costs = NDArray[np.float64]

_PAIRS_OF_MEETING = 20
"""More pairs of slots than so many for each meeting are wasted on small events."""

_IN_VAIN = 0.5
"""After which part of its work without anything better it ends."""

_NOTHING = 1e-6

_HOT, _COLD = 0.3, 0.02
"""Temperatures at the beginning and the end, for the weight of a gap, or else of a slot."""

_WARM = 0.06
"""Where it begins with meetings that people know of: hotter ones would forget where they were."""


def close_gaps(
    state: State, rng: Random, work: int, weights: Weights, tell: Callable[[int], bool]
) -> int:
    """Change slots for each other until the work is done; say how much it was."""
    slots = len(state.indexed.slots)
    if slots < 2 or not state.placed:
        return 0
    day = _Day(state, weights)
    step, done, found = WORK_OF_PAIR + len(state.at), 0, 0
    work = min(work, _PAIRS_OF_MEETING * state.placed * step)
    unit = weights.gaps or weights.early
    hot = _WARM if state.stood else _HOT
    drawn = np.random.default_rng(rng.getrandbits(32))
    while done < work and done - found < work * _IN_VAIN and day.can_win and tell(done):
        heat = unit * hot * (_COLD / hot) ** (done / work)
        one, other = sorted(rng.sample(range(slots), 2))
        done += step
        if day.change(one, other, heat, drawn):
            found = done
    day.write()
    return done


class _Day:
    """Who meets when, as arrays, and what it costs."""

    def __init__(self, state: State, weights: Weights) -> None:
        indexed = state.indexed
        slots = range(len(indexed.slots))
        self._state, self._weights = state, weights
        self._at = np.array(state.at, dtype=np.int64).reshape(len(state.at), len(slots))
        self._slot = np.array(state.slot_of, dtype=np.int64)
        self._kind = np.array(state.seating.kind_of, dtype=np.int64)
        self._may_move = np.array(movable(indexed), bool) & (np.array(indexed.length) == 1)
        self._may = [np.array([may >> slot & 1 > 0 for may in indexed.may], bool) for slot in slots]
        begins = [slot for slot in slots if not slot or not indexed.follows >> (slot - 1) & 1]
        self._stretch = [sum(begin <= slot for begin in begins) - 1 for slot in slots]
        self._bit = [1 << (slot - begins[self._stretch[slot]]) for slot in slots]
        self._busy = np.zeros((len(begins), len(state.at)), dtype=np.int64)
        for slot in slots:
            self._busy[self._stretch[slot]] |= (self._at[:, slot] != NOWHERE) * self._bit[slot]
        self._rooms = Rooms(indexed)
        self._left = self._rooms.capacity()
        placed = np.flatnonzero(self._slot != NOWHERE)
        for column in self._rooms.of(placed, self._slot[placed], self._kind[placed]):
            self._left -= np.bincount(column, minlength=len(self._left))
        self._left[-1] = len(indexed.requests) + 1
        self._place = np.zeros(len(indexed.requests), dtype=np.int64)
        self._stood = np.full(len(self._slot), NOWHERE)
        for request, (slot, _) in state.stood.items():
            self._stood[request] = slot
        self._best_slot = self._slot.copy()
        self._cost_now = self.best = self._cost_as_it_is()
        self._least = weights.early * _least_lateness(state)

    @property
    def can_win(self) -> bool:
        """Whether a better day is thinkable."""
        return self.best > self._least + _NOTHING

    def _cost_as_it_is(self) -> float:
        gaps = sum(int(_gaps(busy).sum()) for busy in self._busy)
        lateness = int(self._slot[self._slot != NOWHERE].sum())
        moved = int(((self._stood != NOWHERE) & (self._stood != self._slot)).sum())
        weights = self._weights
        return weights.gaps * gaps + weights.early * lateness + weights.moved * moved

    def change(self, one: int, other: int, heat: float, drawn: np.random.Generator) -> bool:
        """Turn over those chains between two slots that are better so, or dare at this heat.

        Tell whether the day is better than ever before.
        """
        here, there = self._at[:, one], self._at[:, other]
        meetings = np.unique(np.concatenate([here, there]))
        meetings = meetings[meetings != NOWHERE]
        if not len(meetings):
            return False
        count, chain = self._chains(meetings, here, there)
        cost = self._cost(meetings, chain, one, other)
        turns = drawn.standard_exponential(count) * heat >= cost
        turns[chain[~(self._may_move & self._may[one] & self._may[other])[meetings]]] = False
        self._keep_rooms(meetings, chain, turns, one + other)
        self._turn(meetings[turns[chain]], one, other)
        self._cost_now += float(cost[turns].sum())
        if self._cost_now > self.best - _NOTHING:
            return False
        self.best, self._best_slot = self._cost_now, self._slot.copy()
        return True

    def write(self) -> None:
        """Have the state as it was when it was best."""
        self._state.restore(
            tuple(
                (request, slot, kind)
                for request, (slot, kind) in enumerate(
                    zip(self._best_slot.tolist(), self._kind.tolist(), strict=True)
                )
                if slot != NOWHERE
            )
        )

    def _chains(self, meetings: Numbers, here: Numbers, there: Numbers) -> tuple[int, Numbers]:
        self._place[meetings] = np.arange(len(meetings))
        both = (here != NOWHERE) & (there != NOWHERE)
        return islands(len(meetings), self._place[here[both]], self._place[there[both]])

    def _cost(self, meetings: Numbers, chain: Numbers, one: int, other: int) -> Costs:
        """What each chain would cost more if it were turned over."""
        now, stood = self._slot[meetings], self._stood[meetings]
        later = one + other - 2 * now
        leaves = (stood == now).astype(int) - (stood == one + other - now)
        cost = np.bincount(
            chain, weights=self._weights.early * later + self._weights.moved * leaves
        )
        alone = np.flatnonzero((self._at[:, one] != NOWHERE) != (self._at[:, other] != NOWHERE))
        meeting = np.maximum(self._at[alone, one], self._at[alone, other])
        more = np.zeros(len(alone), dtype=np.int64)
        turned = {self._stretch[one]: self._bit[one]}
        turned[self._stretch[other]] = turned.get(self._stretch[other], 0) | self._bit[other]
        for stretch, both in turned.items():
            busy = self._busy[stretch, alone]
            more += _gaps(busy ^ both) - _gaps(busy)
        of_chain = chain[self._place[meeting]]
        return cost + self._weights.gaps * np.bincount(of_chain, more, minlength=len(cost))

    def _keep_rooms(self, meetings: Numbers, chain: Numbers, turns: Flags, ends: int) -> None:
        """Leave turned over only what finds room where it goes, in a drawn order."""
        going = np.flatnonzero(turns[chain])
        requests, slots = meetings[going], self._slot[meetings[going]]
        kinds = self._kind[requests]
        out = np.concatenate(self._rooms.of(requests, slots, kinds))
        come = np.concatenate(self._rooms.of(requests, ends - slots, kinds))
        whose = np.tile(chain[going], len(out) // max(1, len(going)))
        many = len(self._left)
        keys, change = np.unique(
            np.concatenate([whose * many + out, whose * many + come]), return_inverse=True
        )
        sign = np.concatenate([np.ones(len(out)), -np.ones(len(come))])
        more = np.bincount(change, weights=sign, minlength=len(keys)).astype(np.int64)
        rooms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at in np.flatnonzero(more).tolist():
            rooms[int(keys[at]) // many].append((int(keys[at]) % many, int(more[at])))
        for each, changes in rooms.items():
            if all(self._left[room] + freed >= 0 for room, freed in changes):
                for room, freed in changes:
                    self._left[room] += freed
            else:
                turns[each] = False

    def _turn(self, meetings: Numbers, one: int, other: int) -> None:
        turned = np.zeros(len(self._slot) + 1, bool)
        turned[meetings] = True
        whose = np.flatnonzero(turned[self._at[:, one]] | turned[self._at[:, other]])
        alone = (self._at[whose, one] == NOWHERE) != (self._at[whose, other] == NOWHERE)
        self._busy[self._stretch[one], whose[alone]] ^= self._bit[one]
        self._busy[self._stretch[other], whose[alone]] ^= self._bit[other]
        self._at[whose, one], self._at[whose, other] = (
            self._at[whose, other],
            self._at[whose, one],
        )
        self._slot[meetings] = one + other - self._slot[meetings]


def _least_lateness(state: State) -> float:
    """Sum the earliest slots that everybody's meetings could have, each for themselves alone."""
    indexed = state.indexed
    least = [0.0] * len(indexed.people)
    for person, count in enumerate(state.count):
        least[person] = sum(islice(bits(indexed.available[person]), count))
    return sum(least) / max((len(people) for people in indexed.people_of), default=1)


def _gaps(busy: Numbers) -> Numbers:
    """Count the idle stretches in sets of slots that follow on each other."""
    begins: Numbers = np.bitwise_count(busy & ~(busy << 1)).astype(np.int64)
    return np.maximum(begins - 1, 0)
