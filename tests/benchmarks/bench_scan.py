"""How long a scan takes, decision and durable commit: ``python -m tests.benchmarks.bench_scan``.

Target: at 10,000 delegates half of all scans within 5 ms, 99 of 100 within 20 ms.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

from app.checkin.scanning import Scan, Scanning
from tests.building import EventBuilder, MovableClock, make_event

SIZES = (1_000, 10_000, 20_000)
SCANS = 1_000


def main() -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            taken = scans(Path(folder) / "event.matchdesk", size)
        cuts = quantiles(taken, n=100)
        print(f"{size:6} delegates: p50 {cuts[49]:5.2f} ms, p99 {cuts[98]:5.2f} ms")


def scans(file: Path, size: int) -> list[float]:
    """Give how many milliseconds each fresh check-in took."""
    event = make_event(file, MovableClock())
    builder = EventBuilder(event)
    badges = builder.badges_of(random.sample(builder.crowd(size), SCANS))
    scanning = Scanning(event.journal)
    taken = []
    for badge in badges:
        start = time.perf_counter()
        scanning.scan(Scan(badge, uuid4()))
        taken.append((time.perf_counter() - start) * 1_000)
    event.close()
    return taken


if __name__ == "__main__":
    main()
