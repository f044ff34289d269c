"""The command that plays simulated days before the real one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from threading import Event
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many
from app.cli.station import station, stopping
from app.floor.crowd import Crowd
from app.floor.judging import NO_TABLE, Played
from app.floor.rehearsal import DayPlayed, Figure, Rehearsal, RehearsalOrder, Rehearsed, quantile
from app.floor.states import Missing
from app.meetings.attendees import MeetingKind
from app.progress import Cancelled, Progress

_WAYS: Sequence[tuple[str, Callable[[DayPlayed], Played]]] = (
    ("alone", lambda day: day.alone),
    ("first_fit", lambda day: day.first_fit),
    ("proposals", lambda day: day.proposals),
)
_SIDES = (Missing.HOST, Missing.GUEST, Missing.BOTH, NO_TABLE)


def add_rehearsal(commands: AllCommands) -> None:
    """Add the command of this module."""
    command = commands.add("rehearse", rehearse)
    command.add_argument(
        "--no-shows",
        action="append",
        type=_share,
        default=[],
        metavar="RATE",
        help="who does not come: 0.1, or 10%%; of a kind of meeting: b2b=0.2; repeat",
    )
    command.add_argument("--runs", type=int, default=10, help="how many times the days are played")
    command.add_argument("--seed", type=int, default=1, help="the same one plays the same days")
    command.add_argument("--day", type=date.fromisoformat, help="only this day")


def rehearse(args: argparse.Namespace) -> Answer:
    """Play simulated days; say what would be lost and recovered. Nothing is changed."""
    rates = dict(args.no_shows)
    crowd = Crowd(
        no_shows=rates.pop(None, Crowd().no_shows),
        by_kind={kind: share for kind, share in rates.items() if kind is not None},
    )
    order = RehearsalOrder(crowd, args.runs, args.seed, (args.day,) if args.day else ())
    with station(args) as here, stopping() as stopped:
        played = Rehearsal(here.event.journal).run(order, _Course(args, stopped))
    return Answer(_facts(played, order), tuple(_lines(played)))


class _Course:
    """Shows progress where people look, and stops when Ctrl+C was pressed."""

    def __init__(self, args: argparse.Namespace, stopped: Event) -> None:
        self._shows = not args.json and sys.stderr.isatty()
        self._stopped = stopped

    def __call__(self, progress: Progress) -> None:
        if self._shows:
            share = 100 * progress.done // progress.total
            sys.stderr.write(f"\r{share:3} % of the days are played\033[K")
        if self._stopped.is_set():
            raise Cancelled


def _share(text: str) -> tuple[MeetingKind | None, float]:
    kind, equals, rate = text.rpartition("=")
    try:
        share = float(rate.removesuffix("%")) / (100 if rate.endswith("%") else 1)
        return MeetingKind(kind.lower()) if equals else None, share
    except ValueError as error:
        raise argparse.ArgumentTypeError("write it as 0.1, as 10%, or as b2b=0.2") from error


def _facts(played: Rehearsed, order: RehearsalOrder) -> dict[str, Any]:
    return {
        "runs": len(played.runs),
        "seed": order.seed,
        "stopped": played.stopped,
        "meetings": played.figure(lambda day: day.alone.planned),
        "lost": played.figure(_lost),
        "lost_by": {side: played.figure(_lost_by(side)) for side in _SIDES},
        "at_most": played.figure(lambda day: day.at_most),
        "tables": played.tables,
        **{name: _of_way(played, way) for name, way in _WAYS},
    }


def _of_way(played: Rehearsed, way: Callable[[DayPlayed], Played]) -> dict[str, Any]:
    waits, tables = _waits(played, way), _tables(played, way)
    return {
        "held": played.figure(lambda day: way(day).held),
        "recovered": played.figure(lambda day: day.recovered(way(day))),
        "told": played.figure(lambda day: way(day).told),
        "decisions": played.figure(lambda day: way(day).looked_at),
        "waits": len(waits),
        "waited_minutes": {"mean": _mean(waits), "p90": quantile(waits, 0.9)},
        "tables_used": {"most": max(tables, default=0), "p95": quantile(tables, 0.95)},
        "kinds": {
            kind: {
                "planned": played.figure(_of_kind(way, kind, 0)),
                "held": played.figure(_of_kind(way, kind, 1)),
            }
            for kind in MeetingKind
        },
    }


def _of_kind(
    way: Callable[[DayPlayed], Played], kind: MeetingKind, which: int
) -> Callable[[DayPlayed], int]:
    return lambda day: way(day).by_kind[kind][which]


def _lines(played: Rehearsed) -> Iterator[str]:
    if not played.runs:
        yield "Stopped before a day was played to its end. Play fewer runs."
        return
    if played.stopped:
        yield f"Stopped after {many(len(played.runs), 'run', 'runs')}."
    planned = played.figure(lambda day: day.alone.planned)
    at_most = played.figure(lambda day: day.at_most)
    first_fit, proposals = (
        played.figure(lambda day: day.recovered(day.first_fit)),
        played.figure(lambda day: day.recovered(day.proposals)),
    )
    yield (
        f"Of {planned.mean:,.0f} meetings {_mean_of(played.figure(_lost))} are lost. Proposals "
        f"recover {_mean_of(proposals)} (whatever fits first: {_mean_of(first_fit)}), at most "
        f"{at_most.mean:,.0f}."
    )
    told = played.figure(lambda day: day.proposals.told)
    if proposals.mean > 0:
        yield f"{told.mean / proposals.mean:.1f} people are told for each that is recovered."
    sides = {side: played.figure(_lost_by(side)).mean for side in _SIDES}
    yield (
        f"Lost because of the host {sides[Missing.HOST]:,.0f}, the guest "
        f"{sides[Missing.GUEST]:,.0f}, both {sides[Missing.BOTH]:,.0f}, the table "
        f"{sides[NO_TABLE]:,.0f}."
    )
    for text, way in (("Without proposals", _WAYS[0][1]), ("With them", _WAYS[2][1])):
        waits = _waits(played, way)
        yield (
            f"{text}, {len(waits) / len(played.runs):,.0f} people wait, {_mean(waits):.0f} min on "
            f"average, one in ten {quantile(waits, 0.9):.0f} min or more."
        )
    for kind in MeetingKind:
        yield from _kind_lines(played, kind)
    tables = _tables(played, _WAYS[2][1])
    yield (
        f"Tables: {max(tables):.0f} of {played.tables} are in use at most, in 19 of 20 slots "
        f"{quantile(tables, 0.95):.0f} or fewer."
    )
    runs = many(len(played.runs), "run", "runs")
    yield f"Each figure is the mean of {runs}. Nothing was changed."


def _kind_lines(played: Rehearsed, kind: MeetingKind) -> Iterator[str]:
    (_, alone_way), _, (_, way) = _WAYS
    planned, alone, held = (
        played.figure(each).mean
        for each in (
            _of_kind(alone_way, kind, 0),
            _of_kind(alone_way, kind, 1),
            _of_kind(way, kind, 1),
        )
    )
    if planned or held:
        yield (
            f"{kind.upper()}: {planned:,.0f} planned, {alone:,.0f} held without proposals, "
            f"{held:,.0f} with them."
        )


def _lost(day: DayPlayed) -> int:
    return sum(day.alone.lost.values())


def _lost_by(side: str) -> Callable[[DayPlayed], int]:
    return lambda day: day.alone.lost.get(side, 0)


def _waits(played: Rehearsed, way: Callable[[DayPlayed], Played]) -> tuple[float, ...]:
    return played.every(lambda day: way(day).waits)


def _tables(played: Rehearsed, way: Callable[[DayPlayed], Played]) -> tuple[float, ...]:
    return played.every(lambda day: way(day).tables)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0


def _mean_of(figure: Figure) -> str:
    return f"{figure.mean:,.0f} ± {figure.spread:,.0f}"
