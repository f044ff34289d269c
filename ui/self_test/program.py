"""The program as a user has it: started again for each step, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.settings import HOME

_SECONDS: Final = 120
_PROJECT: Final = Path(__file__).parents[2]


class StepFailed(Exception):
    """A step did not hold; the text says what was asked and what came."""


@dataclass(frozen=True, slots=True)
class Program:
    """Starts the program on files below ``folder``, with settings of its own there."""

    folder: Path

    def __call__(self, *words: str | Path) -> dict[str, Any]:
        """Run a command and give its answer.

        Raises:
            StepFailed: It did not end well, or its answer can't be read.
        """
        said = self.output(*words, "--json")
        try:
            answer: dict[str, Any] = json.loads(said)
        except ValueError as error:
            message = f"{_told(words)} gave no answer: {said[:400]!r}"
            raise StepFailed(message) from error
        return answer

    def output(self, *words: str | Path) -> str:
        """Run the program and give what it wrote.

        Raises:
            StepFailed: It did not end well.
        """
        command = [*_program(), *map(str, words)]
        try:
            done = subprocess.run(  # noqa: S603 - ourselves
                command,
                env=self._surroundings(),
                cwd=self.folder,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            message = f"{_told(words)} did not end within {_SECONDS} seconds"
            raise StepFailed(message) from error
        except OSError as error:
            message = f"{_told(words)} could not be started: {error}"
            raise StepFailed(message) from error
        if done.returncode:
            told = (done.stdout + done.stderr).decode(errors="replace").strip()[-800:]
            message = f"{_told(words)} ended with {done.returncode}: {told}"
            raise StepFailed(message)
        return done.stdout.decode(errors="replace")

    def until_usable(self, event: Path) -> float:
        """Open an event in a window and give the seconds until its Desk was painted.

        Raises:
            StepFailed: It never was.
        """
        said = self.output("--self-test", "window", event).split()
        if said[:2] != ["Desk", "painted"]:
            message = f"the window of {event.name} was never painted"
            raise StepFailed(message)
        return float(said[2])

    def _surroundings(self) -> Mapping[str, str]:
        own = {
            HOME: str(self.folder / "home"),
            "PYTHONIOENCODING": "utf-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        if not is_installed():
            own["PYTHONPATH"] = str(_PROJECT)
        return {**os.environ, **own}


def is_installed() -> bool:
    """Tell whether this is the packaged program, and no checkout."""
    return bool(getattr(sys, "frozen", False))


def _program() -> list[str]:
    if is_installed():
        return [sys.executable]
    return [sys.executable, "-P", "-m", "ui.installed"]


def _told(words: tuple[str | Path, ...]) -> str:
    return " ".join(word.name if isinstance(word, Path) else word for word in words)
