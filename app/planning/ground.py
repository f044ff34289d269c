"""The rest of a day by number: who is free when, what stands, and which tables are left.

Everything is an array, so that ten thousand meetings are looked at in milliseconds. People, tables
and requests are numbered in the order of their names, so that their order means nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from app.planning.disruption import Day
from app.planning.grids import grid
from app.planning.kinds import Kinds
from app.planning.problem import EVERY_SLOT, Meeting

Numbers = NDArray[np.int64]
Grid = NDArray[np.bool_]
"""Something by slot: one row a thing, one column a slot."""
ANY = -1
"""No table of its own: any that is left of its kind."""

_LONG_TABLES = 8
"""How many tables of a kind are looked at for a meeting of several slots."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Places in which requests may begin, one number each.

    ``table`` is ``ANY`` for a meeting of one slot, which takes any that is left of its ``kind``.
    """

    item: Numbers
    slot: Numbers
    kind: Numbers
    table: Numbers

    def only(self, which: Grid | Numbers) -> Ways:
        """Leave the others out."""
        return Ways(self.item[which], self.slot[which], self.kind[which], self.table[which])

    def marked(self, those: Ways) -> Grid:
        """Tell which of them are among those few."""
        found = np.zeros(len(self.item), dtype=bool)
        for item, slot, kind, table in zip(
            those.item, those.slot, those.kind, those.table, strict=True
        ):
            found |= (
                (self.item == item)
                & (self.slot == slot)
                & (self.kind == kind)
                & (self.table == table)
            )
        return found

    def and_these(self, others: Ways) -> Ways:
        """Put others behind them."""
        return Ways(
            np.concatenate([self.item, others.item]),
            np.concatenate([self.slot, others.slot]),
            np.concatenate([self.kind, others.kind]),
            np.concatenate([self.table, others.table]),
        )


class Ground:
    """What a repair starts from. Arrays are by item (a request), person, kind of table and slot.

    ``people_of`` is filled up with ``nobody``, a person who is always free. ``stands``: the ways
    of the meetings that are left, those that may move last, ``movable`` of them. ``stand_of``: for
    each item, which of these it is, or -1. ``free``: people in slots from now on, but for fixed
    meetings; ``open``: the same without those that may move. ``tables_left``: tables nobody has;
    ``tables_of_kind``: how many of each kind are not closed.
    """

    def __init__(self, day: Day) -> None:
        problem = day.problem
        self.day = day
        self.slots = len(problem.slots)
        self.follows = np.array(
            [one.block == other.block for one, other in pairwise(problem.slots)] + [False]
        )
        self.requests = sorted(problem.requests, key=attrgetter("name"))
        self.people = sorted(problem.people, key=attrgetter("name"))
        self.tables = sorted(problem.tables, key=attrgetter("name"))
        self.number = {request.name: at for at, request in enumerate(self.requests)}
        self.person_number = {person.name: at for at, person in enumerate(self.people)}
        self.table_number = {table.name: at for at, table in enumerate(self.tables)}
        self.nobody = len(self.people)
        self.people_of = self._people_of()
        self.length: Numbers = np.array([request.length for request in self.requests], dtype=int)
        self.worth: Numbers = np.array([request.worth for request in self.requests], dtype=int)
        self._choosy = [at for at, each in enumerate(self.requests) if each.slots != EVERY_SLOT]
        self.kinds = Kinds(problem)
        self.movable = len(day.movable)
        self.stands = self._standing(day.standing)
        self.stand_of = np.full(len(self.requests), -1)
        self.stand_of[self.stands.item] = np.arange(len(self.stands.item))
        self.tables_left = grid([table.open for table in self.tables], self.slots)
        self.tables_of_kind = self._by_kind(self.tables_left)
        at, slot = self.taken(self.stands)
        self.tables_left[self.stands.table[at], slot] = False
        self.free = grid([*(person.free for person in self.people), EVERY_SLOT], self.slots)
        self.free[:, : day.now] = False
        self.open = self.free.copy()
        self._take_out(at, slot)

    def taken(self, ways: Ways) -> tuple[Numbers, Numbers]:
        """Give each slot that each way takes: the number of the way, and the slot."""
        length = self.length[ways.item]
        if not len(length) or length.max() == 1:
            return np.arange(len(length)), ways.slot
        at = np.repeat(np.arange(len(length)), length)
        step = np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
        return at, ways.slot[at] + step

    def moves(self, ways: Ways) -> Grid:
        """Tell which ways are moves of meetings that stand."""
        return np.asarray(self.stand_of[ways.item] >= 0)

    def movers(self) -> Numbers:
        """The items of meetings that may move."""
        return np.sort(self.stands.item[len(self.stands.item) - self.movable :])

    def fills(self, slots: slice = slice(None)) -> Ways:
        """Find where requests that have no meeting fit, each for itself, and nothing moves."""
        waiting = np.flatnonzero(self.stand_of < 0)
        begin = np.zeros((len(waiting), self.slots), dtype=bool)
        begin[:, slots] = self._beginnings(waiting, self.open)[:, slots]
        return self._ways(waiting, begin, self._by_kind(self.tables_left) > 0)

    def all_ways(self) -> Ways:
        """Find where requests and movable meetings may be, if others make room."""
        waiting = np.flatnonzero((self.stand_of < 0) & self.insertable())
        return self.ways_for(waiting, self.movers())

    def ways_for(self, waiting: Numbers, movers: Numbers) -> Ways:
        """Find where these requests, and these meetings, may be if others make room."""
        thawed = self.free.copy()
        thawed[:, : self.day.thawed] = False
        room = self._by_kind(self.tables_left) > 0
        at, slot = self.taken(self.stands)
        at, slot = at[moving := at >= len(self.stands.item) - self.movable], slot[moving]
        room[self.stands.kind[at], slot] = True
        new = self._ways(waiting, self._beginnings(waiting, self.free), room)
        moved = self._ways(movers, self._beginnings(movers, thawed), room)
        now = self.stand_of[moved.item]
        moved = moved.only(
            (moved.slot != self.stands.slot[now]) | (moved.kind != self.stands.kind[now])
        )
        return new.and_these(moved)

    def _take_out(self, at: Numbers, slot: Numbers) -> None:
        """Take the slots of what stands out of those that people are free in."""
        moves = at >= len(self.stands.item) - self.movable
        for people in self.people_of.T:
            person = people[self.stands.item[at]]
            real = person != self.nobody
            self.open[person[real], slot[real]] = False
            self.free[person[real & ~moves], slot[real & ~moves]] = False

    def slots_left(self) -> Numbers:
        """How many slots are left to everybody beside the meetings that may move."""
        left = self.free.sum(axis=1)
        movers = self.movers()
        for people in self.people_of[movers].T:
            np.subtract.at(left, people, self.length[movers])
        left[self.nobody] = self.slots
        return np.asarray(left)

    def insertable(self) -> Grid:
        """Tell of which items all people have slots left, whatever moves."""
        left = self.slots_left()
        able = np.ones(len(self.requests), dtype=bool)
        for people in self.people_of.T:
            able &= left[people] >= self.length
        return able

    def _people_of(self) -> Numbers:
        number, nobody = self.person_number, self.nobody
        width = max((len(request.people) for request in self.requests), default=0)
        flat = [
            number[name] if name else nobody
            for request in self.requests
            for name in (
                request.people
                if len(request.people) == width
                else (*request.people, *[""] * (width - len(request.people)))
            )
        ]
        return np.sort(np.array(flat, dtype=int).reshape(len(self.requests), width), axis=1)

    def _standing(self, meetings: Sequence[Meeting]) -> Ways:
        table = np.array([self.table_number[each.table] for each in meetings], dtype=int)
        return Ways(
            np.array([self.number[each.request] for each in meetings], dtype=int),
            np.array([each.slot for each in meetings], dtype=int),
            self.kinds.of_table[table],
            table,
        )

    def _by_kind(self, tables: Grid) -> Numbers:
        """How many of these tables there are of each kind, by slot."""
        return np.array(
            [tables[self.kinds.of_table == kind].sum(axis=0) for kind in range(self.kinds.count)]
        ).reshape(self.kinds.count, self.slots)

    def _beginnings(self, items: Numbers, free: Grid) -> Grid:
        """Where each of these items may begin, as far as its people and its own wish go."""
        able = np.ones((len(items), self.slots), dtype=bool)
        for people in self.people_of[items].T:
            able &= free[people]
        for resource in self.day.problem.resources:
            needing = [resource.name in self.requests[item].needs for item in items]
            able[needing] &= grid([resource.open], self.slots)[0]
        begin = able.copy()
        for step in range(1, int(self.length[items].max(initial=1))):
            longer = self.length[items] > step
            later = np.zeros_like(able)
            later[:, : self.slots - step] = able[:, step:]
            for joint in range(step):
                later[:, : self.slots - joint] &= self.follows[joint:]
            begin[longer] &= later[longer]
        choosy = np.flatnonzero(np.isin(items, self._choosy))
        begin[choosy] &= grid([self.requests[item].slots for item in items[choosy]], self.slots)
        return begin

    def _ways(self, items: Numbers, begin: Grid, room: Grid) -> Ways:
        """Every slot with every kind of table, or with every table left for longer ones."""
        found: list[tuple[Numbers, Numbers, Numbers, Numbers]] = []
        some = begin.any(axis=1)
        groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for row in np.flatnonzero(some & (self.length[items] == 1)).tolist():
            groups[self.kinds.allowed(self.requests[items[row]])].append(row)
        for kinds, rows in groups.items():
            for kind in kinds:
                at, slot = np.nonzero(begin[rows] & room[kind])
                item = items[np.array(rows)[at]]
                found.append((item, slot, np.full_like(item, kind), np.full_like(item, ANY)))
        for number in np.flatnonzero(some & (self.length[items] > 1)):
            found.extend(self._long_ways(int(items[number]), begin[number]))
        if not found:
            none = np.zeros(0, dtype=int)
            return Ways(none, none, none, none)
        ways = Ways(*(np.concatenate(part) for part in zip(*found, strict=True)))
        return ways.only(np.lexsort((ways.table, ways.kind, ways.slot, ways.item)))

    def _long_ways(
        self, item: int, begin: Grid
    ) -> Iterable[tuple[Numbers, Numbers, Numbers, Numbers]]:
        for slot in np.flatnonzero(begin):
            span = slice(slot, slot + self.length[item])
            left = self.tables_left[:, span].all(axis=1)
            for kind in self.kinds.allowed(self.requests[item]):
                tables = np.flatnonzero(left & (self.kinds.of_table == kind))
                # Not each request sees the same few of them.
                table = np.roll(tables, -int(item))[:_LONG_TABLES]
                yield np.full_like(table, item), np.full_like(table, slot), table * 0 + kind, table
