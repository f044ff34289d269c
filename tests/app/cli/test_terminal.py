"""What a terminal does around the commands: words mistyped, answers that nobody reads on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.cli.conftest import Terminal

PROJECT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("imort", "there is no command imort. Did you mean import? --help lists them all"),
        ("Checkin", "there is no command Checkin. Did you mean check-in? --help lists them all"),
        ("frobnicate", "there is no command frobnicate. --help lists them all"),
        ("day.matchdesk", "The command comes first, then the event: find EVENT TEXT."),
    ],
)
def test_a_mistyped_command_is_told_from_those_there_are(
    terminal: Terminal, typed: str, said: str
) -> None:
    terminal.runs_alone(typed)

    assert terminal.status == 2
    assert said in terminal.err
    assert len(terminal.err) < 250, "nobody reads the names of all commands"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("print", "agenda", "--day", "soon"), "--day: “soon” is not a day, such as 2027-03-16"),
        (("close-day", "--day", "soon"), "--day: “soon” is not a day, such as 2027-03-16"),
        (("plan", "--seconds", "few"), "--seconds: “few” is not a number"),
        (("doubts", "--settle", "A-1"), "--settle: “A-1” is not an id, as lists show them"),
    ],
)
def test_a_word_that_can_t_be_read_is_answered_with_what_belongs_there(
    terminal: Terminal, words: tuple[str, ...], said: str
) -> None:
    command, *more = words

    terminal.run(command, *more)

    assert (terminal.status, said in terminal.err) == (2, True)


def test_tables_are_cleared_only_where_it_is_said_which(terminal: Terminal) -> None:
    terminal.makes_event()
    assert ": Cluster days, 2 days." in terminal.out

    terminal.run("clear-table")

    assert (terminal.status, "one of the arguments table --zone" in terminal.err) == (2, True)


@pytest.mark.parametrize(("words", "status"), [(("history",), 0), (("scan", "4006381333931"), 1)])
def test_an_answer_that_nobody_reads_on_ends_without_a_word(
    terminal: Terminal, words: tuple[str, ...], status: int
) -> None:
    terminal.makes_event()
    command, *more = words

    with subprocess.Popen(
        [sys.executable, "-m", "app.cli", command, terminal.event, *more, "--json"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
        ended = running.wait()

    assert (said, ended) == (b"", status)
