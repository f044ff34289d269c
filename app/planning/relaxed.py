"""What every plan keeps, as sums: the linear relaxation that the bound is taken from.

A column is a request that begins in one of a class of like slots; a row says that some columns
together come to no more than its room. Whatever keeps the rules of the problem keeps every row. A
rule that is written down in no row makes the bound weaker, never wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.planning.grids import grid, mask
from app.planning.indexed import Indexed
from app.planning.islands import islands

Numbers = NDArray[np.int64]

_MOST_FAMILIES = 100
"""Beyond so many sets of tables, only each alone and all together are counted: the rest is slow."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Columns of most worth that keep ``rows``, a sparse matrix, within ``room``.

    The rows after the first ``shared`` ones each say of one request that it takes place once. Its
    columns stand together. ``request`` and ``begin``, a number of ``classes``, tell what a column
    stands for; ``classes`` are sets of slots. ``fixed`` is the worth of locked meetings: they have
    no column.
    """

    rows: Any
    room: Numbers
    shared: int
    worth: Numbers
    request: Numbers
    begin: Numbers
    classes: tuple[int, ...]
    fixed: int


def relax(indexed: Indexed, *, as_one: bool = False) -> Relaxed:
    """Write the relaxation of a problem that contradicts itself nowhere.

    Args:
        indexed: The problem by number.
        as_one: Take all slots for alike, so that only their number counts. That is weaker, and
            smaller by as many times as there are slots.
    """
    return _Writer(indexed, as_one=as_one).written()


class _Writer:
    def __init__(self, indexed: Indexed, *, as_one: bool) -> None:
        self._indexed = indexed
        self._as_one = as_one
        self._open = grid(_open_tables(indexed), len(indexed.tables))
        masks = sorted(set(indexed.allowed))
        self._families = grid(masks, len(indexed.tables))
        number = {mask: at for at, mask in enumerate(masks)}
        self._family_of = np.array([number[mask] for mask in indexed.allowed], dtype=np.int64)
        self._may = grid(indexed.may, len(indexed.slots))
        self._classes = self._alike()
        self._size = int(self._classes.max(initial=-1)) + 1
        member = np.eye(self._size, dtype=bool)[self._classes]
        self._request, self._begin = np.nonzero(self._may @ member)
        self._length = np.array(indexed.length, dtype=np.int64)[self._request]
        self._member = member
        self._rows: list[tuple[Numbers, Numbers]] = []
        self._room: list[Numbers] = [np.zeros(0, dtype=np.int64)]
        self._count = 0

    def written(self) -> Relaxed:
        self._people()
        self._islands()
        self._tables()
        self._resources()
        if not self._as_one:
            self._rows_of_meetings()
            self._orders()
            self._ways()
        return self._settled()

    def _alike(self) -> Numbers:
        """Number the classes of slots that every rule treats alike."""
        indexed, slots = self._indexed, len(self._indexed.slots)
        if self._as_one:
            return np.zeros(slots, dtype=np.int64)
        rows = any(person.most_in_row is not None for person in indexed.people)
        long = max(indexed.length, default=1) > 1
        if rows or any(indexed.before) or long or indexed.any_far:
            return np.arange(slots)
        places = self._open.astype(np.int64) @ self._families.T
        seen: dict[bytes, int] = {}
        return np.array(
            [
                seen.setdefault(self._may[:, slot].tobytes() + places[slot].tobytes(), len(seen))
                for slot in range(slots)
            ],
            dtype=np.int64,
        )

    def _taken(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """The classes that columns take: places in ``chosen``, and a class for each slot taken."""
        places, classes = [], []
        for step in range(int(self._length[chosen].max(initial=1))):
            at = np.flatnonzero(self._length[chosen] > step)
            places.append(at)
            begin = self._begin[chosen[at]]
            classes.append(begin if self._as_one else begin + step)
        return np.concatenate(places), np.concatenate(classes)

    def _add(self, columns: Numbers, keys: Numbers, room: Numbers) -> None:
        """Add a row for each key; ``room`` is that of every key there could be."""
        found, row = np.unique(keys, return_inverse=True)
        self._rows.append((row + self._count, columns))
        self._room.append(room[found])
        self._count += len(found)

    def _pairs(self, lists: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
        """Every column with each thing of its request."""
        sizes = np.array([len(each) for each in lists], dtype=np.int64)
        flat = np.array([thing for each in lists for thing in each], dtype=np.int64)
        start = np.cumsum(sizes) - sizes
        repeat = sizes[self._request]
        columns = np.repeat(np.arange(len(self._request)), repeat)
        within = np.arange(len(columns)) - np.repeat(np.cumsum(repeat) - repeat, repeat)
        return columns, flat[start[self._request[columns]] + within]

    def _slots_in_class(self, masks: Sequence[int]) -> Numbers:
        found: Numbers = grid(masks, len(self._indexed.slots)).astype(
            np.int64
        ) @ self._member.astype(np.int64)
        return found

    def _people(self) -> None:
        indexed = self._indexed
        columns, people = self._pairs(indexed.people_of)
        places, classes = self._taken(columns)
        useful = [
            free & reduce(or_, (self._span(request) for request in wishes), 0)
            for free, wishes in zip(indexed.available, indexed.wishes, strict=True)
        ]
        room = self._slots_in_class(useful).ravel()
        self._add(columns[places], people[places] * self._size + classes, room)
        most = np.array([-1 if each.most is None else each.most for each in indexed.people])
        limited = most[people] >= 0
        self._add(columns[limited], people[limited], most)

    def _span(self, request: int) -> int:
        return reduce(
            or_,
            (self._indexed.may[request] << step for step in range(self._indexed.length[request])),
        )

    def _islands(self) -> None:
        """Of an odd number of people who meet each other and nobody else, one is left over."""
        people_of, size = self._indexed.people_of, len(self._indexed.people)
        columns, people = self._pairs(people_of)
        places, classes = self._taken(columns)
        host = np.array([people[0] for people in people_of], dtype=np.int64)[self._request]
        one, other = classes * size + host[columns[places]], classes * size + people[places]
        count, island = islands(self._size * size, one, other)
        room = np.zeros(count, dtype=np.int64)
        room[island] = np.repeat(self._member.sum(axis=0), size)
        room *= np.bincount(island, minlength=count) // 2
        several = np.array([len(people) > 1 for people in people_of], dtype=bool)
        every = np.flatnonzero(several[self._request])
        places, classes = self._taken(every)
        self._add(every[places], island[classes * size + host[every[places]]], room)

    def _tables(self) -> None:
        """A set of tables has room for what may be nowhere else."""
        every = np.arange(len(self._request))
        places, classes = self._taken(every)
        open_in = self._member.T.astype(np.int64) @ self._open
        room = self._families.astype(np.int64) @ open_in.T
        family = self._family_of[self._request[places]]
        self._add(every[places], family * self._size + classes, room.ravel())
        self._add(every[places], classes, open_in.sum(axis=1))
        wide = np.flatnonzero(self._families.sum(axis=1) > 1)
        if len(wide) > _MOST_FAMILIES:
            return
        for each in wide:
            inside = ~(self._families & ~self._families[each]).any(axis=1)
            if inside.sum() > 1:
                there = inside[family]
                self._add(every[places[there]], classes[there], room[each])

    def _resources(self) -> None:
        resources = self._indexed.resources
        columns, needs = self._pairs(self._indexed.needs)
        places, classes = self._taken(columns)
        room = self._slots_in_class([each.open & self._indexed.every for each in resources])
        at_once = np.array([max(0, each.at_once) for each in resources], dtype=np.int64)
        room *= at_once[:, None]
        self._add(columns[places], needs[places] * self._size + classes, room.ravel())

    def _rows_of_meetings(self) -> None:
        """One slot more than the most in a row never has another meeting of theirs in each."""
        indexed, slots = self._indexed, len(self._indexed.slots)
        limits = np.array(
            [slots if each.most_in_row is None else each.most_in_row for each in indexed.people]
        )
        columns, people = self._pairs(indexed.people_of)
        for most in np.unique(limits[limits < slots]).tolist():
            theirs = np.flatnonzero(limits[people] == most)
            begin = self._begin[columns[theirs]]
            end = begin + self._length[columns[theirs]]
            for slot in range(slots - most):
                joined = ((1 << most) - 1) << slot
                if indexed.follows & joined == joined:
                    inside = theirs[(begin <= slot + most) & (end > slot)]
                    room = np.full(len(indexed.people), most)
                    self._add(columns[inside], people[inside], room)

    def _orders(self) -> None:
        """What ends after a slot, and what has to wait for it and begins before that."""
        slots = np.arange(len(self._indexed.slots))
        first = np.searchsorted(self._request, np.arange(len(self._indexed.requests) + 1))
        for request, before in enumerate(self._indexed.before):
            later = np.arange(first[request], first[request + 1])
            for each in before:
                sooner = np.arange(first[each], first[each + 1])
                one, over = np.nonzero((self._begin + self._length)[sooner][:, None] > slots)
                two, under = np.nonzero(self._begin[later][:, None] <= slots)
                columns = np.concatenate([sooner[one], later[two]])
                self._add(columns, np.concatenate([over, under]), np.ones_like(slots))

    def _ways(self) -> None:
        """Whoever ends where everything is in one zone begins next in none that is far from it."""
        indexed = self._indexed
        joined = np.array([bool(indexed.follows >> slot & 1) for slot in range(len(indexed.slots))])
        columns, people = self._pairs(indexed.people_of)
        begin = self._begin[columns]
        last = begin + self._length[columns] - 1
        keys, room = people * len(joined), np.ones(len(indexed.people) * len(joined), np.int64)
        for zone, far in sorted(set(zip(indexed.near_kinds, indexed.far_kinds, strict=True))):
            here, there = (self._only_at(kinds)[self._request[columns]] for kinds in (zone, far))
            here &= joined[last]
            there &= (begin > 0) & joined[begin - 1]
            if far and here.any() and there.any():
                self._add(
                    np.concatenate([columns[here], columns[there]]),
                    np.concatenate([(keys + last)[here], (keys + begin - 1)[there]]),
                    room,
                )

    def _only_at(self, kinds: int) -> NDArray[np.bool_]:
        """Say of each request whether all its tables are of these kinds."""
        own = (sum(1 << kind for kind in each) for each in self._indexed.kinds)
        return np.array([bool(each) and not each & ~kinds for each in own], dtype=bool)

    def _settled(self) -> Relaxed:
        """Give locked meetings their room, and leave out what can't be or can't matter."""
        from scipy.sparse import coo_array  # noqa: PLC0415 - slow to import

        shared = self._count
        self._add(np.arange(len(self._request)), self._request, np.ones_like(self._indexed.worth))
        rows = np.concatenate([row for row, _ in self._rows])
        columns = np.concatenate([column for _, column in self._rows])
        shape = (self._count, len(self._request))
        ones = np.ones(len(rows), dtype=np.int64)
        matrix = coo_array((ones, (rows, columns)), shape=shape).tocsr()
        worth = np.array(self._indexed.worth, dtype=np.int64)[self._request]
        fixed = np.array(self._indexed.fixed, dtype=bool)[self._request]
        room = np.concatenate(self._room) - matrix @ fixed.astype(np.int64)
        open_columns = (room < 1).astype(np.int64) @ matrix == 0
        left = np.flatnonzero(~fixed & open_columns)
        matrix = matrix[:, left]
        tight = np.flatnonzero(matrix.sum(axis=1) > room)
        return Relaxed(
            rows=matrix[tight],
            room=room[tight],
            shared=int(np.searchsorted(tight, shared)),
            worth=worth[left],
            request=self._request[left],
            begin=self._begin[left],
            classes=tuple(mask(self._classes == each) for each in range(self._size)),
            fixed=int(worth[fixed].sum()),
        )


def _open_tables(indexed: Indexed) -> list[int]:
    """For each slot the open tables, as bits."""
    return [
        sum(1 << at for at, table in enumerate(indexed.tables) if table.open >> slot & 1)
        for slot in range(len(indexed.slots))
    ]
