"""From requests to a plan: what is worth most first, then fair shares, gaps, tables, early."""

from __future__ import annotations

from app.planning.figures import figures
from app.planning.greedy import fill
from app.planning.plan import Plan
from app.planning.problem import Meeting, Problem
from app.planning.seats import seat
from app.planning.state import NOWHERE, State


def plan(problem: Problem) -> Plan:
    """Place as much as can be placed.

    The problem must not contradict itself.
    """
    state = State.of(problem)
    fill(state)
    tables = seat(state)
    indexed = state.indexed
    meetings = tuple(
        sorted(
            Meeting(slot, indexed.tables[tables[request]].name, indexed.requests[request].name)
            for request, slot in enumerate(state.slot_of)
            if slot != NOWHERE
        )
    )
    return Plan(meetings, (), figures(state, tables, sum(indexed.worth)))
