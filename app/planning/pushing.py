"""Placing what waits beside a plan, where one meeting may make room by going to another slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from app.planning.indexed import Indexed, bits
from app.planning.taken import NOBODY, Taken

_MOVES = 40
"""How many moves are looked at to place some requests."""

_MOVES_ALONE = 2_000
"""How many are looked at to learn which requests they alone would place."""


@dataclass(frozen=True, slots=True)
class Found:
    """A request that found a place, the slots it takes, and the meeting that went elsewhere."""

    request: int
    span: int
    pushed: int = NOBODY
    went: int = 0
    was: tuple[int, int] = (NOBODY, NOBODY)

    @property
    def moved(self) -> Sequence[int]:
        """The meeting that moved, if one did."""
        return [self.pushed] if self.pushed != NOBODY else []

    def spans_of(self, person: int, indexed: Indexed) -> Iterator[int]:
        """Give the slots that this takes of somebody's time, if it is of theirs."""
        for request, span in ((self.request, self.span), (self.pushed, self.went)):
            if request != NOBODY and person in indexed.people_of[request]:
                yield span


class Pushing:
    """Tries what would find a place. ``free``: when people can meet; may be supposed otherwise."""

    def __init__(self, taken: Taken) -> None:
        self._taken, self._indexed = taken, taken.indexed
        self.free = list(self._indexed.available)
        self._fixed = [
            slot == NOBODY or fixed
            for slot, fixed in zip(taken.slot_of, self._indexed.fixed, strict=True)
        ]
        self._needs_help: set[int] = set()
        self._moves = 0
        self._pushed: set[int] = set()

    def learn_who_needs_help(self, requests: Iterable[int]) -> None:
        """Find which of these no move would place as things are; only for them are moves tried."""
        left = _MOVES_ALONE
        for request in requests:
            self._needs_help.add(request)
            if left <= 0 or self.places([request], moves=left):
                self._needs_help.discard(request)
            left = min(left, self._moves)

    def places(
        self, requests: Iterable[int], *, slots: int = -1, moves: int = _MOVES
    ) -> list[Found]:
        """Say which of these find a place beside each other; nothing is changed by it."""
        self._moves = moves
        found: list[Found] = []
        for request in requests:
            slot = self._put(request, slots)
            if slot != NOBODY:
                found.append(Found(request, self._taken.span(request, slot)))
            elif request in self._needs_help:
                found += self._push(request, slots)
        for each in reversed(found):
            self._take_back(each)
        return found

    def _put(self, request: int, slots: int) -> int:
        """Place it in the first of these slots that will do."""
        taken = self._taken
        for slot in bits(self._possible(request, slots) & taken.idle(request)):
            tables = taken.near(request, slot, taken.left_tables(request, slot))
            if tables and not (
                taken.in_row(request, slot)
                or taken.out_of_order(request, slot)
                or taken.short(request, slot)
            ):
                taken.add(request, slot, next(bits(tables)))
                return slot
        return NOBODY

    def _possible(self, request: int, slots: int) -> int:
        indexed = self._indexed
        free = reduce(and_, (self.free[person] for person in indexed.people_of[request]))
        wanted = indexed.requests[request].slots & slots
        return self._taken.beginnings(request, free) & wanted

    def _push(self, request: int, slots: int) -> list[Found]:
        """Place it where one meeting of its people is, if that has another place to go to."""
        taken = self._taken
        for slot in bits(self._possible(request, slots)):
            in_the_way = self._in_the_way(request, slot)
            if self._moves <= 0:
                break
            if len(in_the_way) != 1 or self._fixed[other := in_the_way.pop()]:
                continue
            if other in self._pushed:
                continue
            self._moves -= 1
            was = taken.slot_of[other], taken.table_of[other]
            taken.remove(other)
            if self._put(request, 1 << slot) != NOBODY:
                to = self._put(other, -1)
                if to != NOBODY:
                    self._pushed.add(other)
                    spans = taken.span(request, slot), taken.span(other, to)
                    return [Found(request, spans[0], other, spans[1], was)]
                taken.remove(request)
            taken.add(other, *was)
        return []

    def _in_the_way(self, request: int, slot: int) -> set[int]:
        return {
            self._taken.at[person][at]
            for person in self._indexed.people_of[request]
            for at in bits(self._taken.span(request, slot))
        } - {NOBODY}

    def _take_back(self, found: Found) -> None:
        self._taken.remove(found.request)
        for other in found.moved:
            self._taken.remove(other)
            self._taken.add(other, *found.was)
            self._pushed.discard(other)
