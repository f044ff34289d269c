"""The proof by CP-SAT: its own search for cores, on the same model."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from app.planning.compact.clauses import Clauses
from app.planning.compact.ground import Ground, News, Tell
from app.planning.compact.model import model_of

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_ROUNDING = 1e-6


def prove(ground: Ground, tell: Tell) -> None:
    """Look for the best schedule until it is found or there is none; tell every step."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - slow to load

    model = model_of(ground)
    cp, literals = _cp_of(model.clauses)
    cp.minimize(sum(literals[each] for each in model.breaks))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.optimize_with_core = True
    solver.parameters.linearization_level = 0
    solver.best_bound_callback = lambda bound: tell(News(ceil(bound - _ROUNDING)))
    status = solver.solve(cp)
    if status == cp_model.INFEASIBLE:
        tell(News(closed=True))
    elif status == cp_model.OPTIMAL:
        true = (n for n in range(1, model.clauses.variables + 1) if solver.value(literals[n]))
        tell(News(slots=model.slots(true), closed=True))


def _cp_of(clauses: Clauses) -> tuple[cp_model.CpModel, dict[int, cp_model.LiteralT]]:
    from ortools.sat.python import cp_model  # noqa: PLC0415 - slow to load

    cp = cp_model.CpModel()
    literals: dict[int, cp_model.LiteralT] = {}
    for n in range(1, clauses.variables + 1):
        literals[n] = cp.new_bool_var("")
        literals[-n] = ~literals[n]
    for clause in clauses.clauses:
        cp.add_bool_or([literals[each] for each in clause])
    for group in clauses.exactly_one:
        cp.add_exactly_one([literals[each] for each in group])
    for group, most in clauses.at_most:
        cp.add(sum(literals[each] for each in group) <= most)
    return cp, literals
