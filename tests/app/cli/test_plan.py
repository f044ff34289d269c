"""Meetings planned without a screen."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.desks import Desks, OpenEvent
from app.meetings.worth import change_rules
from app.settings import load_settings
from tests.app.cli.conftest import Terminal
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder

ROOT = Path(__file__).parents[3]


@contextmanager
def floor_of(terminal: Terminal) -> Iterator[Floor]:
    """Say who asks whom on the event that the terminal made."""
    opened: OpenEvent = Desks(load_settings()).open(Path(terminal.event))
    try:
        yield Floor(opened, EventBuilder(opened))
    finally:
        opened.close()


@pytest.fixture
def asked(terminal: Terminal) -> Terminal:
    """A terminal on an event in which Ada asks three others, and two never meet."""
    terminal.makes_event()
    with floor_of(terminal) as floor:
        for host in ("Ben", "Cleo", "Dov"):
            floor.asks("Ada", host)
        floor.who("Ute", days=["2027-03-16"])
        floor.who("Nuno", days=["2027-03-17"])
        floor.asks("Ute", "Nuno")
    return terminal


def test_a_plan_is_answered_with_its_figures(asked: Terminal) -> None:
    told = asked.asks("plan")

    assert asked.status == 0
    assert (told["wanted"], told["placed"], told["most_placed"]) == (4, 3, 3)
    assert told["worth"] == told["bound"] == 3 * 2
    (unplaced,) = told["unplaced"]
    assert (unplaced["request"], unplaced["reason"]) == ("R-A4", "no_common_slot")
    assert unplaced["text"] == "Ute Of has no slot in common with Nuno Of."
    assert {"idle_gaps", "table_changes", "seconds"} <= told.keys()
    assert told["accepted"] is None
    assert len(told["meetings"]) == 3


def test_a_plan_is_shown_in_words(asked: Terminal) -> None:
    asked.run("plan")

    assert asked.out.startswith("3 of at most 3 meetings placed; 4 are wanted.\nWorth: 6 of at")
    assert "R-A4  Ute Of with Nuno Of: Ute Of has no slot in common with Nuno Of." in asked.out
    assert asked.out.endswith("Nothing was changed. To make it so, plan with --accept.\n")


def test_a_plan_is_accepted_and_taken_back(asked: Terminal) -> None:
    told = asked.asks("plan", "--accept")
    with floor_of(asked) as floor:
        planned = len(floor.meetings())
    asked.run("undo")
    with floor_of(asked) as floor:
        left = len(floor.meetings())

    assert (told["accepted"]["added"], planned, left) == (3, 3, 0)


def test_the_same_event_has_the_same_plan(asked: Terminal) -> None:
    first, again = asked.asks("plan"), asked.asks("plan")

    assert first["meetings"] == again["meetings"]


def test_a_newer_plan_says_who_would_have_another_schedule(asked: Terminal) -> None:
    asked.run("plan", "--accept")
    with floor_of(asked) as floor:
        floor.asks("Eva", "Finn")
    told = asked.asks("plan", "--keep")
    asked.run("plan", "--keep")

    assert [each["name"] for each in told["changes"]["people"]] == ["Eva Of", "Finn Of"]
    assert told["changes"]["unchanged"] == 3
    assert "2 people would have another schedule: 1 new, 3 as they are." in asked.out
    assert "  Eva Of and Finn Of\n" in asked.out


def test_time_that_is_up_stops_with_the_best_so_far(asked: Terminal) -> None:
    told = asked.asks("plan", "--seconds", "0")

    assert asked.status == 0
    assert told["stopped"]
    assert told["placed"] + len(told["unplaced"]) == told["wanted"]


class CtrlC(io.TextIOWrapper):
    """A terminal at which Ctrl+C is pressed as soon as progress is shown."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.shown += text
        signal.raise_signal(signal.SIGINT)
        return len(text)


def test_ctrl_c_stops_with_the_best_so_far_and_accepts_nothing(
    asked: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = CtrlC()
    monkeypatch.setattr(sys, "stderr", screen)
    asked.run("plan", "--accept")
    with floor_of(asked) as floor:
        planned = floor.meetings()

    assert "placed" in screen.shown
    assert asked.status == 0
    assert "this is the best until then." in asked.out
    assert asked.out.endswith("Stopped. Nothing was accepted.\n")
    assert planned == ()


def test_an_event_without_requests_says_what_to_do(terminal: Terminal) -> None:
    terminal.makes_event()
    terminal.run("plan")

    assert terminal.out == "No request is open. Import requests, then plan.\n"
    assert terminal.asks("plan")["wanted"] == 0


def test_what_contradicts_itself_is_refused_by_name(terminal: Terminal) -> None:
    terminal.makes_event()
    with floor_of(terminal) as floor:
        floor.meets("Ute", "Nuno", "10:40", "4", locked=True)
        floor.meets("Ada", "Ben", "10:40", "4", locked=True)
    told = terminal.asks("plan")
    terminal.run("plan", "--accept")

    assert terminal.status == 1
    assert (told["refused"], told["why"]) == ("plan_contradicts", "clash_at_table")
    assert [each["number"] for each in told["named"]["pairs"]] == ["M-A1", "M-A2"]
    assert terminal.err == (
        "Table 4 has several meetings that stay at 16 March, 10:40: Ute Of with Nuno Of (M-A1) "
        "and Ada Of with Ben Of (M-A2). Move or unlock one of them. Nothing was planned.\n"
    )


def test_limits_are_said_with_what_would_help(asked: Terminal) -> None:
    with floor_of(asked) as floor:
        change_rules(floor.journal, {"most_meetings": 2})
    asked.run("plan")

    assert "Ada Of has 2 meetings, as many as allowed." in asked.out
    assert "  1 more meeting allowed to Ada Of would place 1 meeting more.\n" in asked.out
