from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from app.aside import Aside, AsideBug, BrokeOff
from app.delegates.importing.imports import Imported, ImportOrder, Imports
from app.delegates.reading.refusals import FileRefused
from app.delegates.roster import everybody
from app.desks import OpenEvent
from app.journal.journal import Changes
from app.journal.verify import verify
from app.progress import Cancelled, Progress, Report, Step, StepProgress
from tests.app.delegates.lists import write_list
from tests.building import DESK_1
from tests.ends import die_at_once


def import_list(file: Path, event: OpenEvent, report: Report) -> Imported:
    return Imports(event.journal, event.letters).run(file, ImportOrder(), report)


def die(_event: OpenEvent, report: Report) -> None:
    report(Progress(1, 2))
    die_at_once()


def import_and_die(file: Path, event: OpenEvent, report: Report) -> None:
    def heard(progress: Progress) -> None:
        report(progress)
        if progress.done >= 1000:
            die_at_once()

    import_list(file, event, heard)


def blunder(_event: OpenEvent, _report: Report) -> None:
    raise ZeroDivisionError


def say_something(_event: OpenEvent, _report: Report) -> str:
    sys.stdout.write("a library is talkative\n")
    return "answer"


@pytest.fixture
def aside(open_event: OpenEvent) -> Aside:
    return Aside(open_event.journal, DESK_1)


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    people = [{"Given name": f"Given {n}", "Family name": f"Family {n}"} for n in range(3000)]
    return write_list(tmp_path / "crowd.csv", people)


def test_an_import_aside_is_there_for_the_one_that_asked(
    open_event: OpenEvent, crowd: Path
) -> None:
    heard: list[Changes] = []
    progress: list[Progress] = []
    aside = Aside(open_event.journal, DESK_1, heard.append)

    imported = aside.run(partial(import_list, crowd), progress.append)

    assert imported.created == 3000
    assert len(everybody(open_event.journal)) == 3000
    assert any("Delegate" in each.models for each in heard)
    assert StepProgress(3000, 3000, Step.WRITING) in progress
    assert progress[-1] == StepProgress(0, 0, Step.FINISHING)
    assert verify(open_event.journal).problems == ()


def test_work_that_is_stopped_leaves_nothing(aside: Aside, crowd: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done >= 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        aside.run(partial(import_list, crowd), stop)

    assert everybody(aside.journal) == ()


def test_work_whose_process_dies_is_taken_back_and_said(aside: Aside, crowd: Path) -> None:
    with pytest.raises(BrokeOff):
        aside.run(partial(import_and_die, crowd))

    assert everybody(aside.journal) == ()
    assert verify(aside.journal).problems == ()


def test_a_refusal_comes_back_as_it_is(aside: Aside, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        aside.run(partial(import_list, tmp_path / "missing.csv"))

    assert refusal.value.reason == "missing"


def test_a_mistake_comes_back_with_its_traceback(aside: Aside) -> None:
    with pytest.raises(AsideBug, match="ZeroDivisionError"):
        aside.run(blunder)


def test_what_the_work_prints_does_not_get_into_its_answer(aside: Aside) -> None:
    assert aside.run(say_something) == "answer"


def test_a_process_that_dies_at_once_is_said_too(aside: Aside) -> None:
    with pytest.raises(BrokeOff):
        aside.run(die)
