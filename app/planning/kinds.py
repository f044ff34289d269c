"""Tables that a repair may treat alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.planning.problem import Problem, Request, Table


class Kinds:
    """Tables by what tells them apart; every request may use all tables of a kind or none."""

    def __init__(self, problem: Problem) -> None:
        tables = sorted(problem.tables, key=lambda table: table.name)
        self._sits = {person.name: person.table for person in problem.people if person.table}
        self._special = set(self._sits).union(*(table.owners for table in tables))
        alone = set(self._sits.values())
        lists = {request.tables for request in problem.requests if request.tables}
        wanted = sorted(tuple(sorted(names)) for names in lists)
        kinds: dict[tuple[object, ...], int] = {}
        self._example: list[Table] = []
        of_table = []
        for table in tables:
            key = (
                table.owners,
                table.name if table.name in alone else "",
                tuple(at for at, names in enumerate(wanted) if table.name in names),
                table.zone if problem.far else "",
            )
            if key not in kinds:
                kinds[key] = len(kinds)
                self._example.append(table)
            of_table.append(kinds[key])
        self.of_table: NDArray[np.int64] = np.array(of_table, dtype=int)
        self.count = len(kinds)
        self._all = tuple(range(len(kinds)))
        self.zones = [table.zone for table in self._example]
        self._allowed: dict[tuple[frozenset[str], tuple[str, ...]], tuple[int, ...]] = {}

    def allowed(self, request: Request) -> tuple[int, ...]:
        """The kinds that a request may use."""
        if not self._special and not request.tables:
            return self._all
        people = tuple(name for name in request.people if name in self._special)
        key = (request.tables, people)
        if key not in self._allowed:
            self._allowed[key] = tuple(
                kind for kind, table in enumerate(self._example) if self._may(request, table)
            )
        return self._allowed[key]

    def _may(self, request: Request, table: Table) -> bool:
        return (
            (not request.tables or table.name in request.tables)
            and (not table.owners or not table.owners.isdisjoint(request.people))
            and all(self._sits.get(name, table.name) == table.name for name in request.people)
        )
