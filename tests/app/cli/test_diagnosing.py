"""What a helper on the phone is told of an installation."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.main import main
from app.diagnosing import diagnosis, shown
from app.settings import HOME
from app.version import VERSION
from tests.app.cli.conftest import Terminal


def test_the_page_for_helpers_names_nobody(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(terminal.folder))
    monkeypatch.setenv("USER", "zofia")
    terminal.makes_event()
    terminal.run("register", "--given-name", "Zofia", "--family-name", "Nowak")
    (terminal.folder / "log").mkdir(exist_ok=True)
    (terminal.folder / "log" / "mistake-20270316T090000.txt").write_text(
        "Matchdesk\n  app/desk.py:3 in scan: raise\nValueError\n", encoding="utf-8"
    )

    said = diagnosis()

    assert f"Matchdesk {VERSION}" in said
    assert "1 reports of mistakes, the latest:" in said
    assert "app/desk.py:3 in scan: raise" in said
    assert "Zofia" not in said
    assert "zofia" not in said.replace(str(terminal.folder), "")


def test_a_folder_is_told_without_the_account_it_belongs_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert shown(tmp_path / "events") == "~/events"
    assert shown(Path("/srv/events")) == "/srv/events"


def test_it_is_written_by_the_program_itself(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--diagnose"]) == 0

    assert capsys.readouterr().out.startswith(f"Matchdesk {VERSION}")
    assert terminal.folder.is_dir()
