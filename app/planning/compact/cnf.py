"""A model as clauses alone, for solvers that know nothing else."""

from __future__ import annotations

from itertools import combinations

from app.planning.compact.clauses import Clauses


def cnf_of(model: Clauses) -> tuple[list[list[int]], int]:
    """Give the clauses, and how many variables they speak of."""
    from pysat.card import CardEnc, EncType  # noqa: PLC0415 - slow to load

    cnf = [list(clause) for clause in (*model.clauses, *model.exactly_one)]
    for literals in model.exactly_one:
        cnf += [[-one, -other] for one, other in combinations(literals, 2)]
    top = model.variables
    for literals, most in model.at_most:
        limit = CardEnc.atmost(list(literals), most, top_id=top, encoding=EncType.totalizer)
        cnf += limit.clauses
        top = max(top, limit.nv)
    return cnf, top
