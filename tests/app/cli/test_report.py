"""The closing report and what is left to do, from the command line."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.app.cli.conftest import Terminal

AT = ("--at", "2027-03-16T18:00")


@pytest.fixture
def evening(terminal: Terminal) -> Terminal:
    """The evening of a day on which Ada met Bo, and Cy had withdrawn."""
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,E-mail,Organisation,Organisation type,Country,Status",
        "Ada,Byron,ada@example.org,Engines,Cluster,GB,accepted",
        "Bo,Dahl,bo@example.org,Sails,Cluster,DK,accepted",
        "Cy,Falk,cy@example.org,Timber,Cluster,LT,withdrawn",
    )
    meetings = terminal.folder / "meetings.csv"
    meetings.write_text("Guest,Host,Time,Date,Table\nA-1,A-2,10:40,2027-03-16,3\n")
    assert terminal.asks("import", str(meetings), "--what", "meetings")["created"] == 1
    for badge in ("A-1", "A-2"):
        terminal.run("check-in", badge, "--at", "2027-03-16T09:00")
    told = ("--kind", "joint_proposal", "--programme", "LIFE", "--follow-up", "2027-04-01")
    terminal.run("outcome", "M-A1", *told, "--by", "Ada", "--note", "Draft", *AT)
    assert terminal.status == 0
    return terminal


def text_of(file: Path) -> str:
    with closing(pypdfium2.PdfDocument(file)) as pages:
        said = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(said.split())


def test_the_report_is_written_and_answers_with_its_figures(evening: Terminal) -> None:
    file = evening.folder / "report.pdf"

    told = evening.asks("report", "-o", str(file), *AT)

    assert (told["files"], told["pages"], told["unprintable"]) == ([str(file)], 3, [])
    assert told["figures"] == evening.asks("figures", *AT)
    assert "three clusters from three countries applied, and two from two" in told["headline"]
    assert told["headline"] in text_of(file)
    evening.run("report", "-o", str(file), *AT)
    assert evening.out.splitlines() == [told["headline"], f"3 pages: {file}"]


def test_the_same_report_is_the_same_file(evening: Terminal) -> None:
    first, second = (evening.folder / f"{name}.pdf" for name in ("first", "second"))
    for file in (first, second):
        evening.run("report", "-o", str(file), "--language", "fr", *AT)

    assert first.read_bytes() == second.read_bytes()
    assert "Rapport de clôture" in text_of(first)


def test_a_day_is_reported_alone(evening: Terminal) -> None:
    file = evening.folder / "day.pdf"
    evening.run("report", "-o", str(file), "--day", "2027-03-16", "--language", "de", *AT)
    assert "Bericht vom Dienstag, 16. März" in text_of(file)

    assert evening.asks("report", "-o", str(file), "--day", "2027-05-01")["refused"] == (
        "unknown_day"
    )
    evening.run("report", "-o", str(file), "--language", "it")
    assert evening.status == 2


def test_what_is_left_to_do_is_told_and_written(evening: Terminal) -> None:
    file = evening.folder / "list.pdf"

    told = evening.asks("follow-ups", "-o", str(file), *AT)

    (absent,), (step,) = told["absent"], told["steps"]
    assert (absent["name"], absent["status"], absent["countries"]) == (
        "Timber",
        "withdrawn",
        ["LT"],
    )
    assert (step["on"], step["by"], step["notes"]) == ("2027-04-01", "Ada", ["Draft"])
    assert (told["file"], told["items"], told["pages"]) == (str(file), 2, 1)
    assert "1 Apr 2027" in text_of(file)
    evening.run("follow-ups", "--without-notes", *AT)
    assert "  Timber (withdrew): would have met nobody yet" in evening.out
    assert "  01 Apr 2027  M-A1 (10:40), Sails – Engines: joint proposal, LIFE; Ada" in evening.out
    assert "Draft" not in evening.out


def test_who_had_no_place_is_told_and_written_apart(evening: Terminal) -> None:
    file = evening.folder / "list.pdf"
    evening.imports("Given name,Family name,Organisation,Status", "Di,Gray,Ropes,waiting")

    told = evening.asks("follow-ups", "-o", str(file), *AT)

    assert [each["name"] for each in told["absent"]] == ["Timber"]
    assert [(each["name"], each["status"]) for each in told["without_place"]] == [
        ("Ropes", "waiting")
    ]
    assert (told["items"], "1 applied and had no place." in text_of(file)) == (3, True)
    evening.run("follow-ups", *AT)
    assert (
        "1 that applied had no place:\n"
        "  Ropes (on the waiting list): would have met nobody yet\n" in evening.out
    )


def test_it_is_noted_what_was_written(evening: Terminal) -> None:
    evening.run("report", "-o", str(evening.folder / "report.pdf"), *AT)
    evening.run("follow-ups", *AT)

    kinds = [each["kind"] for each in evening.asks("history", "--last", "1")["deeds"]]
    assert kinds == ["FileWritten"]


def test_what_no_font_has_is_named_before_the_file_is_written(evening: Terminal) -> None:
    evening.imports("Given name,Family name,Organisation,Status", "Di,Gray,Ops\U00013000,accepted")

    evening.run("report", "-o", str(evening.folder / "no" / "report.pdf"), *AT)

    assert evening.status == 3
    named, refused = evening.err.splitlines()
    assert "No font here has \U00013000" in named
    assert "A-4" in named
    assert "report.pdf" in refused


def test_an_event_with_nobody_is_refused_in_a_sentence(terminal: Terminal) -> None:
    terminal.makes_event()

    for command in (("report", "-o", str(terminal.folder / "r.pdf")), ("follow-ups",)):
        terminal.run(*command)
        assert terminal.status == 1
        assert "nothing to report" in terminal.err
    assert list(terminal.folder.glob("*.pdf")) == []
