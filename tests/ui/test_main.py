from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the application where there is no screen."""
    kept = {name: value for name, value in os.environ.items() if name not in NO_SCREEN}
    return subprocess.run(
        [sys.executable, "-P", "-m", "ui.main", *arguments],
        capture_output=True,
        check=False,
        env=kept | {"PYTHONPATH": str(PROJECT), "MATCHDESK_HOME": str(home)},
        text=True,
        cwd=home,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen here")
def test_without_a_screen_it_says_so_and_plays_the_demo(tmp_path: Path) -> None:
    answer = start(tmp_path)

    assert answer.returncode == 0
    assert answer.stderr.startswith("There is no screen here")
    assert "as they were written" in answer.stdout


def test_pictures_need_a_folder(tmp_path: Path) -> None:
    for words in ((), ("--help",)):
        answer = start(tmp_path, "pictures", *words)

        assert answer.returncode == 2
        assert "desk.py pictures FOLDER" in answer.stderr


def test_pictures_are_of_states_that_there_are(tmp_path: Path) -> None:
    answer = start(tmp_path, "pictures", str(tmp_path / "out"), "desk-upside-down")

    assert answer.returncode == 2
    assert "No state is called desk-upside-down." in answer.stderr
    assert "desk-checked-in" in answer.stderr
    assert not (tmp_path / "out").exists()
