"""Applications, from the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import Terminal

PEOPLE = (
    "First name,Last name,E-mail,Delegation,Registration date",
    "Ada,Byron,ada@example.org,US delegation,2026-10-20 09:00",
    "Ben,Nevis,ben@example.org,US delegation,2026-10-21 09:00",
    "Cleo,Roe,cleo@example.org,,2026-10-22 09:00",
    "Dov,Lee,dov@example.org,,2026-10-23 09:00",
    "Eve,Fox,eve@example.org,,2026-10-26 14:01",
)


@pytest.fixture
def office(terminal: Terminal) -> Terminal:
    """A terminal on an event with three places and five applications, the last of them late."""
    terminal.runs_alone(
        *("new", terminal.event, "--name", "Cluster roundtable"),
        *("--timezone", "Europe/Copenhagen", "--day", "2026-11-28"),
    )
    terminal.run(
        *("admission", "--places", "3", "--delegation", "US delegation=1"),
        *("--deadline", "2026-10-26T14:00 CET", "--come-by", "2026-11-28T10:00"),
    )
    assert "clocks at the venue show" not in terminal.out
    assert terminal.imports(*PEOPLE)["late"] == 1
    return terminal


def test_places_and_deadlines_are_shown_with_what_was_received(office: Terminal) -> None:
    told = office.asks("admission")

    assert told["places"] == [
        {"kind": "", "delegation": "", "taken": 0, "places": 3, "free": 3},
        {"kind": "", "delegation": "US delegation", "taken": 0, "places": 1, "free": 1},
    ]
    assert told["counts"] == {
        "received": 4,
        "accepted": 0,
        "waiting": 1,
        "declined": 0,
        "withdrawn": 0,
    }
    assert told["deadline"] == "2026-10-26T14:00:00+01:00"
    office.run("admission")
    assert (
        "Deadline: 26 October 2026, 14:00 CET. Later ones go to the waiting list: 1." in office.out
    )


def test_all_that_fit_are_accepted_after_a_look(office: Terminal) -> None:
    look = office.asks("accept-applications", "--all", "--rest", "waiting", "--dry-run")
    assert office.asks("admission")["counts"]["accepted"] == 0
    done = office.asks("accept-applications", "--all", "--rest", "waiting")

    assert look["accepted"] == done["accepted"]
    assert [each["name"] for each in done["accepted"]] == ["Ada Byron", "Cleo Roe", "Dov Lee"]
    assert [(each["delegate"]["name"], each["why"], each["becomes"]) for each in done["left"]] == [
        ("Ben Nevis", "delegation_full", "waiting"),
        ("Eve Fox", "late", "waiting"),
    ]
    waiting = office.asks("applications", "--status", "waiting")["applications"]
    assert [(each["delegate"]["name"], each["late"]) for each in waiting] == [
        ("Ben Nevis", False),
        ("Eve Fox", True),
    ]
    office.run("undo")
    assert office.asks("admission")["counts"]["accepted"] == 0


def test_who_is_next_is_proposed_when_somebody_withdraws_and_confirmed(office: Terminal) -> None:
    office.run("accept-applications", "--all", "--rest", "waiting")
    office.run("next-in")
    assert "There is no place for any of the 2 on the waiting list." in office.out
    office.run("status", "A-3", "withdrawn")

    (proposal,) = office.asks("next-in")["proposals"]
    assert (proposal["delegate"]["name"], proposal["late"]) == ("Eve Fox", True)
    assert office.asks("next-in", "--confirm", "A-5")["accepted"]["name"] == "Eve Fox"
    assert office.asks("next-in", "--confirm", "A-2")["refused"] == "not_proposed"


def test_the_place_of_who_is_not_here_in_time_is_proposed_too(office: Terminal) -> None:
    office.run("accept-applications", "--all", "--rest", "waiting", "--at", "2026-11-01T09:00")

    before = office.asks("next-in", "--at", "2026-11-28T09:59")
    told = office.asks("next-in", "--at", "2026-11-28T10:00")

    assert before["missing"] == []
    assert len(told["missing"]) == 3
    assert [
        (each["delegate"]["name"], each["instead_of"]["name"]) for each in told["proposals"]
    ] == [("Ben Nevis", "Ada Byron"), ("Eve Fox", "Cleo Roe")]


def test_somebody_is_moved_up_with_a_reason(office: Terminal) -> None:
    office.run("accept-applications", "--all", "--rest", "waiting")

    assert office.asks("move-up", "A-5")["refused"] == "reason_needed"
    assert office.asks("move-up", "A-5", "--reason", "speaks")["waits_as"] == 1
    (moved, *_rest) = office.asks("history", "--delegate", "A-5")["deeds"]
    assert (moved["kind"], moved["facts"]["reason"]) == ("MovedUp", "speaks")


def test_a_walk_in_is_told_that_it_is_full_and_taken_in_by_a_decision(office: Terminal) -> None:
    office.run("accept-applications", "--all")
    gus = ("register", "--given-name", "Gus")

    told = office.asks(*gus)
    assert (told["refused"], told["taken"], told["places"]) == ("places_full", 3, 3)
    office.run(*gus)
    assert office.err.startswith("3 of 3 places are taken. Nothing was changed.")
    assert office.asks(*gus, "--despite-full")["refused"] == "reason_needed"
    assert office.asks(*gus, "--despite-full", "--reason", "speaks")["status"] == "accepted"
    office.run("admission")
    assert "Places: 4 of 3 taken, 1 more than there are." in office.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--deadline", "2027-03-28T02:30"), "There is no 2027-03-28T02:30 in Europe/Copenhagen"),
        (("--deadline", "2026-10-26"), "has no time of day"),
        (("--deadline", "tomorrow"), "is no time in Europe/Copenhagen"),
        (("--delegation", "UK=none"), "There is no delegation “UK”. There are: US delegation."),
        (("--places", "-1"), "There can't be -1 places"),
    ],
)
def test_what_can_not_be_is_refused_in_plain_words(
    office: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    office.run("admission", *arguments)

    assert office.status == 1
    assert said in office.err


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (("--kind", "nobody=3"), "there is no kind “nobody”. There are: cluster, company,"),
        (("--delegation", " =3"), "write it as NAME=N"),
    ],
)
def test_a_limit_of_no_group_is_wrong_usage_and_limits_nobody(
    office: Terminal, limit: tuple[str, str], said: str
) -> None:
    office.run("admission", *limit)

    assert office.status == 2
    assert said in office.err
    assert [each["places"] for each in office.asks("admission")["places"]] == [3, 1]


def test_whom_to_accept_is_said_in_several_ways_at_once_and_never_left_out(
    office: Terminal,
) -> None:
    office.run("accept-applications", "--rest", "waiting")
    assert "Nobody is named. Say --all," in office.err
    office.run("accept-applications", "--delegation", "UK")
    assert "There are: US delegation." in office.err

    done = office.asks("accept-applications", "--delegation", "us delegation", "--first", "1")

    assert len(done["accepted"]) == 1


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("2026-10-25T02:30", "show 02:30 twice on 25 October 2026"),
        ("2026-10-20T14:00 CET", "On 20 October 2026 clocks at the venue show CEST, not CET."),
    ],
)
def test_what_had_to_be_settled_is_said(office: Terminal, deadline: str, said: str) -> None:
    office.run("admission", "--deadline", deadline)

    assert said in office.out


def test_letters_and_mails_tell_what_became_of_each(office: Terminal) -> None:
    office.run("accept-applications", "--all", "--rest", "waiting")
    file = office.folder / "letters.pdf"

    printed = office.asks("letters", "-o", str(file), "--language", "de")
    mails = office.asks("mail-texts", "--status", "waiting")["mails"]

    assert (printed["items"], printed["pages"], file.exists()) == (5, 5, True)
    assert [each["to"] for each in mails] == ["ben@example.org", "eve@example.org"]
    assert "26 October 2026, 14:00 CET" in mails[1]["text"]
    assert office.asks("mail-texts", "--delegate", "A-2", "--status", "accepted")["refused"] == (
        "nobody_to_write_to"
    )


def test_who_was_told_by_mail_gets_no_letter_unless_something_else_is_decided(
    office: Terminal,
) -> None:
    office.run("accept-applications", "--first", "2")
    file = office.folder / "mails.csv"
    assert office.asks("mail-texts", "-o", str(file), "--status", "accepted")["mails"] == 2
    office.run("status", "A-1", "declined")

    new = office.asks("mail-texts", "--only", "new")["mails"]

    assert [(each["to"], each["status"]) for each in new] == [
        ("ada@example.org", "declined"),
        ("eve@example.org", "waiting"),
    ]
    assert "Your place at Cluster roundtable" in file.read_text(encoding="utf-8-sig")
    office.run("mail-texts", "-o", str(file), "--only", "new")
    office.run("mail-texts", "--only", "new")
    assert "knows it already" in office.err


def test_texts_of_letters_are_changed_in_plain_files(office: Terminal) -> None:
    terminal, folder = office, office.folder / "texts"
    terminal.run("letter-texts", "--export", str(folder))
    text = folder / "accepted.en.txt"
    text.write_text("Hello\n\nDear {nobody}", encoding="utf-8")

    terminal.run("letter-texts", "--keep", str(text))

    assert terminal.status == 1
    assert "line 3: there is no placeholder {nobody}" in terminal.err
    text.write_text("Hello\n\nDear {name}", encoding="utf-8")
    assert terminal.asks("letter-texts", "--keep", str(text))["texts"][text.name]["own"]
    terminal.run("letter-texts", "--drop", text.name)
    assert "accepted.en.txt  usual" in terminal.out


def test_many_are_decided_on_at_once_and_taken_back_as_one(office: Terminal) -> None:
    done = office.asks("status", "A-1", "declined", "--and", "A-2", "--and", "A-3")

    assert [each["badge_number"] for each in done["delegates"]] == ["A-1", "A-2", "A-3"]
    assert office.asks("admission")["counts"]["declined"] == 3
    office.run("undo")
    assert office.asks("admission")["counts"]["declined"] == 0
    office.run("status", "A-1", "accepted", "--and", "A-2")
    assert "1 stood there already, or found no place." in office.out
