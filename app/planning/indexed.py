"""The problem with numbers for names, and everything about it that no plan changes.

People, tables, requests and resources are numbered in the order of their names, so that their
order in the problem means nothing. Tables that every request treats alike are of one *kind*: of
two hundred tables that are anybody's it is enough to count how many are taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import and_, or_

from app.planning.problem import Person, Problem, Request, Resource, Slot, Table


def bits(mask: int) -> Iterator[int]:
    """Give the slots of a set, the first ones first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is to be planned, by number.

    ``follows``: slots whose next slot is of the same block. ``people_of``, ``needs``, ``kinds``,
    ``before`` (what has to be over first) and ``later`` (what has to wait) are for each request.
    ``may``: where it may begin, if it were alone. ``allowed``: its tables, as bits of table
    numbers. ``plain``: requests of one slot that no order, resource or distance holds, of one kind
    of table: those are placed by masks alone. ``wishes``: the requests of each person.
    """

    slots: tuple[Slot, ...]
    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    requests: tuple[Request, ...]
    resources: tuple[Resource, ...]
    every: int
    follows: int
    available: tuple[int, ...]
    people_of: tuple[tuple[int, ...], ...]
    wishes: tuple[tuple[int, ...], ...]
    worth: tuple[int, ...]
    length: tuple[int, ...]
    may: tuple[int, ...]
    allowed: tuple[int, ...]
    kinds: tuple[tuple[int, ...], ...]
    needs: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]
    later: tuple[tuple[int, ...], ...]
    plain: tuple[bool, ...]
    fixed: tuple[bool, ...]
    tables_of_kind: tuple[int, ...]
    far_kinds: tuple[int, ...]
    """For each kind of table, as bits: the kinds too far to get to by the next slot."""
    near_kinds: tuple[int, ...]
    """For each kind of table, as bits: the kinds of its zone, or all kinds if none is far."""

    def kind_of_table(self, table: int) -> int:
        """Say of which kind a table is."""
        return next(kind for kind, part in enumerate(self.tables_of_kind) if part >> table & 1)

    @property
    def any_far(self) -> bool:
        """Whether it matters where people were in the slot before."""
        return any(self.far_kinds)


def index(problem: Problem) -> Indexed:
    """Number the names of a problem that contradicts itself nowhere."""
    people = tuple(sorted(problem.people, key=lambda person: person.name))
    requests = tuple(sorted(problem.requests, key=lambda request: request.name))
    resources = tuple(sorted(problem.resources, key=lambda resource: resource.name))
    number = {request.name: at for at, request in enumerate(requests)}
    person_number = {person.name: at for at, person in enumerate(people)}
    resource_number = {resource.name: at for at, resource in enumerate(resources)}
    every = (1 << len(problem.slots)) - 1
    follows = _follows(problem.slots)
    halls = _Hall(problem, requests)
    people_of = tuple(
        tuple(sorted({person_number[name] for name in request.people})) for request in requests
    )
    available = tuple(person.free & every for person in people)
    before = tuple(_numbers(request.after, number) for request in requests)
    needs = tuple(_numbers(request.needs, resource_number) for request in requests)
    length = tuple(request.length for request in requests)
    fixed_slots = {number[meeting.request]: meeting.slot for meeting in problem.locked}
    may = tuple(
        1 << fixed_slots[at]
        if at in fixed_slots
        else _beginnings(
            reduce(and_, (available[person] for person in people_of[at]), every)
            & reduce(and_, (resources[need].open for need in needs[at]), every),
            follows,
            request.length,
        )
        & request.slots
        & halls.open_for(at, request.length)
        for at, request in enumerate(requests)
    )
    later = _turned(before, len(requests))
    wishes = _turned(people_of, len(people))
    return Indexed(
        slots=problem.slots,
        people=people,
        tables=halls.tables,
        requests=requests,
        resources=resources,
        every=every,
        follows=follows,
        available=available,
        people_of=people_of,
        wishes=wishes,
        worth=tuple(request.worth for request in requests),
        length=length,
        may=may,
        allowed=halls.allowed,
        kinds=halls.kinds,
        needs=needs,
        before=before,
        later=later,
        plain=tuple(
            length[at] == 1
            and not (needs[at] or before[at] or later[at] or problem.far)
            and len(halls.kinds[at]) == 1
            for at in range(len(requests))
        ),
        fixed=tuple(at in fixed_slots for at in range(len(requests))),
        tables_of_kind=halls.tables_of_kind,
        far_kinds=halls.far_kinds(),
        near_kinds=halls.near_kinds(),
    )


def _numbers(names: Iterable[str], number: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(number[name] for name in names))


def _turned(pointed: tuple[tuple[int, ...], ...], size: int) -> tuple[tuple[int, ...], ...]:
    back: list[list[int]] = [[] for _ in range(size)]
    for at, targets in enumerate(pointed):
        for target in targets:
            back[target].append(at)
    return tuple(tuple(sources) for sources in back)


def _follows(slots: tuple[Slot, ...]) -> int:
    return sum(
        1 << at for at, (one, next_one) in enumerate(pairwise(slots)) if one.block == next_one.block
    )


def _beginnings(free: int, follows: int, length: int) -> int:
    """Where ``length`` free slots of one block begin."""
    begin = free
    for step in range(1, length):
        begin &= (free >> step) & (follows >> (step - 1))
    return begin


class _Hall:
    """Which tables each request may use, and which of them are of one kind."""

    def __init__(self, problem: Problem, requests: tuple[Request, ...]) -> None:
        self._far = problem.far
        self.tables = tuple(sorted(problem.tables, key=lambda table: table.name))
        self._number = {table.name: at for at, table in enumerate(self.tables)}
        self._every = (1 << len(problem.slots)) - 1
        self._follows = _follows(problem.slots)
        self.allowed = self._allow(problem, requests)
        parts = self._parts(problem, requests)
        self.tables_of_kind = tuple(parts.values())
        self._zones = tuple(self.tables[part.bit_length() - 1].zone for part in parts.values())
        self._opened: dict[tuple[int, int], int] = {}
        found: dict[int, tuple[int, ...]] = {}
        for mask in self.allowed:
            if mask not in found:
                found[mask] = tuple(k for k, part in enumerate(self.tables_of_kind) if part & mask)
        self.kinds = tuple(found[mask] for mask in self.allowed)

    def _mask(self, names: Iterable[str]) -> int:
        return reduce(or_, (1 << self._number[name] for name in names), 0)

    def _allow(self, problem: Problem, requests: tuple[Request, ...]) -> tuple[int, ...]:
        all_tables = (1 << len(self.tables)) - 1
        anybodys = self._mask(table.name for table in self.tables if not table.owners)
        owned: dict[str, int] = defaultdict(int)
        for at, table in enumerate(self.tables):
            for owner in table.owners:
                owned[owner] |= 1 << at
        sits = {
            person.name: self._mask([person.table]) for person in problem.people if person.table
        }
        locked = {meeting.request: self._mask([meeting.table]) for meeting in problem.locked}
        return tuple(
            locked.get(request.name)
            or reduce(
                and_,
                (sits.get(name, all_tables) for name in request.people),
                (self._mask(request.tables) or all_tables)
                & reduce(or_, (owned.get(name, 0) for name in request.people), anybodys),
            )
            for request in requests
        )

    def _parts(
        self, problem: Problem, requests: tuple[Request, ...]
    ) -> dict[tuple[object, ...], int]:
        """Sort tables by all that tells them apart.

        Long meetings stay at one table: if there are any, those of a kind are open together.
        """
        alone = {person.table for person in problem.people if person.table}
        alone |= {meeting.table for meeting in problem.locked}
        wanted = sorted({tuple(sorted(request.tables)) for request in requests if request.tables})
        wanted_at: dict[str, list[int]] = defaultdict(list)
        for at, names in enumerate(wanted):
            for name in names:
                wanted_at[name].append(at)
        long = any(request.length > 1 for request in requests)
        parts: dict[tuple[object, ...], int] = defaultdict(int)
        for at, table in enumerate(self.tables):
            parts[
                table.owners,
                table.name if table.name in alone else "",
                tuple(wanted_at[table.name]),
                table.zone if self._far else "",
                table.open & self._every if long else 0,
            ] |= 1 << at
        return parts

    def open_for(self, request: int, length: int) -> int:
        """Where a meeting of this length can begin at one of its tables."""
        key = (self.allowed[request], length)
        if key not in self._opened:
            self._opened[key] = reduce(
                or_,
                (
                    _beginnings(self.tables[table].open & self._every, self._follows, length)
                    for table in bits(self.allowed[request])
                ),
                0,
            )
        return self._opened[key]

    def far_kinds(self) -> tuple[int, ...]:
        return tuple(
            sum(
                1 << other
                for other, there in enumerate(self._zones)
                if frozenset((here, there)) in self._far
            )
            for here in self._zones
        )

    def near_kinds(self) -> tuple[int, ...]:
        return tuple(
            sum(1 << k for k, there in enumerate(self._zones) if there == here or not self._far)
            for here in self._zones
        )
