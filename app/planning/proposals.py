"""What to do about one meeting that can't be held, or one person left waiting: ranked, at once.

Each proposal is one meeting, for now or later, and moves at most one other out of its way. The
person at the desk takes one of them or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from app.planning.disruption import Disruption, day_after
from app.planning.ground import Ground
from app.planning.ideas import NONE, Case, Idea, Sort, ideas
from app.planning.offers import Move, seated
from app.planning.problem import Meeting, Problem
from app.planning.walks import Walks

_OF_ONE_SORT = 4
_LOOKED_AT = 12
"""How many of one sort are looked at for the shortest walk."""

Rank = tuple[int, int, int, list[int], tuple[int, ...]]
"""Worth, who is told, how often they were moved, how many meetings they have; the walk last."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One meeting to hold, and what makes room for it. ``id`` is made of all that it says.

    ``told``: the people of the meeting and of what moves, and who else is left waiting. ``facts``
    are for the sentence about it: ``people``, ``slot``, ``table``, who is ``waiting``; if a meeting
    moves, whose it is, ``moved``, and ``from_slot``, ``from_table``, ``to_slot``, ``to_table``.
    """

    id: str
    why: Sort
    facts: Mapping[str, tuple[str, ...]]
    meeting: Meeting
    moves: tuple[Move, ...]
    told: tuple[str, ...]
    worth: int


def proposals(
    problem: Problem,
    meetings: Iterable[Meeting],
    disruption: Disruption,
    about: Meeting | str,
    times_moved: Mapping[str, int] | None = None,
) -> tuple[Proposal, ...]:
    """Give what is worth most first; of equals what fewest are told of, fair shares, short ways.

    Args:
        problem: As it was planned.
        meetings: The plan, with all that has taken place already.
        disruption: What is different now.
        about: The meeting that can't be held, or the name of a person who waits now.
        times_moved: How often each person was moved or paired anew today: once more comes last.
    """
    planned = tuple(meetings)
    day = day_after(problem, planned, disruption)
    if isinstance(about, Meeting) and about not in day.lost and about in planned:
        day = day_after(problem, [each for each in planned if each != about], disruption)
    return proposals_on(Ground(day), about, times_moved)


def proposals_on(
    ground: Ground, about: Meeting | str, times_moved: Mapping[str, int] | None = None
) -> tuple[Proposal, ...]:
    """Give the proposals of a day that is made ready already, about a meeting that is lost."""
    return _Ranking(ground, about, times_moved or {}).best()


class _Ranking:
    def __init__(
        self, ground: Ground, about: Meeting | str, times_moved: Mapping[str, int]
    ) -> None:
        self._ground, self._about = ground, about
        self._case = _case(ground, about, times_moved)
        self._walks = Walks(ground, _home(ground, about, self._case))
        self._ways, self._ideas = ideas(ground, self._case)
        self._people = [
            [person for person in people if person != ground.nobody]
            for people in ground.people_of[self._ways.item].tolist()
        ]

    def best(self) -> tuple[Proposal, ...]:
        sorts: dict[Sort, list[tuple[Rank, Idea]]] = defaultdict(list)
        for idea in self._ideas:
            sorts[idea.sort].append((self._rank(idea), idea))
        found: list[tuple[Rank, Proposal]] = []
        for ranked in sorts.values():
            ranked.sort(key=lambda each: each[0])
            seen = [self._proposal(rank, idea) for rank, idea in ranked[:_LOOKED_AT]]
            seen = [each for each in seen if each[1].meeting != self._about]
            found += sorted(seen, key=lambda each: each[0])[:_OF_ONE_SORT]
        return tuple(proposal for _, proposal in sorted(found, key=lambda each: each[0]))

    def _told(self, idea: Idea) -> set[int]:
        return set(self._case.waiting).union(*(self._people[way] for way in idea.ways))

    def _rank(self, idea: Idea) -> Rank:
        way, case = idea.ways[0], self._case
        told = self._told(idea)
        return (
            -int(self._ground.worth[self._ways.item[way]]),
            len(told),
            sum(int(case.times_moved[person]) for person in told),
            sorted(int(case.met[person]) for person in self._people[way]),
            (int(self._ways.slot[way]), *idea.ways),
        )

    def _proposal(self, rank: Rank, idea: Idea) -> tuple[Rank, Proposal]:
        ground, ways = self._ground, self._ways.only(np.array(idea.ways))
        item, slot = int(ways.item[0]), int(ways.slot[0])
        meeting, *after = seated(ground, ways, self._walks)
        stands = ground.stand_of[ways.item[1:]].tolist()
        moves = tuple(
            Move(ground.day.standing[stand], each)
            for stand, each in zip(stands, after, strict=True)
        )
        told = tuple(ground.people[person].name for person in sorted(self._told(idea)))
        table = np.array([ground.table_number[meeting.table]])
        walk = int(self._walks.to(item, slot, table)[0])
        proposal = Proposal(
            id=_id(idea.sort, meeting, moves, told),
            why=idea.sort,
            facts=self._facts(meeting, moves),
            meeting=meeting,
            moves=moves,
            told=told,
            worth=int(ground.worth[item]),
        )
        return (*rank[:-1], (walk, *rank[-1])), proposal

    def _facts(self, meeting: Meeting, moves: Iterable[Move]) -> dict[str, tuple[str, ...]]:
        ground = self._ground
        slots, requests = ground.day.problem.slots, ground.requests
        facts = {
            "people": requests[ground.number[meeting.request]].people,
            "slot": (slots[meeting.slot].name,),
            "table": (meeting.table,),
            "waiting": tuple(ground.people[person].name for person in self._case.waiting),
        }
        for move in moves:
            facts["moved"] = requests[ground.number[move.before.request]].people
            facts["from_slot"] = (slots[move.before.slot].name,)
            facts["from_table"] = (move.before.table,)
            facts["to_slot"] = (slots[move.after.slot].name,)
            facts["to_table"] = (move.after.table,)
        return facts


def _case(ground: Ground, about: Meeting | str, times_moved: Mapping[str, int]) -> Case:
    held = ground.people_of[ground.stands.item]
    met = np.bincount(held.ravel(), minlength=ground.nobody + 1)
    moved = np.array([*(times_moved.get(person.name, 0) for person in ground.people), 0])
    if isinstance(about, str):
        slot = ground.day.now
        return Case(NONE, slot, slot, (ground.person_number[about],), met, moved)
    item = ground.number[about.request]
    slot = max(about.slot, ground.day.now)
    people = ground.people_of[item]
    there = people[(people != ground.nobody) & ground.open[people, slot]]
    return Case(item, about.slot, slot, tuple(there.tolist()), met, moved)


def _home(ground: Ground, about: Meeting | str, case: Case) -> Mapping[tuple[int, int], int]:
    """Say where whoever waits sits, and where a meeting that is had later is looked for."""
    table = None if isinstance(about, str) else ground.table_number.get(about.table)
    if table is None:
        return {}
    waiting = np.isin(ground.people_of, case.waiting).any(axis=1)
    found = {(int(item), case.slot): table for item in np.flatnonzero(waiting)}
    found |= {(case.item, slot): table for slot in range(ground.slots)}
    del found[case.item, case.planned]
    return found


def _id(why: Sort, meeting: Meeting, moves: tuple[Move, ...], told: tuple[str, ...]) -> str:
    said = repr((why.value, meeting, moves, told))
    return sha256(said.encode()).hexdigest()[:16]
