"""Schedules printed without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.desks import Desks
from app.meetings.deeds import MeetingCancelled
from app.printing.readback import codes_in
from app.settings import load_settings
from tests.app.cli.conftest import Terminal
from tests.app.meetings.asking import Floor
from tests.building import EventBuilder


@contextmanager
def floor_of(terminal: Terminal) -> Iterator[Floor]:
    """Say who meets whom on the event that the terminal made."""
    opened = Desks(load_settings()).open(Path(terminal.event))
    try:
        yield Floor(opened, EventBuilder(opened))
    finally:
        opened.close()


@pytest.fixture
def planned(terminal: Terminal) -> Terminal:
    """A terminal on an event in which Ada, who is A-1, meets Ben and Cleo."""
    terminal.makes_event()
    with floor_of(terminal) as floor:
        floor.meets("Ada", "Ben", "11:05", "7")
        floor.meets("Ada", "Cleo", "12:20", "9")
    return terminal


def test_schedules_are_printed_and_noted(planned: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "schedules.pdf")

    told = planned.asks("print", "schedules", "-o", file)

    assert (planned.status, told["items"], told["pages"], told["unprintable"]) == (0, 3, 3, [])
    assert len(set(codes_in(Path(file)))) == 3
    again = planned.asks("print", "schedules", "-o", file, "--only", "new")
    assert (planned.status, again["refused"]) == (1, "no_schedule_to_print")


def test_only_those_that_changed_are_printed_again(planned: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "schedules.pdf")
    planned.run("print", "schedules", "-o", file)
    with floor_of(planned) as floor:
        floor.does(MeetingCancelled(floor.meetings()[0].id))

    told = planned.asks("print", "schedules", "-o", file, "--only", "changed")

    assert (told["items"], told["pages"]) == (2, 2)


def test_one_delegate_and_one_day_can_be_named(planned: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "schedules.pdf")

    planned.run("print", "schedules", "-o", file, "--delegate", "A-1", "--day", "2027-03-16")

    assert planned.out.startswith("1 schedule on 1 page: ")


def test_an_old_schedule_is_recognised_when_it_is_scanned(
    planned: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "schedule.pdf"
    planned.run("print", "schedules", "-o", str(file), "--delegate", "A-1")
    (code,) = codes_in(file)
    morning = "2027-03-16T08:55"
    assert planned.asks("scan", code, "--at", morning)["refused"] == "schedule"
    with floor_of(planned) as floor:
        floor.does(MeetingCancelled(floor.meetings()[0].id))

    told = planned.asks("scan", code, "--at", morning)

    assert (told["refused"], told["delegate"]["badge_number"]) == ("old_schedule", "A-1")


def test_where_nobody_meets_nothing_is_printed(terminal: Terminal, tmp_path: Path) -> None:
    terminal.makes_event()

    terminal.run("print", "schedules", "-o", str(tmp_path / "schedules.pdf"))

    assert terminal.status == 1
    assert "Nobody has a meeting yet. Plan meetings, then print." in terminal.err


def test_backs_of_badges_are_schedules(planned: Terminal, tmp_path: Path) -> None:
    file = str(tmp_path / "badges.pdf")

    told = planned.asks("print", "badges", "-o", file, "--stock", "a6", "--back")

    assert (planned.status, told["items"], told["pages"]) == (0, 3, 6)
    assert len(set(codes_in(Path(file)))) == 6
    again = planned.asks("print", "schedules", "-o", file, "--only", "new")
    assert again["refused"] == "no_schedule_to_print"
    folded = planned.asks("print", "badges", "-o", file, "--stock", "a6", "--back", "folded")
    assert folded == {"refused": "cannot_fold", "stock": "a6"}
