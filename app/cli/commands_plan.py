"""The command that plans meetings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from threading import Event
from time import monotonic
from typing import Any

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.counted import many, some
from app.cli.plan_words import (
    change_words,
    compared_words,
    help_words,
    left_out_words,
    pair_words,
    unplaced_words,
)
from app.cli.station import Station, station, stopping
from app.meetings.plan_told import Change, NotPlaced
from app.meetings.planning import PlanMade, Planning, PlanOrder, PlanProgress
from app.meetings.plans import Accepted
from app.progress import Cancelled, Progress


def add_plan(commands: AllCommands) -> None:
    """Add the command of this module."""
    command = commands.add("plan", plan)
    command.add_argument("--seconds", type=float, metavar="S", help="stop after so long")
    command.add_argument(
        "--keep", action="store_true", help="leave planned meetings where they are"
    )
    command.add_argument("--accept", action="store_true", help="make it so")


def plan(args: argparse.Namespace) -> Answer:
    """Plan open requests; show what is placed, and accept it if asked to."""
    with station(args) as here, stopping() as stopped:
        planning = Planning(here.event.journal, here.event.letters)
        report = _Course(args, stopped)
        made = planning.make(PlanOrder(keeps_planned=args.keep), report)
        accepted = None
        # Whoever breaks off has not seen what would be accepted.
        if args.accept and not stopped.is_set():
            accepted = planning.accept(made, report.of_writing)
        return Answer(_facts(here, made, accepted), tuple(_lines(here, made, accepted, args)))


class _Course:
    """Shows progress where people look, and stops when time is up or Ctrl+C was pressed."""

    def __init__(self, args: argparse.Namespace, stopped: Event) -> None:
        self._shows = not args.json and sys.stderr.isatty()
        self._until = None if args.seconds is None else monotonic() + args.seconds
        self._stopped = stopped

    def __call__(self, progress: Progress) -> None:
        if self._shows and isinstance(progress, PlanProgress):
            most = (
                ""
                if progress.bound is None
                else f", worth {progress.worth:,} of at most {progress.bound:,}"
            )
            share = 100 * progress.done // progress.total
            sys.stderr.write(f"\r{share:3} %  {progress.placed:,} placed{most}\033[K")
        if self._stopped.is_set() or (self._until is not None and monotonic() >= self._until):
            raise Cancelled

    def of_writing(self, progress: Progress) -> None:
        """Show how much of the plan is written; it is written to the end."""
        if self._shows:
            sys.stderr.write(f"\r{progress.done:,} of {progress.total:,} written\033[K")


def _facts(here: Station, made: PlanMade, accepted: Accepted | None) -> dict[str, Any]:
    figures = made.figures
    return {
        "wanted": figures.wanted,
        "placed": figures.placed,
        "bound": figures.bound,
        "worth": figures.worth,
        "most_placed": made.most_placed,
        "empty_handed": figures.empty_handed,
        "least_served": figures.least_served,
        "idle_gaps": figures.idle_gaps,
        "table_changes": figures.table_changes,
        "lateness": figures.lateness,
        "unplaced": [_unplaced(here, each) for each in made.unplaced],
        "left_out": [
            {"request": each.pair.number, "reason": each.why, "text": left_out_words(each)}
            for each in made.left_out
        ],
        "help": [
            {
                "by": each.by,
                "count": each.count,
                "slots": each.slots,
                "delegate": each.person,
                "name": each.name,
                "requests": [pair.number for pair in each.places],
                "moved": [pair.number for pair in each.moving],
                "worth": each.worth,
                "text": help_words(each, here.clock),
            }
            for each in made.help
        ],
        "changes": {
            "people": made.compared.people,
            "added": [_change(each) for each in made.compared.added],
            "moved": [_change(each) for each in made.compared.moved],
            "taken_out": [_change(each) for each in made.compared.taken_out],
            "unchanged": made.compared.unchanged,
        },
        "meetings": [
            {"request": each.pair.number, "slot": each.starts_at, "table": each.table}
            for each in made.meetings
        ],
        "seconds": made.seconds,
        "stopped": made.stopped,
        "accepted": accepted,
    }


def _unplaced(here: Station, unplaced: NotPlaced) -> dict[str, Any]:
    return {
        "request": unplaced.pair.number,
        "id": unplaced.pair.id,
        "reason": unplaced.why,
        "text": unplaced_words(unplaced, here.clock),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "number": change.pair.number,
        "people": [each.name for each in change.people],
        "before": change.before,
        "after": change.after,
    }


def _lines(
    here: Station, made: PlanMade, accepted: Accepted | None, args: argparse.Namespace
) -> Iterator[str]:
    figures = made.figures
    if not figures.wanted:
        yield "No request is open. Import requests, then plan."
        return
    yield (
        f"{figures.placed:,} of at most {made.most_placed:,} meetings placed; "
        f"{figures.wanted:,} are wanted."
    )
    yield f"Worth: {figures.worth:,} of at most {figures.bound:,}"
    yield f"Without any meeting: {many(figures.empty_handed, 'person', 'people')}"
    yield f"Least served: {figures.least_served:.0%} of what they could have"
    yield f"Idle gaps: {figures.idle_gaps:,}"
    yield f"Table changes: {figures.table_changes:,}"
    if made.stopped:
        yield f"Stopped after {made.seconds:,.1f} s: this is the best until then."
    yield from _why(here, made)
    yield from _otherwise(here, made)
    if accepted is not None:
        yield (
            f"Accepted: {accepted.added:,} new, {accepted.moved:,} moved, "
            f"{accepted.taken_out:,} taken out. Undo takes it back."
        )
    elif args.accept:
        yield "Stopped. Nothing was accepted."
    else:
        yield "Nothing was changed. To make it so, plan with --accept."


def _why(here: Station, made: PlanMade) -> Iterator[str]:
    if made.unplaced or made.left_out:
        yield "Not placed:"
    for unplaced in made.unplaced:
        yield _row(
            unplaced.pair.number, pair_words(unplaced.pair), unplaced_words(unplaced, here.clock)
        )
    for left_out in made.left_out:
        yield _row(left_out.pair.number, pair_words(left_out.pair), left_out_words(left_out))
    if made.help:
        yield "What would help:"
    for each in made.help:
        yield f"  {help_words(each, here.clock)}"


def _otherwise(here: Station, made: PlanMade) -> Iterator[str]:
    """Compare with the plan before, if there is one."""
    compared = made.compared
    if compared.is_first:
        return
    yield compared_words(compared)
    if compared.people:
        yield f"  {some([each.name for each in compared.people], 'others')}"
    for change in (*compared.moved, *compared.added, *compared.taken_out):
        yield _row(change.pair.number, pair_words(change.pair), change_words(change, here.clock))


def _row(number: str, who: str, said: str) -> str:
    return f"  {number}  {who}: {said}"
