"""A first plan in milliseconds: the hardest and least served first."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from app.planning.indexed import bits
from app.planning.state import NOWHERE, State


def fill(state: State, requests: Iterable[int] | None = None) -> None:
    """Place what has room, of these requests or of all, without moving anything.

    What is worth most comes first; of equals, whom few meetings reached so far, and then who has
    most to place in the fewest slots.
    """
    indexed = state.indexed
    waiting = [
        request
        for request in (range(len(indexed.requests)) if requests is None else requests)
        if state.slot_of[request] == NOWHERE
    ]
    demand = [0] * len(indexed.people)
    for request in waiting:
        for person in indexed.people_of[request]:
            demand[person] += 1
    press = [
        demand[person] / (1 + state.free[person].bit_count())
        for person in range(len(indexed.people))
    ]
    heap = [_rank(state, press, request) for request in waiting]
    heapify(heap)
    while heap:
        rank = heappop(heap)
        request = rank[-1]
        now = _rank(state, press, request)
        if now != rank:
            heappush(heap, now)
            continue
        slots = state.slots_for(request)
        if slots:
            state.place(request, next(bits(slots)))


def _rank(state: State, press: list[float], request: int) -> tuple[int, int, float, int]:
    people = state.indexed.people_of[request]
    return (
        -state.indexed.worth[request],
        min(state.count[person] for person in people),
        -max(press[person] for person in people),
        request,
    )
