"""What a command loads: itself, and nothing that it does not need."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest

from app.cli.adding import Command
from app.cli.all_commands import Part, all_parts
from tests.app.cli.conftest import Terminal

PROJECT = Path(__file__).parents[3]
HEAVY = {"pandas", "numpy", "PySide6", "reportlab", "alembic", "babel", "pypdfium2", "xlsxwriter"}


class Added:
    """Notes which commands are added, and what each says of itself."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}

    def add(self, name: str, run: Command, **_event: bool) -> argparse.ArgumentParser:
        self.said[name] = (run.__doc__ or "").splitlines()[0]
        return argparse.ArgumentParser()

    def add_for_delegate(self, name: str, run: Command) -> argparse.ArgumentParser:
        return self.add(name, run)


@pytest.mark.parametrize("part", all_parts(), ids=lambda part: part.adder)
def test_the_table_names_the_commands_of_a_part_in_their_own_words(part: Part) -> None:
    added = Added()

    part.add_to(added)

    assert dict(part.commands) == added.said


def test_every_function_that_adds_commands_stands_in_the_table() -> None:
    modules = [import_module(f"app.cli.{file.stem}") for file in (PROJECT / "app/cli").glob("*.py")]
    named = {part.adder for part in all_parts()}
    takes_commands = {
        f"{module.__name__}:{name}"
        for module in modules
        for name, function in vars(module).items()
        if name.startswith("add_") and getattr(function, "__module__", "") == module.__name__
        if "commands" in function.__annotations__
    }

    assert takes_commands == named


def test_help_and_a_slip_of_the_pen_load_no_command() -> None:
    for words in ([], ["--help"], ["--version"], ["chek-in", "event.matchdesk", "A-1"]):
        loaded = _loaded_by(words)

        assert {"sqlalchemy", "app.desks"} & loaded == set()
        assert _modules_of_commands(loaded) == set()


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (["check-in", "A-1"], {"commands_desk"}),
        (["check-in", "A-2"], {"commands_desk"}),
        (["outcomes"], {"commands_outcomes"}),
        (["visits"], {"commands_visits"}),
    ],
)
def test_a_command_loads_neither_others_nor_what_only_few_need(
    prepared: Terminal, words: Sequence[str], own: set[str]
) -> None:
    command, *others = words

    loaded = _loaded_by([command, prepared.event, *others, "--at", "2027-03-16T08:40"])

    assert HEAVY & loaded == set()
    assert _modules_of_commands(loaded) == own
    assert "app.cli.sentences" not in loaded


def test_no_command_loads_what_only_few_need_before_it_runs() -> None:
    script = (
        "import sys; from pkgutil import resolve_name; from app.cli.all_commands import all_parts\n"
        "for part in all_parts(): resolve_name(part.adder)\n"
        "print(*sys.modules)"
    )

    assert HEAVY & _printed_by(script) == set()


def test_an_installed_program_says_its_version_without_what_its_helpers_need() -> None:
    script = (
        "import runpy, sys; sys.argv[1:] = ['--version']\n"
        "try: runpy.run_path('ui/installed.py', run_name='__main__')\n"
        "except SystemExit: print(*sys.modules)"
    )

    assert {"sqlalchemy", "app.desks", "PySide6"} & _printed_by(script) == set()


def _loaded_by(words: Sequence[str]) -> set[str]:
    """Run a command in a process of its own, and tell which modules are there at its end."""
    script = (
        "import sys; from app.cli.main import main_of_process\n"
        "main_of_process(sys.argv[1:]); print('\\n', *sys.modules)"
    )
    return _printed_by(script, *words)


def _printed_by(script: str, *words: str) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(said.splitlines()[-1].split())


def _modules_of_commands(loaded: set[str]) -> set[str]:
    ours = (name.removeprefix("app.cli.") for name in loaded if name.startswith("app.cli."))
    return {name for name in ours if name.startswith(("commands_", "adding_"))}
