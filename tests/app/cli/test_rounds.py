"""Rounds at mixed tables, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desks import Desks
from app.settings import load_settings
from app.starting import Starting
from tests.app.cli.conftest import Terminal
from tests.building import MovableClock


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
