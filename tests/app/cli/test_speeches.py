"""Speed presentations from the command line."""

from __future__ import annotations

from tests.app.cli.conftest import Terminal

AT_NINE = ("--at", "2027-03-16T09:00")


def test_a_round_of_speeches(terminal: Terminal) -> None:
    terminal.makes_event()
    for name in ("Ada", "Bo", "Cy"):
        terminal.run("register", "--given", name, "--family", "Speaker", "--organisation", name)
    terminal.run("speeches", "--start", "2027-03-16T09:00", "--order", "delegation", *AT_NINE)
    assert terminal.out == (
        "09:00  Ada Speaker (Ada), not here yet\n"
        "09:10  Bo Speaker (Bo), not here yet\n"
        "09:20  Cy Speaker (Cy), not here yet\n"
    )
    terminal.run("speeches-next", *AT_NINE)
    assert terminal.out == (
        "Ada Speaker (Ada) speaks for 5:00 more.\n"
        "Next, at 09:10: Bo Speaker. They are not here yet.\n"
    )
    terminal.run("speeches-now", "--at", "2027-03-16T09:13:05")
    assert terminal.out == (
        "Ada Speaker (Ada) is over time by 3:05.\n"
        "Next, at 09:13: Bo Speaker. They are not here yet.\n"
        "The last speech ends at 09:33 instead of 09:30.\n"
    )
    terminal.run("speeches-swap", "A-2", "A-3", *AT_NINE)
    terminal.run("speeches-skip", "A-2", *AT_NINE)
    assert "skipped  Bo Speaker (Bo)\n" in terminal.out
    told = terminal.asks("speeches-now", *AT_NINE)
    assert (told["phase"], told["left_seconds"]) == ("speaking", 300)
    assert told["next"]["who"]["name"] == "Cy Speaker"
    terminal.run("speeches-skip", "A-1", *AT_NINE)
    assert terminal.err == (
        "Ada Speaker is not to speak any more. Add them, and they speak last. "
        "Nothing was changed.\n"
    )
    terminal.run("speeches-drop", *AT_NINE)
    terminal.run("speeches", *AT_NINE)
    assert terminal.err == "No speeches are set for 2027-03-16. Set them by speeches --start.\n"


def test_speeches_are_tried_before_they_are_set_and_what_else_there_is_then_is_said(
    terminal: Terminal,
) -> None:
    terminal.makes_event()
    for name in ("Ada", "Bo"):
        terminal.run("register", "--given", name, "--family", "Speaker", "--organisation", name)
    start = ("--start", "2027-03-16T11:00", "--order", "delegation", "--at", "2027-03-16T11:30")

    terminal.run("speeches", "--dry-run", *start)
    said = "The first begins at 11:00, which has passed.\nMatchmaking is at the same time, "
    assert terminal.out.startswith("1  Ada Speaker (Ada)\n2  Bo Speaker (Bo)\nNothing was set.\n")
    assert said in terminal.out
    terminal.run("speeches", *AT_NINE)
    assert terminal.status == 1

    terminal.run("speeches", *start)
    assert said in terminal.out
    told = terminal.asks("speeches", *start)["meanwhile"]
    assert (told["is_past"], told["meeting"], len(told["blocks"])) == (True, [], 1)
