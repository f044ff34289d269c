"""Repairs of one step: into a free place, or where at most one meeting has to give way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.planning.ground import Grid, Ground, Numbers, Ways

if TYPE_CHECKING:
    # It loads what solves linear programmes, for which whoever only proposes need not wait.
    from app.planning.repair_model import Choice


def near_ways(ground: Ground, ways: Ways) -> Grid:
    """Tell what fits when at most one meeting makes a move to a free place, and these moves."""
    moves = ground.moves(ways)
    direct = moves & _is_open(ground, ways)
    mover = ground.stand_of[ways.item]
    able, asked = np.zeros((2, len(ground.stands.item) + 1), dtype=bool)
    able[mover[direct]] = able[-1] = True
    first, others = blockers(ground, ways)
    fitting = ~moves & ~others & able[first]
    asked[first[fitting]] = True
    return np.asarray(fitting | (direct & asked[mover]))


def blockers(ground: Ground, ways: Ways) -> tuple[Numbers, Grid]:
    """Give the number of a standing meeting that is in the way, or -1; and whether more are."""
    holder = np.full((len(ground.people) + 1, ground.slots), -1)
    at, slot = ground.taken(ground.stands)
    for people in ground.people_of.T:
        holder[people[ground.stands.item[at]], slot] = at
    holder[ground.nobody] = -1
    at, slot = ground.taken(ways)
    held = [holder[people[ways.item[at]], slot] for people in ground.people_of.T]
    first = np.full(len(ways.item), -1)
    for each in held:
        np.maximum.at(first, at, each)
    others = np.zeros(len(ways.item), dtype=bool)
    for each in held:
        others[at[(each >= 0) & (each != first[at])]] = True
    return first, others


def one_by_one(choice: Choice, ways: Ways) -> Grid:
    """Take what has room, the most worth and then the fewest ways first, and move nothing."""
    count = np.bincount(ways.item, minlength=1)[ways.item] if len(ways.item) else ways.item
    order = np.lexsort((ways.slot, ways.item, count, -choice.gain))
    takes = choice.rows.takes
    starts, rows, much = takes.indptr.tolist(), takes.indices.tolist(), takes.data.tolist()
    left: list[float] = choice.rows.limit.tolist()
    item = ways.item.tolist()
    taken: set[int] = set()
    chosen = np.zeros(len(ways.item), dtype=bool)
    for way in order.tolist():
        if item[way] in taken:
            continue
        part = range(starts[way], starts[way + 1])
        for at in part:
            if left[rows[at]] < much[at]:
                break
        else:
            for at in part:
                left[rows[at]] -= much[at]
            taken.add(item[way])
            chosen[way] = True
    return chosen


def _is_open(ground: Ground, ways: Ways) -> Grid:
    """Whether nobody, and no table of the kind, is taken there."""
    left = ground.tables_of_kind.copy()
    at, slot = ground.taken(ground.stands)
    np.subtract.at(left, (ground.stands.kind[at], slot), 1)
    at, slot = ground.taken(ways)
    shut = left[ways.kind[at], slot] <= 0
    for people in ground.people_of.T:
        shut |= ~ground.open[people[ways.item[at]], slot]
    free = np.ones(len(ways.item), dtype=bool)
    free[at[shut]] = False
    return free
