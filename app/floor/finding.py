"""Finds places for all that is lost on a day, and for what is new, together. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.floor.day_problem import DayProblem
from app.planning import problem as p

if TYPE_CHECKING:
    from app.planning.offers import Move

_WORK = 20_000
"""Steps of the search for the best places. Of a day's losses few need a tenth."""


@dataclass(frozen=True, slots=True)
class Found:
    """Places by the name of the request, what makes room for them, and who must be told."""

    put: DayProblem | None
    placed: Mapping[str, p.Meeting]
    moved: Sequence[Move] = ()
    told: Collection[str] = ()


def best_found(put: DayProblem) -> Found:
    """Find places for what is lost: at the same time where there is one, for that tells fewest.

    Others move only if that helps more of it.
    """
    # It takes numpy and scipy, which few commands need.
    from app.planning.disruption import day_after  # noqa: PLC0415
    from app.planning.repair import Repairing  # noqa: PLC0415
    from app.planning.repair_model import Effort  # noqa: PLC0415

    effort = Effort(_WORK, 1, lambda _best, _bound: True)
    there = day_after(_at_their_time(put), put.meetings, put.disruption)
    same = Repairing(there).filled(effort)
    standing_now = (*put.meetings, *same.recovered)
    repairing = Repairing(day_after(put.problem, standing_now, put.disruption))
    offer = repairing.filled(effort)
    wanted = len(put.lost) + len(put.wishes) - len(same.recovered)
    if len(offer.recovered) < wanted:
        few = repairing.with_few_moves(effort)
        offer = few if few.worth > offer.worth else offer
    lost = {each.request for each in put.lost}
    placed = {each.request: each for each in (*same.recovered, *offer.recovered)}
    placed |= {each.after.request: each.after for each in offer.moved if each.after.request in lost}
    moved = [each for each in offer.moved if each.before.request not in lost]
    return Found(put, placed, moved, {*same.told, *offer.told})


def _at_their_time(put: DayProblem) -> p.Problem:
    """Leave to each lost meeting only the slot it was in, and nothing new beside them."""
    slots = {each.request: 1 << each.slot for each in put.lost}
    return replace(
        put.problem,
        requests=tuple(
            replace(each, slots=each.slots & slots.get(each.name, p.EVERY_SLOT))
            for each in put.problem.requests
            if each.name not in put.wishes
        ),
    )
