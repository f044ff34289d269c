"""Printers and print runs without a screen, with a real print service behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.printing.readback import codes_in
from app.settings import change_settings
from tests.app.cli.conftest import Terminal
from tests.print_service import PrintService, until

BADGES = ("badges", "--stock", "a6")


@pytest.fixture
def desk(prepared: Terminal, service: PrintService) -> Terminal:
    """A terminal on an event with one accepted delegate, and printers."""
    return prepared


def test_printers_are_listed_with_what_goes_to_them(desk: Terminal) -> None:
    desk.runs_alone("set-printer", "badges", "slow")
    assert desk.out == "badges go to slow.\n"

    desk.runs_alone("printers")

    assert "laser (Office laser, Hall 3): ready; the system's usual one" in desk.out
    assert "slow (Slow printer, Hall 3): ready; for badges\n" in desk.out


def test_a_printer_that_stopped_says_why(desk: Terminal, service: PrintService) -> None:
    desk.run("print", *BADGES, "--printer", "patient")

    desk.runs_alone("printers")

    said = "patient (Roll that waits, Hall 3): stopped\n  patient is out of paper. Put in paper"
    assert said in desk.out


def test_badges_go_to_the_printer_that_was_chosen(
    desk: Terminal, service: PrintService, tmp_path: Path
) -> None:
    desk.runs_alone("set-printer", "badges", "laser")

    told = desk.asks("print", *BADGES, "--printer")

    assert (told["run"]["state"], told["run"]["printer"], told["items"]) == ("done", "laser", 1)
    (arrived,) = service.everything
    file = tmp_path / "arrived.pdf"
    file.write_bytes(arrived)
    assert len(list(codes_in(file))) == 1
    desk.asks("print", *BADGES, "--only", "new", "-o", str(tmp_path / "new.pdf"))
    assert desk.status == 1, "it counts as printed"


def test_without_a_chosen_printer_those_there_are_are_named(desk: Terminal) -> None:
    desk.run("print", *BADGES, "--printer")

    assert desk.status == 1
    assert desk.err.startswith("No printer was chosen for badges. Name one (--printer NAME)")
    assert "laser, patient, roll, slow" in desk.err


def test_a_reprint_says_when_and_where_the_first_came_out_and_needs_to_be_meant(
    desk: Terminal, service: PrintService
) -> None:
    desk.run("print", *BADGES, "--printer", "laser")

    desk.run("print", *BADGES, "--printer", "laser")

    assert desk.status == 1
    assert re.match(r"A-1  Ada Byron came out at .*\d\d:\d\d \(Desk 1, laser\)\. ", desk.err)
    desk.run("print", *BADGES, "--printer", "laser", "--again")
    assert desk.status == 0
    assert len(service.everything) == 2


def test_what_failed_says_why_and_what_to_do_and_comes_out_of_another_printer(
    desk: Terminal, service: PrintService
) -> None:
    desk.run("print", *BADGES, "--printer", "roll")
    assert ": failed\n" in desk.out
    assert (
        "roll is out of paper. It says: “The roll is empty.” Put in paper or a new roll, then "
        "print again (retry-print "
    ) in desk.out
    (run,) = desk.asks("print-jobs")["runs"]

    desk.run("retry-print", run["id"], "--printer", "laser")

    assert desk.status == 0
    until(lambda: desk.asks("print-jobs")["runs"][0]["state"] == "done")
    assert len(service.everything) == 1


def test_a_stopped_printer_goes_on(desk: Terminal, service: PrintService) -> None:
    desk.run("print", *BADGES, "--printer", "patient")
    assert "then let it go on (resume-printer patient)." in desk.out
    service.fill()

    desk.runs_alone("resume-printer", "patient")

    until(lambda: desk.asks("print-jobs")["runs"][0]["state"] == "done")


def test_a_run_is_cancelled(desk: Terminal, service: PrintService) -> None:
    desk.run("print", *BADGES, "--printer", "slow", "--wait", "0")
    (run,) = desk.asks("print-jobs")["runs"]

    desk.run("cancel-print", run["id"])

    assert ": cancelled\n" in desk.out
    desk.run("cancel-print", run["id"])
    assert desk.status == 1
    assert desk.err == f"{run['id']} was cancelled. Print it again, or leave it.\n"


def test_what_nobody_knows_of_any_more_is_noted_by_hand(
    desk: Terminal, service: PrintService
) -> None:
    desk.run("print", *BADGES, "--printer", "laser", "--wait", "0")
    service.forget()
    (run,) = desk.asks("print-jobs")["runs"]
    assert run["troubles"] == ["forgotten"]

    desk.run("print-jobs", "--came-out", run["id"])

    assert ": done\n" in desk.out


def test_papers_are_put_right_for_a_printer(desk: Terminal) -> None:
    right = ("--offset-x", "1.5", "--offset-y", "-2", "--rotation", "90", "--scale", "0.98")
    desk.runs_alone("set-printer", "badges", "laser", "--stock", "a6", *right)
    assert desk.out == (
        "badges go to laser. On a6: 1.5 mm to the right, -2 mm down, turned by 90°, 0.98 times as "
        "large.\n"
    )

    desk.runs_alone("set-printer", "badges", "laser", "--stock", "a6", "--scale", "7")

    assert desk.status == 2


def test_a_printer_that_is_not_there_is_not_chosen(desk: Terminal) -> None:
    desk.runs_alone("set-printer", "badges", "nowhere")

    assert desk.status == 1
    assert desk.err.startswith("There is no printer nowhere. There are ")


def test_a_silent_print_service_is_the_machines_failure(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    desk.runs_alone("printers")

    assert desk.status == 3
    assert desk.err.startswith("The print service does not answer")


def test_nothing_printed_is_said(desk: Terminal) -> None:
    desk.run("print-jobs")

    assert desk.out == "Nothing was printed.\n"


def test_badges_at_check_in_are_switched_on_and_say_where_they_come_out(desk: Terminal) -> None:
    desk.runs_alone("badge-at-check-in", "on")
    assert "from a printer that must still be chosen (set-printer badges NAME)." in desk.out
    desk.runs_alone("set-printer", "badges", "laser")

    desk.runs_alone("badge-at-check-in", "on")

    assert desk.out == "Whoever checks in without a badge gets one, on a4-4up, from laser.\n"
    desk.runs_alone("badge-at-check-in", "off")
    assert desk.out == "No badge is printed at check-in.\n"


def test_order_and_cut_marks_are_those_of_the_desk_unless_told_otherwise(
    prepared: Terminal, tmp_path: Path
) -> None:
    def prints(name: str, *more: str) -> bytes:
        file = tmp_path / name
        prepared.run("print", "badges", "-o", str(file), *more)
        assert prepared.status == 0
        return file.read_bytes()

    marked = prints("marked.pdf")
    change_settings(lambda old: replace(old, cut_marks=False, sort="nonsense"))

    without = prints("without.pdf")

    assert len(without) < len(marked)
    assert prints("again.pdf", "--cut-marks", "--sort", "organisation") == marked
    assert prints("not.pdf", "--no-cut-marks", "--sort", "box") == without
