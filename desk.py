#!/usr/bin/env python3
"""The one entry for people: makes what is missing, then does what was asked.

    desk.py [EVENT]             open the application, and an event file in it
    desk.py test [--all] ...    every check and the tests; what follows goes to pytest
    desk.py check               the same without the tests
    desk.py build               what people install, for the platform it runs on, in dist/
    desk.py COMMAND ...         a command of the desk; desk.py --help lists them

It keeps ``.venv`` beside itself in step with ``requirements.lock`` and then hands over to that
environment's Python.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.start.checks import checks, pytest_command, run_all
from app.start.environment import Environment, prepare
from app.start.tools import PreparationError, say

OLDEST_PYTHON = (3, 11)
DONE, CHECK_FAILED, WRONG_USAGE, ENVIRONMENT_FAILED, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str]) -> int:
    """Prepare the environment and do what was asked; on POSIX a command never returns."""
    complaint = too_old(sys.version_info[:2])
    if complaint:
        say(complaint)
        return ENVIRONMENT_FAILED
    environment = Environment(Path(__file__).resolve().parent)
    try:
        prepare(environment, for_qt=needs_qt(arguments))
    except PreparationError as problem:
        say(problem.advice, problem.detail)
        return ENVIRONMENT_FAILED
    except OSError as problem:
        say(f"{environment.folder} can't be made: {problem}")
        return ENVIRONMENT_FAILED
    if arguments[:1] in (["check"], ["test"]):
        return run_checks(environment, arguments)
    module = module_for(arguments)
    return hand_over(environment, [module, *arguments[module == "app.installer" :]])


def too_old(version: tuple[int, int]) -> str:
    """Give the sentence for a Python that is too old, or nothing."""
    if version >= OLDEST_PYTHON:
        return ""
    have, need = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
    return f"this is Python {have}. Start desk.py with Python {need} or newer."


def module_for(arguments: Sequence[str]) -> str:
    """Name the module of ours that does what was asked; an event alone is opened."""
    is_event = len(arguments) == 1 and arguments[0].endswith(".matchdesk")
    if is_event or arguments[:1] in ([], ["pictures"], ["--self-test"]):
        return "ui.main"
    return "app.installer" if arguments[0] == "build" else "app.cli"


def needs_qt(arguments: Sequence[str]) -> bool:
    """Whether what was asked opens windows, be they unseen ones as in tests."""
    return arguments[:1] in (["test"], ["build"]) or module_for(arguments) == "ui.main"


def run_checks(environment: Environment, arguments: Sequence[str]) -> int:
    """Carry out ``check`` or ``test``."""
    commands = checks(environment)
    if arguments[0] == "test":
        commands["tests"] = pytest_command(environment, arguments[1:])
    elif arguments[1:]:
        say("check takes no more words; name single tests after: desk.py test")
        return WRONG_USAGE
    variables = {"QT_QPA_PLATFORM": "offscreen", **environment.variables()}
    passed = run_all(commands, environment.home, variables)
    return DONE if passed else CHECK_FAILED


def hand_over(environment: Environment, command: Sequence[str]) -> int:
    """Run a module of ours in place of this program, in the caller's folder."""
    # -P: no file of the caller's folder may be taken for a module.
    python = [str(environment.python), "-P", "-m", *command]
    variables = {**environment.variables(), "PYTHONPATH": str(environment.home)}
    if os.name == "posix":
        os.execve(python[0], python, variables)  # noqa: S606 - no shell is meant
    # Ctrl+C reaches both programs; only the other one is to answer it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(python, env=variables)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
