from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# Stands where the command line is, and says what it was asked for.
COMMAND_LINE = """
def main(argv):
    print(argv)
    return 3
"""


@pytest.fixture
def command_line(tmp_path: Path) -> Path:
    package = tmp_path / "app"
    (package / "cli").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "cli" / "main.py").write_text(COMMAND_LINE)
    return tmp_path


def start(command_line: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "ui.main", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": f"{command_line}{os.pathsep}{PROJECT}"},
        text=True,
    )


def test_without_a_window_the_application_plays_the_demo(command_line: Path) -> None:
    answer = start(command_line)

    assert answer.stdout == "['demo']\n"


def test_the_status_is_the_status_of_the_demo(command_line: Path) -> None:
    assert start(command_line).returncode == 3


def test_it_says_that_there_is_no_window_yet(command_line: Path) -> None:
    assert start(command_line).stderr.startswith("Matchdesk has no window yet.")


@pytest.mark.parametrize("wish", ["pictures", "--self-test"])
def test_what_only_a_window_could_do_is_refused(command_line: Path, wish: str) -> None:
    answer = start(command_line, wish)

    assert answer.returncode == 1
    assert wish in answer.stderr
    assert answer.stdout == ""
