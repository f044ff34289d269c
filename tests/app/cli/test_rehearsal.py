"""Rehearsing a day from the command line."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from app.desks import Desks
from app.settings import load_settings
from app.starting import Starting
from tests.app.cli.conftest import Terminal
from tests.app.cli.test_plan import CtrlC
from tests.building import MovableClock


@pytest.fixture
def sample(terminal: Terminal, clock: MovableClock) -> Terminal:
    """A terminal at the sample event."""
    starting = Starting(Desks(load_settings(), clock=clock))
    terminal.event = str(starting.make_sample())
    return terminal


def test_the_sample_is_rehearsed_in_words_and_in_figures(sample: Terminal) -> None:
    before = Path(sample.event).read_bytes()
    sample.run("rehearse", "--no-shows", "10%", "--runs", "1")

    assert sample.status == 0
    said = re.search(
        r"Of 349 meetings (\d+) ± 0 are lost\. Proposals recover (\d+) ± 0 "
        r"\(whatever fits first: (\d+) ± 0\), at most (\d+)\.\n"
        r"(\d+\.\d) people are told for each that is recovered\.",
        sample.out,
    )
    assert said is not None, sample.out
    lost, recovered, first_fit, at_most = map(int, said.groups()[:4])
    assert 0 < first_fit <= recovered <= at_most < lost
    assert "Tables:" in sample.out
    assert sample.out.endswith("Each figure is the mean of 1 run. Nothing was changed.\n")

    told = sample.asks("rehearse", "--no-shows", "0.1", "--runs", "1")
    assert told["meetings"] == {"mean": 349.0, "spread": 0.0}
    assert told["lost"]["mean"] == lost == sum(each["mean"] for each in told["lost_by"].values())
    assert told["proposals"]["recovered"]["mean"] == recovered
    assert told["first_fit"]["recovered"]["mean"] == first_fit
    assert told["tables"] == 40
    assert 0 < told["proposals"]["tables_used"]["most"] <= 40
    assert Path(sample.event).read_bytes() == before


def test_one_kind_of_meeting_may_have_no_shows_of_its_own(sample: Terminal) -> None:
    rates = ("--no-shows", "0", "--no-shows", "c2c=100%")

    told = sample.asks("rehearse", *rates, "--runs", "1", "--day", "2027-03-16")

    kinds = told["alone"]["kinds"]
    assert kinds["c2c"]["held"]["mean"] == 0 < kinds["c2c"]["planned"]["mean"]
    assert told["meetings"]["mean"] == 290


def test_ctrl_c_stops_a_rehearsal(sample: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = CtrlC()
    monkeypatch.setattr(sys, "stderr", screen)

    sample.run("rehearse")

    assert "of the days are played" in screen.shown
    assert sample.status == 0
    assert sample.out == "Stopped before a day was played to its end. Play fewer runs.\n"


def test_what_makes_no_sense_is_refused_with_what_to_do(terminal: Terminal) -> None:
    terminal.makes_event()

    assert terminal.asks("rehearse")["refused"] == "nothing_to_rehearse"
    terminal.run("rehearse", "--runs", "0")
    assert terminal.status == 1
    assert (
        terminal.err == "Days are played 1 to 1000 times, not 0. Choose another number of runs.\n"
    )
    terminal.run("rehearse", "--no-shows", "2")
    assert terminal.err == "Between nobody, 0, and everybody, 1, can stay away, not 2.0.\n"
    terminal.run("rehearse", "--no-shows", "many")
    assert terminal.status == 2
