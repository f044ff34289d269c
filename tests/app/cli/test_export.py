"""What leaves an event, from the command line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.app.cli.conftest import Terminal

AT = ("--at", "2027-03-16T18:00")


@pytest.fixture
def evening(terminal: Terminal) -> Terminal:
    """The evening of a day with one meeting, M-A1, whose follow-up has no day."""
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,E-mail,Organisation,Status",
        "Ada,Byron,ada@example.org,Engines,accepted",
        "Bo,Dahl,bo@example.org,Sails,accepted",
    )
    meetings = terminal.folder / "meetings.csv"
    rows = ("A-1,A-2,10:40,2027-03-16,3", "A-1,A-2,11:05,2027-03-16,4")
    meetings.write_text("\n".join(("Guest,Host,Time,Date,Table", *rows)))
    terminal.run("import", str(meetings), "--what", "meetings")
    terminal.run("outcome", "M-A1", "--kind", "business_lead", "--by", "Ada", *AT)
    return terminal


def test_everything_leaves_and_what_is_not_recorded_is_said(evening: Terminal) -> None:
    folder = evening.folder / "out"

    evening.run("export", "-o", str(folder), *AT)

    assert evening.status == 0
    assert f"Wrote {folder / 'event.xlsx'}" in evening.out
    assert "1 meeting goes out as “not recorded”." in evening.out
    assert "1 follow-up has no day and stands in no calendar." in evening.out
    assert (folder / "event.schema.json").exists()


def test_only_what_was_asked_for_leaves(evening: Terminal) -> None:
    folder = evening.folder / "out"
    wanted = ("--format", "csv", "--format", "ics", "--separator", ";")

    answer = evening.asks("export", "-o", str(folder), *wanted, *AT)

    assert {Path(file).suffix for file in answer["files"]} == {".csv", ".ics"}
    assert answer["figures"]["meetings"] == 2
    assert (answer["not_recorded"], answer["undated"]) == (1, 1)
    text = (folder / "meetings.csv").read_text(encoding="utf-8-sig")
    assert text.startswith('"Meeting";"Day"')


def test_a_folder_that_is_a_file_is_said_and_nothing_is_noted(evening: Terminal) -> None:
    (evening.folder / "out").write_text("in the way")

    evening.run("export", "-o", str(evening.folder / "out"), *AT)

    assert evening.status == 3
    assert "can't be written" in evening.err
    assert "FileWritten" not in {
        deed["kind"] for deed in evening.asks("history", "--last", "500")["deeds"]
    }


def test_attendance_is_handed_back(evening: Terminal) -> None:
    evening.run("check-in", "A-1", "--at", "2027-03-16T08:55")
    file = evening.folder / "came.csv"

    evening.run("hand-back", "-o", str(file))

    assert evening.out == f"Wrote 4 rows to {file}\n"
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["Day"], row["Came"]) for row in rows if row["Badge number"] == "A-1"] == [
        ("2027-03-16", "TRUE"),
        ("2027-03-17", "FALSE"),
    ]


def test_pretix_is_told_how_and_what_it_does_not_know(evening: Terminal) -> None:
    evening.run("check-in", "A-1", "--at", "2027-03-16T08:55")
    file = evening.folder / "back.jsonl"

    evening.run("hand-back", "-o", str(file), "--for", "pretix")

    assert "1 check-in stands apart" in evening.out
    assert "checkinrpc/redeem" in evening.out
    assert "Say which one with --list ID." in evening.out
    answer = evening.asks("hand-back", "-o", str(file), "--for", "pretix", "--list", "3")
    assert (answer["rows"], answer["apart"]) == (0, 1)


def test_a_name_that_says_no_kind_of_file_is_refused(evening: Terminal) -> None:
    answer = evening.asks("hand-back", "-o", "back.pdf", "--for", "pretix")

    assert evening.status == 1
    assert (answer["refused"], answer["endings"]) == ("unknown_ending", [".csv", ".jsonl"])
    evening.run("hand-back", "-o", "back.pdf", "--for", "pretix")
    assert evening.err == (
        "back.pdf can't be written for this. Choose a name that ends in .csv or .jsonl. "
        "Nothing was written.\n"
    )
