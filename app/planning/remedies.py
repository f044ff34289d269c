"""What would let more requests in: tables, somebody's time, a limit, a resource.

Each answer was tried: its requests found places beside the meetings that are planned. One of these
may have gone to another slot for each of them, unless that alone would have been enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.planning.indexed import Indexed, bits, index
from app.planning.plan import Help, HelpBy
from app.planning.problem import Meeting, Problem, Table
from app.planning.pushing import Found, Pushing
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


def _rank(each: Help) -> tuple[int, int, int, str, str, tuple[int, ...]]:
    return -each.worth, len(each.moved), each.count, each.by, each.name, each.slots


class _Trial:
    """Tries what there might be more of. Whatever it places it takes out again."""

    def __init__(self, indexed: Indexed, taken: Taken) -> None:
        self._indexed, self._taken = indexed, taken
        self._pushing = pushing = Pushing(taken)
        self._free = pushing.free
        left = [at for at, slot in enumerate(taken.slot_of) if slot == NOBODY]
        left.sort(key=lambda request: (-indexed.worth[request], request))
        self._left = [request for request in left if not pushing.places([request], moves=0)]
        pushing.learn_who_needs_help(self._left)

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
        found = self._pushing.places(seated)
        taken.close_tables(more, slots)
        yield self._help(HelpBy.TABLES, name, 1, slots, found)
        for slot in slots:
            taken.open_tables(more, [slot])
            found = self._pushing.places(seated, slots=1 << slot)[:_TABLES]
            taken.close_tables(more, [slot])
            yield self._help(HelpBy.TABLES, name, len(found), (slot,), found)

    def more_time(self) -> Iterator[Help]:
        """Somebody could meet in slots in which they can't."""
        indexed = self._indexed
        for person, requests in self._by_person():
            before = self._free[person]
            self._free[person] = indexed.every
            found = self._pushing.places(requests)
            self._free[person] = before
            spans = [span for each in found for span in each.spans_of(person, indexed)]
            slots = sorted({at for span in spans for at in bits(span & ~before)})
            name = indexed.people[person].name
            yield self._help(HelpBy.TIME, name, len(slots), slots, found)

    def higher_limits(self) -> Iterator[Help]:
        """Somebody who has as many meetings as they may could have more."""
        for person, requests in self._by_person():
            before = self._taken.most[person]
            if before is None or not self._taken.is_full(person):
                continue
            self._taken.most[person] = None
            found = self._pushing.places(requests)
            self._taken.most[person] = before
            count = self._taken.count[person] + len(found) - before
            name = self._indexed.people[person].name
            yield self._help(HelpBy.LIMIT, name, count, (), found)

    def more_of_a_resource(self) -> Iterator[Help]:
        """One more of it in every slot in which it is there."""
        for need, resource in enumerate(self._indexed.resources):
            slots = list(bits(resource.open & self._indexed.every))
            needing = [r for r in self._left if need in self._indexed.needs[r]]
            for slot in slots:
                self._taken.left[need][slot] += 1
            found = self._pushing.places(needing)
            for slot in slots:
                self._taken.left[need][slot] -= 1
            yield self._help(HelpBy.RESOURCE, resource.name, 1, slots, found)

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
        self, by: HelpBy, name: str, count: int, slots: Sequence[int], found: Sequence[Found]
    ) -> Help:
        indexed = self._indexed
        return Help(
            by=by,
            name=name,
            count=count,
            slots=tuple(slots),
            requests=tuple(indexed.requests[each.request].name for each in found),
            worth=sum(indexed.worth[each.request] for each in found),
            moved=tuple(indexed.requests[m].name for each in found for m in each.moved),
        )
