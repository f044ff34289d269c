"""The last word on small problems: every rule as sums in whole numbers, solved to the end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from app.planning.disruption import Disruption, day_after
from app.planning.ground import Ground, Numbers, Ways
from app.planning.indexed import Indexed
from app.planning.offers import seated
from app.planning.problem import Meeting, Problem
from app.planning.repair_model import Choice, Effort, best
from app.planning.rows import rows_of
from app.planning.state import NOWHERE, Snapshot, State
from app.planning.walks import Walks

WORK_OF_STEP = 200
"""What a step costs, in the time of a move of ``annealing``."""

_ROUNDING = 1e-3
"""How far a sum of whole numbers may be from one where it is reckoned in floating point."""

_MOST_WAYS = 1_500
_MOST_LONG = 8
"""How many tables there may be for meetings of several slots, each of which counts by itself."""


def finish(state: State, problem: Problem, work: int, goes_on: Callable[[], bool]) -> int | None:
    """Make the state of a small problem the best there is, or leave it as it is.

    Gives the worth that no plan is above; nothing if the problem is too large to try.
    """
    if sum(may.bit_count() for may in state.indexed.may) > _MOST_WAYS:
        return None
    if max(state.indexed.length) > 1 and len(state.indexed.tables) > _MOST_LONG:
        return None
    ground = Ground(day_after(problem, problem.locked, Disruption()))
    ways = ground.all_ways()
    fixed = int(ground.worth[ground.stands.item].sum())
    if not len(ways.item):
        return fixed
    many = len(problem.requests) + 1
    choice = Choice(rows_of(ground, ways), many * ground.worth[ways.item] + _as_it_was(state, ways))
    every = np.ones(len(ways.item), dtype=bool)
    effort = Effort(max(1, work // WORK_OF_STEP), 0, lambda _best, _bound: goes_on())
    chosen = best(choice, every, ~every, effort)
    if fixed + chosen.gain // many > state.worth:
        meetings = seated(ground, ways.only(chosen.ways), Walks(ground))
        state.restore(snapshot_of(state.indexed, (*problem.locked, *meetings)))
    return fixed + int(chosen.at_most + _ROUNDING) // many


def _as_it_was(state: State, ways: Ways) -> Numbers:
    """Tell which ways leave a meeting in its slot, for choices that are worth as much."""
    stood = np.full(len(state.indexed.requests), NOWHERE)
    for request, (slot, _) in state.stood.items():
        stood[request] = slot
    return np.asarray(stood[ways.item] == ways.slot, dtype=np.int64)


def snapshot_of(indexed: Indexed, meetings: tuple[Meeting, ...]) -> Snapshot:
    """Give meetings, each at a table of its own, their numbers."""
    request = {each.name: number for number, each in enumerate(indexed.requests)}
    kind = {each.name: indexed.kind_of_table(number) for number, each in enumerate(indexed.tables)}
    return tuple(sorted((request[each.request], each.slot, kind[each.table]) for each in meetings))
