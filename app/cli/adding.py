"""What the modules that add commands are handed, and what several of them read arguments with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Protocol

from app.cli.answer import Answer

Command = Callable[[argparse.Namespace], Answer]


class AllCommands(Protocol):
    """Where commands are added."""

    def add(self, name: str, run: Command, *, event: bool = True) -> argparse.ArgumentParser:
        """Add a command; ``event`` if it works on an event file."""

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command on one delegate."""


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)
