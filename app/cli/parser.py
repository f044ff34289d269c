"""The parser of the commands, and what all of them take."""

from __future__ import annotations

import argparse

from app.cli.adding import Command
from app.cli.all_commands import ADDERS
from app.version import VERSION


def make_parser() -> argparse.ArgumentParser:
    """Make the parser. Every command leaves its function in ``run``."""
    parser = argparse.ArgumentParser(
        prog="matchdesk", description="The registration desk of a matchmaking day."
    )
    parser.add_argument("--version", action="version", version=f"Matchdesk {VERSION}")
    parser.add_argument(
        "--diagnose",
        action=_Diagnose,
        nargs=0,
        help="write what a helper needs to know of this installation; it names nobody",
    )
    commands = _Commands(parser)
    for add in ADDERS:
        add(commands)
    return parser


class _Diagnose(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_words: object) -> None:
        from app.diagnosing import diagnosis  # noqa: PLC0415 - few ever ask for it

        print(diagnosis())
        parser.exit()


class _Commands:
    """Adds commands that share what every command takes."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._shared = argparse.ArgumentParser(add_help=False)
        self._shared.add_argument("--json", action="store_true", help="answer as one JSON object")
        self._shared.add_argument("--desk", help="act as this desk of this computer")
        self._shared.add_argument("--on-duty", help="who is on duty")
        self._shared.add_argument("--at", help="when it happened, as 2027-03-16T08:55")
        self._parsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(self, name: str, run: Command, *, event: bool = True) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""
        said = (run.__doc__ or "").splitlines()[0]
        command = self._parsers.add_parser(
            name, parents=[self._shared], help=said, description=said
        )
        command.set_defaults(run=run)
        if event:
            command.add_argument("event", help="the event file")
        return command

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command on one delegate."""
        command = self.add(name, run)
        command.add_argument("delegate", help="badge number, e-mail or id")
        return command
