"""How good a plan is: each goal with a figure of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.planning.plan import Figures
from app.planning.seats import changes_of
from app.planning.state import NOWHERE, State


def figures(state: State, tables: Mapping[int, int], bound: int) -> Figures:
    """Count what the plan has reached of at most ``bound``."""
    could = [could_have(state, person) for person in range(len(state.indexed.people))]
    shares = [count / most for count, most in zip(state.count, could, strict=True) if most]
    return Figures(
        wanted=len(state.indexed.requests),
        placed=state.placed,
        worth=state.worth,
        bound=bound,
        empty_handed=sum(
            1
            for count, wishes in zip(state.count, state.indexed.wishes, strict=True)
            if wishes and not count
        ),
        least_served=min(shares, default=1.0),
        idle_gaps=sum(gaps_of(at, state.indexed.follows) for at in state.at),
        table_changes=changes_of(state, tables),
        lateness=sum(slot for slot in state.slot_of if slot != NOWHERE),
    )


def could_have(state: State, person: int) -> int:
    """The most meetings that a person could have if nobody else asked for anything."""
    indexed = state.indexed
    possible = sum(1 for request in indexed.wishes[person] if indexed.may[request])
    most = indexed.people[person].most
    slots = indexed.available[person].bit_count()
    return min(possible, slots, slots if most is None else most)


def gaps_of(at: list[int], follows: int) -> int:
    """Count the idle stretches between two meetings of one block."""
    gaps = idle = 0
    met = False
    for slot, request in enumerate(at):
        if slot and not follows >> (slot - 1) & 1:
            met, idle = False, 0
        if request == NOWHERE:
            idle += 1
        else:
            gaps += met and idle > 0
            met, idle = True, 0
    return gaps
