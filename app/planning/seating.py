"""How many meetings fit a slot's tables: a matching of meetings and kinds of table, kept exact.

A meeting that finds its kinds of table taken makes room along an augmenting path: others change
to a kind that they may use as well. Meetings of several slots keep their kind, and so does, where
zones are far from each other, the zone of whoever is seated. Which table of its kind a meeting
gets is decided when all slots stand (see ``seats``).
"""

from __future__ import annotations

from collections.abc import Iterable

from app.planning.indexed import Indexed, bits


class Seating:
    """The kind of table that each placed meeting has.

    ``open_in``: for each kind, the slots in which one more meeting finds room there, others
    changing theirs if they must. ``kind_of``: for each request, -1 if it is not seated.
    """

    def __init__(self, indexed: Indexed) -> None:
        slots = range(len(indexed.slots))
        self._indexed = indexed
        self._capacity = [
            [sum(indexed.tables[t].open >> slot & 1 for t in bits(part)) for slot in slots]
            for part in indexed.tables_of_kind
        ]
        self._used = [[0] * len(slots) for _ in indexed.tables_of_kind]
        self._meetings: list[list[dict[int, None]]] = [
            [{} for _ in slots] for _ in indexed.tables_of_kind
        ]
        self._may_change = any(len(kinds) > 1 for kinds in indexed.kinds)
        self.open_in = [
            sum(1 << slot for slot in slots if capacity[slot]) for capacity in self._capacity
        ]
        self.kind_of = [-1] * len(indexed.requests)

    def room(self, request: int) -> int:
        """The slots in which the request could have a table."""
        found = 0
        for kind in self._indexed.kinds[request]:
            found |= self.open_in[kind]
        return found

    def kind_at(self, request: int, slot: int, barred: int = 0) -> int:
        """A kind of table for all its slots, none of those ``barred`` by bits; -1 if none is."""
        span = ((1 << self._indexed.length[request]) - 1) << slot
        for kind in self._indexed.kinds[request]:
            if self.open_in[kind] & span == span and not barred >> kind & 1:
                return kind
        return -1

    def seat(self, request: int, slot: int, kind: int) -> None:
        """Give it a table of a kind that has room, as ``kind_at`` said."""
        self.kind_of[request] = kind
        for at in range(slot, slot + self._indexed.length[request]):
            used, capacity = self._used[kind], self._capacity[kind]
            changed = used[at] + 1 >= capacity[at]
            if used[at] >= capacity[at]:
                self._make_room(kind, at)
            used[at] += 1
            self._meetings[kind][at][request] = None
            if changed:
                self._look_again(at, kind)

    def unseat(self, request: int, slot: int) -> None:
        """Take its table back."""
        kind = self.kind_of[request]
        self.kind_of[request] = -1
        for at in range(slot, slot + self._indexed.length[request]):
            was_full = self._used[kind][at] >= self._capacity[kind][at]
            self._used[kind][at] -= 1
            del self._meetings[kind][at][request]
            if was_full:
                self._look_again(at, kind)

    def _make_room(self, kind: int, slot: int) -> None:
        came: dict[int, tuple[int, int]] = {}
        queue = [kind]
        for full in queue:
            for meeting in self._meetings[full][slot]:
                for other in self._others(meeting, full):
                    if other in came or other == kind:
                        continue
                    came[other] = (full, meeting)
                    if self._used[other][slot] < self._capacity[other][slot]:
                        self._move_along(came, other, slot, kind)
                        return
                    queue.append(other)
        msg = "a kind of table that is said to have room has none"
        raise AssertionError(msg)

    def _move_along(
        self, came: dict[int, tuple[int, int]], end: int, slot: int, start: int
    ) -> None:
        while end != start:
            full, meeting = came[end]
            del self._meetings[full][slot][meeting]
            self._meetings[end][slot][meeting] = None
            self._used[full][slot] -= 1
            self._used[end][slot] += 1
            self.kind_of[meeting] = end
            end = full

    def _others(self, meeting: int, kind: int) -> Iterable[int]:
        kinds = self._indexed.kinds[meeting]
        if len(kinds) == 1 or self._indexed.length[meeting] > 1:
            return ()
        near = self._indexed.near_kinds[kind]
        return (other for other in kinds if near >> other & 1)

    def _look_again(self, slot: int, changed: int) -> None:
        bit = 1 << slot
        if not self._may_change:
            if self._used[changed][slot] < self._capacity[changed][slot]:
                self.open_in[changed] |= bit
            else:
                self.open_in[changed] &= ~bit
            return
        full = []
        for kind, used in enumerate(self._used):
            if used[slot] < self._capacity[kind][slot]:
                self.open_in[kind] |= bit
            else:
                self.open_in[kind] &= ~bit
                full.append(kind)
        self._spread(full, slot)

    def _spread(self, full: list[int], slot: int) -> None:
        """Open each full kind that somebody could leave for one that is open."""
        bit = 1 << slot
        growing = True
        while growing:
            growing = False
            for kind in full:
                if not self.open_in[kind] & bit and any(
                    self.open_in[other] & bit
                    for meeting in self._meetings[kind][slot]
                    for other in self._others(meeting, kind)
                ):
                    self.open_in[kind] |= bit
                    growing = True
