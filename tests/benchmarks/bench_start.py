"""Measures what ``desk.py`` adds to a command once its environment is ready.

Run with ``python -m tests.benchmarks.bench_start [RUNS]``. A command that does nothing is started
bare and through ``desk.py``, in turns, on a copy of the entry. Target: less than 0.3 s more.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from app.start.environment import Environment

PROJECT = Path(__file__).parents[2]
RUNS = 40


def main(arguments: Sequence[str]) -> None:
    """Print the medians and what lies between them."""
    runs = int(arguments[0]) if arguments else RUNS
    with tempfile.TemporaryDirectory() as folder:
        environment = ready_copy(Path(folder))
        bare = [str(environment.python), "-P", "-m", "app.cli"]
        through = [sys.executable, str(environment.home / "desk.py"), "nothing"]
        pairs = [(seconds(bare, environment), seconds(through, environment)) for _ in range(runs)]
    added = [entry - alone for alone, entry in pairs]
    print(f"bare             median {median(alone for alone, _ in pairs) * 1000:6.1f} ms")
    print(f"through desk.py  median {median(entry for _, entry in pairs) * 1000:6.1f} ms")
    p90 = quantiles(added, n=10)[-1]
    print(f"added            median {median(added) * 1000:6.1f} ms, p90 {p90 * 1000:.1f} ms")


def ready_copy(home: Path) -> Environment:
    """Copy the entry and the real lock beside a command that does nothing."""
    shutil.copytree(PROJECT / "app" / "start", home / "app" / "start")
    for name in ("desk.py", "requirements.lock"):
        shutil.copy(PROJECT / name, home)
    (home / "app" / "cli").mkdir(parents=True)
    (home / "app" / "cli" / "__main__.py").touch()
    environment = Environment(home)
    environment.scripts.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    environment.put_stamp(environment.wanted())
    return environment


def seconds(command: Sequence[str], environment: Environment) -> float:
    """Time one run."""
    variables = environment.variables() | {"PYTHONPATH": str(environment.home)}
    begun = perf_counter()
    subprocess.run(command, check=True, env=variables)
    return perf_counter() - begun


if __name__ == "__main__":
    main(sys.argv[1:])
