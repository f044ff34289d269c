"""Papers without a version, printed without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.conftest import Terminal


@pytest.mark.parametrize(
    ("what", "items", "paper"),
    [
        ("matrix", 2, "a3"),
        ("agenda", 1, "a4"),
        ("matrix", 2, "a4"),
        ("table-cards", 24, "a5"),
        ("desk-list", 1, "a4"),
    ],
)
def test_papers_of_the_day_are_written(
    prepared: Terminal, tmp_path: Path, what: str, items: int, paper: str
) -> None:
    file = tmp_path / "paper.pdf"

    told = prepared.asks("print", what, "-o", str(file), "--paper", paper)

    assert (prepared.status, told["items"]) == (0, items)
    assert file.stat().st_size > 0


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("box-labels", "No badges lie in boxes"),
        ("certificates", "Nobody was checked in yet."),
        ("meeting-slips", "Plan meetings first"),
        ("organisation-schedules", "Plan meetings first"),
        ("desk-list --delegation Baltic", "Nobody is of the delegation"),
        ("speaker-cards", "Set them by speeches --start."),
        ("running-order --day 2027-03-16", "No speeches are set for 2027-03-16."),
        ("session-lists", "Book delegates first."),
        ("session-lists --session Lunch", "Lunch"),
    ],
)
def test_what_is_not_there_is_said(
    prepared: Terminal, tmp_path: Path, what: str, said: str
) -> None:
    prepared.run("print", *what.split(), "-o", str(tmp_path / "paper.pdf"))

    assert prepared.status == 1
    assert said in prepared.err
