"""Every single meeting that could be held in place of one that can't, within all rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.sparse import csc_matrix

from app.planning.ground import Grid, Ground, Numbers, Ways
from app.planning.near import blockers, near_ways
from app.planning.rows import rows_of

NONE = -1

_IDLE = 48


class Sort(StrEnum):
    """What is suggested."""

    OTHER_TABLE = "other_table"
    """The same people in the same slot, at another table."""
    SAME_PAIR_LATER = "same_pair_later"
    SAME_PAIR_EARLIER = "same_pair_earlier"
    NEW_PARTNER_NOW = "new_partner_now"
    NEW_PARTNER_LATER = "new_partner_later"
    """Somebody else for a person left waiting, in that person's next free slot."""
    IDLE_TABLE = "idle_table"
    """Others who wish to meet use the place; whoever waits goes on waiting."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be helped: the request ``item`` or ``NONE``, which was ``planned`` for a slot.

    ``waiting``: people, by number, who are there in ``slot`` and have nobody to meet. For each
    person, ``met`` counts meetings of today and ``times_moved`` how often they were moved.
    """

    item: int
    planned: int
    slot: int
    waiting: tuple[int, ...]
    met: Numbers
    times_moved: Numbers


@dataclass(frozen=True, slots=True)
class Idea:
    """Numbers of ways: the new meeting's first, then that of a meeting which gives way to it."""

    sort: Sort
    ways: tuple[int, ...]


def ideas(ground: Ground, case: Case) -> tuple[Ways, list[Idea]]:
    """Find what could be held, each for itself, and the ways that the ideas are made of."""
    ways = _ways(ground, case)
    first, _ = blockers(ground, ways)
    moves = ground.moves(ways)
    alone = np.flatnonzero(~moves & (first == NONE))
    after_move = np.flatnonzero(~moves & (first != NONE))
    mover = ground.stand_of[ways.item]
    pairs = [
        (new, move)
        for new in after_move.tolist()
        for move in np.flatnonzero(moves & (mover == first[new])).tolist()
    ]
    takes = _Fitting(ground, ways)
    found = [(way,) for way, fits in zip(alone.tolist(), takes.alone(alone), strict=True) if fits]
    both = [pair for pair, fits in zip(pairs, takes.together(pairs), strict=True) if fits]
    return ways, [Idea(_sort(ground, case, ways, idea[0]), idea) for idea in (*found, *both)]


def _ways(ground: Ground, case: Case) -> Ways:
    """Those of the case with one move at most, and in its slot those of everybody else."""
    asked = np.zeros(len(ground.requests), dtype=bool)
    allowed = np.zeros((len(ground.requests), ground.slots), dtype=bool)
    for person in case.waiting:
        theirs = (ground.people_of == person).any(axis=1) & (ground.stand_of < 0)
        asked |= theirs
        allowed[np.ix_(theirs, _now_and_next(ground.open[person], case.slot))] = True
    if case.item != NONE:
        asked[case.item] = True
        allowed[case.item] = True
    new = np.flatnonzero(asked & (ground.stand_of < 0))
    people = np.zeros(ground.nobody + 1, dtype=bool)
    people[ground.people_of[new]] = True
    people[ground.nobody] = False
    movers = ground.movers()
    ways = ground.ways_for(new, movers[people[ground.people_of[movers]].any(axis=1)])
    ways = ways.only(ground.moves(ways) | allowed[ways.item, ways.slot])
    ways = ways.only(near_ways(ground, ways))
    if case.item == NONE:
        return ways
    return ways.and_these(_idle(ground, case, asked))


def _idle(ground: Ground, case: Case, asked: Grid) -> Ways:
    """What others could hold in the slot: of very many the most worth, then by fair shares."""
    ways = ground.fills(slice(case.slot, case.slot + 1))
    ways = ways.only(~asked[ways.item])
    people = ground.people_of[ways.item]
    real = people != ground.nobody
    met = np.where(real, case.met[people], np.iinfo(int).max).min(axis=1)
    moved = case.times_moved[people].sum(axis=1)
    order = np.lexsort((ways.item, met, moved, real.sum(axis=1), -ground.worth[ways.item]))
    return ways.only(order[:_IDLE])


def _now_and_next(open_slots: Grid, now: int) -> list[int]:
    later = np.flatnonzero(open_slots[now + 1 :])[:1] + now + 1
    return [now, *later.tolist()]


def _sort(ground: Ground, case: Case, ways: Ways, way: int) -> Sort:
    slot = int(ways.slot[way])
    if ways.item[way] == case.item:
        if slot == case.planned:
            return Sort.OTHER_TABLE
        return Sort.SAME_PAIR_LATER if slot > case.planned else Sort.SAME_PAIR_EARLIER
    if not set(case.waiting).isdisjoint(ground.people_of[ways.item[way]].tolist()):
        return Sort.NEW_PARTNER_NOW if slot == case.slot else Sort.NEW_PARTNER_LATER
    return Sort.IDLE_TABLE


class _Fitting:
    """Whether ways, one or two together, keep all rules."""

    def __init__(self, ground: Ground, ways: Ways) -> None:
        rows = rows_of(ground, ways)
        self._takes, self._limit = rows.takes, rows.limit

    def alone(self, ways: Numbers) -> list[bool]:
        return self._within(self._takes[:, ways])

    def together(self, pairs: Sequence[tuple[int, int]]) -> list[bool]:
        if not pairs:
            return []
        one, other = np.array(pairs).T
        return self._within(self._takes[:, one] + self._takes[:, other])

    def _within(self, takes: csc_matrix) -> list[bool]:
        taken = takes.tocoo()
        fits = np.ones(taken.shape[1], dtype=bool)
        fits[taken.col[taken.data > self._limit[taken.row]]] = False
        return [bool(each) for each in fits]
