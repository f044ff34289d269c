"""What comes with the program, by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main


def test_licences_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["licences", "--json"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert "dynamically" in said["how"]
    assert {"Matchdesk", "Python", "numpy", "FFmpeg"} <= {each["name"] for each in said["parts"]}


def test_one_licence_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["licences", "inter"]) == 0

    assert "SIL OPEN FONT LICENSE" in capsys.readouterr().out


def test_all_licences_are_written_into_a_file(tmp_path: Path) -> None:
    assert main(["licences", "-o", str(tmp_path / "all.txt")]) == 0

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "all.txt").read_text("utf-8")


def test_an_unknown_name_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["licences", "emacs"]) == 1

    assert "lists it all" in capsys.readouterr().err


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    assert main(["licences", "-o", str(tmp_path / "none" / "all.txt")]) == 3
