"""The end of an event from the command line: days are closed, and people erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import HOME
from tests.app.cli.conftest import Terminal

DAY = ("--day", "2027-03-16", "--at", "2027-03-16T18:04")


@pytest.fixture
def evening(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The evening of a day with one meeting of A-1 and A-2."""
    monkeypatch.setenv(HOME, str(tmp_path / "home"))
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,E-mail,Organisation,Status",
        "Ada,Byron,ada@example.org,Engines,accepted",
        "Bo,Dahl,bo@example.org,Sails,accepted",
    )
    meetings = terminal.folder / "meetings.csv"
    meetings.write_text("Guest,Host,Time,Date,Table\nA-1,A-2,10:40,2027-03-16,3")
    assert terminal.asks("import", str(meetings), "--what", "meetings")["created"] == 1
    return terminal


def test_a_day_is_closed_by_command_and_told_what_is_open(evening: Terminal) -> None:
    refused = evening.asks("close-day", *DAY)
    assert (evening.status, refused["refused"]) == (1, "still_to_do")
    assert refused["open"] == [{"what": "not_recorded", "number": 1, "meetings": ["M-A1"]}]

    evening.run("close-day", *DAY, "--anyway")
    assert "Closed at 18:04" in evening.out
    assert "M-A1 (outcomes --left, outcome)" in evening.out
    evening.run("undo")
    evening.run("close-day", *DAY, "--look")
    assert "Not closed." in evening.out


def test_nobody_is_erased_without_a_yes(evening: Terminal) -> None:
    refused = evening.asks("erase", "A-1")
    assert (evening.status, refused["refused"], refused["badge_number"]) == (
        1,
        "not_confirmed",
        "A-1",
    )
    refused = evening.asks("erase", "--all")
    assert (evening.status, refused["people"]) == (1, 2)

    assert evening.asks("find", "Byron")["delegates"]


def test_an_erasure_is_told_and_its_proof_written(evening: Terminal, tmp_path: Path) -> None:
    evening.run("backup", str(tmp_path / "older.matchdesk"))
    evening.run("export", "-o", str(tmp_path / "files"))
    proof = tmp_path / "proof.txt"

    evening.run("erase", "ada@example.org", "--yes", "--proof", str(proof))

    said = proof.read_text(encoding="utf-8")
    assert "A-1" in evening.out
    assert "e-mail addresses: 1" in said
    assert "older.matchdesk" in said
    assert "export of" in said
    assert "Byron" not in evening.out + said
    evening.run("undo")
    assert evening.status == 1


def test_people_are_erased_when_they_are_due(evening: Terminal) -> None:
    answer = evening.asks("retention", "--contact-days", "10", "--print-days", "3")
    assert (answer["erase_on"], answer["remove_prints_on"]) == ("2027-03-28", "2027-03-21")

    early = evening.asks("erase", "--due", "--yes", "--at", "2027-03-20T12:00")
    assert (evening.status, early["refused"]) == (1, "not_due_yet")
    prints = evening.asks("erase", "--due", "--yes", "--at", "2027-03-21T12:00")
    assert (evening.status, prints["prints_removed"]) == (0, 0)
    erased = evening.asks("erase", "--due", "--yes", "--at", "2027-03-28T12:00")
    assert erased["badge_numbers"] == ["A-1", "A-2"]

    assert evening.asks("retention", "--at", "2027-03-29T12:00")["due"] is False
    assert evening.asks("retention", "--contact-days", "-1")["refused"] == "retention_not_possible"
