"""What a repair offers: the meetings after it, who moves, and who must be told."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from app.planning.ground import ANY, Ground, Ways
from app.planning.problem import Meeting
from app.planning.walks import Walks


@dataclass(frozen=True, slots=True)
class Move:
    """A meeting that is held at another time or table than it was planned."""

    before: Meeting
    after: Meeting


@dataclass(frozen=True, slots=True)
class Offer:
    """A plan for the rest of the day, to be taken or left.

    ``recovered`` meetings have a place that had none, worth ``worth``; ``told`` are the people of
    these and of the moved ones, each once. ``proved``: nothing better of its sort is possible.
    """

    meetings: tuple[Meeting, ...]
    recovered: tuple[Meeting, ...]
    moved: tuple[Move, ...]
    told: tuple[str, ...]
    worth: int
    proved: bool


def offer_of(ground: Ground, ways: Ways, *, proved: bool) -> Offer:
    """Say what these ways come to, all taken, each with a table of its own."""
    after = seated(ground, ways, Walks(ground))
    moving = ground.moves(ways)
    stands = ground.day.standing
    moved = tuple(
        sorted(
            (
                Move(stands[ground.stand_of[item]], meeting)
                for item, meeting, moves in zip(ways.item, after, moving, strict=True)
                if moves
            ),
            key=lambda move: move.before,
        )
    )
    recovered = tuple(
        sorted(meeting for meeting, moves in zip(after, moving, strict=True) if not moves)
    )
    left = {move.before for move in moved}
    kept = (meeting for meeting in stands if meeting not in left) if left else stands
    people = ground.people_of[ways.item]
    told = np.unique(people[people != ground.nobody])
    return Offer(
        meetings=tuple(sorted((*kept, *after), key=attrgetter("slot", "table", "request"))),
        recovered=recovered,
        moved=moved,
        told=tuple(ground.people[person].name for person in told),
        worth=int(ground.worth[ways.item[~moving]].sum()),
        proved=proved,
    )


def seated(ground: Ground, ways: Ways, walks: Walks) -> list[Meeting]:
    """Give each its table, the nearest to where its people are before and after."""
    left = ground.tables_left.copy()
    movers = ground.stand_of[ways.item[ground.moves(ways)]]
    stands = ground.stands.only(movers)
    at, slot = ground.taken(stands)
    left[stands.table[at], slot] = True
    tables = ways.table.copy()
    at, slot = ground.taken(ways)
    own = tables[at] != ANY
    left[tables[at[own]], slot[own]] = False
    for way in np.lexsort((ways.item, ways.slot)):
        if tables[way] != ANY:
            continue
        item, begin = int(ways.item[way]), int(ways.slot[way])
        able = left[:, begin] & (ground.kinds.of_table == ways.kind[way])
        tables[way] = walks.nearest(item, begin, able)
        left[tables[way], begin] = False
    return [
        Meeting(int(begin), ground.tables[table].name, ground.requests[item].name)
        for item, begin, table in zip(ways.item, ways.slot, tables, strict=True)
    ]
