"""The checks and tests of the project, run one after the other."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.start.environment import Environment

_AS_FOR_WINDOWS = (
    *("--platform", "win32", "--cache-dir", ".mypy_cache/win32"),
    # What is for other systems ends before it begins there.
    "--no-warn-unreachable",
    *("app", "db", "ui", "desk.py"),
)
"""What runs there is read as if it were there, for nobody who changes it may have a Windows."""


def checks(environment: Environment) -> dict[str, list[str]]:
    """Give the command of each check, the quick ones first."""
    module = [str(environment.python), "-m"]
    return {
        "format": [*module, "ruff", "format", "--check", "."],
        "lint": [*module, "ruff", "check", "."],
        "types": [*module, "mypy"],
        "windows": [*module, "mypy", *_AS_FOR_WINDOWS],
        "contracts": [str(environment.scripts / "lint-imports")],
    }


def pytest_command(environment: Environment, arguments: Sequence[str]) -> list[str]:
    """Give the command of the tests; ``--all`` asks for the long ones too, pytest gets the rest."""
    spread = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    short_ones = [] if "--all" in arguments else ["-m", "not long"]
    asked = [argument for argument in arguments if argument != "--all"]
    return [str(environment.python), "-m", "pytest", *spread, *short_ones, *asked]


def run_all(commands: Mapping[str, Sequence[str]], folder: Path, env: Mapping[str, str]) -> bool:
    """Run every command, even after one has failed, then say how each went."""
    went = []
    for name, command in commands.items():
        sys.stdout.write(f"--- {name}\n")
        sys.stdout.flush()
        begun = time.monotonic()
        status = subprocess.call(command, cwd=folder, env=env)  # noqa: S603 - our own commands
        went.append((name, status == 0, time.monotonic() - begun))
    sys.stdout.write("---\n")
    for name, passed, seconds in went:
        sys.stdout.write(f"{name:<10} {'passed' if passed else 'FAILED'} {seconds:6.1f} s\n")
    return all(passed for _, passed, _ in went)
