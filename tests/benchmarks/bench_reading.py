"""Measure how long a registration export takes to read, and how much memory.

    python -m tests.benchmarks.bench_reading

Each figure is of a process of its own, so that no run finds caches warm or memory grown.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.spreadsheets import xlsx

ROWS = (1_000, 5_000, 20_000)
GOAL_ROWS = 10_000
HEADER = (
    *("First name", "Last name", "E-mail", "Phone", "Company", "Job title", "Country", "City"),
    *("Delegation", "Sectors", "Looking for", "Offers", "Status"),
)
COUNTRIES = ("Sweden", "DE", "France", "Italia", "PL", "Łotwa", "United States", "Ελλάδα")

# Linux only. A process's own peak is read from /proc, since `resource` counts in what its parent
# used before it; a child's peak is the largest of all that were waited for.
MEASURE = """
import re, resource, sys, time
from pathlib import Path
from app.delegates.reading.registrations import read_registrations

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

before, started = peak(), time.perf_counter()
reading = read_registrations(Path(sys.argv[1]))
seconds, grown = time.perf_counter() - started, peak() - before
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{len(reading.rows):>7} people {seconds:6.2f} s   +{grown:4.0f} MiB, child {child:4.0f} MiB")
"""


def person(number: int) -> tuple[str, ...]:
    return (
        *(f"Åsa {number}", f"Ó Súilleabháin {number}", f"asa.{number}@example.org"),
        *(f"+45 41 56 {number:05}", f"Lough Bio {number % 900}", "Head of Clusters"),
        *(COUNTRIES[number % len(COUNTRIES)], f"Malmö {number % 70}", f"Delegation {number % 12}"),
        *("Clean energy, Agrifood; ICT", f"Pilot sites, “living labs” {number}"),
        *(f"Testing of composites {number}", "paid" if number % 9 else "pending"),
    )


def write_csv(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(map(person, range(rows)))


def write_xlsx(path: Path, rows: int) -> None:
    path.write_bytes(xlsx([HEADER, *map(person, range(rows))]))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for rows in sorted((*ROWS, GOAL_ROWS)):
            for name, write in (("csv", write_csv), ("xlsx", write_xlsx)):
                path = Path(folder, f"{rows}.{name}")
                write(path, rows)
                sys.stdout.write(f"{name:>5} ")
                sys.stdout.flush()
                subprocess.run([sys.executable, "-c", MEASURE, str(path)], check=True)
        started = time.perf_counter()
        subprocess.run([sys.executable, "-I", "-c", "import python_calamine"], check=True)
        print(f"an interpreter that knows calamine starts in {time.perf_counter() - started:.3f} s")


if __name__ == "__main__":
    main()
