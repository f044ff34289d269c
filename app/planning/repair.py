"""Repair of the running day: the most worth with the fewest people who must be told.

Three offers, each dearer to wait for and to carry out than the one before: free places filled and
nothing moved; meetings moved by one so that another fits; and the best of all repairs at a price
for each move. Beside them stands how much can be recovered at most, so that nobody searches in
vain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from app.planning.disruption import Day, Disruption, day_after
from app.planning.ground import Grid, Ground, Numbers, Ways
from app.planning.near import near_ways, one_by_one
from app.planning.offers import Offer, offer_of
from app.planning.plan import Standing, Watch
from app.planning.problem import Meeting, Problem
from app.planning.repair_bound import most_recovered
from app.planning.repair_model import Choice, Chosen, Effort, best
from app.planning.rows import Rows, rows_of

WORTH_OF_MOVE = Fraction(1, 3)
"""One recovered meeting, of worth 1, is worth three that are moved."""

_FEW = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done about a disruption.

    ``offers`` begin with the one that moves nothing; each later one is worth more than those before
    it. Of everything that waits, ``most_meetings`` and ``most_worth`` can be recovered, whatever is
    moved.
    """

    day: Day
    offers: tuple[Offer, ...]
    most_meetings: int
    most_worth: int


def repair(  # noqa: PLR0913 - what is asked, and how long it may take
    problem: Problem,
    meetings: Iterable[Meeting],
    disruption: Disruption,
    *,
    worth_of_move: Fraction = WORTH_OF_MOVE,
    seed: int = 1,
    work: int = 60_000,
    watch: Watch = lambda _standing: True,
) -> Offers:
    """Find what can be recovered of a disrupted day, and at which price.

    Args:
        problem: As it was planned.
        meetings: The plan, with all that has taken place already.
        disruption: What is different now.
        worth_of_move: What recovered meetings have to be worth for each that is moved.
        seed: Of equally good answers, which.
        work: How many steps may be made; an answer that ran out of them is not ``proved``.
        watch: Told how far it is; false stops it with the offers so far.
    """
    repairing = Repairing(day_after(problem, meetings, disruption))
    offers: list[Offer] = []

    def goes_on(_best: float, _bound: float) -> bool:
        spent = 1 - effort.left / work
        phase = ("fill", "few_moves", "trade_off")[min(len(offers), 2)]
        last = offers[-1] if offers else None
        placed, worth = (len(last.recovered), last.worth) if last else (0, 0)
        return watch(Standing(phase, spent, placed, worth))

    effort = Effort(work, seed, goes_on)
    offers.append(repairing.filled(effort))
    most_meetings, most_worth = repairing.at_most()
    for better in (
        repairing.with_few_moves,
        lambda effort: repairing.traded(worth_of_move, effort),
    ):
        if effort.stopped or (offers[-1].worth == most_worth and not offers[-1].moved):
            break
        _add(offers, better(effort))
    return Offers(repairing.ground.day, tuple(offers), most_meetings, most_worth)


class Repairing:
    """The repair of one day, offer by offer; each can be asked for alone."""

    def __init__(self, day: Day) -> None:
        self.ground = Ground(day)
        self._best: Ways | None = None

    def filled(self, effort: Effort) -> Offer:
        """Fill free places, and move nothing."""
        ground = self.ground
        ways = ground.fills()
        places = int(ground.tables_left[:, ground.day.now :].sum())
        worthiest = _worthiest(ground, ways)
        most = int(ground.worth[worthiest[:places]].sum())
        for some in (2 * places, len(worthiest)):
            among = ways.only(np.isin(ways.item, worthiest[:some]))
            choice = Choice(rows_of(ground, among), ground.worth[among.item])
            start = one_by_one(choice, among)
            chosen = Chosen(start, int(choice.gain[start].sum()), most)
            if chosen.proved or some >= len(worthiest):
                break
        if not chosen.proved:
            chosen = best(choice, np.ones(len(start), dtype=bool), start, effort)
        return self._offer(among, chosen)

    def with_few_moves(self, effort: Effort) -> Offer:
        """Let a meeting move to a free place if that makes room for one that has none."""
        near = self._near
        choice = Choice(self._rows, self._gain(_FEW)).among(near)
        every = np.ones(int(near.sum()), dtype=bool)
        return self._offer(self._ways.only(near), best(choice, every, self._before()[near], effort))

    def traded(self, worth_of_move: Fraction, effort: Effort) -> Offer:
        """Move whatever is worth it. Never worse, at this price, than what was found before."""
        choice = Choice(self._rows, self._gain(worth_of_move))
        return self._offer(self._ways, best(choice, self._near, self._before(), effort))

    def at_most(self) -> tuple[int, int]:
        """How many meetings can be recovered at most, and what they are worth at most."""
        return most_recovered(self.ground, self._ways)

    def _offer(self, ways: Ways, chosen: Chosen) -> Offer:
        self._best = ways.only(chosen.ways)
        return offer_of(self.ground, self._best, proved=chosen.proved)

    def _before(self) -> Grid:
        """What was found last, among all ways."""
        if self._best is None:
            return np.zeros(len(self._ways.item), dtype=bool)
        return self._ways.marked(self._best)

    @cached_property
    def _ways(self) -> Ways:
        return self.ground.all_ways()

    @cached_property
    def _rows(self) -> Rows:
        return rows_of(self.ground, self._ways)

    @cached_property
    def _near(self) -> Grid:
        return near_ways(self.ground, self._ways)

    def _gain(self, worth_of_move: Fraction) -> Numbers:
        worth = self.ground.worth[self._ways.item] * worth_of_move.denominator
        return np.where(self.ground.moves(self._ways), -worth_of_move.numerator, worth)


def _worthiest(ground: Ground, ways: Ways) -> Numbers:
    """The requests that have ways: the most worth first, and of equals those with fewest ways."""
    items, count = np.unique(ways.item, return_counts=True)
    return np.asarray(items[np.lexsort((items, count, -ground.worth[items]))])


def _add(offers: list[Offer], offer: Offer) -> None:
    """Add an offer that is worth more than the last, or as much with fewer moves in its place."""
    last = offers[-1]
    if offer.worth == last.worth and len(offer.moved) < len(last.moved):
        offers[-1] = offer
    elif offer.worth > last.worth:
        offers.append(offer)
