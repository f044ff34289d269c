"""The log of the program."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

from app.log import BYTES_OF_ONE, KEPT, NAME, begin_log, end_log
from app.version import VERSION


def test_a_log_says_when_the_program_began_and_ended_and_what_was_complained_of(
    tmp_path: Path,
) -> None:
    handler = begin_log(tmp_path / "log")
    logging.getLogger(f"{NAME}.qt").warning("no such font")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("soon gone", DeprecationWarning, stacklevel=1)
    end_log(handler)

    said = (tmp_path / "log" / "matchdesk.log").read_text(encoding="utf-8")
    assert f"Matchdesk {VERSION}" in said
    assert "no such font" in said
    assert said.strip().endswith("It ends")


def test_full_logs_are_turned_over_and_the_oldest_go(tmp_path: Path) -> None:
    handler = begin_log(tmp_path)
    for _ in range(2 * (KEPT + 2) * BYTES_OF_ONE // 100_000):
        logging.getLogger(NAME).info("x" * 50_000)
    end_log(handler)

    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 1 + KEPT
    assert all(each.stat().st_size <= BYTES_OF_ONE for each in kept)


def test_a_log_that_cannot_be_turned_over_grows_on(tmp_path: Path) -> None:
    (tmp_path / f"matchdesk.log.{KEPT}" / "in the way").mkdir(parents=True)
    handler = begin_log(tmp_path)
    for number in range(2 * (KEPT + 2) * BYTES_OF_ONE // 100_000):
        logging.getLogger(NAME).info("%s %s", number, "x" * 50_000)
    end_log(handler)

    said = (tmp_path / "matchdesk.log").read_text(encoding="utf-8")
    assert f" {number} xxx" in said
    assert f" {number - 1} xxx" in said


def test_where_no_log_can_be_written_the_program_begins_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    handler = begin_log(tmp_path / "file" / "log")

    assert handler is None
    end_log(handler)
