"""What a program that prints by itself remembers, whether it ends as it should or is killed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import wall_clock
from app.files import FileNotWritten
from app.printers.job_book import JobBook
from app.printers.port import Job, JobState, Trouble
from app.printers.runs import KEPT
from tests.ends import die_at_once
from tests.processes import processes

PRINTER = "Label printer"


def write_and_die(folder: Path) -> None:
    """Note jobs in every state, and be killed."""
    book = JobBook(folder)
    book.open(wall_clock())
    for state in JobState:
        book.keep(Job(state.value, f"Badges {state}", state), PRINTER)
    die_at_once()


def told(book: JobBook) -> dict[str, tuple[JobState, tuple[Trouble, ...]]]:
    found = {state.value: book.named(state.value) for state in JobState}
    return {name: (kept.job.state, kept.job.troubles) for name, kept in found.items() if kept}


def test_what_a_killed_program_had_not_begun_came_out_nowhere_and_the_rest_leaves_doubt(
    tmp_path: Path,
) -> None:
    killed = processes().Process(target=write_and_die, args=(tmp_path,))
    killed.start()
    killed.join()

    assert told(JobBook(tmp_path)) == {
        "waiting": (JobState.FAILED, (Trouble.BROKEN_OFF,)),
        "printing": (JobState.FAILED, (Trouble.CUT_SHORT,)),
        "done": (JobState.DONE, ()),
        "failed": (JobState.FAILED, ()),
        "cancelled": (JobState.CANCELLED, ()),
    }
    assert JobBook(tmp_path).titled(PRINTER, "Badges waiting") == "waiting"
    assert JobBook(tmp_path).titled("Another", "Badges waiting") == ""


def test_a_job_of_a_program_that_lives_goes_on_until_that_ends(tmp_path: Path) -> None:
    one, other = JobBook(tmp_path), JobBook(tmp_path)
    one.open(wall_clock())
    one.keep(Job("a", "Badges", JobState.PRINTING), PRINTER)

    assert told_of(one, "a") == told_of(other, "a") == (JobState.PRINTING, ())
    other.ask_to_stop("a")
    assert one.is_to_stop("a")
    one.close()

    assert told_of(other, "a") == (JobState.FAILED, (Trouble.CUT_SHORT,))


def test_what_is_old_goes_but_not_what_still_lives(tmp_path: Path) -> None:
    old, living = JobBook(tmp_path), JobBook(tmp_path)
    for book, name in ((old, "old"), (living, "living")):
        book.open(wall_clock())
        book.keep(Job(name, "Badges", JobState.WAITING), PRINTER)
    old.close()

    JobBook(tmp_path).open(wall_clock() + KEPT + timedelta(minutes=1))

    assert JobBook(tmp_path).named("old") is None
    assert living.named("living") is None
    assert JobBook(tmp_path)._lives(living.program)


def test_a_folder_that_can_not_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FileNotWritten):
        JobBook(tmp_path / "file" / "jobs").open(wall_clock())


def told_of(book: JobBook, job: str) -> tuple[JobState, tuple[Trouble, ...]]:
    kept = book.named(job)
    assert kept is not None
    return kept.job.state, kept.job.troubles
