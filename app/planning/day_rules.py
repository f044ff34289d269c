"""The rules of a day, each as limits and what a way to place a meeting takes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from app.planning.ground import ANY, Grid, Ground, Numbers, Ways

Takes = tuple[Numbers, Numbers, Numbers]
"""Numbers of limits, numbers of ways, and how much these take of those."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``limit`` in whole numbers; ``takes`` tells of any ways, also of those that stand."""

    limit: Numbers
    takes: Callable[[Ways], Iterator[Takes]]


def rules(ground: Ground) -> Iterator[Rule]:
    """Give the rules that this day has, but for what is true of each way alone."""
    long = _with_long_meetings(ground)
    yield _one_meeting_a_person(ground)
    yield _one_meeting_a_table(ground)
    if long.any():
        yield _own_tables(ground)
    if ground.day.problem.resources:
        yield _resources(ground)
    if any(person.most is not None for person in ground.people):
        yield _most(ground)
    yield from _in_rows(ground, long)
    if any(request.after for request in ground.requests):
        yield _order(ground)
    if ground.day.problem.far:
        yield _far(ground)


def _with_long_meetings(ground: Ground) -> Grid:
    """Tell which people may have meetings of several slots."""
    long = np.zeros(ground.nobody + 1, dtype=bool)
    long[ground.people_of[ground.length > 1]] = True
    return long


def _one_meeting_a_person(ground: Ground) -> Rule:
    def takes(ways: Ways) -> Iterator[Takes]:
        for at, slot, person in _persons(ground, ways, *ground.taken(ways)):
            yield _ones(person * ground.slots + slot, at)

    return Rule(np.ones(len(ground.people) * ground.slots, dtype=int), takes)


def _one_meeting_a_table(ground: Ground) -> Rule:
    """As many meetings as there are tables of a kind."""

    def takes(ways: Ways) -> Iterator[Takes]:
        at, slot = ground.taken(ways)
        yield _ones(ways.kind[at] * ground.slots + slot, at)

    return Rule(ground.tables_of_kind.ravel(), takes)


def _own_tables(ground: Ground) -> Rule:
    """Longer meetings stay at one table."""

    def takes(ways: Ways) -> Iterator[Takes]:
        at, slot = ground.taken(ways)
        own = ways.table[at] != ANY
        yield _ones((ways.table[at] * ground.slots + slot)[own], at[own])

    return Rule(np.ones(len(ground.tables) * ground.slots, dtype=int), takes)


def _resources(ground: Ground) -> Rule:
    resources = ground.day.problem.resources
    needs = [
        np.array([resource.name in request.needs for request in ground.requests])
        for resource in resources
    ]

    def takes(ways: Ways) -> Iterator[Takes]:
        at, slot = ground.taken(ways)
        for number, needing in enumerate(needs):
            need = needing[ways.item[at]]
            yield _ones(number * ground.slots + slot[need], at[need])

    return Rule(np.repeat([resource.at_once for resource in resources], ground.slots), takes)


def _most(ground: Ground) -> Rule:
    """So many meetings a day."""
    limit = [len(ground.requests) if p.most is None else p.most for p in ground.people]

    def takes(ways: Ways) -> Iterator[Takes]:
        every = np.arange(len(ways.item))
        for at, _, person in _persons(ground, ways, every, ways.slot):
            yield _ones(person, at)

    return Rule(np.array(limit, dtype=int), takes)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """So many slots on end; each that is ``idle`` allows for so many meetings more."""

    slots: int
    idle: int


def _in_rows(ground: Ground, long: Grid) -> Iterator[Rule]:
    for most in sorted({p.most_in_row for p in ground.people if p.most_in_row is not None}):
        limited = np.array([person.most_in_row == most for person in ground.people] + [False])
        yield _in_a_row(ground, limited & ~long, most, _Stretch(most + 1, 0))
        if (limited & long).any():
            for slots in range(most + 1, ground.slots + 1):
                yield _in_a_row(ground, limited & long, most, _Stretch(slots, slots))


def _in_a_row(ground: Ground, limited: Grid, most: int, stretch: _Stretch) -> Rule:
    """In a stretch of slots that is wholly taken, no more meetings than ``most`` begin.

    For people whose meetings take one slot each, only the shortest stretches matter, and the row is
    as tight as can be; for others each slot that is idle relaxes it altogether.
    """
    joined = np.array(
        [
            start + stretch.slots <= ground.slots
            and bool(ground.follows[start : start + stretch.slots - 1].all())
            for start in range(ground.slots)
        ]
    )

    def takes(ways: Ways) -> Iterator[Takes]:
        for at, slot, person in _persons(ground, ways, *ground.taken(ways)):
            for step in range(stretch.slots):
                start = slot - step
                there = limited[person] & (start >= 0) & joined[np.maximum(start, 0)]
                begins = (ways.slot[at] == slot).astype(int)
                yield (
                    (person * ground.slots + start)[there],
                    at[there],
                    (begins + stretch.idle)[there],
                )

    return Rule(
        np.full(len(ground.people) * ground.slots, most + stretch.idle * stretch.slots), takes
    )


def _order(ground: Ground) -> Rule:
    """What has to be over first takes the slots up to its last, what waits those from its first."""
    pairs = [
        (ground.number[first], ground.number[request.name])
        for request in ground.requests
        for first in sorted(request.after)
    ]

    def takes(ways: Ways) -> Iterator[Takes]:
        for number, (first, second) in enumerate(pairs):
            for item, is_first in ((first, True), (second, False)):
                for at in np.flatnonzero(ways.item == item):
                    begin = int(ways.slot[at])
                    last = begin + int(ground.length[item])
                    slot = np.arange(0, last) if is_first else np.arange(begin, ground.slots)
                    yield _ones(number * ground.slots + slot, np.full_like(slot, at))

    return Rule(np.ones(len(pairs) * ground.slots, dtype=int), takes)


def _far(ground: Ground) -> Rule:
    """A person who ends in a zone begins in the next slot in none that is far from it."""
    zones = sorted(set(ground.kinds.zones))
    zone_of = np.array([zones.index(zone) for zone in ground.kinds.zones])
    apart = [
        [one != other and frozenset((one, other)) in ground.day.problem.far for other in zones]
        for one in zones
    ]
    far: Grid = np.array(apart, dtype=bool)

    def takes(ways: Ways) -> Iterator[Takes]:
        every = np.arange(len(ways.item))
        last = ways.slot + ground.length[ways.item] - 1
        for at, slot, person in _persons(ground, ways, every, last):
            joint = ground.follows[slot]
            row = (person * ground.slots + slot) * len(zones) + zone_of[ways.kind[at]]
            yield _ones(row[joint], at[joint])
        for at, slot, person in _persons(ground, ways, every, ways.slot - 1):
            for zone in range(len(zones)):
                there = (slot >= 0) & ground.follows[slot] & far[zone][zone_of[ways.kind[at]]]
                row = (person * ground.slots + slot) * len(zones) + zone
                yield _ones(row[there], at[there])

    return Rule(np.ones(len(ground.people) * ground.slots * len(zones), dtype=int), takes)


def _persons(
    ground: Ground, ways: Ways, at: Numbers, slot: Numbers
) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Give ways and slots once more with each person of the ways."""
    for people in ground.people_of.T:
        person = people[ways.item[at]]
        real = person != ground.nobody
        yield at[real], slot[real], person[real]


def _ones(limits: Numbers, ways: Numbers) -> Takes:
    return limits, ways, np.ones_like(ways)
