"""How much of big events the planner places, how fast, and how that grows.

``python -m tests.benchmarks.bench_plan``; with ``growth``, from 250 to 8,000 delegates instead, and
with ``again``, how many meetings move when some requests more are planned. The processor's seconds
are said, and those on the clock beside them.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field, replace
from math import log
from random import Random

from app.planning.check import broken_rules
from app.planning.figures import figures
from app.planning.greedy import fill
from app.planning.plan import Plan, Standing
from app.planning.planner import plan
from app.planning.problem import Problem
from app.planning.seats import seat
from app.planning.state import State
from tests.planning.events import EVENTS, BigEvent

GROWTH = [250, 500, 1_000, 2_000, 4_000, 8_000]
AGAIN = [
    (BigEvent(20, 12, 8, 29, blocks=2), 6),
    (BigEvent(60, 12, 30, 200, blocks=2), 10),
    (EVENTS["400 × 20, 130 tables"], 50),
    (EVENTS["2,000 × 24, 430 tables"], 100),
]
"""Events, and how many of their requests come when the rest is planned."""


def main() -> None:
    if sys.argv[1:] == ["growth"]:
        _grow()
    elif sys.argv[1:] == ["again"]:
        _plan_again()
    else:
        _all_events()


def _all_events() -> None:
    print(f"{'event':<34}{'wanted':>7}{'bound':>7}{'result':>7}{'share':>9}{'found after':>12}"
          f"{'in all':>8}{'clock':>7}{'gaps':>14}{'table changes':>15}")  # fmt: skip
    for name, event in EVENTS.items():
        problem = event.problem()
        run = _measure(problem)
        after, (gaps, changes) = run.answer.figures, _before(problem)
        print(f"{name:<34}{after.wanted:>7,}{after.bound:>7,}{after.worth:>7,}"
              f"{after.worth / after.bound:>9.2%}{run.found_after:>10.2f} s{run.seconds:>6.2f} s"
              f"{run.on_the_clock:>5.1f} s{f'{gaps:,} → {after.idle_gaps:,}':>14}"
              f"{f'{changes:,} → {after.table_changes:,}':>15}", flush=True)  # fmt: skip


def _plan_again() -> None:
    print(
        f"{'delegates':>9}{'planned':>9}{'new':>5}{'worth':>15}{'moved':>7}{'anew':>7}{'in all':>9}"
    )
    for event, new in AGAIN:
        problem = event.problem()
        late = {each.name for each in Random(1).sample(problem.requests, new)}
        early = tuple(each for each in problem.requests if each.name not in late)
        before = plan(replace(problem, requests=early))
        again = _measure(replace(problem, standing=before.meetings))
        moved, anew = (
            len(set(before.meetings).difference(answer.meetings))
            for answer in (again.answer, plan(problem))
        )
        worth = f"{before.figures.worth:,} → {again.answer.figures.worth:,}"
        print(f"{event.delegates:>9,}{len(before.meetings):>9,}{new:>5}{worth:>15}{moved:>7,}"
              f"{anew:>7,}{again.seconds:>7.2f} s", flush=True)  # fmt: skip


def _grow() -> None:
    print(f"{'delegates':>9}{'wanted':>8}{'bound':>8}{'result':>8}{'share':>9}{'in all':>9}")
    seconds = []
    for delegates in GROWTH:
        event = BigEvent(delegates, 24, delegates * 43 // 200, 5 * delegates, spread=0.65)
        run = _measure(event.problem())
        after = run.answer.figures
        seconds.append(run.seconds)
        print(f"{delegates:>9,}{after.wanted:>8,}{after.bound:>8,}{after.worth:>8,}"
              f"{after.worth / after.bound:>9.2%}{run.seconds:>7.2f} s", flush=True)  # fmt: skip
    times = GROWTH[-1] / GROWTH[0]
    print(f"grows as delegates to the power of {log(seconds[-1] / seconds[0]) / log(times):.2f}")


@dataclass(slots=True)
class _Run:
    """A plan and how long it took; ``found_after``: until nothing worth more was found."""

    answer: Plan
    seconds: float
    on_the_clock: float
    found_after: float


@dataclass(slots=True)
class _Watch:
    """Remembers when the worth was as high as it is now."""

    began: float = field(default_factory=time.process_time)
    worth: int = -1
    found_after: float = 0.0

    def __call__(self, standing: Standing) -> bool:
        if standing.worth > self.worth:
            self.worth, self.found_after = standing.worth, time.process_time() - self.began
        return True


def _measure(problem: Problem) -> _Run:
    watch, clock = _Watch(), time.perf_counter()
    answer = plan(problem, watch=watch)
    seconds = time.process_time() - watch.began
    run = _Run(answer, seconds, time.perf_counter() - clock, watch.found_after)
    if broken := broken_rules(problem, answer.meetings):
        sys.exit(f"the plan breaks rules: {broken[:3]}")
    return run


def _before(problem: Problem) -> tuple[int, int]:
    """Gaps and table changes of a plan that was only filled, each slot seated by itself."""
    state = State.of(problem)
    fill(state)
    filled = figures(state, seat(state), 0)
    return filled.idle_gaps, filled.table_changes


if __name__ == "__main__":
    main()
