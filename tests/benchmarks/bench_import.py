"""Measure how long an import takes into a new event, and how much memory.

    python -m tests.benchmarks.bench_import [ROWS…]

A list of 13 columns as XLSX goes into a new event, then once more, unchanged, as when somebody
imports the newest export each morning. Then the first import is taken back; of that the seconds
of the processor are printed. Each size is measured in a process of its own. Target: 10,000 people
in 4 s and 500 MB.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from tests.benchmarks.bench_search import delegates

ROWS = (1_000, 5_000, 10_000, 20_000)
HEADER = (
    *("First name", "Last name", "E-mail", "Phone", "Company", "Job title", "Country", "City"),
    *("Delegation", "Sectors", "Looking for", "Offers", "Status"),
)
COUNTRIES = ("Sweden", "DE", "France", "Italia", "PL", "Łotwa", "United States", "Ελλάδα")

# `resource` counts in KiB on Linux; a child's peak is the largest of all that were waited for.
# The peaks of parent and child need not fall together; their sum is the most that it can be.
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from app.delegates.importing.imports import Imports, ImportOrder
from app.journal.undo import take_back
from tests.building import MovableClock, make_event
file = Path(sys.argv[1])
event = make_event(file.with_suffix(".matchdesk"), MovableClock())
imports = Imports(event.journal, event.letters)
seconds, units = [], []
for _ in range(2):
    started = time.perf_counter()
    done = imports.run(file, ImportOrder())
    seconds.append(time.perf_counter() - started)
    units.append(done.unit)
assert done.unchanged == done.rows, done
started = time.process_time()
take_back(event.journal, units[0])
seconds.append(time.process_time() - started)
event.close()
peaks = [resource.getrusage(who).ru_maxrss / 1024
         for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([done.rows, *seconds, *peaks]))
"""


class Measured(NamedTuple):
    """Seconds, and the peaks of this process and of the reader's in MiB."""

    rows: int
    first: float
    again: float
    undo: float
    parent: float
    child: float


def write_xlsx(file: Path, rows: int) -> None:
    people = delegates(rows, random.Random(rows))
    with xlsxwriter.Workbook(str(file)) as workbook:
        sheet = workbook.add_worksheet("People")
        sheet.write_row(0, 0, HEADER)
        for row, (given, family, organisation, email, _badge) in enumerate(people, start=1):
            who = (given, family, email, f"+45 41 56 {row:05}", organisation, "Head of Clusters")
            where = (COUNTRIES[row % 8], f"Malmö {row % 70}", f"Delegation {row % 12}")
            wishes = ("Clean energy, Agrifood; ICT", f"Pilot sites, “living labs” {row}")
            rest = (f"Testing of composites {row}", "paid" if row % 9 else "pending")
            sheet.write_row(row, 0, (*who, *where, *wishes, *rest))


def measure(folder: Path, rows: int) -> Measured:
    file = folder / f"{rows}.xlsx"
    write_xlsx(file, rows)
    command = [sys.executable, "-c", MEASURE, str(file)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(*json.loads(run.stdout))


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or ROWS
    measured: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            one = measure(Path(folder), rows)
            measured.append(one)
            print(
                f"{one.rows:>7} people  {one.first:6.2f} s  {one.rows / one.first:6.0f} rows/s"
                f"   again {one.again:5.2f} s   undo {one.undo:5.2f} s"
                f"   {one.parent:4.0f} + {one.child:3.0f} MiB",
                flush=True,
            )
    for few, many in pairwise(measured):
        print(
            f"{many.rows / few.rows:.1f} times the people: {many.first / few.first:.1f} times,"
            f" undo {many.undo / few.undo:.1f} times"
        )


if __name__ == "__main__":
    main()
