"""All rules of a day in one matrix: what each way to place a meeting takes of which limit.

A solution is a set of ways whose sum is within ``limit``, row by row. A way that moves a meeting
gives back what the meeting takes where it stands. A limit that the plan is over as it stands counts
as just met: nothing may be added there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, vstack

from app.planning.day_rules import Takes, rules
from app.planning.ground import Ground, Ways

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """``takes`` has a column for each way, and only the rows that could be met."""

    takes: csc_matrix
    limit: Floats


def rows_of(ground: Ground, ways: Ways) -> Rows:
    """Say all rules about these ways."""
    mover = np.flatnonzero(ground.moves(ways))
    count, standing = len(ways.item), len(ground.stands.item)
    back = csr_matrix(
        (np.ones(len(mover)), (ground.stand_of[ways.item[mover]], mover)), shape=(standing, count)
    )
    once = ways.item, np.arange(count), np.ones(count, dtype=int)
    parts = [_matrix([once], len(ground.requests), count)]
    limits: list[Floats] = [np.ones(len(ground.requests))]
    for rule in rules(ground):
        size = len(rule.limit)
        here = _matrix(rule.takes(ways), size, count)
        there = _matrix(rule.takes(ground.stands), size, standing)
        limits.append(np.maximum(rule.limit - there @ np.ones(standing), 0.0))
        parts.append(here - there @ back if len(mover) else here)
    takes, limit = vstack(parts, format="csr"), np.concatenate(limits)
    most = takes.maximum(0) @ np.ones(count)
    tight = np.flatnonzero(most > limit)
    return Rows(takes[tight].tocsc(), limit[tight])


def _matrix(takes: Iterable[Takes], rows: int, columns: int) -> csr_matrix:
    found = list(takes)
    if not found:
        return csr_matrix((rows, columns))
    row, column, much = (np.concatenate(part) for part in zip(*found, strict=True))
    return csr_matrix((much.astype(float), (row, column)), shape=(rows, columns))
