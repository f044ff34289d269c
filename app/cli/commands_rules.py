"""Commands on what plans keep to: weights and limits, and what is scarce."""

from __future__ import annotations

import argparse
from dataclasses import asdict, fields
from datetime import datetime

from app.cli.adding import AllCommands
from app.cli.answer import Answer
from app.cli.station import Station, instant, station
from app.meetings.limits import Limits, ResourceFacts
from app.meetings.worth import Rules, change_rules

_NO_LIMIT = "none"


def add_rules(commands: AllCommands) -> None:
    """Add the commands of this module."""
    rules = commands.add("plan-rules", set_rules)
    for each in fields(Rules):
        read = _limit if each.name.startswith("most") else int
        rules.add_argument(f"--{each.name.replace('_', '-')}", type=read, metavar="N")
    resources = commands.add("resources", set_resources)
    resources.add_argument("--set", dest="name", help="note something scarce, or correct it")
    resources.add_argument("--at-once", type=int, default=1, metavar="N")
    resources.add_argument(
        "--time", action="append", default=[], metavar="FROM/TO", help="when it is there; repeat"
    )
    resources.add_argument("--remove", metavar="NAME")


def set_rules(args: argparse.Namespace) -> Answer:
    """Show what plans keep to, or change it."""
    said = {each.name: getattr(args, each.name) for each in fields(Rules)}
    wanted = {name: value for name, value in said.items() if value is not None}
    unlimited = {name: None if value == _NO_LIMIT else value for name, value in wanted.items()}
    with station(args) as here:
        now = asdict(change_rules(here.event.journal, unlimited))
    lines = [
        f"  {name.replace('_', ' ')}: {'no limit' if value is None else value}"
        for name, value in now.items()
    ]
    return Answer(now, ("Plans of this event keep to:", *lines))


def set_resources(args: argparse.Namespace) -> Answer:
    """List what is scarce, such as interpreters; note something, or take it out."""
    with station(args) as here:
        limits = Limits(here.event.journal)
        if args.name is not None:
            times = [_stretch(here, text) for text in args.time]
            limits.set_resource(args.name, args.at_once, times)
        if args.remove is not None:
            limits.remove_resource(args.remove)
        left = limits.resources()
        lines = tuple(_line(here, each) for each in left) or ("Nothing is scarce.",)
    return Answer({"resources": left}, lines)


def _limit(text: str) -> int | str:
    return text if text == _NO_LIMIT else int(text)


def _stretch(here: Station, text: str) -> tuple[datetime, datetime]:
    starts, _, ends = text.partition("/")
    return instant(starts, here.facts.zone), instant(ends, here.facts.zone)


def _line(here: Station, resource: ResourceFacts) -> str:
    times = [f"{here.clock(starts)} to {here.clock(ends)}" for starts, ends in resource.times]
    when = "; ".join(times) or "all the time"
    return f"{resource.name}: {resource.at_once} at once, {when}"
