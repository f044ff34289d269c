"""Slips and the announcer's list without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal
from tests.app.cli.test_schedules import floor_of

EARLY = ("--at", "2027-03-16T09:00")


@pytest.fixture
def moved(terminal: Terminal, tmp_path: Path) -> Terminal:
    """A terminal on an event where A-1 and A-2 have their schedules, and met elsewhere then."""
    terminal.makes_event()
    with floor_of(terminal) as floor:
        floor.meets("Ada", "Ben", "11:05", "7")
    terminal.run("print", "schedules", "-o", str(tmp_path / "schedules.pdf"))
    terminal.run("move", "M-A1", "--slot", "11:30", "--table", "12", *EARLY)
    assert terminal.status == 0
    return terminal


def test_whom_to_call_is_read_aloud(moved: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"

    moved.run("announce", "-o", str(file), *EARLY)

    assert moved.out.splitlines() == [
        "Ada Of: now 11:30, table 12, was 11:05, table 7.",
        "Ben Of: now 11:30, table 12, was 11:05, table 7.",
    ]
    assert file.exists()


def test_a_program_is_told_what_was_and_what_is(moved: Terminal) -> None:
    told = moved.asks("announce", *EARLY)

    first = told["to_tell"][0]
    assert (first["delegate"]["name"], first["paper"], first["told"]) == ("Ada Of", True, None)
    (change,) = first["changes"]
    assert (change["change"], change["was"]["table"], change["now"]["table"]) == (
        "moved",
        "7",
        "12",
    )


def test_slips_are_printed_of_those_who_were_not_told(moved: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "slips.pdf")
    moved.run("told", "A-1", *EARLY)
    assert moved.out == "A-1  Ada Of was told.\n"

    told = moved.asks("slips", "-o", file, *EARLY)

    assert (told["items"], told["pages"], len(list(codes_in(Path(file))))) == (1, 1, 1)
    refused = moved.asks("slips", "-o", file, *EARLY)
    assert (moved.status, refused["refused"]) == (1, "no_slip_to_print")
    moved.run("announce", *EARLY)
    assert moved.out == "Nobody must be told of anything.\n"


def test_a_slip_of_somebody_named_comes_on_a_paper_of_choice(
    moved: Terminal, tmp_path: Path
) -> None:
    file = str(tmp_path / "slip.pdf")

    moved.run("slips", "-o", file, "--delegate", "A-2", "--paper", "a6", *EARLY)

    assert moved.out == f"1 slip on 1 page: {file}\n"


def test_nobody_is_noted_who_knows_it_all(moved: Terminal) -> None:
    moved.run("told", "A-1", *EARLY)

    moved.run("told", "A-1", *EARLY)

    assert moved.out == "Nothing has changed for them that they do not know.\n"


def test_what_needs_somebody_says_whose_paper_is_old(moved: Terminal) -> None:
    items = moved.asks("attention", *EARLY)["items"]

    assert "paper" in [item["kind"] for item in items]


def test_since_a_time_also_those_are_listed_who_were_told(moved: Terminal) -> None:
    moved.run("told", "A-1", *EARLY)

    moved.run("announce", "--since", "08:00", *EARLY)

    assert moved.out.splitlines() == [
        "Ben Of: now 11:30, table 12, was 11:05, table 7.",
        "Ada Of: now 11:30, table 12, was 11:05, table 7. Told at 09:00.",
    ]
