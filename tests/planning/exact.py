"""The most worth that any plan has, for small problems: every rule said to CP-SAT as it is defined.

One boolean for every request, slot and table; no sets of alike things, no bit of the planner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate, combinations, product

from ortools.sat.python import cp_model

from app.planning.problem import Meeting, Problem, Request, Table


class NoPlan(Exception):
    """The meetings that had to be there break a rule."""


def best_plan(problem: Problem) -> tuple[Meeting, ...]:
    """Give a plan of most worth that keeps every rule."""
    return _Exact(problem).solved()


def worth_of(problem: Problem, meetings: Iterable[Meeting]) -> int:
    """Count what a plan is worth."""
    worth = {request.name: request.worth for request in problem.requests}
    return sum(worth[meeting.request] for meeting in meetings)


class _Exact:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._model = cp_model.CpModel()
        self._slots = range(len(problem.slots))
        self._requests = {request.name: request for request in problem.requests}
        self._people = {person.name: person for person in problem.people}
        self._tables = {table.name: table for table in problem.tables}
        self._chosen = {
            Meeting(slot, table.name, request.name): self._model.new_bool_var("")
            for request, slot, table in product(problem.requests, self._slots, problem.tables)
            if self._fits(request, slot, table)
        }

    def solved(self) -> tuple[Meeting, ...]:
        for meeting in self._problem.locked:
            if meeting not in self._chosen:
                raise NoPlan
            self._model.add(self._chosen[meeting] == 1)
        for request in self._problem.requests:
            self._at_most(1, (each for each in self._chosen if each.request == request.name))
        self._one_at_a_time()
        self._limits()
        self._rows()
        self._no_two(self._wrong_order)
        self._no_two(self._too_far)
        requests = self._requests
        self._model.maximize(
            sum(requests[each.request].worth * chosen for each, chosen in self._chosen.items())
        )
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(self._model) != cp_model.OPTIMAL:
            raise NoPlan
        return tuple(sorted(each for each, chosen in self._chosen.items() if solver.value(chosen)))

    def _fits(self, request: Request, slot: int, table: Table) -> bool:
        """Whether a meeting could be there if it were the only one."""
        slots = range(slot, slot + request.length)
        if slots.stop > len(self._slots):
            return False
        people = [self._people[name] for name in request.people]
        return (
            bool(request.slots >> slot & 1)
            and len({self._problem.slots[at].block for at in slots}) == 1
            and all(person.free >> at & 1 for person in people for at in slots)
            and all(table.open >> at & 1 for at in slots)
            and (not request.tables or table.name in request.tables)
            and (not table.owners or any(name in table.owners for name in request.people))
            and all(person.table in {"", table.name} for person in people)
        )

    def _one_at_a_time(self) -> None:
        for at in self._slots:
            here = [each for each in self._chosen if at in self._taken(each)]
            for name in self._people:
                self._at_most(1, (each for each in here if name in self._of(each).people))
            for name in self._tables:
                self._at_most(1, (each for each in here if each.table == name))
            for resource in self._problem.resources:
                there = resource.at_once if resource.open >> at & 1 else 0
                needed = (each for each in here if resource.name in self._of(each).needs)
                self._at_most(there, needed)

    def _limits(self) -> None:
        for person in self._problem.people:
            if person.most is not None:
                self._at_most(person.most, self._theirs[person.name])

    def _rows(self) -> None:
        """No chain of more meetings than somebody's most, each beginning where one ends."""
        lengths = sorted({request.length for request in self._problem.requests})
        for person in self._problem.people:
            if person.most_in_row is None:
                continue
            for slot in self._slots:
                for row in product(lengths, repeat=person.most_in_row + 1):
                    self._no_row(person.name, slot, row)

    def _no_row(self, name: str, slot: int, row: tuple[int, ...]) -> None:
        blocks = {each.block for each in self._problem.slots[slot : slot + sum(row)]}
        if slot + sum(row) > len(self._slots) or len(blocks) > 1:
            return
        starts = accumulate(row, initial=slot)
        chain = set(zip(starts, row, strict=False))
        self._at_most(
            len(row) - 1,
            (each for each in self._theirs[name] if (each.slot, self._of(each).length) in chain),
        )

    def _no_two(self, clash: Callable[[Meeting, Meeting], bool]) -> None:
        for one, other in combinations(self._chosen, 2):
            if clash(one, other) or clash(other, one):
                self._at_most(1, (one, other))

    def _wrong_order(self, one: Meeting, other: Meeting) -> bool:
        return one.request in self._of(other).after and self._taken(one).stop > other.slot

    def _too_far(self, one: Meeting, other: Meeting) -> bool:
        zones = frozenset((self._tables[one.table].zone, self._tables[other.table].zone))
        return (
            zones in self._problem.far
            and self._taken(one).stop == other.slot
            and self._problem.slots[one.slot].block == self._problem.slots[other.slot].block
            and not set(self._of(one).people).isdisjoint(self._of(other).people)
        )

    @cached_property
    def _theirs(self) -> dict[str, list[Meeting]]:
        return {
            name: [each for each in self._chosen if name in self._of(each).people]
            for name in self._people
        }

    def _at_most(self, most: int, meetings: Iterable[Meeting]) -> None:
        self._model.add(sum(self._chosen[each] for each in meetings) <= most)

    def _of(self, meeting: Meeting) -> Request:
        return self._requests[meeting.request]

    def _taken(self, meeting: Meeting) -> range:
        return range(meeting.slot, meeting.slot + self._of(meeting).length)
