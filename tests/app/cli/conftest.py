from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main

NEW = (
    *("--name", "Cluster days", "--timezone", "Europe/Vilnius", "--city", "Vilnius"),
    *("--day", "2027-03-16", "--day", "2027-03-17", "--block", "10:15-12:40"),
    *("--slot", "20", "--gap", "5", "--tables", "12"),
)
PEOPLE = """\
First name,Last name,E-mail,Company,Country,Status
Ada,Byron,ada@example.org,Analytic Engines,GB,paid
Łukasz,Wójcik,lukasz@example.org,Silesian Aero Hub,PL,pending
Ute,Straße,ute@example.org,Harz Sensorik,DE,cancelled
"""


class Terminal:
    """Runs commands as somebody at a terminal does, on an event of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.event = str(folder / "event.matchdesk")
        self.status = 0
        self.out = ""
        self.err = ""
        self._capsys = capsys

    def run(self, command: str, *arguments: str) -> None:
        """Run a command on the event."""
        self.runs_alone(command, self.event, *arguments)

    def runs_alone(self, command: str, *arguments: str) -> None:
        """Run a command on no event."""
        self._capsys.readouterr()
        self.status = main([command, *arguments])
        self.out, self.err = self._capsys.readouterr()

    def asks(self, command: str, *arguments: str) -> dict[str, Any]:
        """Run a command as a program would, and give its one JSON object."""
        self.run(command, *arguments, "--json")
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    def makes_event(self) -> None:
        """Make an event of two days."""
        self.run("new", *NEW)
        assert self.status == 0

    def imports(self, *lines: str) -> dict[str, Any]:
        """Import a CSV file of these lines."""
        file = self.folder / "people.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        return self.asks("import", str(file))


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A terminal on a computer where Matchdesk starts for the first time."""
    monkeypatch.setenv("MATCHDESK_HOME", str(tmp_path / "home"))
    return Terminal(tmp_path, capsys)


@pytest.fixture(scope="session")
def folder_of_three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an event of three delegates and the settings of who made it; to be copied."""
    folder = tmp_path_factory.mktemp("three")
    event, people = str(folder / "event.matchdesk"), folder / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATCHDESK_HOME", str(folder / "home"))
        assert main(["new", event, *NEW]) == 0
        assert main(["import", event, str(people)]) == 0
    return folder


@pytest.fixture
def prepared(terminal: Terminal, folder_of_three: Path) -> Terminal:
    """A terminal on an event with three delegates: A-1 accepted, A-2 pending, A-3 cancelled."""
    shutil.copytree(folder_of_three, terminal.folder, dirs_exist_ok=True)
    return terminal
