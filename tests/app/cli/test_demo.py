from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal


def test_the_demo_plays_a_whole_day(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["demo", "--json", "--out", str(terminal.folder / "day")])

    figures = json.loads(capsys.readouterr().out)
    assert (status, figures["ok"]) == (0, True)
    assert (figures["imported"], figures["imported_again"]) == (212, 0)
    assert figures["printed"] == figures["read_back"] == 202
    assert figures["refused"] == [
        *("already_in", "other_event", "incomplete", "forged_or_damaged", "not_ours", "replaced")
    ]
    assert figures["checked_in"] == figures["scanned"] + 2
    assert len(list(codes_in(Path(figures["folder"]) / "badges.pdf"))) == 202


def test_the_demo_keeps_nothing_unless_asked(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["demo"])

    told = capsys.readouterr().out
    assert status == 0
    assert "186 of 204 came." in told
    assert list(terminal.folder.glob("**/*.matchdesk*")) == []


def test_a_second_demo_leaves_the_first_alone(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = terminal.folder / "day"
    main(["demo", "--out", str(folder)])
    before = (folder / "demo.matchdesk").read_bytes()

    main(["demo", "--out", str(folder)])

    assert (folder / "demo.matchdesk").read_bytes() == before
    assert (folder / "demo1.matchdesk").exists()
