"""The main story on a real screen, with real keys, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.printing.readback import codes_in
from tests.ui.real_screen import PATIENCE_S, Screen, eventually, lacking, screen

PROJECT = Path(__file__).parents[2]
LIGHT = tomllib.loads((PROJECT / "resources/styles/light.toml").read_text())
SCANNER_MS, PERSON_MS = 5, 160
A_BAND = 0.05
"""The least share of the screen that the colour of a verdict fills."""
A_BUTTON = 0.002

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or bool(lacking()),
    reason=f"a real screen needs {' and '.join(lacking()) or 'Linux'}",
)


@dataclass
class Visitor:
    """Somebody before the screen, who looks into the event file by commands as well."""

    screen: Screen
    home: Path

    @property
    def file(self) -> Path:
        (event,) = (self.home / "events").glob("*.matchdesk")
        return event

    def asks(self, command: str, *arguments: str) -> dict[str, Any]:
        """Run a command on the event beside the window."""
        answer = subprocess.run(
            [sys.executable, "-P", "-m", "app.cli", command, str(self.file), *arguments, "--json"],
            capture_output=True,
            check=True,
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "MATCHDESK_HOME": str(self.home)},
            text=True,
        )
        told: dict[str, Any] = json.loads(answer.stdout)
        return told

    def expected_people(self, number: int) -> list[dict[str, Any]]:
        found = self.asks("find", "a")["delegates"]
        alone = [each for each in found if each["state"] == "expected"]
        assert len(alone) >= number
        return alone[:number]

    def badge_of(self, person: dict[str, Any]) -> str:
        """Print a badge by command, and read what is on it."""
        paper = self.home / f"{person['badge_number']}.pdf"
        self.asks("print", "badges", "-o", str(paper), "--delegate", person["id"])
        (code,) = codes_in(paper)
        return code

    def scans(self, code: str) -> None:
        self.screen.types(code, every_ms=SCANNER_MS)
        self.screen.presses("Return")

    def clears_the_desk(self) -> None:
        self.screen.presses("Escape")
        self.sees_verdict("")

    def types(self, text: str) -> None:
        self.screen.types(text, every_ms=PERSON_MS)

    def sees_verdict(self, tone: str) -> None:
        """See a band of ``ok``, ``warn`` or ``bad``; none of them if ``tone`` is blank."""

        def seen() -> bool:
            shares = {each: self.screen.share_of(LIGHT[each]) for each in ("ok", "warn", "bad")}
            return {each for each, share in shares.items() if share > A_BAND} == {tone} - {""}

        eventually(seen, f"no verdict of the tone {tone!r}")

    def sees_offer(self) -> None:
        """See the one large button of somebody who was found."""
        accent = LIGHT["accent"]
        eventually(lambda: self.screen.share_of(accent) > A_BUTTON, "nobody is offered")

    def sees_here(self, name: str) -> dict[str, Any]:
        def here() -> dict[str, Any] | None:
            found = self.asks("find", name)["delegates"]
            return next((each for each in found if each["state"] == "here"), None)

        person = eventually(here, f"{name} is not here")
        assert person is not None
        return person


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    home, frames = tmp_path / "home", tmp_path / "frames"
    frames.mkdir()
    with screen(frames) as before:
        program = subprocess.Popen(
            [sys.executable, "-P", "-m", "ui.main"],
            cwd=tmp_path,
            env={**before.environment, "PYTHONPATH": str(PROJECT), "MATCHDESK_HOME": str(home)},
        )
        try:
            yield Visitor(before, home)
        finally:
            program.terminate()
            program.wait(PATIENCE_S)


def test_a_first_morning_from_the_sample_event_to_a_badge_on_paper(
    visitor: Visitor, tmp_path: Path
) -> None:
    visitor.screen.sees_window("^Matchdesk")
    visitor.screen.presses("ctrl+e")
    visitor.screen.presses_until_seen("alt+1", "Cluster")

    scanned, other, named = visitor.expected_people(3)
    two_and_a_stranger_are_scanned(visitor, scanned, other)
    somebody_is_looked_up(visitor, named)
    somebody_walks_in(visitor)
    code = a_badge_is_saved(visitor, tmp_path / "walk-in.pdf")
    visitor.scans(code)

    visitor.sees_verdict("warn")
    assert visitor.asks("arrivals")["checked_in"] == 4


def two_and_a_stranger_are_scanned(
    visitor: Visitor, first: dict[str, Any], second: dict[str, Any]
) -> None:
    codes = [visitor.badge_of(each) for each in (first, second)]
    visitor.scans(codes[0])
    visitor.sees_verdict("ok")
    visitor.sees_here(first["name"])
    visitor.scans("HTTPSEXAMPLEORG")
    visitor.sees_verdict("")
    visitor.scans(codes[0])
    visitor.sees_verdict("warn")
    visitor.scans(codes[1])
    visitor.sees_verdict("ok")
    visitor.sees_here(second["name"])


def somebody_is_looked_up(visitor: Visitor, person: dict[str, Any]) -> None:
    visitor.clears_the_desk()
    visitor.types(person["name"])
    visitor.screen.presses("Return")
    visitor.sees_offer()
    visitor.screen.presses("alt+1")
    visitor.sees_verdict("ok")
    visitor.sees_here(person["name"])


def somebody_walks_in(visitor: Visitor) -> None:
    visitor.clears_the_desk()
    visitor.screen.presses("alt+g")
    visitor.types("Ugne")
    visitor.screen.presses("Tab")
    visitor.types("Zemaite")
    visitor.screen.presses("ctrl+Return")
    visitor.sees_verdict("ok")
    assert visitor.sees_here("Zemaite")["name"] == "Ugne Zemaite"


def a_badge_is_saved(visitor: Visitor, paper: Path) -> str:
    """Save the badge of whom the Desk shows, and read what is on it."""
    visitor.screen.presses("alt+b")
    visitor.screen.sees_window("Print badges")
    visitor.screen.presses("ctrl+s")
    visitor.screen.sees_window("Save badges as PDF")
    visitor.screen.presses("ctrl+a")
    visitor.types(str(paper))
    visitor.screen.presses("Return")
    eventually(paper.exists, "no badge is saved")
    (code,) = codes_in(paper)
    visitor.screen.sees_window("Print badges")
    visitor.screen.presses("Escape")
    visitor.screen.sees_no_window("Print badges")
    visitor.screen.sees_window("Cluster")
    return code
