"""How much can be recovered at most, whatever moves: by the slots and tables that are left."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from app.planning.ground import Ground, Numbers, Ways
from app.planning.linear import best_shares
from app.planning.rows import Floats


def most_recovered(ground: Ground, ways: Ways) -> tuple[int, int]:
    """Count the meetings that can be recovered at most, and what they can be worth.

    Whatever moves, people and tables have as many slots left as they have now; that all of a
    meeting's people have to be free at the same time is left out.

    Args:
        ground: The day as it stands.
        ways: All places where anything may be.
    """
    items = np.unique(ways.item[~ground.moves(ways)])
    if not len(items):
        return 0, 0
    takes, limit = _shares(ground, items)
    worth = ground.worth[items].astype(float)
    count = _most(np.ones(len(items)), takes, limit)
    return count, count if (worth == 1).all() else _most(worth, takes, limit)


def _most(gain: Floats, takes: csr_matrix, limit: Floats) -> int:
    best = best_shares(gain, takes, limit)
    # What is not answered is held back by nothing that could be told.
    return int((gain.sum() if best is None else best.worth) + 1e-6)


def _shares(ground: Ground, items: Numbers) -> tuple[csr_matrix, Floats]:
    """The slots of each person, the meetings of each, and the tables: what a request takes."""
    nobody, count = ground.nobody, len(items)
    people = ground.people_of[items]
    at = np.repeat(np.arange(count), people.shape[1])
    row, length = people.ravel(), ground.length[items][at]
    real = row != nobody
    tables = np.full(count, 2 * nobody)
    takes = csr_matrix(
        (
            np.concatenate([length[real], np.ones(int(real.sum())), ground.length[items]]),
            (
                np.concatenate([row[real], nobody + row[real], tables]),
                np.concatenate([at[real], at[real], np.arange(count)]),
            ),
        ),
        shape=(2 * nobody + 1, count),
    )
    met = np.bincount(ground.people_of[ground.stands.item].ravel(), minlength=nobody + 1)
    most = [
        ground.slots if person.most is None else max(0, person.most - met[number])
        for number, person in enumerate(ground.people)
    ]
    left = ground.tables_left[:, ground.day.now :].sum()
    slots = np.maximum(ground.slots_left()[:-1], 0)
    return takes, np.concatenate([slots, most, [left]]).astype(float)
