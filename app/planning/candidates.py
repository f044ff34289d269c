"""Every way to place each request, as arrays: what searches over thousands of moves at once need.

Requests that an order holds, people with a limit of meetings in a row and zones that are far from
each other are left out: whatever of them is placed stays, and only takes room here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.planning.indexed import Indexed
from app.planning.state import NOWHERE, Snapshot, State

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ways to place a request, one after another for each; the last one is no way at all.

    A *cell* is a person in a slot and holds one meeting; ``cells`` are columns, in which a
    candidate that takes fewer cells than others repeats one. A *room* holds ``capacity`` meetings:
    tables of a kind in a slot, a resource in a slot, a person with a limit. The last cell and
    the last room are nobody's. ``first`` and ``number`` say which are a request's own.
    """

    request: Numbers
    slot: Numbers
    kind: Numbers
    cells: tuple[Numbers, ...]
    rooms: tuple[Numbers, ...]
    capacity: Numbers
    first: Numbers
    number: Numbers
    worth: Numbers
    cell_count: int
    start: Numbers
    """Where each request is in the state that this was made from; the last one if nowhere."""
    home: Numbers
    """Where it stood before planning began; no candidate at all if it had no place."""
    movable: tuple[bool, ...]

    @property
    def none(self) -> int:
        """The candidate that is no way at all."""
        return len(self.request) - 1

    def snapshot(self, state: State, where: Numbers) -> Snapshot:
        """Say what ``state`` is if these are the candidates taken and all else stays."""
        stay = [each for each in state.snapshot() if not self.movable[each[0]]]
        taken = where[where < self.none]
        return tuple(
            sorted(
                [
                    *stay,
                    *zip(
                        self.request[taken].tolist(),
                        self.slot[taken].tolist(),
                        self.kind[taken].tolist(),
                        strict=True,
                    ),
                ]
            )
        )


def movable(indexed: Indexed) -> tuple[bool, ...]:
    """Say of each request whether cells and rooms are all that holds it."""
    rows = [person.most_in_row is not None for person in indexed.people]
    return tuple(
        not (
            indexed.fixed[request]
            or indexed.any_far
            or indexed.before[request]
            or indexed.later[request]
            or any(rows[person] for person in people)
        )
        for request, people in enumerate(indexed.people_of)
    )


def candidates(state: State) -> Candidates:
    """List the ways to place what can be moved, past what can't be."""
    indexed = state.indexed
    may_move = movable(indexed)
    rooms = Rooms(indexed)
    request, slot, kind = _ways(indexed, may_move)
    cells = _cells(indexed, request, slot)
    room_columns = rooms.of(request, slot, kind)
    capacity, taken = rooms.capacity(), np.zeros(len(indexed.people) * len(indexed.slots), bool)
    for each, at, of_kind in state.snapshot():
        if not may_move[each]:
            here = np.array([each]), np.array([at]), np.array([of_kind])
            for column in _cells(indexed, *here[:2]):
                taken[column] = True
            capacity[np.unique(np.concatenate(rooms.of(*here)))] -= 1
    left = np.ones(len(request), bool)
    for column in cells:
        left &= ~taken[column]
    for column in room_columns:
        left &= capacity[column] > 0
    request, slot, kind = request[left], slot[left], kind[left]
    number = np.bincount(request, minlength=len(indexed.requests))
    here_now = (np.array([*state.slot_of, NOWHERE])[request] == slot) & (
        np.array([*state.seating.kind_of, NOWHERE])[request] == kind
    )
    start = np.full(len(indexed.requests) + 1, len(request))
    start[request[here_now]] = np.flatnonzero(here_now)
    return Candidates(
        request=_ended(request, len(indexed.requests)),
        slot=_ended(slot, NOWHERE),
        kind=_ended(kind, NOWHERE),
        cells=tuple(_ended(column[left], len(taken)) for column in cells),
        rooms=tuple(_ended(column[left], len(capacity) - 1) for column in room_columns),
        capacity=capacity,
        first=_ended(np.cumsum(number) - number, len(request)),
        number=number,
        worth=np.array([*indexed.worth, 0]),
        cell_count=len(taken),
        start=start,
        home=_home(state, request, slot, kind),
        movable=may_move,
    )


def _home(state: State, request: Numbers, slot: Numbers, kind: Numbers) -> Numbers:
    """Give the candidate that each request stood at; the number behind the last one for none."""
    home = np.full(len(state.indexed.requests) + 1, len(request) + 1)
    if state.stood:
        stood = np.full((len(home), 2), NOWHERE)
        for each, (at, table) in state.stood.items():
            stood[each] = at, state.indexed.kind_of_table(table)
        there = (stood[request, 0] == slot) & (stood[request, 1] == kind)
        home[request[there]] = np.flatnonzero(there)
    return home


def _ended(column: Numbers, last: int) -> Numbers:
    return np.append(column, last)


def _ways(indexed: Indexed, may_move: tuple[bool, ...]) -> tuple[Numbers, Numbers, Numbers]:
    """Give request, first slot and kind of table of each way, in the order of requests."""
    may = np.zeros((len(indexed.requests), max(1, len(indexed.slots))), bool)
    size = (len(indexed.slots) + 7) // 8
    if size:
        raw = b"".join(
            (mask if moves else 0).to_bytes(size, "little")
            for mask, moves in zip(indexed.may, may_move, strict=True)
        )
        octets = np.frombuffer(raw, np.uint8).reshape(-1, size)
        may = np.unpackbits(octets, axis=1, bitorder="little")[:, : len(indexed.slots)] > 0
    request, slot = np.nonzero(may)
    kinds = _padded(indexed.kinds)
    found = [
        (request[has], slot[has], kinds[request[has], column])
        for column in range(kinds.shape[1])
        for has in [kinds[request, column] != NOWHERE]
    ]
    request, slot, kind = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((kind, slot, request))
    return request[order], slot[order], kind[order]


def _padded(rows: tuple[tuple[int, ...], ...]) -> Numbers:
    table = np.full((len(rows), max(1, *map(len, rows)) if rows else 1), NOWHERE, dtype=np.int64)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    return table


def _cells(indexed: Indexed, request: Numbers, slot: Numbers) -> list[Numbers]:
    slots, people = len(indexed.slots), _padded(indexed.people_of)
    length = np.array(indexed.length, dtype=np.int64)
    columns = []
    for step in range(max(indexed.length, default=1)):
        at = slot + np.minimum(step, length[request] - 1)
        for column in range(people.shape[1]):
            person = people[request, column]
            columns.append(np.where(person == NOWHERE, people[request, 0], person) * slots + at)
    return columns


class Rooms:
    """The numbers of rooms: kinds of table in slots, resources in slots, people with a limit."""

    def __init__(self, indexed: Indexed) -> None:
        self._indexed = indexed
        self._slots = len(indexed.slots)
        self._resources = len(indexed.tables_of_kind) * self._slots
        self._people = self._resources + len(indexed.resources) * self._slots
        self._last = self._people + len(indexed.people)
        self._needs = _padded(indexed.needs)
        self._limited = _padded(
            tuple(
                tuple(each for each in people if indexed.people[each].most is not None)
                for people in indexed.people_of
            )
        )
        self._length = np.array(indexed.length, dtype=np.int64)

    def capacity(self) -> Numbers:
        """How many meetings each room holds."""
        indexed, slots = self._indexed, range(self._slots)
        tables = [
            sum(
                indexed.tables[table].open >> slot & 1
                for table in range(len(indexed.tables))
                if part >> table & 1
            )
            for part in indexed.tables_of_kind
            for slot in slots
        ]
        resources = [
            each.at_once if each.open >> slot & 1 else 0
            for each in indexed.resources
            for slot in slots
        ]
        limits = [self._slots if each.most is None else each.most for each in indexed.people]
        endless = len(indexed.requests) + 1
        return np.array([*tables, *resources, *limits, endless], dtype=np.int64)

    def of(self, request: Numbers, slot: Numbers, kind: Numbers) -> list[Numbers]:
        """The rooms that meetings take, in columns; the last room stands for none."""
        columns = []
        for step in range(int(self._length.max(initial=1))):
            at = slot + step
            inside = step < self._length[request]
            columns.append(np.where(inside, kind * self._slots + at, self._last))
            for column in range(self._needs.shape[1]):
                need = self._needs[request, column]
                there = inside & (need != NOWHERE)
                room = self._resources + need * self._slots + at
                columns.append(np.where(there, room, self._last))
        for column in range(self._limited.shape[1]):
            person = self._limited[request, column]
            columns.append(np.where(person == NOWHERE, self._last, self._people + person))
        return [columns[0], *(each for each in columns[1:] if (each != self._last).any())]
