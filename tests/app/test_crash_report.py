from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.crash_report import PROGRAM, crash_report, keep_report
from tests.building import MORNING

NAME = "Jūratė Balsevičė"


def fail_twice(person: str) -> None:
    try:
        int(person)
    except ValueError as first:
        raise KeyError(person) from first


def fail_anew(person: str) -> None:
    try:
        int(person)
    except ValueError:
        raise RuntimeError from None


def mistake(fail: Callable[[str], None] = fail_twice) -> BaseException:
    with pytest.raises((KeyError, RuntimeError)) as caught:
        fail(NAME)
    return caught.value


def test_a_report_says_where_it_happened_and_by_what() -> None:
    report = crash_report(mistake(), MORNING)

    assert "tests/app/test_crash_report.py" in report
    assert "in mistake" in report
    assert report.index("ValueError") < report.index("KeyError")
    assert "2027-03-16T08:30:00" in report


def test_a_report_names_nobody() -> None:
    report = crash_report(mistake(), MORNING)

    assert "Balsevi" not in report
    assert str(PROGRAM) not in report
    assert str(Path.home()) + "/" not in report


def test_what_was_put_in_the_place_of_another_stands_alone() -> None:
    report = crash_report(mistake(fail_anew), MORNING)

    assert "RuntimeError" in report
    assert "ValueError\n" not in report


def test_reports_are_kept_and_the_oldest_make_room(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.mkdir()
    for number in range(60):
        (folder / f"mistake-2020{number:02}.txt").touch()
    (folder / "letter.txt").touch()

    file = keep_report(folder, "What happened", MORNING)

    assert file.read_text() == "What happened"
    kept = sorted(each.name for each in folder.glob("mistake-*"))
    assert len(kept) == 50
    assert kept[0] == "mistake-202011.txt"
    assert (folder / "letter.txt").exists()
