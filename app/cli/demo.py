"""A sample event, played from its lists to the evening and told line by line."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path

from app.cli.answer import Answer
from app.cli.demo_day import Day
from app.cli.demo_evening import Evening
from app.cli.demo_office import Office
from app.cli.demo_stage import Figures, Stage, Watch
from app.cli.station import desks
from app.event.sample import SAMPLES, read_sample, samples_told
from app.files import make_folder


def demo(args: argparse.Namespace) -> Answer:
    """Play a sample event from its lists to the evening, told line by line."""
    return _listed() if args.list else _told(args)


def _listed() -> Answer:
    samples = samples_told()
    wide = max(len(each.name) for each in samples)
    lines = (f"{each.name:<{wide}}  {each.title}. {each.about}." for each in samples)
    return Answer({"samples": samples}, tuple(lines))


def _told(args: argparse.Namespace) -> Answer:
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
        if sample.about:
            tell(f"{sample.about}.")
        figures = dict(_played(Stage(event, sample, folder, watch, tell)))
    kept = {"folder": folder} if args.out else {}
    return Answer({**figures, **kept}, ())


def _played(stage: Stage) -> Figures:
    """Play one scene after another; of what a sample has nothing of, a scene tells nothing."""
    office = Office(stage)
    yield from office.applications_come_in()
    yield from office.applications_are_decided()
    yield from office.networks_are_told()
    yield from office.programme_is_set()
    yield from office.lists_come_in()
    yield from office.partners_are_likely()
    yield from office.visits_are_allotted()
    yield from office.meetings_are_planned()
    yield from office.ice_is_broken()
    yield from office.speakers_are_ordered()
    codes = yield from office.badges_are_printed()
    yield from office.booklet_is_printed()
    day = Day(stage, codes)
    yield from day.days_pass()
    evening = Evening(stage)
    yield from evening.outcomes_come_in(stage.sample.lists.outcomes)
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
