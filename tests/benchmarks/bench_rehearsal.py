"""What proposals recover of simulated days: ``python -m tests.benchmarks.bench_rehearsal``.

One delegate in ten stays away. Lists of proposals are to be there within 100 ms, and 99 of 100
within 300 ms, at 2,000 delegates and 250 tables. ``small`` leaves the biggest day out. The
processor's seconds are said.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from random import Random
from statistics import fmean, quantiles
from tempfile import TemporaryDirectory

from app.desks import Desks
from app.floor.crowd import Crowd, Turnout, turnout
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import ProblemOfDay
from app.floor.hands import FirstFit, FirstProposal
from app.floor.judging import Played, judged
from app.floor.playing import Floor, Hand, play
from app.floor.proposing import Proposal, proposed
from app.floor.recoverable import most_recovered
from app.floor.rehearsal import Rehearsal, RehearsalOrder, quantile
from app.settings import HOME
from app.starting import Starting
from tests.app.floor.drawn import drawn_day
from tests.building import DESK_1, MovableClock
from tests.planning.events import EVENTS, BigEvent

CROWD = Crowd(no_shows=0.1)
RUNS = 10
BIG = {
    "400 × 20, 65 tables": BigEvent(400, 20, 65, 2_400, spread=0.62),
    "400 × 20, 130 tables": EVENTS["400 × 20, 130 tables"],
    "2,000 × 24, 250 tables": EVENTS["2,000 × 24, 250 tables"],
}


def main() -> None:
    _sample()
    for name, event in list(BIG.items())[: -1 if sys.argv[1:] == ["small"] else None]:
        day, floor = drawn_day(event)
        _report(name, [day], floor, 1)


def _sample() -> None:
    with TemporaryDirectory() as folder:
        os.environ[HOME] = folder
        starting = Starting(Desks(DESK_1, clock=MovableClock()))
        with closing(starting.desks.open(starting.make_sample())) as event:
            days, floor = Rehearsal(event.journal).read(RehearsalOrder())
        _report("the sample event", days, floor, RUNS)


def _report(name: str, days: Sequence[FloorDay], floor: Floor, runs: int) -> None:
    rng = Random(1)
    drawn = [turnout(day, CROWD, rng) for _ in range(runs) for day in days]
    alone, alone_seconds = _played(drawn, floor, [None] * len(drawn))
    first_fit, fit_seconds = _played(drawn, floor, [FirstFit() for _ in drawn])
    asking = _Timed()
    proposals, seconds = _played(drawn, floor, [FirstProposal(asking) for _ in drawn])
    start = time.process_time()
    at_most = sum(most_recovered(each, floor) for each in drawn)
    bound_seconds = time.process_time() - start
    planned, held = _sum(alone, "planned"), _sum(alone, "held")
    print(
        f"{name}: of {planned / runs:,.0f} meetings {(planned - held) / runs:,.1f} lost, at most "
        f"{at_most / runs:,.1f} can be recovered"
    )
    for what, played, taken in (
        ("nobody", alone, alone_seconds),
        ("first fit", first_fit, fit_seconds),
        ("proposals", proposals, seconds),
    ):
        print(f"  {what:<10}{_said(played, held, runs)}{taken / len(drawn):7.1f} s a day")
    cuts = quantiles(asking.ms, n=100)
    print(
        f"  {len(asking.ms):,} lists of proposals, p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms, "
        f"made ready in {fmean(asking.ready_ms):.0f} ms; bound {bound_seconds / len(drawn):.1f} s "
        "a day",
        flush=True,
    )


def _said(played: Sequence[Played], held: int, runs: int) -> str:
    recovered = _sum(played, "held") - held
    told = _sum(played, "told") / recovered if recovered else 0.0
    waits = sorted(wait for each in played for wait in each.waits)
    tables = sorted(used for each in played for used in each.tables)
    return (
        f"{recovered / runs:8,.1f} recovered, {told:4.1f} told for each, "
        f"{len(waits) / runs:7,.0f} waits of {fmean(waits) if waits else 0:4.1f} min "
        f"(p90 {quantile(waits, 0.9):.0f}), tables {tables[-1]} (p95 {quantile(tables, 0.95)}), "
        f"{_sum(played, 'refused')} refused,"
    )


def _sum(played: Sequence[Played], name: str) -> int:
    return sum(int(getattr(each, name)) for each in played)


def _played(
    drawn: Sequence[Turnout], floor: Floor, hands: Sequence[Hand | None]
) -> tuple[list[Played], float]:
    start = time.process_time()
    courses = [play(each, floor, hand) for each, hand in zip(drawn, hands, strict=True)]
    seconds = time.process_time() - start
    return [judged(*each) for each in zip(drawn, courses, strict=True)], seconds


class _Timed:
    """Asks for proposals, and notes how many milliseconds each list takes.

    Apart from it, how many it takes to put together what all lists have in common: looking at the
    floor does that after every change, before anybody asks.
    """

    def __init__(self) -> None:
        self.ms: list[float] = []
        self.ready_ms: list[float] = []
        self._seen: ProblemOfDay | None = None

    def __call__(
        self, problem: ProblemOfDay, day: FloorDay, about: DayMeeting, now: datetime
    ) -> Sequence[Proposal]:
        if problem is not self._seen:
            self._seen = problem
            start = time.process_time()
            problem.open_wishes()
            self.ready_ms.append((time.process_time() - start) * 1_000)
        start = time.process_time()
        found = proposed(problem, day, about, now)
        self.ms.append((time.process_time() - start) * 1_000)
        return found


if __name__ == "__main__":
    main()
