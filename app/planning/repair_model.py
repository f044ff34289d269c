"""The best set of ways within the rules, proved if it can be, over very many ways.

A linear programme over the ways that matter at first; its prices tell which of all the others could
better it, and those are added until none is left. Its answer is nearly always whole, and then it is
the best there is. Where it is not, CP-SAT chooses among the ways that the prices leave in question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.planning.ground import Grid, Numbers
from app.planning.linear import best_shares
from app.planning.rows import Floats, Rows

_EPSILON = 1e-6

_SEARCHED = (2_000, 8_000)
"""Among how many ways CP-SAT chooses at most: with many more it finds nothing for minutes."""


@dataclass
class Effort:
    """What may still be spent, in steps of the simplex method, and who can stop it.

    ``goes_on`` is told the best value so far and what it can be at most.
    """

    left: int
    seed: int
    goes_on: Callable[[float, float], bool]
    stopped: bool = False

    def spend(self, steps: int, best: float, bound: float) -> bool:
        """Tell whether there is more to spend."""
        self.left -= steps
        self.stopped = self.stopped or self.left <= 0 or not self.goes_on(best, bound)
        return not self.stopped


@dataclass(frozen=True, slots=True)
class Chosen:
    """``ways`` that are taken, what they gain, and what any choice gains ``at_most``."""

    ways: Grid
    gain: int
    at_most: float

    @property
    def proved(self) -> bool:
        """Whether there is no better choice."""
        return self.at_most < self.gain + 1 - _EPSILON


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be chosen from: ways by their rows, and the gain of each in whole numbers."""

    rows: Rows
    gain: Numbers

    def among(self, ways: Grid) -> Choice:
        """Leave the other ways out."""
        return Choice(Rows(self.rows.takes[:, ways], self.rows.limit), self.gain[ways])


def best(choice: Choice, first: Grid, start: Grid, effort: Effort) -> Chosen:
    """Choose what gains most.

    Args:
        choice: What there is to choose from.
        first: The ways to begin with. The answer is the same or as good for any.
        start: A choice within the rules, to be answered if nothing better is found.
        effort: What may be spent. If it runs out, ``at_most`` may be much too much.
    """
    least = int(choice.gain[start].sum())
    everything = float(np.maximum(choice.gain, 0).sum())
    chosen = Chosen(start, least, everything)
    considered = first | start
    while effort.spend(0, chosen.gain, chosen.at_most):
        relaxed = _relaxed(choice, considered, effort.left)
        if relaxed is None:
            effort.spend(effort.left, chosen.gain, chosen.at_most)
            break
        shares, worthwhile, at_most, steps = relaxed
        effort.spend(steps, chosen.gain, chosen.at_most)
        chosen = _whole(choice, shares, chosen)
        more = (worthwhile > _EPSILON) & ~considered
        at_most += float(worthwhile[more].sum())
        chosen = Chosen(chosen.ways, chosen.gain, min(at_most, chosen.at_most))
        if chosen.proved or effort.stopped:
            break
        if more.any():
            considered |= more
            continue
        return _decided(choice, worthwhile, chosen, effort)
    return chosen


def _decided(choice: Choice, worthwhile: Floats, chosen: Chosen, effort: Effort) -> Chosen:
    """Search among the ways that the prices leave in question: the likely ones, then more."""
    from app.planning.repair_search import searched  # noqa: PLC0415 - loads OR-tools

    for many in _SEARCHED:
        in_question = worthwhile > chosen.gain - chosen.at_most - _EPSILON
        likely = np.zeros_like(in_question)
        likely[np.argsort(-worthwhile, kind="stable")[:many]] = True
        found = searched(choice, (in_question & likely) | chosen.ways, chosen, effort)
        rest = (in_question & ~likely).any()
        chosen = Chosen(found.ways, found.gain, chosen.at_most if rest else found.at_most)
        if chosen.proved or effort.stopped or not rest:
            break
    return chosen


def _relaxed(
    choice: Choice, considered: Grid, steps: int
) -> tuple[Floats, Floats, float, int] | None:
    """Give the share of each way, what each is worth at the prices, their sum, and the steps."""
    columns = np.flatnonzero(considered)
    takes = choice.rows.takes[:, columns].tocsr()
    tight = np.flatnonzero(takes.maximum(0) @ np.ones(len(columns)) > choice.rows.limit)
    gain = choice.gain.astype(float)
    prices, shares = np.zeros(len(choice.rows.limit)), np.zeros(len(gain))
    if not len(tight):
        shares[columns] = gain[columns] > 0
        return shares, gain, float(np.maximum(gain[columns], 0).sum()), 1
    limit = choice.rows.limit[tight]
    answer = best_shares(gain[columns], takes[tight], limit, max(1, steps))
    if answer is None:
        return None
    prices[tight] = answer.prices
    shares[columns] = answer.shares
    return shares, gain - choice.rows.takes.T @ prices, answer.worth, answer.steps + 1


def _whole(choice: Choice, shares: Floats, chosen: Chosen) -> Chosen:
    """Take what is wholly taken, if that is within the rules and better."""
    ways = shares > 1 - _EPSILON
    gain = int(choice.gain[ways].sum())
    if gain <= chosen.gain or (choice.rows.takes @ ways > choice.rows.limit + _EPSILON).any():
        return chosen
    return Chosen(ways, gain, chosen.at_most)
