"""How long it takes to export a big event, and how much memory.

    python -m tests.benchmarks.bench_export [DELEGATES TABLES MEETINGS]

The event is that of ``bench_figures``: two days, everybody checked in, one in twenty meetings a
no-show, an outcome of nine in ten others. Told are the rows of all sheets, and for each format how
long it takes to read the event, write the files, read them back and note them, the first time and
again; then the same for half the event. Target: 5 s for the workbook of 10,000 meetings. Times are
of the processor; memory is what the program took at most, libraries included.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from app.outcomes.export.exporting import Exporting
from app.outcomes.export.formats import ExportOrder, Format
from tests.benchmarks.bench_figures import EVENING, SIZE, told
from tests.benchmarks.big_floor import asked_floor
from tests.building import MovableClock
from tests.ends import most_memory

MIB_OF_KIB = 1024


def main(arguments: list[str]) -> None:
    """Print the times of half an event and of a whole one, each in a process of its own."""
    people, tables, meetings = (int(each) for each in arguments) if arguments else SIZE
    for part in (2, 1):
        size = [str(each // part) for each in (people, tables, meetings)]
        here = [sys.executable, "-m", "tests.benchmarks.bench_export", "--of", *size]
        subprocess.run(here, check=True)


def measure(size: tuple[int, int, int]) -> None:
    """Print the times of an event."""
    clock = MovableClock()
    with tempfile.TemporaryDirectory() as folder:
        event = asked_floor(Path(folder) / "event.matchdesk", clock, size, 0)
        told(event)
        clock.now = EVENING
        before = _memory()
        print(f"{size[0]:,} delegates, {size[2]:,} meetings; {before} MiB before")
        for wanted in Format:
            exporting, order = Exporting(event.journal), ExportOrder((wanted,))
            times = []
            for _ in range(2):
                began = process_time()
                done = exporting.write(order, Path(folder))
                times.append(process_time() - began)
            weight = sum(file.stat().st_size for file in done.files) // 1024
            print(
                f"  {wanted:5} first {times[0]:5.2f} s, again {times[1]:5.2f} s, "
                f"{sum(done.rows.values()):,} rows, {weight:,} kB, {_memory()} MiB at most"
            )
        event.close()


def _memory() -> int:
    return most_memory() // MIB_OF_KIB


if __name__ == "__main__":
    if sys.argv[1:2] == ["--of"]:
        delegates, tables, meetings = map(int, sys.argv[2:])
        measure((delegates, tables, meetings))
    else:
        main(sys.argv[1:])
