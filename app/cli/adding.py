"""What the modules that add commands are handed, and what several of them read arguments with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Help, and who mistypes, need no answer and nothing that it is made of.
    from app.cli.answer import Answer

Command = Callable[[argparse.Namespace], "Answer"]

LOSING = "so many meetings may lose the place they have"


class AllCommands(Protocol):
    """Where commands are added."""

    def add(self, name: str, run: Command, *, event: bool = True) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command on one delegate."""


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def add_which_tables(command: argparse.ArgumentParser) -> None:
    """Let tables be named, or a zone; one of them has to be."""
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("table", nargs="*", default=[], help="its label; several for several")
    which.add_argument("--zone", default="", help="all tables of this zone instead")
