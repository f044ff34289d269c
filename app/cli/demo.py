"""A sample event, played from its lists to the evening and told line by line."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path

from app.cli.answer import Answer
from app.cli.demo_day import Day
from app.cli.demo_evening import Evening
from app.cli.station import desks
from app.event.sample import SAMPLES, Sample, read_sample
from app.files import make_folder
from app.meetings.importing.imports import What

SAMPLE = "cluster-matchmaking-days"
"""The sample that is played unless another one is named."""


class Watch:
    """The time in a play: it stands still until it is moved on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the time."""
        return self.now

    def on(self, minutes: float) -> None:
        """Move on."""
        self.now += timedelta(minutes=minutes)


def demo(args: argparse.Namespace) -> Answer:
    """Play a sample event from its lists to the evening, told line by line."""
    with ExitStack() as stack:
        folder = args.out or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        make_folder(folder)
        sample = read_sample(SAMPLES / args.sample)
        first = sample.order.days[0]
        watch = Watch(datetime.combine(first - timedelta(days=1), time(16)).astimezone())
        file = _free(folder)
        event = replace(desks(args), clock=watch).make(file, sample.order)
        stack.callback(event.close)
        # In JSON the story is told in figures alone.
        tell = (lambda _line: None) if args.json else _tell
        tell(f"{sample.order.name}: {file.name} made, with {sample.order.tables} tables.")
        day, evening = Day(event, folder, watch, tell), Evening(event, folder, tell)
        figures = dict(_played(day, evening, sample))
    kept = {"folder": folder} if args.out else {}
    return Answer({**figures, **kept}, ())


def _played(day: Day, evening: Evening, sample: Sample) -> Iterator[tuple[str, object]]:
    for file in sample.registrations:
        yield from day.registrations_arrive(file)
    yield from day.lists_arrive(
        {What.REQUESTS: sample.requests, What.MEETINGS: sample.meetings},
    )
    codes = yield from day.badges_are_printed()
    if sample.outcomes:
        # What came of the meetings is known: it is a day as it was.
        yield from day.everybody_comes(codes)
    else:
        yield from day.doors_open(codes)
        yield from day.surprises_come(codes)
    day.meetings_end()
    yield from evening.outcomes_come_in(sample.outcomes)
    yield from evening.figures_are_counted()
    yield from evening.report_is_written()
    yield from evening.all_is_exported()
    yield from day.evening_falls()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _free(folder: Path) -> Path:
    """Find a name that no event in the folder has, so that an earlier demo is never harmed."""
    names = (folder / f"demo{number or ''}.matchdesk" for number in count())
    return next(name for name in names if not name.exists())
