"""What would let more requests in: tables, somebody's time, a limit, a resource.

Each answer was tried: its requests found places beside the meetings that are planned, none moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_

from app.planning.indexed import Indexed, bits, index
from app.planning.plan import Help, HelpBy
from app.planning.problem import Meeting, Problem, Table
from app.planning.taken import NOBODY, Taken

_OF_EACH = 3
"""How many answers of each sort are worth reading."""

_ASKED = 40
"""How many people it is tried for: those who have most worth left out."""

_TABLES = 5
"""How many more tables somebody might find for a single slot."""


def what_would_help(problem: Problem, meetings: Iterable[Meeting]) -> tuple[Help, ...]:
    """Say what would place more, what places most worth first.

    The meetings must keep the rules.
    """
    indexed = index(problem)
    trial = _Trial(indexed, Taken(indexed, meetings))
    found = [
        *_best(trial.more_tables()),
        *_best(trial.more_time()),
        *_best(trial.higher_limits()),
        *_best(trial.more_of_a_resource()),
    ]
    return tuple(sorted(found, key=_rank))


def _best(tried: Iterable[Help]) -> list[Help]:
    return sorted((each for each in tried if each.requests), key=_rank)[:_OF_EACH]


def _rank(each: Help) -> tuple[int, int, str, str, tuple[int, ...]]:
    return -each.worth, each.count, each.by, each.name, each.slots


class _Trial:
    """Tries what there might be more of. Whatever it places it takes out again.

    ``free``: for each person the slots they can meet in, supposed ones among them.
    """

    def __init__(self, indexed: Indexed, taken: Taken) -> None:
        self._indexed, self._taken = indexed, taken
        self._free = list(indexed.available)
        left = [at for at, slot in enumerate(taken.slot_of) if slot == NOBODY]
        without = [request for request in left if not self._places([request])]
        self._left = sorted(without, key=lambda request: (-indexed.worth[request], request))

    def more_tables(self) -> Iterator[Help]:
        """One more in every slot, or some more in one."""
        indexed, taken = self._indexed, self._taken
        kinds = [k for k, part in enumerate(indexed.tables_of_kind) if not self._like(part).owners]
        if not kinds:
            return
        kind = max(kinds, key=lambda kind: indexed.tables_of_kind[kind].bit_count())
        name = self._like(indexed.tables_of_kind[kind]).name
        seated = [request for request in self._left if self._sits_anywhere(request)]
        more = taken.add_tables(kind, _TABLES, seated)
        slots = range(len(indexed.slots))
        taken.open_tables(more & -more, slots)
        yield self._help(HelpBy.TABLES, name, 1, slots, self._placed(seated))
        taken.close_tables(more, slots)
        for slot in slots:
            taken.open_tables(more, [slot])
            requests = self._placed(seated, 1 << slot)[:_TABLES]
            taken.close_tables(more, [slot])
            yield self._help(HelpBy.TABLES, name, len(requests), (slot,), requests)

    def more_time(self) -> Iterator[Help]:
        """Somebody could meet in slots in which they can't."""
        indexed = self._indexed
        for person, requests in self._by_person():
            before = self._free[person]
            self._free[person] = indexed.every
            places = self._places(requests)
            self._free[person] = before
            slots = sorted({at for _, span in places for at in bits(span & ~before)})
            name = indexed.people[person].name
            placed = [request for request, _ in places]
            yield self._help(HelpBy.TIME, name, len(slots), slots, placed)

    def higher_limits(self) -> Iterator[Help]:
        """Somebody who has as many meetings as they may could have more."""
        for person, requests in self._by_person():
            before = self._taken.most[person]
            if before is None or not self._taken.is_full(person):
                continue
            self._taken.most[person] = None
            placed = self._placed(requests)
            self._taken.most[person] = before
            count = self._taken.count[person] + len(placed) - before
            name = self._indexed.people[person].name
            yield self._help(HelpBy.LIMIT, name, count, (), placed)

    def more_of_a_resource(self) -> Iterator[Help]:
        """One more of it in every slot in which it is there."""
        for need, resource in enumerate(self._indexed.resources):
            slots = list(bits(resource.open & self._indexed.every))
            needing = [r for r in self._left if need in self._indexed.needs[r]]
            for slot in slots:
                self._taken.left[need][slot] += 1
            placed = self._placed(needing)
            for slot in slots:
                self._taken.left[need][slot] -= 1
            yield self._help(HelpBy.RESOURCE, resource.name, 1, slots, placed)

    def _like(self, part: int) -> Table:
        return self._indexed.tables[next(bits(part))]

    def _sits_anywhere(self, request: int) -> bool:
        people = self._indexed.people_of[request]
        wanted = self._indexed.requests[request].tables
        return not wanted and not any(self._indexed.people[person].table for person in people)

    def _by_person(self) -> Iterator[tuple[int, list[int]]]:
        """People with what they asked for and did not get, those with most worth left out first."""
        wishes: dict[int, list[int]] = defaultdict(list)
        for request in self._left:
            for person in self._indexed.people_of[request]:
                wishes[person].append(request)
        worth = {p: sum(self._indexed.worth[r] for r in each) for p, each in wishes.items()}
        for person in sorted(worth, key=lambda person: (-worth[person], person))[:_ASKED]:
            yield person, wishes[person]

    def _help(
        self, by: HelpBy, name: str, count: int, slots: Sequence[int], requests: Sequence[int]
    ) -> Help:
        return Help(
            by=by,
            name=name,
            count=count,
            slots=tuple(slots),
            requests=tuple(self._indexed.requests[request].name for request in requests),
            worth=sum(self._indexed.worth[request] for request in requests),
        )

    def _placed(self, requests: Iterable[int], slots: int = -1) -> list[int]:
        return [request for request, _ in self._places(requests, slots)]

    def _places(self, requests: Iterable[int], slots: int = -1) -> list[tuple[int, int]]:
        """Which of these find a place beside each other, and the slots each would take."""
        placed = [
            (request, self._taken.span(request, slot))
            for request in requests
            for slot in self._place(request, slots)
        ]
        for request, _ in placed:
            self._taken.remove(request)
        return placed

    def _place(self, request: int, slots: int) -> list[int]:
        """Place it in the first slot that will do; none if none will."""
        taken = self._taken
        free = reduce(and_, (self._free[person] for person in self._indexed.people_of[request]))
        wanted = slots & self._indexed.requests[request].slots
        for slot in bits(taken.idle(request) & taken.beginnings(request, free) & wanted):
            tables = taken.near(request, slot, taken.left_tables(request, slot))
            if tables and not (
                taken.in_row(request, slot)
                or taken.out_of_order(request, slot)
                or taken.short(request, slot)
            ):
                taken.add(request, slot, next(bits(tables)))
                return [slot]
        return []
