"""Whether a plan keeps the rules, read off their definitions; and whether a problem can be met.

Shares nothing with the search on purpose: what the search gets wrong must show here. The codes are
those of ``Contradiction``, and ``not_then`` for a meeting where its request may not begin,
``lock_left`` for a locked one that is elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from app.planning.plan import Contradiction
from app.planning.problem import Meeting, Problem, Request, Resource


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a plan breaks. ``names``: requests first, then who or what, then the slot."""

    why: str
    names: tuple[str, ...]


def refuse_contradictions(problem: Problem) -> None:
    """Pass a problem that a planner can work on, whatever of it can be placed.

    Raises:
        Contradiction: Something in it can't be, whatever is planned. Of several things the same one
            is named, in whatever order the problem is given.
    """
    for broken in (
        *_doubled(problem),
        *_unknown(problem),
        *_senseless(problem),
        *_overlaps(problem),
        *_circle(problem),
    ):
        raise Contradiction(broken.why, broken.names)
    for broken in broken_rules(problem, problem.locked):
        raise Contradiction(broken.why, broken.names)


def broken_rules(problem: Problem, meetings: Iterable[Meeting]) -> tuple[Broken, ...]:
    """Find every rule that these meetings break, in a fixed order; none if the plan is sound.

    The names in the problem must be known and not doubled.
    """
    planned = sorted(meetings)
    rules = _Rules(problem, planned)
    return (
        *rules.strange(),
        *rules.times(),
        *rules.places(),
        *rules.clashes(),
        *rules.resources(),
        *rules.persons(),
        *rules.orders(),
        *rules.locks(planned),
    )


class _Rules:
    """The rules of a problem. All but ``strange`` look at meetings that are of this world."""

    def __init__(self, problem: Problem, planned: Sequence[Meeting]) -> None:
        self._problem = problem
        self._people = {person.name: person for person in problem.people}
        self._tables = {table.name: table for table in problem.tables}
        self._requests = {request.name: request for request in problem.requests}
        self._resources = {resource.name: resource for resource in problem.resources}
        self._planned = planned
        self._meetings = [
            meeting
            for meeting in planned
            if meeting.request in self._requests
            and meeting.table in self._tables
            and meeting.slot >= 0
            and self._end(meeting) <= len(problem.slots)
        ]

    def strange(self) -> Iterator[Broken]:
        slots = range(len(self._problem.slots))
        for meeting in self._planned:
            for name, known in (
                (meeting.request, self._requests.keys()),
                (meeting.table, self._tables.keys()),
            ):
                if name not in known:
                    yield Broken("unknown_name", (meeting.request, name))
            if meeting.slot not in slots:
                yield Broken("no_such_slot", (meeting.request, str(meeting.slot)))
            elif meeting.request in self._requests and self._leaves_block(meeting):
                yield Broken("runs_over", (meeting.request, self._slot(meeting.slot)))
        for request, times in sorted(Counter(meeting.request for meeting in self._planned).items()):
            if times > 1:
                yield Broken("named_twice", (request,))

    def times(self) -> Iterator[Broken]:
        for meeting in self._meetings:
            request = self._requests[meeting.request]
            if not request.slots >> meeting.slot & 1:
                yield Broken("not_then", (request.name, self._slot(meeting.slot)))
            for slot in self._taken(meeting):
                for name in request.people:
                    if not self._people[name].free >> slot & 1:
                        yield Broken("not_free", (request.name, name, self._slot(slot)))
                if not self._tables[meeting.table].open >> slot & 1:
                    yield Broken("table_closed", (request.name, meeting.table, self._slot(slot)))

    def places(self) -> Iterator[Broken]:
        for meeting in self._meetings:
            request = self._requests[meeting.request]
            owners = self._tables[meeting.table].owners
            sit_at = {self._people[name].table for name in request.people} - {""}
            if (
                (request.tables and meeting.table not in request.tables)
                or (owners and owners.isdisjoint(request.people))
                or sit_at - {meeting.table}
            ):
                yield Broken("not_theirs", (request.name, meeting.table))

    def clashes(self) -> Iterator[Broken]:
        people: dict[tuple[int, str], list[str]] = defaultdict(list)
        tables: dict[tuple[int, str], list[str]] = defaultdict(list)
        for meeting in self._meetings:
            for slot in self._taken(meeting):
                tables[slot, meeting.table].append(meeting.request)
                for name in self._requests[meeting.request].people:
                    people[slot, name].append(meeting.request)
        yield from self._clash("clash_of_people", people)
        yield from self._clash("clash_at_table", tables)

    def _clash(self, why: str, found: Mapping[tuple[int, str], list[str]]) -> Iterator[Broken]:
        for (slot, name), requests in sorted(found.items()):
            if len(requests) > 1:
                yield Broken(why, (*sorted(requests), name, self._slot(slot)))
            for later in self._beside(slot):
                for other in found.get((later, name), ()):
                    both = sorted((*requests, other))
                    yield Broken(why, (*both, name, self._slot(slot), self._slot(later)))

    def resources(self) -> Iterator[Broken]:
        used: dict[tuple[int, str], list[str]] = defaultdict(list)
        for meeting in self._meetings:
            for slot in self._taken(meeting):
                for name in self._requests[meeting.request].needs:
                    used[slot, name].append(meeting.request)
        for (slot, name), requests in sorted(used.items()):
            resource: Resource = self._resources[name]
            there = resource.at_once if resource.open >> slot & 1 else 0
            if len(requests) > there:
                yield Broken("resource_short", (*sorted(requests), name, self._slot(slot)))

    def persons(self) -> Iterator[Broken]:
        """What the meetings of one person are to each other: how many, in a row, how far."""
        theirs: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self._meetings:
            for name in self._requests[meeting.request].people:
                theirs[name].append(meeting)
        for name, meetings in sorted(theirs.items()):
            most = self._people[name].most
            if most is not None and len(meetings) > most:
                yield Broken("too_many", (*(meeting.request for meeting in meetings), name))
            yield from self._rows(name, meetings)
            for one, next_one in pairwise(meetings):
                zones = frozenset(self._tables[each.table].zone for each in (one, next_one))
                if self._joined(one, next_one) and zones in self._problem.far:
                    slot = self._slot(next_one.slot)
                    yield Broken("too_far", (one.request, next_one.request, name, slot))

    def _rows(self, name: str, meetings: Sequence[Meeting]) -> Iterator[Broken]:
        most = self._people[name].most_in_row
        if most is None:
            return
        row: list[Meeting] = []
        for meeting in meetings:
            row = [*row, meeting] if row and self._joined(row[-1], meeting) else [meeting]
            if len(row) > most:
                yield Broken("too_many", (*(each.request for each in row), name))

    def orders(self) -> Iterator[Broken]:
        placed = {meeting.request: meeting for meeting in self._meetings}
        for meeting in self._meetings:
            for name in sorted(self._requests[meeting.request].after):
                if name in placed and self._end(placed[name]) > meeting.slot:
                    yield Broken("wrong_order", (name, meeting.request))

    def locks(self, planned: Sequence[Meeting]) -> Iterator[Broken]:
        for meeting in sorted(set(self._problem.locked).difference(planned)):
            yield Broken("lock_left", (meeting.request, meeting.table, str(meeting.slot)))

    def _beside(self, slot: int) -> list[int]:
        """The later slots that lie at the same time."""
        slots = self._problem.slots
        beside = slots[slot].beside
        if not beside:
            return []
        return [at for at in range(slot + 1, len(slots)) if slots[at].name in beside]

    def _end(self, meeting: Meeting) -> int:
        return meeting.slot + self._requests[meeting.request].length

    def _taken(self, meeting: Meeting) -> range:
        return range(meeting.slot, self._end(meeting))

    def _slot(self, slot: int) -> str:
        return self._problem.slots[slot].name

    def _leaves_block(self, meeting: Meeting) -> bool:
        slots = self._problem.slots[meeting.slot : self._end(meeting)]
        whole = len(slots) == self._requests[meeting.request].length
        return not whole or len({slot.block for slot in slots}) > 1

    def _joined(self, one: Meeting, next_one: Meeting) -> bool:
        """Whether a meeting begins in the slot after another, in the same block."""
        slots = self._problem.slots
        last = self._end(one) - 1
        return next_one.slot == last + 1 and slots[last].block == slots[next_one.slot].block


def _doubled(problem: Problem) -> Iterator[Broken]:
    for things in (problem.people, problem.tables, problem.requests, problem.resources):
        for name, times in sorted(Counter(thing.name for thing in things).items()):
            if times > 1:
                yield Broken("named_twice", (name,))
    for request in _sorted(problem):
        for name, times in sorted(Counter(request.people).items()):
            if times > 1:
                yield Broken("named_twice", (request.name, name))


def _unknown(problem: Problem) -> Iterator[Broken]:
    people = {person.name for person in problem.people}
    tables = {table.name for table in problem.tables}
    resources = {resource.name for resource in problem.resources}
    requests = {request.name for request in problem.requests}
    for person in sorted(problem.people, key=lambda person: person.name):
        yield from _strangers(person.name, {person.table} - {""}, tables)
    for table in sorted(problem.tables, key=lambda table: table.name):
        yield from _strangers(table.name, table.owners, people)
    for request in _sorted(problem):
        yield from _strangers(request.name, request.people, people)
        yield from _strangers(request.name, request.tables, tables)
        yield from _strangers(request.name, request.needs, resources)
        yield from _strangers(request.name, request.after, requests)


def _strangers(who: str, named: Iterable[str], known: set[str]) -> Iterator[Broken]:
    for name in sorted(set(named) - known):
        yield Broken("unknown_name", (who, name))


def _senseless(problem: Problem) -> Iterator[Broken]:
    every = (1 << len(problem.slots)) - 1
    for request in _sorted(problem):
        if request.length < 1 or request.worth < 1 or not request.people:
            yield Broken("senseless", (request.name,))
        if request.slots and not request.slots & every:
            yield Broken("no_such_slot", (request.name, str(request.slots.bit_length() - 1)))
    for zones in sorted(map(sorted, problem.far)):
        if len(zones) != 2:
            yield Broken("senseless", tuple(zones))


def _overlaps(problem: Problem) -> Iterator[Broken]:
    for slot in problem.slots:
        for name in sorted(slot.beside):
            yield Broken("slots_overlap", (slot.name, name))


def _circle(problem: Problem) -> Iterator[Broken]:
    order = TopologicalSorter({each.name: sorted(each.after) for each in _sorted(problem)})
    try:
        order.prepare()
    except CycleError as circle:
        names: list[str] = circle.args[1][1:]
        first = names.index(min(names))
        yield Broken("circle", (*names[first:], *names[:first]))


def _sorted(problem: Problem) -> list[Request]:
    return sorted(problem.requests, key=lambda request: request.name)
