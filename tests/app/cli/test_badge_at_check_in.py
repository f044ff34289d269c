"""Check-in by command, and the badge that comes out with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.printing.readback import codes_in
from tests.app.cli.conftest import Terminal
from tests.print_service import PrintService, until

FIRST, SECOND = "A-1", "A-2"


@pytest.fixture
def desk(prepared: Terminal, service: PrintService) -> Terminal:
    """A terminal on an event, whose badges go to the laser on sheets of one."""
    prepared.runs_alone("set-printer", "badges", "laser")
    return prepared


def checks_in(desk: Terminal, *more: str) -> dict[str, object]:
    told = desk.asks("check-in", FIRST, "--at", "2027-03-16T09:00", *more)
    assert told["decision"] == "checked_in"
    badge: dict[str, object] = told["badge"]
    return badge


def test_a_badge_goes_to_the_printer_that_was_chosen_or_is_named(
    desk: Terminal, service: PrintService, tmp_path: Path
) -> None:
    badge = checks_in(desk, "--print")

    assert (desk.status, badge["handed_over"]) == (0, True)
    until(lambda: bool(service.everything))
    (tmp_path / "arrived.pdf").write_bytes(service.everything[0])
    assert len(list(codes_in(tmp_path / "arrived.pdf"))) == 1
    (run,) = desk.asks("print-jobs")["runs"]
    assert (run["kind"], run["printer"]) == ("badges", "laser")


def test_the_setting_of_the_desk_prints_too_unless_told_otherwise(
    desk: Terminal, service: PrintService
) -> None:
    desk.runs_alone("badge-at-check-in", "on")

    assert desk.asks("check-in", FIRST, "--at", "2027-03-16T09:00", "--no-print")["badge"] is None
    desk.run("undo")
    desk.run("check-in", FIRST, "--at", "2027-03-16T09:01", "--print", "slow")

    assert "badges, 1 page, slow: " in desk.out
    assert service.everything == []


def test_whoever_has_a_badge_on_paper_or_on_its_way_gets_no_other(
    desk: Terminal, service: PrintService
) -> None:
    checks_in(desk, "--print", "slow")
    desk.run("undo")

    badge = checks_in(desk, "--print")

    assert (desk.status, badge) == (0, {"handed_over": False, "reason": "has_one"})
    assert len(desk.asks("print-jobs")["runs"]) == 1


def test_a_badge_that_is_not_handed_over_never_fails_the_check_in(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    badge = checks_in(desk, "--print")

    assert (desk.status, badge["handed_over"]) == (3, False)
    assert badge["refused"] == "print_service_silent"
    desk.run("check-in", FIRST, "--at", "2027-03-16T09:01")
    assert (desk.status, desk.err[:18]) == (1, "Already checked in")


def test_what_kept_the_badge_is_said_with_the_check_in(desk: Terminal) -> None:
    desk.run("check-in", FIRST, "--at", "2027-03-16T09:00", "--print", "nowhere")

    assert desk.status == 3
    checked_in, why = desk.out.splitlines()
    assert checked_in.startswith("Checked in at 09:00: A-1")
    assert why.startswith("  No badge was handed over, the check-in stands. ")
    assert "laser" in why


def test_nobody_who_comes_back_and_nobody_refused_gets_a_badge(
    desk: Terminal, service: PrintService
) -> None:
    desk.runs_alone("badge-at-check-in", "on")
    desk.run("check-in", FIRST, "--at", "2027-03-16T09:00", "--no-print")
    desk.run("check-out", FIRST, "--at", "2027-03-16T09:30")

    back = desk.asks("check-in", FIRST, "--at", "2027-03-16T10:00")

    assert (back["decision"], back["badge"]) == ("back_in", None)
    desk.run("check-in", SECOND, "--at", "2027-03-16T10:00")
    assert desk.status == 1
    assert desk.asks("print-jobs")["runs"] == []
