"""Running other people's tools, and telling people what is going on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence


class PreparationError(Exception):
    """The environment could not be made: one sentence on what to do, and what a tool said."""

    def __init__(self, advice: str, detail: str = "") -> None:
        super().__init__(advice)
        self.advice = advice
        self.detail = detail


def say(text: str, detail: str = "") -> None:
    """Write a line to standard error; standard output belongs to the command."""
    sys.stderr.write(f"Matchdesk: {text}\n{detail}")
    sys.stderr.flush()


def run_quietly(command: Sequence[str], advice: str) -> str:
    """Run a tool and give what it said.

    The tool inherits our open files, and so the lock of ``only_one_start``: if only desk.py is
    killed, the next start waits for the tool that it left behind.

    Raises:
        PreparationError: The tool failed; with ``advice`` and what it said.

    """
    # A PYTHONPATH meant for other programs would lead pip astray.
    variables = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
    done = subprocess.run(  # noqa: S603 - the commands are our own
        command,
        check=False,
        close_fds=False,
        encoding="utf-8",
        env={**variables, "DEBIAN_FRONTEND": "noninteractive"},
        errors="replace",
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    if done.returncode != 0:
        raise PreparationError(advice, done.stdout)
    return done.stdout
