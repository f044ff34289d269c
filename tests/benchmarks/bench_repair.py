"""How much of a disrupted day is recovered, how fast: ``python -m tests.benchmarks.bench_repair``.

One delegate in twenty is missing from a slot on. Targets at 2,000 delegates: free places filled as
well as can be within 50 ms; the best trade-off at "one recovered is worth three moved" within 2 s;
the list of single proposals within 50 ms.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from statistics import quantiles
from typing import TypeVar

from app.planning.check import broken_rules
from app.planning.disruption import Away, Day, Disruption, day_after
from app.planning.offers import Offer
from app.planning.planner import plan
from app.planning.problem import Meeting, Problem
from app.planning.proposals import proposals
from app.planning.repair import WORTH_OF_MOVE, Repairing
from app.planning.repair_model import Effort
from tests.planning.events import EVENTS, BigEvent

T = TypeVar("T")

DAYS: dict[str, tuple[BigEvent, int]] = {
    "400, tables bind": (BigEvent(400, 20, 65, 2_400, spread=0.62), 6),
    "400, people bind": (EVENTS["400 × 20, 130 tables"], 6),
    "400, free 50 %": (EVENTS["400 × 20, 80 tables, free 50 %"], 6),
    "2,000, tables bind": (EVENTS["2,000 × 24, 250 tables"], 8),
    "2,000, people bind": (EVENTS["2,000 × 24, 430 tables"], 8),
    "2,000, free 45 %": (EVENTS["2,000 × 24, 330 tables, free 45 %"], 8),
}
WORK = 60_000
ROUNDS = 5
ASKED = 100


def main() -> None:
    _load_libraries()
    for name, (event, now) in DAYS.items():
        problem = event.problem()
        meetings = plan(problem).meetings
        disruption = _missing(problem, now)
        gc.collect()
        _report(name, problem, meetings, disruption)


def _report(
    name: str, problem: Problem, meetings: tuple[Meeting, ...], disruption: Disruption
) -> None:
    day = day_after(problem, meetings, disruption)
    filled, fill_ms = _timed(
        lambda: _repairing(problem, meetings, disruption).filled(_effort()), ROUNDS
    )
    few, few_ms = _timed(
        lambda: _repairing(problem, meetings, disruption).with_few_moves(_effort()), ROUNDS
    )
    traded, trade_ms = _timed(
        lambda: _repairing(problem, meetings, disruption).traded(WORTH_OF_MOVE, _effort()), 1
    )
    most, _ = Repairing(day).at_most()
    print(f"{name}: lost {len(day.lost)}, at most {most} can be recovered")
    for what, offer, taken in (
        ("free places filled", filled, fill_ms),
        ("one moves for one", few, few_ms),
        ("worth three moves", traded, trade_ms),
    ):
        print(f"  {what:20}{_said(day, offer)}, {taken:6.0f} ms")
    cuts = quantiles(_asked(day, problem, meetings, disruption), n=100)
    print(f"  {'list of proposals':20}p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms", flush=True)


def _said(day: Day, offer: Offer) -> str:
    broken = len(broken_rules(day.problem, offer.meetings))
    return (
        f"{len(offer.recovered):4} recovered, {len(offer.moved):3} moved, {len(offer.told):3} told,"
        f" {'proved' if offer.proved else 'not proved'}{f', {broken} RULES BROKEN' * bool(broken)}"
    )


def _asked(
    day: Day, problem: Problem, meetings: tuple[Meeting, ...], disruption: Disruption
) -> list[float]:
    """How many milliseconds each list took, about lost meetings."""
    rng = random.Random(1)
    return [
        _timed(lambda: proposals(problem, meetings, disruption, about), 1)[1]  # noqa: B023
        for about in rng.choices(day.lost, k=ASKED)
    ]


def _missing(problem: Problem, now: int) -> Disruption:
    people = sorted(person.name for person in problem.people)
    missing = random.Random(1).sample(people, len(people) // 20)
    return Disruption(now, missing=tuple(Away(name, now) for name in missing))


def _repairing(
    problem: Problem, meetings: tuple[Meeting, ...], disruption: Disruption
) -> Repairing:
    return Repairing(day_after(problem, meetings, disruption))


def _effort() -> Effort:
    return Effort(WORK, 1, lambda _best, _bound: True)


def _timed(work: Callable[[], T], rounds: int) -> tuple[T, float]:
    """Give the answer and the milliseconds of the processor, the least of some rounds."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        answer = work()
        least = min(least, (time.process_time() - start) * 1_000)
    return answer, least


def _load_libraries() -> None:
    """Load what is slow to load and only then needed: a desk does so once a day."""
    small = BigEvent(40, 6, 8, 120, free=0.5).problem()
    _repairing(small, plan(small).meetings, _missing(small, 2)).traded(WORTH_OF_MOVE, _effort())
    import app.planning.repair_search  # noqa: F401, PLC0415


if __name__ == "__main__":
    main()
