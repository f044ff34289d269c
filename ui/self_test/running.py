"""``--self-test``: every step with its time, and 0 only if all held."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from app.version import VERSION
from ui.self_test.day import Day
from ui.self_test.program import Program, StepFailed, is_installed

HELD, FAILED = 0, 1


def self_test(argv: Sequence[str]) -> int:
    """Run all steps in a folder that goes afterwards.

    ``argv`` may be ``window EVENT``: then only that event's window is opened and timed.
    """
    if argv[:1] == ["window"]:
        from ui.self_test.window import open_and_tell  # noqa: PLC0415 - loads Qt

        return open_and_tell(Path(argv[1]))
    sort = "installed" if is_installed() else "from a checkout"
    sys.stdout.write(f"Matchdesk {VERSION}, {sort}\n")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return HELD if _all_hold(Day(Program(Path(folder)))) else FAILED


def _all_hold(day: Day) -> bool:
    begun = perf_counter()
    for name, step in day.steps():
        start = perf_counter()
        try:
            seen = step()
        except StepFailed as problem:
            _tell(name, start, f"FAILED: {problem}")
            sys.stdout.write("Not all held. What comes after this was not tried.\n")
            return False
        _tell(name, start, seen)
    sys.stdout.write(f"All held, in {perf_counter() - begun:.1f} s.\n")
    return True


def _tell(name: str, start: float, seen: str) -> None:
    sys.stdout.write(f"{name:<30} {perf_counter() - start:6.2f} s  {seen}\n")
    sys.stdout.flush()
