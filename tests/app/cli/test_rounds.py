"""Rounds at mixed tables, from the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.desks import Desks
from app.settings import load_settings
from app.starting import Starting
from tests.app.cli.conftest import Terminal
from tests.building import MovableClock

EARLY = ("--at", "2027-03-16T08:00")


@pytest.fixture
def sample(terminal: Terminal, clock: MovableClock) -> Terminal:
    """A terminal at the sample event."""
    starting = Starting(Desks(load_settings(), clock=clock))
    terminal.event = str(starting.make_sample())
    return terminal


def test_everybody_of_the_sample_sits_in_each_round_and_meets_nobody_twice(
    sample: Terminal,
) -> None:
    before = Path(sample.event).read_bytes()
    told = sample.asks("rounds", "--rounds", "3")
    assert told["repeats"] == told["least_repeats"] == 0
    assert told["alike"]["organisation"] == {"pairs": 0, "least": 0}
    for each in told["rounds"]:
        seated = [person["badge_number"] for table in each["tables"] for person in table]
        assert len(seated) == len(set(seated)) == told["people"]
        assert {len(table) for table in each["tables"]} <= {5, 6}

    sample.run("rounds", "--rounds", "3")
    assert sample.out.count("Round ") == 3
    assert f"{told['people']} people. Nobody meets anybody twice.\n" in sample.out
    assert Path(sample.event).read_bytes() == before


def test_what_makes_no_rounds_is_refused_with_what_to_do(sample: Terminal) -> None:
    sample.run("rounds", "--size", "1")
    assert sample.status == 1
    assert sample.err == "A table takes 3 people or more, or nobody is mixed.\n"
    sample.run("rounds", "--here-on", "2027-03-16")
    assert sample.err.startswith("There is nobody to seat. In a second round")


def test_kept_rounds_are_shown_as_they_run(sample: Terminal) -> None:
    at = ("--at", "2027-03-16T08:33:30")
    start = ("--keep", "2027-03-16T08:30", "--minutes", "10")
    sample.run("rounds", "--rounds", "2", *start, "--at", "2027-03-16T08:00")
    assert sample.out.endswith("Kept: 08:30 to 08:52.\n")
    sample.run("rounds-now", *at)
    assert sample.out.startswith("Round 1 runs until 08:40, in 7 min.\n  Table 1: ")
    who = sample.asks("rounds-now", *at)["round"]["tables"][0][0]
    sample.run("rounds-of", who["badge_number"], *at)
    assert sample.out.startswith(f"{who['name']}: 2 rounds.\n  Round 1, 08:30: table 1\n")
    sample.run("rounds-missing", who["badge_number"], *at)
    assert sample.out.startswith(f"{who['name']} is not in 1 round to come. ")
    sample.run("rounds-late", who["badge_number"], *at)
    done, where = sample.out.splitlines()
    assert done == f"{who['name']} has a place in 1 round to come. 0 seats of others change."
    assert re.fullmatch(rf"  {who['name']}: table \d+ in round 2", where)
    sample.run("rounds-drop", *at)
    sample.run("rounds-now", *at)
    assert sample.err == "No rounds are kept for 2027-03-16. Seat people and keep them first.\n"


def test_only_those_who_are_meant_are_seated_at_so_many_tables(sample: Terminal) -> None:
    everybody = sample.asks("rounds", "--rounds", "1")["people"]
    some = sample.asks("rounds", "--rounds", "2", "--delegation", "baltic", "--tables", "5")
    assert 0 < some["people"] < everybody
    assert len(some["rounds"][0]["tables"]) == 5
    assert some["sizes"]["largest"] - some["sizes"]["smallest"] <= 1
    sample.run("rounds", "--rounds", "2", "--delegation", "Baltic", "--tables", "300")
    assert "leave fewer than 3 at one. Take fewer tables." in sample.err
    sample.run("rounds", "--delegation", "Atlantis")
    assert sample.err.startswith("There is nobody to seat.")


def test_who_came_and_who_did_not_are_shown_seated_and_let_go(sample: Terminal) -> None:
    at = ("--at", "2027-03-16T08:10")
    start = ("--keep", "2027-03-16T08:30", "--delegation", "Baltic")
    kept = sample.asks("rounds", "--rounds", "2", *start, *at)
    sample.run("check-in", "A-1", *at)
    sample.run("check-in", "A-9", *at)
    sample.run("rounds-presence", *at)
    shown = sample.out.splitlines()
    assert shown[0].endswith("here without a seat.")
    done = sample.asks("rounds-presence", "--fit-in", "--let-go", *at)
    came = len(done["arrived"]) + kept["people"] - len(done["missing"])
    again = sample.asks("rounds-presence", *at)
    assert (again["arrived"], again["missing"]) == ([], [])
    now = sample.asks("rounds-now", *at)["round"]
    assert sum(map(len, now["tables"])) == came == 2


def test_two_change_seats_after_the_effect_was_told(sample: Terminal) -> None:
    at = ("--at", "2027-03-16T08:10")
    start = ("--keep", "2027-03-16T08:30")
    told = sample.asks("rounds", "--rounds", "3", *start, *at)
    one, other = (table[0]["badge_number"] for table in told["rounds"][1]["tables"][:2])
    swap = ("rounds-swap", one, other, "--round", "2")
    sample.run(*swap, "--dry-run", *at)
    assert sample.out.startswith("Nothing was changed. It would bring:\nRound 2: ")
    sample.run(*swap, *at)
    sample.run("rounds-of", one, *at)
    assert ": table 2\n" in sample.out
    sample.run("undo", *at)
    sample.run("rounds-of", one, *at)
    assert "Round 2, 08:42: table 1\n" in sample.out
    sample.run(*swap[:-1], "4", *at)
    assert sample.err == "There are 3 rounds. Name one of them.\n"
    sample.run("rounds-swap", one, one, "--round", "2", *at)
    assert sample.err == "They sit at one table, number 1. Nothing would change.\n"


def test_rounds_are_tried_at_a_time_and_who_has_a_meeting_then_is_said(sample: Terminal) -> None:
    before = Path(sample.event).read_bytes()
    sample.run("rounds", "--rounds", "2", "--keep", "2027-03-16T10:30", "--dry-run", *EARLY)
    *_seats, nothing, meeting, block = sample.out.splitlines()
    assert nothing == "Nothing was kept."
    assert re.fullmatch(r"\d+ of them have a meeting then: M-.*", meeting)
    assert block.startswith("Matchmaking is at the same time, ")
    assert Path(sample.event).read_bytes() == before

    told = sample.asks("rounds", "--rounds", "2", "--keep", "2027-03-16T10:30", *EARLY)
    assert len(told["kept"]["rounds"]) == 2
    assert f"{len(told['meanwhile']['meeting'])} of them have a meeting then: " in meeting
