"""The running day from the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import Terminal

AT = ("--at", "2027-03-16T10:43")


@pytest.fixture
def floor(terminal: Terminal) -> Terminal:
    """At 10:43 Ada waits at table 3 for Bo; Cy, who asked for her too, is here and free."""
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,E-mail,Phone,Status",
        "Ada,Byron,ada@example.org,+370 1,accepted",
        "Bo,Dahl,bo@example.org,+370 2,accepted",
        "Cy,Falk,cy@example.org,+370 3,accepted",
    )
    meetings = terminal.folder / "meetings.csv"
    meetings.write_text("Guest,Host,Time,Date,Table\nA-1,A-2,10:40,2027-03-16,3\n")
    assert terminal.asks("import", str(meetings), "--what", "meetings")["created"] == 1
    terminal.run("request", "A-3", "A-1", "--mutual")
    for who in ("A-1", "A-3"):
        code = terminal.asks("find", who)["delegates"][0]["id"]
        terminal.run("check-in", code, "--at", "2027-03-16T09:00")
        assert terminal.status == 0
    return terminal


def test_attention_names_the_missing_one_and_what_to_do(floor: Terminal) -> None:
    (item, *_) = floor.asks("attention", *AT)["items"]

    assert (item["kind"], item["meeting"], item["table"]) == ("one_missing", "M-A1", "3")
    assert (item["waits_min"], item["missing"][0]["name"]) == (3, "Bo Dahl")
    assert item["proposals"][0]["kind"] == "new_partner_now"
    floor.run("attention", *AT)
    assert "missing: A-2 Bo Dahl, +370 2" in floor.out
    assert "Both asked for it." in floor.out


def test_a_no_show_is_repaired_by_two_commands_and_undone_by_one(floor: Terminal) -> None:
    proposed = floor.asks("no-show", "M-A1", "--side", "host", *AT)["proposals"]
    first = proposed[0]
    assert [each["name"] for each in first["told"]] == ["Ada Byron", "Cy Falk"]

    floor.run("accept", "M-A1", first["id"], *AT)
    assert floor.status == 0
    assert "To be told: A-1 Ada Byron, A-3 Cy Falk." in floor.out
    assert floor.asks("attention", *AT)["items"] == []

    floor.run("undo")
    kinds = [each["kind"] for each in floor.asks("attention", *AT)["items"]]
    assert kinds[0] == "no_show"
    assert floor.asks("accept", "M-A1", "nothing", *AT)["refused"] == "proposal_gone"
    assert floor.status == 1


def test_a_meeting_is_moved_locked_and_cancelled(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    moved = floor.asks("move", "M-A1", "--slot", "11:05", "--table", "4", *at)["meetings"][0]
    assert (moved["slot"], moved["table"]) == ("2027-03-16T11:05:00+02:00", "4")

    floor.run("lock", "M-A1", *at)
    assert "locked" in floor.out
    refused = floor.asks("move", "M-A1", "--slot", "11:30", "--table", "4", *at)
    assert (refused["refused"], refused["bar"]) == ("cannot_move", "locked")
    floor.run("move", "M-A1", "--slot", "11:30", "--table", "4", *at)
    assert "The meeting is locked. Unlock it first. Nothing was changed." in floor.err + floor.out
    floor.run("unlock", "M-A1", *at)
    assert floor.asks("cancel", "M-A1", *at)["meetings"][0]["state"] == "cancelled"
    assert floor.asks("restore", "M-A1", *at)["meetings"][0]["state"] == "planned"


def test_a_cancelled_meeting_whose_table_is_gone_is_moved(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    floor.run("cancel", "M-A1", *at)
    floor.run("close-table", "3", "--from", "2027-03-16T10:00")

    assert floor.asks("restore", "M-A1", *at)["refused"] == "cannot_restore"
    floor.run("restore", "M-A1", *at)
    said = "The table is closed then. Move the meeting to another place, and it takes place there."
    assert said in floor.err + floor.out
    moved = floor.asks("move", "M-A1", "--slot", "11:05", "--table", "4", *at)["meetings"][0]
    assert (moved["state"], moved["table"]) == ("planned", "4")


def test_a_meeting_whose_table_was_taken_out_is_listed_and_moved(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    floor.run("tables", "--remove", "3", "--losing", "99")

    item = next(each for each in floor.asks("attention", *at)["items"] if each["meeting"] == "M-A1")
    assert (item["kind"], item["table"]) == ("no_place", None)
    floor.run("attention", *at)
    assert "Slot or table taken out" in floor.out
    assert floor.asks("cancel", "M-A1", *at)["meetings"][0]["table"] is None
    floor.run("restore", "M-A1", *at)
    assert "The slot or table of M-A1 was taken out. Move the meeting" in floor.err + floor.out
    moved = floor.asks("move", "M-A1", "--slot", "11:05", "--table", "4", *at)["meetings"][0]
    assert (moved["state"], moved["table"]) == ("planned", "4")


def test_meetings_are_arranged_swapped_and_called(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    new = floor.asks("meet", "A-3", "A-1", "--slot", "11:05", "--table", "5", *at)["meetings"][0]
    swapped = floor.asks("swap", "M-A1", new["number"], *at)["meetings"]
    assert [each["table"] for each in swapped] == ["5", "3"]

    called = floor.asks("call", "M-A1", *at)["meetings"][0]
    assert called["state"] == "called"
    assert floor.asks("call", "M-A9", *at)["refused"] == "unknown_meeting"


def test_who_comes_later_says_so(floor: Terminal) -> None:
    floor.run("comes-at", "A-2", "10:50", *AT)
    assert "Bo Dahl comes at 10:50." in floor.out

    (item, *_) = floor.asks("attention", *AT)["items"]
    assert (item["kind"], item["comes_at"]) == ("comes_late", "2027-03-16T10:50:00+02:00")
    floor.run("say", "M-A1", "running", *AT)
    assert floor.out.strip().endswith("running")


def test_the_day_is_watched_as_somebody_sets_it(floor: Terminal) -> None:
    assert floor.asks("floor-rules")["soon_minutes"] == 15
    assert floor.asks("floor-rules", "--soon", "30")["soon_minutes"] == 30
    refused = floor.asks("floor-rules", "--freeze", "-1")
    assert refused["refused"] == "floor_rules_not_possible"
    assert floor.asks("floor-rules")["freeze_minutes"] == 10
    assert floor.asks("floor-rules")["left_minutes"] is None
    assert floor.asks("floor-rules", "--left", "8")["left_minutes"] == 8
    floor.run("floor-rules", "--left", "third")
    assert "of which less than a third is left, or less than 5 min." in floor.out


def test_a_table_is_cleared_and_the_day_delayed(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    rehearsed = floor.asks("clear-table", "3", "--dry-run", *at)
    assert rehearsed["unit"] is None
    assert [each["meeting"] for each in rehearsed["lost"]] == ["M-A1"]

    floor.run("clear-table", "3", "--why", "It broke down", *at)
    assert floor.status == 0
    assert "To be told: A-1 Ada Byron, A-2 Bo Dahl." in floor.out
    assert floor.asks("clear-table", "3", "--dry-run", *at)["lost"] == []

    delayed = floor.asks("delay", "20", "--from", "10:40", *at)
    assert delayed["later"] == ["M-A1"]
    assert delayed["ends_late"] is None
    assert floor.asks("delay", "20", "--from", "09:00", *at)["refused"] == "change_not_possible"


def test_a_delay_beyond_the_end_of_the_day_says_when_that_will_be(floor: Terminal) -> None:
    late = ("delay", "300", "--from", "10:40", "--at", "2027-03-16T10:20", "--dry-run")

    floor.run(*late)

    assert "The last meeting ends at 16:00. Before, the day was to end at 12:40." in floor.out
    assert floor.asks(*late)["ends_late"] == "2027-03-16T16:00:00+02:00"


def test_what_becomes_of_a_lost_meeting_is_said_with_the_change(floor: Terminal) -> None:
    clear = ("clear-table", "3", "--at", "2027-03-16T10:20")
    (put,) = floor.asks(*clear, "--dry-run", "--put", "M-A1", "11:30", "7")["lost"]
    assert (put["to"]["slot"], put["to"]["table"]) == ("2027-03-16T11:30:00+02:00", "7")
    refused = floor.asks(*clear, "--put", "M-A1", "11:30", "3")
    assert (refused["refused"], refused["bar"]) == ("cannot_move", "table_closed")

    floor.run(*clear, "--dry-run", "--leave", "M-A1")
    assert "is left open" in floor.out
    (gone,) = floor.asks(*clear, "--cancel", "M-A1")["lost"]
    assert (gone["to"], gone["instead"]) == (None, "cancel")


def test_somebody_leaves_and_the_block_ends_early(floor: Terminal) -> None:
    at = ("--at", "2027-03-16T10:20")
    assert floor.asks("leaves", "A-1", *at)["ended"] == ["M-A1"]
    floor.run("undo")

    shortened = floor.asks("shorten", "10:15", "--to", "12:15", "--dry-run", *at)
    assert shortened["lost"] == []
    floor.run("shorten", "10:16", "--to", "12:15", *at)
    assert floor.status == 1
    assert floor.asks("repair", "--dry-run", *at)["moves"] == []


def test_somebody_of_the_same_sector_is_proposed_where_nobody_asked(terminal: Terminal) -> None:
    terminal.makes_event()
    terminal.imports(
        "Given name,Family name,Status,Sectors,Looking for",
        "Ada,Byron,accepted,Photonics,",
        "Bo,Dahl,accepted,,",
        "Cy,Falk,accepted,Photonics,",
        "Di,Grey,accepted,,photonics labs",
    )
    meetings = terminal.folder / "meetings.csv"
    meetings.write_text("Guest,Host,Time,Date,Table\nA-1,A-2,10:40,2027-03-16,3\n")
    terminal.asks("import", str(meetings), "--what", "meetings")
    for who in ("A-1", "A-3", "A-4"):
        code = terminal.asks("find", who)["delegates"][0]["id"]
        terminal.run("check-in", code, "--at", "2027-03-16T09:00")

    found = terminal.asks("proposals", "M-A1", *AT)["proposals"]
    unasked = [each for each in found if each["kind"] == "unasked"]
    assert [each["common"]["wanted"] for each in unasked] == [["Photonics"], []]
    terminal.run("proposals", "M-A1", *AT)
    assert "Nobody asked, but Di Grey looks for Photonics." in terminal.out
    assert "Nobody asked, but both are in Photonics." in terminal.out
    told = terminal.asks("accept", "M-A1", unasked[1]["id"], *AT)["told"]
    assert len(told) == 2


def test_a_badge_scanned_at_a_table_says_that_somebody_sits_there(floor: Terminal) -> None:
    refused = floor.asks("at-table", "3", "A-2", *AT)
    assert (refused["refused"], refused["badge_number"]) == ("not_checked_in", "A-2")
    floor.run("at-table", "3", "A-2", *AT)
    assert "Bo Dahl is not checked in. Check them in first: check-in A-2." in floor.err + floor.out
    bo = floor.asks("find", "A-2")["delegates"][0]["id"]
    floor.run("check-in", bo, "--at", "2027-03-16T10:41")
    for who in ("A-1", "A-2"):
        assert floor.asks("at-table", "3", who, *AT)["meetings"][0]["state"] == "running"

    assert floor.asks("at-table", "4", "A-1", *AT)["theirs"] == "3"
    floor.run("at-table", "4", "A-1", *AT)
    assert "Ada Byron has no meeting at table 4 now. Theirs is at table 3" in floor.err + floor.out
    floor.run("at-table", "4", "A-3", *AT)
    assert "There is none left for them today." in floor.err + floor.out
    assert floor.asks("at-table", "3", "BDGBC", *AT)["refused"] == "no_badge"
