"""The wall on real monitors, one of which somebody trips over."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.desks import OpenEvent
from app.settings import HOME
from tests.ui import monitors, real_screen
from tests.ui.real_screen import PATIENCE_S

PROJECT = Path(__file__).parents[3]
MISSING = [*real_screen.lacking(), *monitors.lacking()]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or bool(MISSING),
    reason=f"a real screen needs {' and '.join(MISSING) or 'Linux'}",
)


def test_the_wall_stays_where_it_was_wanted_and_comes_back_when_a_monitor_does(
    open_event: OpenEvent, tmp_path: Path
) -> None:
    frames = tmp_path / "frames"
    frames.mkdir()
    with real_screen.screen(frames, "3840x900x24") as real:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tests.ui.wall.beside_a_desk", open_event.database.file],
            capture_output=True,
            check=False,
            cwd=PROJECT,
            env={**real.environment, "PYTHONPATH": str(PROJECT), HOME: str(tmp_path / "home")},
            text=True,
            timeout=8 * PATIENCE_S,
        )

    assert done.returncode == 0, done.stderr
    assert [tuple(json.loads(line)) for line in done.stdout.splitlines()] == [
        ("opened", "foyer", True),
        ("wanted in the hall", "hall", True),
        ("opened again", "hall", True),
        ("hall pulled out", "foyer", True),
        ("foyer pulled out", "laptop", False),
        ("hall plugged in", "hall", True),
    ]
