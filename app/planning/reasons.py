"""Why a request is not in a plan: the rule that stops it, with the names a sentence needs.

Rules are asked in one order, and each only about the slots that those before it leave. What is
said of these slots is true of each of them; what ``facts`` hold for a code is said at ``Why``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_

from app.planning.indexed import Indexed, bits, index
from app.planning.plan import Unplaced, Why
from app.planning.problem import Meeting, Problem
from app.planning.taken import NOBODY, Taken

_SOME = 6
"""Tables or meetings beyond so many are not named: no sentence holds them."""

Facts = Mapping[str, tuple[str, ...]]


def reasons(problem: Problem, meetings: Iterable[Meeting]) -> tuple[Unplaced, ...]:
    """Say of each request that is not among the meetings what stops it, in the order of names.

    The meetings must keep the rules.
    """
    indexed = index(problem)
    taken = Taken(indexed, meetings)
    why = _Reasons(indexed, taken)
    return tuple(
        Unplaced(request.name, *why.of(at))
        for at, request in enumerate(indexed.requests)
        if taken.slot_of[at] == NOBODY
    )


class _Reasons:
    def __init__(self, indexed: Indexed, taken: Taken) -> None:
        self._indexed, self._taken = indexed, taken
        self._beside_tables: dict[tuple[int, int], int] = {}

    def of(self, request: int) -> tuple[Why, Facts]:
        """The first rule that leaves it no slot."""
        return self._never(request) or self._not_now(request)

    def _never(self, request: int) -> tuple[Why, Facts] | None:
        """What stops it whatever else is planned."""
        indexed, taken = self._indexed, self._taken
        people = indexed.people_of[request]
        for person in people:
            if not indexed.available[person]:
                return Why.NEVER_FREE, {"people": self._people([person])}
        together = taken.beginnings(
            request, reduce(and_, (indexed.available[person] for person in people))
        )
        wanted = indexed.requests[request].slots & indexed.every
        if not together:
            return Why.NO_COMMON_SLOT, {"people": self._people(self._never_together(request))}
        if not together & wanted:
            facts = {"people": self._people(people), "slots": self._slots(wanted)}
            return Why.NO_COMMON_SLOT, facts
        facts = {"people": self._people(people), "slots": self._slots(together & wanted)}
        if not indexed.allowed[request] or not self._with_tables(request, together & wanted):
            return Why.NO_TABLE, facts | {"tables": self._tables(indexed.allowed[request])}
        if not indexed.may[request]:
            needs = [indexed.resources[need].name for need in indexed.needs[request]]
            return Why.NO_RESOURCE, facts | {"resources": tuple(needs)}
        return None

    def _with_tables(self, request: int, slots: int) -> int:
        indexed, taken = self._indexed, self._taken
        alike = indexed.allowed[request], indexed.length[request]
        if alike not in self._beside_tables:
            self._beside_tables[alike] = reduce(
                or_,
                (
                    taken.beginnings(request, indexed.tables[table].open & indexed.every)
                    for table in bits(indexed.allowed[request])
                ),
                0,
            )
        return slots & self._beside_tables[alike]

    def _never_together(self, request: int) -> Sequence[int]:
        """Two of its people who have no slot in common, or all of them."""
        people = self._indexed.people_of[request]
        free = self._indexed.available
        for one, other in combinations(people, 2):
            if not self._taken.beginnings(request, free[one] & free[other]):
                return one, other
        return people

    def _not_now(self, request: int) -> tuple[Why, Facts]:
        """What stops it beside the meetings that are planned."""
        may, taken = self._indexed.may[request], self._taken
        left = may & taken.idle(request)
        if not left:
            return Why.PERSON_FULL, self._full(request, may)
        for why, stops, key, names in (
            (Why.IN_A_ROW, taken.in_row, "people", self._people),
            (Why.AFTER_ANOTHER, taken.out_of_order, "requests", self._requests),
            (Why.NO_RESOURCE, taken.short, "resources", self._resources),
        ):
            stopped = {slot: stops(request, slot) for slot in bits(left)}
            if all(stopped.values()):
                who = sorted({each for found in stopped.values() for each in found})
                return why, {key: names(who), "slots": self._slots(left)}
            left = sum(1 << slot for slot, found in stopped.items() if not found)
        return self._no_place(request, left)

    def _full(self, request: int, may: int) -> Facts:
        """Who has no slot left: one of its people if their meetings alone stand in the way."""
        people = self._indexed.people_of[request]
        limited = [person for person in people if self._taken.is_full(person)]
        if limited:
            most = (str(self._indexed.people[each].most) for each in limited)
            return {"people": self._people(limited), "most": tuple(most)}
        free = {
            each: may & self._taken.beginnings(request, ~self._taken.busy[each]) for each in people
        }
        alone = [person for person in people if not free[person]]
        return {"people": self._people(alone[:1] or people), "slots": self._slots(may)}

    def _no_place(self, request: int, slots: int) -> tuple[Why, Facts]:
        taken = self._taken
        tables = {slot: taken.left_tables(request, slot) for slot in bits(slots)}
        facts = {"slots": self._slots(slots)}
        if not any(tables.values()):
            some = self._tables(self._indexed.allowed[request])
            return Why.TABLES_FULL, facts | {"tables": some}
        if not any(taken.near(request, slot, found) for slot, found in tables.items() if found):
            people = self._people(self._indexed.people_of[request])
            near = sum(1 << slot for slot, found in tables.items() if found)
            return Why.TOO_FAR, {"people": people, "slots": self._slots(near)}
        return Why.NOT_FOUND, facts

    def _people(self, people: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._indexed.people[person].name for person in people)

    def _requests(self, requests: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._indexed.requests[request].name for request in requests)

    def _resources(self, resources: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._indexed.resources[resource].name for resource in resources)

    def _slots(self, slots: int) -> tuple[str, ...]:
        return tuple(self._indexed.slots[slot].name for slot in bits(slots))

    def _tables(self, tables: int) -> tuple[str, ...]:
        """Their names, or none if they are many."""
        if tables.bit_count() > _SOME:
            return ()
        return tuple(self._indexed.tables[table].name for table in bits(tables))
