"""The last word on a repair whose linear programme answers with halves: CP-SAT, over few ways."""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from app.planning.ground import Grid
from app.planning.repair_model import Choice, Chosen, Effort

_STEPS_A_SECOND = 20_000
"""How many steps of the simplex method stand for a second of CP-SAT's own, repeatable time."""


class _Ear(cp_model.CpSolverSolutionCallback):
    def __init__(self, effort: Effort) -> None:
        super().__init__()
        self._effort = effort

    def on_solution_callback(self) -> None:
        if not self._effort.spend(0, self.objective_value, self.best_objective_bound):
            self.stop_search()


def searched(choice: Choice, ways: Grid, chosen: Chosen, effort: Effort) -> Chosen:
    """Choose among these ways, beginning with what is chosen, which has to be of them."""
    columns = np.flatnonzero(ways)
    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in columns]
    _say_rows(model, taken, choice.among(ways))
    for variable, column in zip(taken, columns, strict=True):
        model.add_hint(variable, int(chosen.ways[column]))
    gains = [int(gain) for gain in choice.gain[columns]]
    model.maximize(cp_model.LinearExpr.weighted_sum(taken, gains))
    solver = _solver(effort)
    status = solver.solve(model, _Ear(effort))
    spent = int(solver.response_proto.deterministic_time * _STEPS_A_SECOND)
    effort.spend(spent, chosen.gain, chosen.at_most)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or solver.objective_value < chosen.gain:
        return chosen
    decided = np.zeros_like(ways)
    decided[columns] = [bool(solver.value(variable)) for variable in taken]
    bound = min(chosen.at_most, max(solver.best_objective_bound, solver.objective_value))
    return Chosen(decided, round(solver.objective_value), bound)


def _say_rows(model: cp_model.CpModel, taken: list[cp_model.IntVar], choice: Choice) -> None:
    takes = choice.rows.takes.tocsr()
    most = takes.maximum(0) @ np.ones(len(taken))
    for row in np.flatnonzero(most > choice.rows.limit):
        part = slice(takes.indptr[row], takes.indptr[row + 1])
        variables = [taken[column] for column in takes.indices[part]]
        much = [int(each) for each in takes.data[part]]
        model.add(cp_model.LinearExpr.weighted_sum(variables, much) <= int(choice.rows.limit[row]))


def _solver(effort: Effort) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = effort.seed
    # Measured: these rows are decided by their linear programme, symmetries cost more than they
    # bring.
    solver.parameters.linearization_level = 2
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_deterministic_time = max(effort.left, 1) / _STEPS_A_SECOND
    return solver
