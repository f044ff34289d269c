"""Finds who sits with whom, so that nobody meets twice and every table is mixed."""

from __future__ import annotations

from collections import Counter

import numpy as np

from app.planning.rounds.hall import NEVER, Hall, HallRound
from app.planning.rounds.judging import judged
from app.planning.rounds.lattices import lattice
from app.planning.rounds.problem import NotMixable, RoundsWanted, Seated, Tables
from app.planning.rounds.search import Search, Watch

WORK = 70_000_000
"""Exchanges to value at most, which takes a few seconds."""

_GROUP = 2


def seated(wanted: RoundsWanted, watch: Watch = lambda _done: True, work: int = WORK) -> Seated:
    """Seat everybody. The same answer for the same wishes, in whatever order guests are named.

    Raises:
        NotMixable: No rounds come of what is wanted.
    """
    _refuse_nonsense(wanted)
    hall = Hall(wanted)
    if not _laid_out(hall):
        for each in hall.rounds:
            _fill(hall, each)
    Search(wanted, hall).run(watch, work)
    return judged(wanted, tuple(_named(hall, each) for each in hall.rounds))


def _refuse_nonsense(wanted: RoundsWanted) -> None:
    if wanted.rounds < 1:
        raise NotMixable("no_round")
    if wanted.size < _GROUP:
        raise NotMixable("size")
    if not any(wanted.of_round(number) for number in range(wanted.rounds)):
        raise NotMixable("nobody")
    many = Counter(guest.name for guest in wanted.guests)
    twice = tuple(sorted(name for name, times in many.items() if times > 1))
    if twice:
        raise NotMixable("named_twice", twice)


def _laid_out(hall: Hall) -> bool:
    """Seat everybody as is known to be without repeats, if it is and nobody has a seat yet."""
    first = hall.rounds[0]
    found = lattice(first.here, first.tables, len(hall.rounds)) if hall.is_plain else None
    for each, tables in zip(hall.rounds, found or (), strict=False):
        hall.count(each, by=-1)
        each.table[: each.here] = tables
        each.seat_chairs()
        hall.count(each, by=1)
    return found is not None


def _fill(hall: Hall, each: HallRound) -> None:
    """Seat whoever has no seat yet, where it costs least as others sit; those with a wish first."""
    hall.count(each, by=-1)
    price = hall.price(each)
    used = np.bincount(each.table[each.table >= 0], minlength=each.tables)
    free = np.flatnonzero(each.table[: each.here] < 0)
    for person in sorted(free, key=lambda one: (each.known[one] < 0, one)):
        sits = np.flatnonzero(each.table[: each.here] >= 0)
        cost = np.bincount(each.table[sits], price[person, sits], minlength=each.tables)
        # Where it costs alike, tables fill together.
        cost = cost + each.stray[person] + used / NEVER
        # So many tables may have one more than the others; then nobody else sits down there.
        more = np.count_nonzero(used >= each.room)
        cost[used >= each.room - (more >= each.large)] = np.inf
        each.table[person] = table = int(np.argmin(cost))
        used[table] += 1
    each.seat_chairs()
    hall.count(each, by=1)


def _named(hall: Hall, each: HallRound) -> Tables:
    found: list[list[str]] = [[] for _ in range(max(each.numbers, default=-1) + 1)]
    for person, place in zip(each.people, each.table, strict=False):
        found[each.numbers[place]].append(hall.guests[person].name)
    return tuple(map(tuple, found))
