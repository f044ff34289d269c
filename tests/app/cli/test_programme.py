"""The programme from the command line."""

from __future__ import annotations

from typing import Any

import pytest

from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal

TALK = ("--from", "2027-03-16T14:00", "--to", "2027-03-16T15:00")


@pytest.fixture
def venue(prepared: Terminal) -> Terminal:
    """A terminal on an event where A-1 Ada and A-2 Łukasz are accepted, A-3 Ute is not."""
    prepared.run("status", "A-2", "accepted")
    return prepared


def only(answer: dict[str, Any]) -> dict[str, Any]:
    session: dict[str, Any] = answer["session"]
    return session


def badge(terminal: Terminal, delegate: str) -> str:
    pdf = terminal.folder / "badge.pdf"
    terminal.run("print", "badges", "--delegate", delegate, "-o", str(pdf))
    (code,) = codes_in(pdf)
    return code


def test_a_session_is_added_corrected_moved_cancelled_and_restored(venue: Terminal) -> None:
    added = only(
        venue.asks("session-add", "Green talk", *TALK, "--room", "Blue", "--speaker", "A-1")
    )
    venue.run(
        "session-change", "S-A1", "--places", "20", "--kind", "talk", "--moderator", "A Guest"
    )
    moved = only(venue.asks("session-move", "S-A1", "--from", "2027-03-16T16:00", "--room", "Red"))
    cancelled = only(venue.asks("session-cancel", "green talk"))
    venue.run("session-restore", "S-A1")

    assert (added["number"], added["room"], added["kind"]) == ("S-A1", "Blue", "other")
    assert added["speakers"][0]["badge_number"] == "A-1"
    assert (moved["starts_at"], moved["room"], moved["places"]) == (
        "2027-03-16T16:00:00+02:00",
        "Red",
        20,
    )
    assert cancelled["cancelled"]
    assert (
        "Takes place: S-A1  16 March 16:00-17:00  Green talk (talk, Red, with Ada Byron"
        in venue.out
    )
    venue.run("undo")
    assert only(venue.asks("session-list", "S-A1"))["cancelled"]


def test_refusals_say_what_to_do(venue: Terminal) -> None:
    venue.run("session-add", "Talk", "--from", "2027-03-16T15:00", "--to", "2027-03-16T14:00")
    assert (venue.status, "would end before it starts" in venue.err) == (1, True)

    venue.run("session-add", "Talk", *TALK, "--room", "Blue", "--places", "1")
    venue.run("session-add", "Panel", *TALK, "--room", "Blue")
    assert "S-A1 “Talk” is in Blue at that time." in venue.err
    venue.run("session-add", "Panel", *TALK, "--room", "Blue", "--anyway")
    assert "In conflict at 16 March, 14:00, S-A1 and S-A2: Two in one room (Blue)." in venue.out
    venue.run("book", "Talk", "A-1")
    full = venue.asks("session-check-in", "Talk", "A-2")
    assert (full["refused"], full["places"]) == ("session_full", 1)
    assert venue.asks("session-fill", "Talk")["refused"] == "nothing_to_fill"
    then = venue.asks("book", "Panel", "A-1")
    assert (then["refused"], then["number"]) == ("in_session_then", "S-A1")
    assert venue.asks("book", "Talk", "A-3")["refused"] == "not_coming"
    assert venue.asks("unbook", "Talk", "A-2")["refused"] == "not_booked"
    assert venue.asks("session-list", "Nothing")["refused"] == "unknown_session"


def test_who_is_booked_is_listed_and_checked_in_by_scan(venue: Terminal) -> None:
    venue.run("session-add", "Talk", *TALK, "--booking")
    booked = venue.asks("book", "Talk", "A-1")
    code = badge(venue, "A-2")

    walked = venue.asks("session-scan", code, "--session", "Talk", "--at", "2027-03-16T13:58")
    again = venue.asks("session-scan", code, "--session", "S-A1")
    venue.run("session-list", "Talk")

    assert [each["badge_number"] for each in booked["delegates"]] == ["A-1"]
    assert (walked["how"], walked["again"], walked["booked_missing"]) == ("walked_in", False, 1)
    assert (again["again"], again["since"]) == (True, "2027-03-16T13:58:00+02:00")
    assert "A-1  Ada Byron (Analytic Engines): booked, not here" in venue.out
    assert "walked in, here since" in venue.out
    assert venue.asks("session-scan", "HELLO", "--session", "Talk")["refused"] == "not_ours"


def test_a_booking_during_a_meeting_is_told_and_shown_on_the_floor(venue: Terminal) -> None:
    at = ("--at", "2027-03-16T09:00")
    venue.run("meet", "A-1", "A-2", "--slot", "10:40", "--table", "3", *at)
    opening = ("--from", "2027-03-16T10:30", "--to", "2027-03-16T11:00")
    venue.run("session-add", "Opening", *opening, "--everybody")
    everybody = venue.asks("sessions", "--conflicts")["conflicts"]
    venue.run("session-excuse", "Opening", "A-1")
    venue.run("attention", "--at", "2027-03-16T10:20")

    (conflict,) = everybody
    assert (conflict["kind"], conflict["meeting"], len(conflict["people"])) == (
        "meeting",
        "M-A1",
        2,
    )
    assert "In a session then, in 20 min" in venue.out
    assert "session: Opening" in venue.out
    venue.run("session-excuse", "Opening", "A-2")
    venue.run("sessions", "--conflicts")
    assert venue.out.strip() == "Nothing is in conflict."
    theirs = venue.asks("sessions", "--delegate", "A-1")["sessions"]
    assert theirs == []
    venue.run("session-excuse", "Opening", "A-1", "--no-longer")
    assert [each["title"] for each in venue.asks("sessions", "--delegate", "A-1")["sessions"]] == [
        "Opening"
    ]


def test_a_programme_is_rehearsed_imported_and_shown(venue: Terminal) -> None:
    file = venue.folder / "programme.csv"
    lines = (
        "Titel;Raum;Datum;Beginn;Ende;Referent",
        "Vortrag;Blau;16.03.2027;14:00;15:00;Ada Byron",
        "Podium;Blau;16.03.2027;14:30;15:30;",
        "Ende;Blau;16.03.2027;16:00;15:30;",
    )
    file.write_text("\n".join(lines), encoding="utf-8")

    rehearsed = venue.asks("import", str(file), "--what", "programme", "--dry-run")
    venue.run("import", str(file), "--what", "programme")

    assert (rehearsed["created"], rehearsed["dry_run"]) == (2, True)
    assert (
        "Not imported: line 4, column “Beginn”: The session would end before it starts."
        in venue.out
    )
    assert "Look at: line 3: Another session is in this room then." in venue.out
    venue.run("sessions", "--day", "2027-03-16")
    assert "S-A1  16 March 14:00-15:00  Vortrag (other, Blau, with Ada Byron)" in venue.out
    assert venue.asks("sessions", "--day", "2027-03-17")["sessions"] == []
    venue.run("undo")
    venue.run("sessions")
    assert venue.out.strip() == "The programme has no sessions yet."
    no_start = file.with_name("rooms.csv")
    no_start.write_text("Title,Room\nA,B\n", encoding="utf-8")
    venue.run("import", str(no_start), "--what", "programme")
    assert "No column of rooms.csv says when sessions start." in venue.err


def test_what_a_move_would_bring_is_told_before_it_and_changes_nothing(venue: Terminal) -> None:
    later = ("--from", "2027-03-16T16:00", "--to", "2027-03-16T17:00")
    venue.run("session-add", "Talk", *TALK, "--room", "Blue")
    venue.run("session-add", "Panel", *later, "--room", "Green")
    there = ("--from", "2027-03-16T16:30", "--room", "Green")

    venue.run("session-move-preview", "Talk", *there)
    assert "Green is taken 16 March, 16:00 to 16 March, 17:00 by S-A2 “Panel”." in venue.out
    told = venue.asks("session-move-preview", "Talk", *there)
    assert (told["possible"], told["rooms"]) == (False, ["S-A2"])
    assert venue.asks("session-list", "Talk")["session"]["room"] == "Blue"

    swapped = venue.asks("session-swap", "Talk", "Panel")
    assert [each["room"] for each in swapped["sessions"]] == ["Green", "Blue"]
    came = venue.asks("session-check-in", "Talk", "A-1")
    assert (came["how"], came["here"]) == ("walked_in", 1)


def test_an_import_anew_tells_changes_and_cancels_what_is_missing_only_if_asked(
    venue: Terminal,
) -> None:
    file = venue.folder / "programme.csv"
    head, lunch = "ID,Title,Day,Start,End,Room", "2,Lunch,2027-03-16,12:00,13:00,Foyer"
    file.write_text(f"{head}\n1,Talk,2027-03-16,14:00,15:00,Blue\n{lunch}\n", encoding="utf-8")
    importing = ("import", str(file), "--what", "programme")
    venue.run(*importing)
    venue.run("book", "S-A1", "A-1")
    file.write_text(f"{head}\n{lunch.replace('Foyer', 'Hall')}\n", encoding="utf-8")

    venue.run(*importing)
    told = venue.out
    cancelled = venue.asks(*importing, "--cancel-missing")

    assert "Changed: S-A2 “Lunch” (row 2): room Foyer → Hall." in told
    assert "Not in the file: S-A1 “Talk” (16 March 14:00, Blue; 1 has to know: A-1 Ada" in told
    assert "--cancel-missing" in told
    assert [each["number"] for each in cancelled["missing"]] == ["S-A1"]
    assert cancelled["cancelled"] == 1
    assert only(venue.asks("session-list", "S-A1"))["cancelled"]


def test_figures_tell_of_each_session_who_was_booked_and_came(venue: Terminal) -> None:
    venue.run("session-add", "Green talk", *TALK, "--room", "Blue")
    venue.run("book", "S-A1", "A-1")
    venue.run("session-scan", badge(venue, "A-2"), "--session", "S-A1")

    told = venue.asks("figures")

    (session,) = told["sessions"]
    assert (session["title"], session["booked"], session["walked_in"]) == ("Green talk", 1, 1)
    venue.run("figures", "--day", "2027-03-17")
    assert "Green talk" not in venue.out
    venue.run("figures", "--day", "2027-03-16")
    assert "Green talk (other, Blue): 1 booked, 1 here, 1 of them without a booking" in venue.out


def test_a_meeting_made_by_hand_during_a_session_is_refused_by_name(venue: Terminal) -> None:
    stretch = ("--from", "2027-03-16T10:30", "--to", "2027-03-16T11:00")
    venue.run("session-add", "Opening", *stretch)
    venue.run("book", "S-A1", "A-1")

    venue.run("meet", "A-1", "A-2", "--slot", "10:40", "--table", "3", "--at", "2027-03-16T09:00")

    assert venue.status == 1
    assert "Ada Byron is not there then. Choose another slot." in venue.err
    venue.run("unbook", "S-A1", "A-1")
    venue.run("meet", "A-1", "A-2", "--slot", "10:40", "--table", "3", "--at", "2027-03-16T09:00")
    assert venue.status == 0


@pytest.mark.parametrize(
    ("day", "times", "reason", "words"),
    [
        ("2027-03-16", ("15:00", "14:00"), "ends_before_it_starts", "would end before it starts"),
        ("2027-03-19", ("14:00", "15:00"), "other_day", "no day"),
    ],
)
def test_what_a_session_can_not_be_is_refused_alike_by_command_and_by_file(
    venue: Terminal, day: str, times: tuple[str, str], reason: str, words: str
) -> None:
    starts, ends = times
    venue.run("session-add", "Talk", "--from", f"{day}T{starts}", "--to", f"{day}T{ends}")
    by_command = venue.err
    file = venue.folder / "programme.csv"
    file.write_text(f"Title,Day,Start,End\nTalk,{day},{starts},{ends}\n", encoding="utf-8")

    by_file = venue.asks("import", str(file), "--what", "programme")

    assert words in by_command
    assert [(each["line"], each["code"]) for each in by_file["rejected"]] == [(2, reason)]
    assert venue.asks("sessions")["sessions"] == []


def test_who_comes_after_the_last_place_waits_and_is_next_when_somebody_gives_one_up(
    venue: Terminal,
) -> None:
    venue.run("register", "--given", "Eve", "--family", "Noor", "--organisation", "Hub")
    venue.run("session-add", "Talk", *TALK, "--places", "1")
    first = venue.asks("book", "Talk", "A-1", "A-2", "A-4")
    assert (first["in_line"], first["session"]["waiting"]) == ([0, 1, 2], 2)
    venue.run("session-list", "Talk")
    assert "  A-4  Eve Noor (Hub): waits, number 2 in line" in venue.out

    venue.run("unbook", "Talk", "A-1")
    assert "  Next in line: A-2 " in venue.out
    filled = venue.asks("session-fill", "Talk")
    assert [each["badge_number"] for each in filled["got"]] == ["A-2"]
    swapped = venue.asks("session-fill", "Talk", "--missing")
    assert [each["badge_number"] for each in swapped["lost"]] == ["A-2"]
    assert [each["badge_number"] for each in swapped["got"]] == ["A-4"]
    assert venue.asks("session-fill", "Talk", "--missing")["refused"] == "nothing_to_fill"
