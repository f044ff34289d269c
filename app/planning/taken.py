"""What a plan leaves free, to say why a request is not in it and what would let it in.

Read off a plan's meetings and changed only by meetings that are added. Where they sit is what
counts: nobody is moved to another table here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from app.planning.indexed import Indexed, bits
from app.planning.problem import Meeting

NOBODY = -1


class Taken:
    """Which slots and tables a plan's meetings take, by number.

    ``busy``: the slots in which each person has a meeting; ``at``: which one. ``tables``: for each
    slot the tables that are open and taken by nobody. ``left``: for each resource and slot how
    often it can be used once more. ``slot_of``, ``table_of``: where each request is, or ``NOBODY``.
    ``most``, ``allowed`` and ``parts`` (tables of each kind) are limits and tables that may be
    supposed to be others than those of the event.
    """

    def __init__(self, indexed: Indexed, meetings: Iterable[Meeting]) -> None:
        self.indexed = indexed
        slots = range(len(indexed.slots))
        self.busy = [0] * len(indexed.people)
        self.count = [0] * len(indexed.people)
        self.allowed = list(indexed.allowed)
        self.parts = list(indexed.tables_of_kind)
        self.most = [person.most for person in indexed.people]
        self.at = [[NOBODY] * len(slots) for _ in indexed.people]
        self.tables = [
            sum(1 << at for at, table in enumerate(indexed.tables) if table.open >> slot & 1)
            for slot in slots
        ]
        self.left = [
            [resource.at_once if resource.open >> slot & 1 else 0 for slot in slots]
            for resource in indexed.resources
        ]
        self.slot_of = [NOBODY] * len(indexed.requests)
        self.table_of = [NOBODY] * len(indexed.requests)
        request = {each.name: at for at, each in enumerate(indexed.requests)}
        table = {each.name: at for at, each in enumerate(indexed.tables)}
        for meeting in meetings:
            self.add(request[meeting.request], meeting.slot, table[meeting.table])

    def add(self, request: int, slot: int, table: int) -> None:
        """Take what a meeting takes."""
        indexed = self.indexed
        span = self.span(request, slot)
        self.slot_of[request], self.table_of[request] = slot, table
        for at in bits(span):
            self.tables[at] &= ~(1 << table)
            for need in indexed.needs[request]:
                self.left[need][at] -= 1
        for person in indexed.people_of[request]:
            self.busy[person] |= span
            self.count[person] += 1
            for at in bits(span):
                self.at[person][at] = request

    def remove(self, request: int) -> None:
        """Give back what a meeting takes."""
        indexed, slot, table = self.indexed, self.slot_of[request], self.table_of[request]
        self.slot_of[request] = self.table_of[request] = NOBODY
        for at in bits(self.span(request, slot)):
            self.tables[at] |= 1 << table
            for need in indexed.needs[request]:
                self.left[need][at] += 1
        for person in indexed.people_of[request]:
            self.busy[person] &= ~self.span(request, slot)
            self.count[person] -= 1
            for at in bits(self.span(request, slot)):
                self.at[person][at] = NOBODY

    def span(self, request: int, slot: int) -> int:
        """The slots it takes if it begins there."""
        return ((1 << self.indexed.length[request]) - 1) << slot

    def beginnings(self, request: int, free: int) -> int:
        """Where it could begin to have all its slots among those free, of one block."""
        found = free
        for step in range(1, self.indexed.length[request]):
            found &= (free >> step) & (self.indexed.follows >> (step - 1))
        return found

    def idle(self, request: int) -> int:
        """Where it could begin if only the meetings of its people stood in its way."""
        people = self.indexed.people_of[request]
        if any(self.is_full(person) for person in people):
            return 0
        busy = reduce(or_, (self.busy[person] for person in people), 0)
        return self.beginnings(request, self.indexed.every & ~busy)

    def is_full(self, person: int) -> bool:
        """Whether they have as many meetings as they may."""
        most = self.most[person]
        return most is not None and self.count[person] >= most

    def in_row(self, request: int, slot: int) -> list[int]:
        """Whose meetings on end would become more than they may."""
        end = slot + self.indexed.length[request] - 1
        return [
            person
            for person in self.indexed.people_of[request]
            if (most := self.indexed.people[person].most_in_row) is not None
            and self._joined(person, slot, -1) + self._joined(person, end, 1) >= most
        ]

    def out_of_order(self, request: int, slot: int) -> list[int]:
        """What would not be over before it, or would have begun before it is over."""
        indexed, end = self.indexed, slot + self.indexed.length[request]
        return [
            each
            for each in indexed.before[request]
            if self.slot_of[each] != NOBODY and self.slot_of[each] + indexed.length[each] > slot
        ] + [each for each in indexed.later[request] if NOBODY != self.slot_of[each] < end]

    def short(self, request: int, slot: int) -> list[int]:
        """The resources it needs that are used already."""
        slots = bits(self.span(request, slot))
        used = reduce(
            or_,
            (
                1 << need
                for at in slots
                for need in self.indexed.needs[request]
                if self.left[need][at] < 1
            ),
            0,
        )
        return list(bits(used))

    def left_tables(self, request: int, slot: int) -> int:
        """The tables it may use, as bits, that nobody has in its slots."""
        slots = bits(self.span(request, slot))
        return reduce(and_, (self.tables[at] for at in slots), self.allowed[request])

    def add_tables(self, kind: int, count: int, requests: Iterable[int]) -> int:
        """Suppose more tables of a kind, closed at first, that these requests may use."""
        more = ((1 << count) - 1) << len(self.indexed.tables)
        self.parts[kind] |= more
        for request in requests:
            self.allowed[request] |= more
        return more

    def open_tables(self, tables: int, slots: Iterable[int]) -> None:
        """Open tables that nobody has, given as bits."""
        for slot in slots:
            self.tables[slot] |= tables

    def close_tables(self, tables: int, slots: Iterable[int]) -> None:
        """Close tables that nobody has, given as bits."""
        for slot in slots:
            self.tables[slot] &= ~tables

    def near(self, request: int, slot: int, tables: int) -> int:
        """Those of some tables that its people can get to, and get away from, in time."""
        if not self.indexed.any_far:
            return tables
        end, follows = slot + self.indexed.length[request], self.indexed.follows
        for person in self.indexed.people_of[request]:
            at = self.at[person]
            if slot and follows >> (slot - 1) & 1 and at[slot - 1] != NOBODY:
                tables &= ~self._far_from(self.table_of[at[slot - 1]])
            if follows >> (end - 1) & 1 and at[end] != NOBODY:
                tables &= ~self._far_from(self.table_of[at[end]])
        return tables

    def _joined(self, person: int, slot: int, step: int) -> int:
        """How many meetings of theirs stand on end from beside a slot, on one side of it."""
        at, follows, found = self.at[person], self.indexed.follows, 0
        last = NOBODY
        while slot + step >= 0 and follows >> min(slot, slot + step) & 1:
            slot += step
            if at[slot] == NOBODY:
                break
            found += at[slot] != last
            last = at[slot]
        return found

    def _far_from(self, table: int) -> int:
        kind = next(kind for kind, part in enumerate(self.parts) if part >> table & 1)
        far = bits(self.indexed.far_kinds[kind])
        return reduce(or_, (self.parts[each] for each in far), 0)
