"""A day at the desk, played on the sample event and told line by line."""

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
from app.cli.station import desks
from app.event.sample import SAMPLES, read_sample
from app.files import make_folder

SAMPLE = "cluster-matchmaking-days"


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
    """Play a whole day on a sample event, told line by line."""
    with ExitStack() as stack:
        folder = args.out or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        make_folder(folder)
        sample = read_sample(SAMPLES / SAMPLE)
        first = sample.order.days[0]
        watch = Watch(datetime.combine(first - timedelta(days=1), time(16)).astimezone())
        file = _free(folder)
        event = replace(desks(args), clock=watch).make(file, sample.order)
        stack.callback(event.close)
        # In JSON the story is told in figures alone.
        tell = (lambda _line: None) if args.json else _tell
        tell(f"{sample.order.name}: {file.name} made, with {sample.order.tables} tables.")
        day = Day(event, folder, watch, tell)
        figures = dict(_played(day, sample.registrations))
    kept = {"folder": folder} if args.out else {}
    return Answer({**figures, **kept}, ())


def _played(day: Day, registrations: tuple[Path, ...]) -> Iterator[tuple[str, object]]:
    for file in registrations:
        yield from day.registrations_arrive(file)
    codes = yield from day.badges_are_printed()
    yield from day.doors_open(codes)
    yield from day.surprises_come(codes)
    yield from day.evening_falls()


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _free(folder: Path) -> Path:
    """Find a name that no event in the folder has, so that an earlier demo is never harmed."""
    names = (folder / f"demo{number or ''}.matchdesk" for number in count())
    return next(name for name in names if not name.exists())
