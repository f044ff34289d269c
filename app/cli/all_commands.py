"""All commands, by what adds their arguments. A new one has its line in the table of resources."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Final

from app.cli.adding import AllCommands

TABLE: Final = Path(__file__).parents[2] / "resources" / "commands.toml"


@dataclass(frozen=True, slots=True)
class Part:
    """Commands that one function adds. ``commands`` has each one's name and what it does."""

    adder: str
    commands: Mapping[str, str]

    def add_to(self, commands: AllCommands) -> None:
        """Load what these commands need, and add their arguments."""
        add: Callable[[AllCommands], None] = resolve_name(self.adder)
        add(commands)


def all_parts() -> tuple[Part, ...]:
    """Give all commands, in the order in which they are listed. Nothing of them is loaded."""
    table: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(Part(adder, commands) for adder, commands in table.items())
