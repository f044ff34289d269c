"""What proposals recover of simulated days: ``python -m tests.benchmarks.bench_rehearsal``.

Beside nobody, and whatever fits first. One delegate in ten stays away. Lists of proposals are to be
there within 100 ms, and 99 of 100 within 300 ms, at 2,000 delegates and 250 tables. With ``small``
the biggest day is left out. Said is the time of the processor, each decision with all that it
takes to see the day after it.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from random import Random
from statistics import fmean, quantiles
from tempfile import TemporaryDirectory

from app.desks import Desks
from app.floor.crowd import Crowd, Turnout, turnout
from app.floor.day import DayMeeting, FloorDay
from app.floor.day_problem import ProblemOfDay
from app.floor.hands import FirstFit, FirstProposal
from app.floor.judging import Played, judged
from app.floor.playing import Course, Floor, Hand, play
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
    alone = _played(drawn, floor, [None] * len(drawn))
    first_fit = _played(drawn, floor, [FirstFit() for _ in drawn])
    asking = _Timed()
    proposals = _played(drawn, floor, [FirstProposal(asking) for _ in drawn])
    start = time.process_time()
    at_most = sum(most_recovered(each, floor) for each in drawn)
    bound_seconds = time.process_time() - start
    planned, held = _sum(alone.days, "planned"), _sum(alone.days, "held")
    print(
        f"{name}: of {planned / runs:,.0f} meetings {(planned - held) / runs:,.1f} lost, at most "
        f"{at_most / runs:,.1f} can be recovered"
    )
    for what, played in (
        ("nobody", alone),
        ("first fit", first_fit),
        ("proposals", proposals),
    ):
        print(f"  {what:<10}{_said(played.days, held, runs)}{_took(played, len(drawn))}")
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
        f"{_sum(played, 'held') / runs:8,.1f} held, {recovered / runs:7,.1f} recovered, "
        f"{_sum(played, 'told') / runs:7,.1f} told, {told:4.1f} for each, "
        f"{len(waits) / runs:7,.0f} waits of {fmean(waits) if waits else 0:4.1f} min "
        f"(p90 {quantile(waits, 0.9):.0f}), tables {tables[-1]} (p95 {quantile(tables, 0.95)}), "
        f"{_sum(played, 'refused')} refused,"
    )


def _sum(played: Sequence[Played], name: str) -> int:
    return sum(int(getattr(each, name)) for each in played)


@dataclass(frozen=True, slots=True)
class _Plays:
    """Days that were played, and the seconds that took.

    ``moved``: how many people had so many meetings moved or arranged anew.
    """

    days: Sequence[Played]
    moved: Mapping[int, int]
    seconds: float


def _took(plays: _Plays, days: int) -> str:
    decisions = _sum(plays.days, "looked_at")
    again = sum(people for times, people in plays.moved.items() if times > 1)
    most = max(plays.moved, default=0)
    each = f", {1_000 * plays.seconds / decisions:.0f} ms a decision" if decisions else ""
    return (
        f" {again / days:.1f} people disturbed again, at most {most} times,"
        f"{plays.seconds / days:7.1f} s a day{each}"
    )


def _played(drawn: Sequence[Turnout], floor: Floor, hands: Sequence[Hand | None]) -> _Plays:
    start = time.process_time()
    courses = [play(each, floor, hand) for each, hand in zip(drawn, hands, strict=True)]
    seconds = time.process_time() - start
    days = [judged(*each) for each in zip(drawn, courses, strict=True)]
    return _Plays(days, Counter(chain.from_iterable(map(_disturbed, courses))), seconds)


def _disturbed(course: Course) -> Iterable[int]:
    """Give for everybody how many of their meetings were moved or arranged on the day."""
    people = (each.people for each in course.day.meetings if each.id in course.agreed)
    return Counter(chain.from_iterable(people)).values()


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
