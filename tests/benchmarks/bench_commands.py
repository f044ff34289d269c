"""How long commands take from their start to their end, and how much of it is loading.

    python -m tests.benchmarks.bench_commands [RUNS]

Targets: the version 0.2 s, help 0.6 s, a check-in 0.5 s, each with what ``desk.py`` adds
(``bench_start``). Loading is what Python's own ``-X importtime`` says of one run more, in which it
takes a little longer.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from app.settings import HOME
from tests.building import EventBuilder, MovableClock, make_event

PROJECT = Path(__file__).parents[2]
RUNS = 9
DELEGATES = 200
TO_BE_REFUSED = "A-999999"


def main(arguments: Sequence[str]) -> None:
    runs = int(arguments[0]) if arguments else RUNS
    print(f"{'':22} {'median':>8} {'best':>8} {'processor':>10} {'loading':>8} {'modules':>8}")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, HOME: folder, "PYTHONPATH": str(PROJECT)}
        for name, words in commands_on(Path(folder) / "event.matchdesk").items():
            print(f"{name:22} {row_of(words, runs, environment)}", flush=True)


def commands_on(file: Path) -> Mapping[str, Callable[[], Sequence[str]]]:
    """Give what is started, by name. Each delegate checks in once."""
    event = make_event(file, MovableClock())
    crowd = iter(EventBuilder(event).crowd(DELEGATES))
    event.close()
    on_event, at = str(file), ("--at", "2027-03-16T08:55")
    return {
        "--version": lambda: ["--version"],
        "--help": lambda: ["--help"],
        "check-in --help": lambda: ["check-in", "--help"],
        "check-in": lambda: ["check-in", on_event, str(next(crowd)), *at],
        "check-in, refused": lambda: ["check-in", on_event, TO_BE_REFUSED, *at],
        "find": lambda: ["find", on_event, "ada"],
        "figures": lambda: ["figures", on_event, *at],
    }


def row_of(words: Callable[[], Sequence[str]], runs: int, environment: Mapping[str, str]) -> str:
    """Start a command some times, and say in milliseconds how long it took."""
    taken = [started(words(), environment) for _ in range(runs)]
    wall = [each for each, _processor in taken]
    processor = median(each for _wall, each in taken)
    loaded = list(loading(words(), environment))
    return (
        f"{median(wall) * 1000:5.0f} ms {min(wall) * 1000:5.0f} ms {processor * 1000:7.0f} ms "
        f"{sum(loaded) / 1000:5.0f} ms {len(loaded):8}"
    )


def started(words: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Run a command; give its seconds, and those of the processor."""
    before, begun = os.times(), perf_counter()
    run([], words, environment)
    wall, after = perf_counter() - begun, os.times()
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system


def loading(words: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """Yield the microseconds of each module that a command loads."""
    said = run(["-X", "importtime"], words, environment)
    yield from map(int, re.findall(r"^import time: +(\d+) \|", said, re.MULTILINE))


def run(how: Sequence[str], words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Run a command, and give what it said beside its answer."""
    command = [sys.executable, "-P", *how, "-m", "app.cli", *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    ).stderr


if __name__ == "__main__":
    main(sys.argv[1:])
