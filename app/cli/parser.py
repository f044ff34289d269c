"""The parser of the commands, and what all of them take."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from app.cli.adding import Command
from app.cli.all_commands import all_parts
from app.version import VERSION

_UNREADABLE = re.compile(r"invalid (\w+) value: '(.*)'")
_DAY = "a day, such as 2027-03-16"
_MEANT = {
    "day": _DAY,
    "fromisoformat": _DAY,
    "int": "a whole number",
    "float": "a number",
    "UUID": "an id, as lists show them",
}


def _should_be(found: re.Match[str]) -> str:
    return f"“{found[2]}” is not {_MEANT.get(found[1], 'what belongs there; see --help')}"


class AllCommands(argparse.ArgumentParser):
    """The parser of every command. ``names`` are theirs."""

    names: Sequence[str] = ()


def make_parser() -> AllCommands:
    """Make the parser. Every command leaves its function in ``run``."""
    parser = AllCommands(
        prog="matchdesk", description="The registration desk of a matchmaking day."
    )
    parser.add_argument("--version", action="version", version=f"Matchdesk {VERSION}")
    parser.add_argument(
        "--diagnose",
        action=_Diagnose,
        nargs=0,
        help="write what a helper needs to know of this installation; it names nobody",
    )
    listed = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_OneCommand)
    commands = _Commands(listed.choices)
    for part in all_parts():
        for name, said in part.commands.items():
            command = listed.add_parser(name, help=said, description=said)
            command.when_typed = partial(part.add_to, commands)
    parser.names = tuple(listed.choices)
    return parser


def no_such_command(typed: str, names: Sequence[str]) -> str:
    """Say that there is no such command, and which may be meant: there are too many to list."""
    if Path(typed).suffix or Path(typed).exists():
        said = f"{typed} is no command. The command comes first, then the event: find EVENT TEXT."
    else:
        from difflib import get_close_matches  # noqa: PLC0415 - for what was mistyped

        near = get_close_matches(typed.lower(), names, cutoff=0.7)
        maybe = f" Did you mean {' or '.join(near)}?" if near else ""
        said = f"there is no command {typed}.{maybe}"
    return f"{said} --help lists them all"


class _Diagnose(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_words: object) -> None:
        from app.diagnosing import diagnosis  # noqa: PLC0415 - few ever ask for it

        print(diagnosis())
        parser.exit()


class _OneCommand(argparse.ArgumentParser):
    """The parser of one command. It gets its arguments once its name was typed."""

    when_typed: Callable[[], None]

    def error(self, message: str) -> NoReturn:
        """Say what a word should be, where argparse names the function that could not read it."""
        super().error(_UNREADABLE.sub(_should_be, message))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        self.when_typed()
        return super().parse_known_args(args, namespace)


class _Commands:
    """Gives commands their arguments, and those that every command takes."""

    def __init__(self, parsers: dict[str, _OneCommand]) -> None:
        self._parsers = parsers

    def add(self, name: str, run: Command, *, event: bool = True) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""
        command = self._parsers[name]
        command.set_defaults(run=run)
        command.add_argument("--json", action="store_true", help="answer as one JSON object")
        command.add_argument("--desk", help="act as this desk of this computer")
        command.add_argument("--on-duty", help="who is on duty")
        command.add_argument("--at", help="when it happened, as 2027-03-16T08:55")
        if event:
            command.add_argument("event", help="the event file")
        return command

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command on one delegate."""
        command = self.add(name, run)
        command.add_argument("delegate", help="badge number, e-mail or id")
        return command
