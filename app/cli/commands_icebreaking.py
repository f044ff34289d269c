"""The command that seats people in rounds at mixed tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Protocol

from app.cli.answer import Answer
from app.cli.plan_words import many
from app.cli.station import station
from app.icebreaking.mixing import Mixed, RoundsMade, RoundsOrder, mix

_WORDS = {
    Mixed.ORGANISATION: "of one organisation",
    Mixed.REGION: "of one region",
    Mixed.SECTOR: "of one sector",
}


class Commands(Protocol):
    """Where commands are added."""

    def add(
        self, name: str, run: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        """Add a command on an event."""


def add_icebreaking(commands: Commands) -> None:
    """Add the command of this module."""
    command = commands.add("rounds", show_rounds)
    command.add_argument("--rounds", type=int, default=4, metavar="N", help="how many; usually 4")
    command.add_argument("--size", type=int, default=6, metavar="N", help="people a table; 6")
    command.add_argument(
        "--here-on", type=date.fromisoformat, metavar="DAY", help="only who was checked in then"
    )


def show_rounds(args: argparse.Namespace) -> Answer:
    """Seat people in rounds at mixed tables, to break the ice. Nothing is changed."""
    with station(args) as here:
        made = mix(here.event.journal, RoundsOrder(args.rounds, args.size, args.here_on))
    return Answer(_facts(made), tuple(_lines(made)))


def _facts(made: RoundsMade) -> dict[str, Any]:
    return {
        "people": made.people,
        "repeats": made.repeats,
        "least_repeats": made.least_repeats,
        "alike": {trait: {"pairs": of, "least": least} for trait, of, least in made.alike},
        "rounds": [{"tables": [list(table) for table in tables]} for tables in made.rounds],
    }


def _lines(made: RoundsMade) -> Iterator[str]:
    for number, tables in enumerate(made.rounds, start=1):
        yield f"Round {number}"
        for table, people in enumerate(tables, start=1):
            said = ", ".join(f"{each.name} ({each.organisation})" for each in people)
            yield f"  Table {table}: {said}"
    yield f"{many(made.people, 'person', 'people')}. {_met_again(made)}"
    for trait, of, least in made.alike:
        yield f"  Pairs {_WORDS[trait]} at one table: {of}. No seats have fewer than {least}."


def _met_again(made: RoundsMade) -> str:
    if not made.repeats:
        return "Nobody meets anybody twice."
    pairs = many(made.repeats, "time two people meet", "times two people meet")
    return f"{pairs} again. No seats have fewer than {made.least_repeats}."
