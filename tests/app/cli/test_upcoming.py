"""A delegate's meetings from the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import Terminal

NINE = ("--at", "2027-03-16T09:00")


@pytest.fixture
def hall(prepared: Terminal) -> Terminal:
    """A terminal on an event where A-1 Ada meets A-2 Łukasz on both days."""
    prepared.run("status", "A-2", "accepted")
    file = prepared.folder / "meetings.csv"
    lines = (
        "Guest,Host,Time,Date,Table",
        "A-1,A-2,10:40,2027-03-16,3",
        "A-2,A-1,10:15,2027-03-17,4",
    )
    file.write_text("\n".join(lines), encoding="utf-8")
    prepared.run("import", str(file), "--what", "meetings")
    return prepared


def test_meetings_are_told_with_who_is_here(hall: Terminal) -> None:
    hall.run("check-in", "A-2", "--at", "2027-03-16T08:47")

    answer = hall.asks("meetings", "A-1", *NINE)

    first, second = answer["meetings"]
    assert answer["delegate"]["badge_number"] == "A-1"
    assert (answer["day"], answer["today"], answer["upcoming"]) == ("2027-03-16", 1, ["M-A1"])
    assert first["starts_at"] == "2027-03-16T10:40:00+02:00"
    assert (first["table"], first["kind"], second["number"]) == ("3", "b2b", "M-A2")
    (partner,) = first["partners"]
    assert (partner["name"], partner["state"]) == ("Łukasz Wójcik", "here")
    assert partner["since"] == "2027-03-16T08:47:00+02:00"


def test_meetings_are_read_as_lines(hall: Terminal) -> None:
    hall.run("meetings", "A-2", *NINE)

    assert hall.status == 0
    assert "A-2  Łukasz Wójcik (Silesian Aero Hub, PL): 2 meetings." in hall.out
    assert "2027-03-16 10:40  table 3" in hall.out
    assert "Ada Byron, Analytic Engines (not here yet)" in hall.out


def test_what_is_over_is_not_upcoming(hall: Terminal) -> None:
    answer = hall.asks("meetings", "A-1", "--at", "2027-03-16T12:00")

    assert (answer["today"], answer["upcoming"]) == (1, [])


def test_whoever_has_no_meetings_is_told_so(hall: Terminal) -> None:
    hall.run("meetings", "A-3")

    assert hall.out.strip() == "A-3  Ute Straße (Harz Sensorik, DE): no meetings."


def test_somebody_unknown_is_refused(hall: Terminal) -> None:
    assert hall.asks("meetings", "A-99") == {"refused": "unknown_delegate", "delegate": "A-99"}


def test_a_slot_that_was_taken_out_is_told(hall: Terminal) -> None:
    hall.run("days", "--remove", "2027-03-16", "--losing", "1")

    hall.run("meetings", "A-1", *NINE)

    assert "1 more without a slot." in hall.out
