"""A plan in the making: what is placed where, and what is still free. Every rule is kept in it.

Only ``place``, ``take_out``, ``exchange`` and ``restore`` change it, and none makes a move that
breaks a rule. Searches read its lists in place, because a step has to take microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.planning.indexed import Indexed, bits, index
from app.planning.problem import Problem
from app.planning.seating import Seating

NOWHERE = -1
ANY_KIND = -1

Snapshot = tuple[tuple[int, int, int], ...]
"""Request, slot and kind of table of each meeting."""


class State:
    """What is placed so far, by number (see ``Indexed``). Read freely, change by methods only.

    ``free``: for each person, the slots in which one more meeting of one slot breaks no rule of
    theirs. ``at``: for each person and slot the request that is placed there, or ``NOWHERE``.
    ``slot_of``: where each request begins. ``count``: meetings of each person. ``stood``: slot and
    table of requests that had a place before, as far as they could keep it.
    """

    def __init__(self, indexed: Indexed) -> None:
        self.indexed = indexed
        self.seating = Seating(indexed)
        self.free = list(indexed.available)
        self.at = [[NOWHERE] * len(indexed.slots) for _ in indexed.people]
        self.slot_of = [NOWHERE] * len(indexed.requests)
        self.count = [0] * len(indexed.people)
        self.stood: dict[int, tuple[int, int]] = {}
        self.placed = 0
        self.worth = 0
        self._busy = [0] * len(indexed.people)
        self._limited = [p.most is not None or p.most_in_row is not None for p in indexed.people]
        self._left = [[resource.at_once] * len(indexed.slots) for resource in indexed.resources]
        self._spare = [r.open & indexed.every if r.at_once > 0 else 0 for r in indexed.resources]
        for person, limited in enumerate(self._limited):
            if limited:
                self._renew(person)
        for request, fixed in enumerate(indexed.fixed):
            if fixed:
                self._put(request, indexed.may[request].bit_length() - 1, indexed.kinds[request][0])

    @classmethod
    def of(cls, problem: Problem, slots: Mapping[str, int] | None = None) -> State:
        """Make the state of a problem with its locked meetings, and more of them by request.

        Those of ``slots`` that have no place beside the others are left out.
        """
        state = cls(index(problem))
        for request, name in enumerate(each.name for each in state.indexed.requests):
            slot = (slots or {}).get(name, NOWHERE)
            if slot != NOWHERE and state.slot_of[request] == NOWHERE:
                state.place(request, slot)
        return state

    def slots_for(self, request: int) -> int:
        """The slots in which a request that is not placed could begin now, nothing else moved."""
        indexed = self.indexed
        free = indexed.every
        for person in indexed.people_of[request]:
            free &= self.free[person]
        if indexed.plain[request]:
            kind = indexed.kinds[request][0]
            return free & indexed.may[request] & self.seating.open_in[kind]
        for need in indexed.needs[request]:
            free &= self._spare[need]
        free &= self.seating.room(request)
        found = free & indexed.may[request] & self._in_order(request)
        for step in range(1, indexed.length[request]):
            found &= free >> step
        return sum(1 << slot for slot in bits(found) if self._kind(request, slot) != NOWHERE)

    def place(self, request: int, slot: int, kinds: int = ANY_KIND) -> bool:
        """Let a request that is not placed begin in a slot; false, and no change, if it can't.

        ``kinds``: the kinds of table that it may have, as bits.
        """
        if not self.slots_for(request) >> slot & 1:
            return False
        kind = self._kind(request, slot, kinds)
        if kind == NOWHERE:
            return False
        self._put(request, slot, kind)
        return True

    def take_out(self, request: int) -> None:
        """Take a meeting out of the plan. It must not be a locked one."""
        slot = self.slot_of[request]
        self.slot_of[request] = NOWHERE
        self.placed -= 1
        self.worth -= self.indexed.worth[request]
        length = self.indexed.length[request]
        span = ((1 << length) - 1) << slot
        self.seating.unseat(request, slot)
        for need in self.indexed.needs[request]:
            for at in range(slot, slot + length):
                self._left[need][at] += 1
                self._spare[need] |= 1 << at
        for person in self.indexed.people_of[request]:
            self._busy[person] &= ~span
            self.count[person] -= 1
            for at in range(slot, slot + length):
                self.at[person][at] = NOWHERE
            if self._limited[person]:
                self._renew(person)
            else:
                self.free[person] |= span

    def exchange(self, out: Iterable[int], put: Iterable[tuple[int, int]]) -> bool:
        """Take meetings out and place requests instead; false, and no change, if not all can be."""
        before = [(each, self.slot_of[each], self.seating.kind_of[each]) for each in out]
        for request, _, _ in before:
            self.take_out(request)
        done: list[int] = []
        for request, slot in put:
            if not self.place(request, slot):
                for each in reversed(done):
                    self.take_out(each)
                self._put_back(before)
                return False
            done.append(request)
        return True

    def in_the_way(self, request: int, slot: int) -> list[int]:
        """The meetings that its people have in the slots it would take, each once."""
        found: dict[int, None] = {}
        for person in self.indexed.people_of[request]:
            at = self.at[person]
            for step in range(slot, slot + self.indexed.length[request]):
                if at[step] != NOWHERE:
                    found[at[step]] = None
        return list(found)

    def snapshot(self) -> Snapshot:
        """Say where everything is, to be restored later."""
        kind_of = self.seating.kind_of
        return tuple(
            (request, slot, kind_of[request])
            for request, slot in enumerate(self.slot_of)
            if slot != NOWHERE
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Have everything where it was."""
        wanted = set(snapshot)
        for each in self.snapshot():
            if each not in wanted:
                self.take_out(each[0])
        for request, slot, kind in snapshot:
            if self.slot_of[request] == NOWHERE:
                self._put(request, slot, kind)

    def _put_back(self, before: list[tuple[int, int, int]]) -> None:
        for request, slot, kind in before:
            self._put(request, slot, kind)

    def _put(self, request: int, slot: int, kind: int) -> None:
        self.slot_of[request] = slot
        self.placed += 1
        self.worth += self.indexed.worth[request]
        length = self.indexed.length[request]
        span = ((1 << length) - 1) << slot
        self.seating.seat(request, slot, kind)
        for need in self.indexed.needs[request]:
            for at in range(slot, slot + length):
                self._left[need][at] -= 1
                if self._left[need][at] <= 0:
                    self._spare[need] &= ~(1 << at)
        for person in self.indexed.people_of[request]:
            self._busy[person] |= span
            self.count[person] += 1
            for at in range(slot, slot + length):
                self.at[person][at] = request
            if self._limited[person]:
                self._renew(person)
            else:
                self.free[person] &= ~span

    def _kind(self, request: int, slot: int, kinds: int = ANY_KIND) -> int:
        """A kind of table that has room and whose people get there in time; -1 if none is."""
        barred = ~kinds | (self._too_far(request, slot) if self.indexed.any_far else 0)
        if not self._keeps_rows(request, slot):
            return NOWHERE
        return self.seating.kind_at(request, slot, barred)

    def _too_far(self, request: int, slot: int) -> int:
        indexed, barred = self.indexed, 0
        end = slot + indexed.length[request]
        for person in indexed.people_of[request]:
            at = self.at[person]
            if slot and indexed.follows >> (slot - 1) & 1 and at[slot - 1] != NOWHERE:
                barred |= indexed.far_kinds[self.seating.kind_of[at[slot - 1]]]
            if indexed.follows >> (end - 1) & 1 and at[end] != NOWHERE:
                barred |= indexed.far_kinds[self.seating.kind_of[at[end]]]
        return barred

    def _in_order(self, request: int) -> int:
        """The slots after what has to be over first, and before what has to wait for it."""
        allowed = self.indexed.every
        for other in self.indexed.before[request]:
            if self.slot_of[other] != NOWHERE:
                allowed &= -1 << (self.slot_of[other] + self.indexed.length[other])
        for other in self.indexed.later[request]:
            if self.slot_of[other] != NOWHERE:
                last = self.slot_of[other] - self.indexed.length[request]
                allowed &= (1 << max(0, last + 1)) - 1
        return allowed

    def _keeps_rows(self, request: int, slot: int) -> bool:
        end = slot + self.indexed.length[request] - 1
        for person in self.indexed.people_of[request]:
            most = self.indexed.people[person].most_in_row
            if most is not None and self._row(person, slot, -1) + self._row(person, end, 1) >= most:
                return False
        return True

    def _row(self, person: int, slot: int, step: int) -> int:
        """How many meetings of theirs join on to a slot, on one side of it."""
        at, follows, meetings = self.at[person], self.indexed.follows, 0
        joint = slot if step > 0 else slot - 1
        last = NOWHERE
        while joint >= 0 and follows >> joint & 1 and at[joint + (step > 0)] != NOWHERE:
            meetings += at[joint + (step > 0)] != last
            last = at[joint + (step > 0)]
            joint += step
        return meetings

    def _renew(self, person: int) -> None:
        who = self.indexed.people[person]
        free = self.indexed.available[person] & ~self._busy[person]
        if who.most is not None and self.count[person] >= who.most:
            free = 0
        elif who.most_in_row is not None:
            for slot in bits(free):
                if self._row(person, slot, -1) + self._row(person, slot, 1) >= who.most_in_row:
                    free &= ~(1 << slot)
        self.free[person] = free
