"""From a problem to a plan with all that is told about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.planning.bound import QUICK, upper_bound
from app.planning.plan import Help, Plan, Standing, Watch
from app.planning.planner import plan
from app.planning.problem import Problem
from app.planning.remedies import what_would_help


@dataclass(frozen=True, slots=True)
class Found:
    """A plan. ``most_placed``: no plan has more meetings, whatever they are worth."""

    plan: Plan
    most_placed: int
    help: tuple[Help, ...]


def search(problem: Problem, watch: Watch) -> Found:
    """Look for the best plan; what ``watch`` stops is as good as it was by then, without help.

    Raises:
        Contradiction: The problem can't be met, whatever is planned.
    """
    found = plan(problem, watch=watch)
    figures = found.figures
    last = Standing("help", 1.0, figures.placed, figures.worth, figures.bound)
    most = _most_placed(problem, found, lambda: watch(last))
    return Found(found, most, what_would_help(problem, found.meetings) if watch(last) else ())


def _most_placed(problem: Problem, found: Plan, goes_on: Callable[[], bool]) -> int:
    worths = {request.worth for request in problem.requests}
    if len(worths) == 1:
        return found.figures.bound // worths.pop()
    if found.figures.placed == found.figures.wanted:
        return found.figures.placed
    alike = tuple(replace(request, worth=1) for request in problem.requests)
    # Whoever has stopped planning waits for no more than a glance.
    work = QUICK if goes_on() else QUICK // 20
    return upper_bound(
        replace(problem, requests=alike),
        work,
        found.figures.placed,
        lambda _done, _bound: work < QUICK or goes_on(),
    )
