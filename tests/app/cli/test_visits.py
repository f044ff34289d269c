"""Visits from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.app.cli.conftest import Terminal

AFTERNOON = ("--from", "2027-03-16T14:00", "--to", "2027-03-16T16:00")


def test_an_afternoon_of_visits(terminal: Terminal) -> None:
    terminal.makes_event()
    for name in ("Ada", "Bo", "Cy"):
        terminal.run("register", "--given", name, "--family", "Visitor", "--organisation", name)
    terminal.run("visit-add", "Wind park", *AFTERNOON, "--places", "1", "--meet", "North gate")
    assert terminal.out.endswith("North gate. 0 of 1 places are taken.\n")
    terminal.run("visit-add", "Dairy", *AFTERNOON, "--places", "1")
    for person, *visits in (
        ("A-1", "Wind park", "Dairy"),
        ("A-2", "wind park"),
        ("A-3", "Dairy"),
    ):
        terminal.run("visit-choose", person, *visits)
        assert terminal.status == 0, terminal.err

    proposed = terminal.asks("visit-allot")
    assert (proposed["by_rank"], proposed["is_written"]) == ([2], False)
    assert terminal.asks("visit-list", "Dairy")["people"] == []
    terminal.run("visit-allot", "--accept")
    assert terminal.out == (
        "A-1  Ada Visitor (Ada): Wind park, first choice\n"
        "A-3  Cy Visitor (Cy): Dairy, first choice\n"
        "A-2  Bo Visitor (Bo): no place on Wind park\n"
        "2 places given (2 first choice; no allotment has more), 1 left without.\n"
    )

    terminal.run("visit-board", "Wind park", "A-2")
    assert terminal.err == (
        "Bo Visitor has no place on Wind park. If a seat is free, let them have it. "
        "Nothing was changed.\n"
    )
    terminal.run("visit-board", "Wind park", "A-1")
    assert terminal.out == "Ada Visitor comes along. 1 of 1 are there.\n"
    told = terminal.asks("visit-list", "wind park")
    assert [each["who"]["name"] for each in told["waiting"]] == ["Bo Visitor"]
    terminal.run("visit-fill", "Wind park")
    assert terminal.err.startswith("Everybody who has a place on Wind park is there")
    terminal.run("visit-cancel", "Dairy", "--dry-run")
    assert terminal.out.startswith("1 person must be told, 0 more wait for a place.\n  A-3")
    terminal.run("visit-return", "A-3", "Dairy")
    terminal.run("visit-cancel", "Dairy")
    assert terminal.out == "Dairy is cancelled. 0 people have that time free again.\n"
    assert [each["title"] for each in terminal.asks("visits")["visits"]] == ["Wind park"]


def test_a_visit_that_ends_before_it_starts_is_refused(terminal: Terminal) -> None:
    terminal.makes_event()
    times = ("--from", "2027-03-16T16:00", "--to", "2027-03-16T14:00")
    terminal.run("visit-add", "Dairy", *times, "--places", "3")
    assert terminal.status == 1
    assert terminal.err == (
        "The visit ends before it starts. Check both times. Nothing was changed.\n"
    )
    terminal.run("visit-change", "Dairy", "--places", "3")
    assert terminal.err == "There is no visit “Dairy”. There are: none yet.\n"


def test_visits_imported_anew_say_what_changes_what_stays_and_what_is_gone(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.makes_event()
    head = "Visit,Meeting point,Day,Leaves,Back,Places"
    dairy = "Dairy,North gate,2027-03-16,14:00,16:00,9"
    port = "Port,,2027-03-16,14:00,16:00,9"
    file = tmp_path / "visits.csv"
    importing = ("import", str(file), "--what", "visits")
    file.write_text(f"{head}\n{dairy}\n{port}", encoding="utf-8")
    terminal.run(*importing)
    terminal.run("visit-change", "Dairy", "--meet", "South gate")

    file.write_text(f"{head}\n{dairy.removesuffix('9')}8", encoding="utf-8")
    terminal.run(*importing, "--dry-run")
    assert terminal.out.splitlines()[1:] == [
        "  Changed: “Dairy” (row 2): places 9 → 8.",
        "  Stays as corrected here: “Dairy” (row 2): meeting point South gate, not North gate.",
        "  To take the words of the file instead, say so (--take-file).",
        "  Not in the file: “Port” (16 March 14:00).",
        "  1 not in the file. It stays, unless you cancel it (--cancel-missing).",
    ]
    answer = terminal.asks(*importing, "--take-file", "--cancel-missing")
    assert (answer["updated"], answer["cancelled"], answer["kept"]) == (1, 1, [])
    (left,) = terminal.asks("visits")["visits"]
    assert (left["meeting_point"], left["places"]) == ("North gate", 8)
