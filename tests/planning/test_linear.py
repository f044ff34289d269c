"""Linear programmes and islands, against SciPy's, which the program does without."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_matrix, random_array
from scipy.sparse.csgraph import connected_components

from app.planning.islands import islands
from app.planning.linear import best_shares

seeds = st.integers(0, 2**32 - 1)


@settings(max_examples=60, deadline=None)
@given(seed=seeds, rows=st.integers(1, 30), columns=st.integers(1, 60))
def test_the_best_shares_are_worth_what_another_solver_finds(
    seed: int, rows: int, columns: int
) -> None:
    drawn = np.random.default_rng(seed)
    takes = csr_matrix(random_array((rows, columns), density=0.2, rng=drawn) > 0).astype(float)
    limit = drawn.integers(0, 4, size=rows).astype(float)
    gain = drawn.integers(1, 9, size=columns).astype(float)

    best = best_shares(gain, takes, limit)

    other = linprog(-gain, A_ub=takes, b_ub=limit, bounds=(0, 1))
    assert best is not None
    assert best.worth == pytest.approx(-other.fun)
    assert gain @ best.shares == pytest.approx(best.worth)
    assert (takes @ best.shares <= limit + 1e-7).all()
    # Prices prove it: no column is worth more than what it pays and what it gains by being whole.
    over = np.maximum(gain - takes.T @ best.prices, 0).sum()
    assert best.prices.min() >= -1e-9
    assert limit @ best.prices + over == pytest.approx(best.worth)


def test_a_programme_that_needs_more_steps_than_there_may_be_has_no_answer() -> None:
    drawn = np.random.default_rng(1)
    takes = csr_matrix(random_array((60, 200), density=0.1, rng=drawn) > 0).astype(float)
    gain = drawn.integers(1, 9, size=200).astype(float)

    whole = best_shares(gain, takes, np.ones(60))
    assert whole is not None
    assert whole.steps > 5
    assert best_shares(gain, takes, np.ones(60), steps=5) is None


def test_solving_says_nothing_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    best_shares(np.ones(2), csr_matrix(np.ones((1, 2))), np.ones(1))

    assert capfd.readouterr().out == ""


@settings(max_examples=100, deadline=None)
@given(seed=seeds, size=st.integers(1, 60), links=st.integers(0, 80))
def test_islands_are_numbered_as_the_things_are_whose_first_they_are(
    seed: int, size: int, links: int
) -> None:
    one, other = np.random.default_rng(seed).integers(size, size=(2, links))

    count, island = islands(size, one, other)

    graph = coo_array((np.ones(links, dtype=np.int8), (one, other)), shape=(size, size))
    known, label = connected_components(graph, directed=False)
    assert count == known
    assert island.tolist() == label.tolist()


def test_a_chain_drawn_at_random_is_one_island() -> None:
    way = np.random.default_rng(3).permutation(5_000)

    count, island = islands(5_000, way[:-1], way[1:])

    assert count == 1
    assert not island.any()
