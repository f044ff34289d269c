"""Linear programmes: shares of columns, each 0 to 1, of most worth within the rows' limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    parameters_pb2,
    result_pb2,
)
from ortools.math_opt.core.python import solver
from scipy.sparse import csr_matrix

from app.planning.rows import Floats


@dataclass(frozen=True, slots=True)
class Best:
    """``worth`` is what ``shares`` come to, at most; ``prices`` are of rows, none below 0.

    ``steps`` of the simplex method were taken.
    """

    worth: float
    shares: Floats
    prices: Floats
    steps: int


def best_shares(
    gain: Floats, takes: csr_matrix, limit: Floats, steps: int | None = None
) -> Best | None:
    """Solve to the end, or give nothing where more steps would be needed than may be taken.

    Args:
        gain: What a whole column is worth.
        takes: What it takes, by rows.
        limit: How much there is in each row, none below 0.
        steps: How many steps of the simplex method there may be; nothing for as many as needed.
    """
    how = parameters_pb2.SolveParametersProto(
        lp_algorithm=parameters_pb2.LP_ALGORITHM_DUAL_SIMPLEX, iteration_limit=steps
    )
    told = solver.solve(
        _programme(gain, takes, limit),
        parameters_pb2.SOLVER_TYPE_HIGHS,
        parameters_pb2.SolverInitializerProto(),
        how,
        model_parameters_pb2.ModelSolveParametersProto(),
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )
    if told.termination.reason != result_pb2.TERMINATION_REASON_OPTIMAL:
        return None
    found = told.solutions[0]
    return Best(
        found.primal_solution.objective_value,
        np.array(found.primal_solution.variable_values.values),
        np.array(found.dual_solution.dual_values.values),
        told.solve_stats.simplex_iterations,
    )


def _programme(gain: Floats, takes: csr_matrix, limit: Floats) -> model_pb2.ModelProto:
    rows, columns = takes.shape
    programme = model_pb2.ModelProto()
    shares = programme.variables
    shares.ids.extend(range(columns))
    shares.lower_bounds.extend([0.0] * columns)
    shares.upper_bounds.extend([1.0] * columns)
    shares.integers.extend([False] * columns)
    programme.objective.maximize = True
    programme.objective.linear_coefficients.ids.extend(range(columns))
    programme.objective.linear_coefficients.values.extend(gain)
    within = programme.linear_constraints
    within.ids.extend(range(rows))
    within.lower_bounds.extend([-np.inf] * rows)
    within.upper_bounds.extend(limit)
    ordered = takes.sorted_indices()
    matrix = programme.linear_constraint_matrix
    matrix.row_ids.extend(np.repeat(np.arange(rows), np.diff(ordered.indptr)))
    matrix.column_ids.extend(ordered.indices)
    matrix.coefficients.extend(ordered.data)
    return programme
