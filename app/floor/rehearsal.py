"""Rehearsal: plays simulated days against the plan, and says what is lost and what recovered.

Everything is played in memory; nothing is written to the event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from statistics import fmean, pstdev

from sqlalchemy.orm import Session

from app.errors import DeskError
from app.floor.crowd import Crowd, turnout
from app.floor.day import FloorDay
from app.floor.hands import FirstFit, FirstProposal
from app.floor.judging import Played, judged
from app.floor.playing import Floor, Hand, play
from app.floor.reading import day_read
from app.floor.recoverable import most_recovered
from app.floor.rules import floor_rules
from app.floor.translating import Beside
from app.journal.journal import Journal
from app.meetings.setting import Setting, setting
from app.meetings.wishes import Wishes
from app.progress import Cancelled, Progress, Report, unheard

_MOST_RUNS = 1_000


@dataclass(frozen=True, slots=True)
class RehearsalOrder:
    """What is to be played. ``days``: all that have meetings, if none is said.

    ``per_minute``: how many decisions a floor manager takes at most.
    """

    crowd: Crowd = field(default_factory=Crowd)
    runs: int = 10
    seed: int = 1
    days: tuple[date, ...] = ()
    per_minute: int = 3


@dataclass(eq=False)
class NothingToRehearse(DeskError):
    """No meeting is planned on these days. Plan meetings first."""


@dataclass(eq=False)
class RehearsalNotPossible(DeskError):
    """A figure makes no sense. ``rule`` names it; ``most`` is the highest it may be."""

    rule: str
    value: float
    most: float


@dataclass(frozen=True, slots=True)
class DayPlayed:
    """One day, played three times with the same people.

    ``alone``: nobody does anything; ``first_fit``: whatever fits first; ``proposals``: the first of
    the floor's proposals. ``at_most``: how much can be recovered by whoever knows all beforehand.
    """

    alone: Played
    first_fit: Played
    proposals: Played
    at_most: int

    def recovered(self, played: Played) -> int:
        """Give how many more meetings were held than if nobody had done anything."""
        return played.held - self.alone.held


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of several runs: the mean, and the standard deviation."""

    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """All runs, each with its days. ``stopped``: somebody stopped it before the last."""

    runs: tuple[tuple[DayPlayed, ...], ...]
    tables: int
    stopped: bool = False

    def figure(self, count: Callable[[DayPlayed], float]) -> Figure:
        """Add up something over the days of each run."""
        return figure_of([sum(map(count, run)) for run in self.runs])

    def every(self, values: Callable[[DayPlayed], Sequence[float]]) -> tuple[float, ...]:
        """Give all values of something, of every day of every run, from the least on."""
        return tuple(sorted(value for run in self.runs for day in run for value in values(day)))


def figure_of(values: Sequence[float]) -> Figure:
    """Give mean and spread; nothing of nothing."""
    return Figure(fmean(values), pstdev(values)) if values else Figure(0, 0)


def quantile(values: Sequence[float], share: float) -> float:
    """Give the value that such a share of sorted values does not exceed; 0 if there are none."""
    if not values:
        return 0
    return values[min(len(values) - 1, int(share * len(values)))]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Plays the days of an event."""

    journal: Journal

    def run(self, order: RehearsalOrder, report: Report = unheard) -> Rehearsed:
        """Play days as they are planned now. If ``report`` stops it, what is played whole counts.

        Raises:
            NothingToRehearse: No meeting is planned.
            RehearsalNotPossible: A figure makes no sense.
        """
        _refuse(order)
        days, floor = self.read(order)
        if not days:
            raise NothingToRehearse
        return rehearsed(days, floor, order, report)

    def read(self, order: RehearsalOrder) -> tuple[Sequence[FloorDay], Floor]:
        """Read the days that have meetings, and what they are played with."""
        with self.journal.reading() as session:
            around = setting(session)
            beside = Beside(around, Wishes(session, around.attendees))
            floor = Floor(beside, floor_rules(session), order.per_minute)
            return _days(session, around, floor, order.days), floor


def rehearsed(
    days: Sequence[FloorDay], floor: Floor, order: RehearsalOrder, report: Report = unheard
) -> Rehearsed:
    """Play days, run after run; the same seed gives the same answer."""
    counted = _Counted(order.runs * sum(3 * len(day.slots) for day in days), report)
    rng = Random(order.seed)  # noqa: S311 - it plays days, and keeps no secrets
    tables = max(len(day.tables) for day in days)
    runs: list[tuple[DayPlayed, ...]] = []
    for _ in range(order.runs):
        try:
            runs.append(tuple(_played(day, floor, order.crowd, rng, counted) for day in days))
        except Cancelled:
            return Rehearsed(tuple(runs), tables, stopped=True)
    return Rehearsed(tuple(runs), tables)


def _played(
    day: FloorDay, floor: Floor, crowd: Crowd, rng: Random, step: Callable[[], None]
) -> DayPlayed:
    drawn = turnout(day, crowd, rng)
    hands: tuple[Hand | None, ...] = (None, FirstFit(), FirstProposal())
    alone, first_fit, proposals = (judged(drawn, play(drawn, floor, each, step)) for each in hands)
    return DayPlayed(alone, first_fit, proposals, most_recovered(drawn, floor))


class _Counted:
    """Counts steps, and tells of them."""

    def __init__(self, total: int, report: Report) -> None:
        self._done, self._total, self._report = 0, total, report

    def __call__(self) -> None:
        self._report(Progress(self._done, self._total))
        self._done += 1


def _refuse(order: RehearsalOrder) -> None:
    if not 1 <= order.runs <= _MOST_RUNS:
        raise RehearsalNotPossible("runs", order.runs, _MOST_RUNS)
    for share in (order.crowd.no_shows, *order.crowd.by_kind.values()):
        if not 0 <= share <= 1:
            raise RehearsalNotPossible("no_shows", share, 1)


def _days(
    session: Session, around: Setting, floor: Floor, only: Sequence[date]
) -> Sequence[FloorDay]:
    asking = {
        person
        for wish in floor.beside.wishes.all.values()
        if not wish.withdrawn
        for person in wish.people
    }
    hall = around.hall
    dates = {slot.starts_at.astimezone(hall.zone).date() for slot in hall.slots}
    days = [
        day_read(session, around, each, asking)
        for each in sorted(dates.intersection(only or dates))
    ]
    return [day for day in days if any(not each.cancelled for each in day.meetings)]
