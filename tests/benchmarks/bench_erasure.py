"""How long an erasure takes, and how long a scan waits for it.

    python -m tests.benchmarks.bench_erasure [DELEGATES TABLES MEETINGS]

Everybody was checked in, met and was asked what came of it. Erased are single people while another
thread scans again and again as a desk does, then everybody; then the file is written anew, which
happens when it is closed. Told is how long scans took before and meanwhile: nobody should wait 50
ms for an erasure. Times are of the clock.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread
from time import perf_counter

from sqlalchemy import select

from app.checkin.scanning import NotAdmitted, Scan, Scanning
from app.desks import OpenEvent
from app.erasure.erasing import Erasing
from app.erasure.erasure import Erasure
from app.journal.journal import Journal
from app.journal.verify import verify
from app.settings import HOME
from db.anew import write_anew
from db.ids import new_id
from db.models import Delegate
from tests.benchmarks.bench_figures import EVENING, told
from tests.benchmarks.big_floor import asked_floor
from tests.building import EventBuilder, MovableClock

SIZE = (10_000, 250, 10_000)
ROUNDS = 8


def main(arguments: list[str]) -> None:
    """Print the times."""
    people, tables, meetings = (int(each) for each in arguments) if arguments else SIZE
    clock = MovableClock()
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME] = folder
        file = Path(folder) / "event.matchdesk"
        event = asked_floor(file, clock, (people, tables, meetings), 0)
        told(event)
        clock.now = EVENING
        event.database.write_back()
        print(f"{people:,} delegates, {meetings:,} meetings, {_size(file)}")
        _erase(event)
        event.database.close()
        anew = _timed(lambda: write_anew(file))
        print(f"  written anew at the close {anew:6.0f} ms, {_size(file)} left")


def _erase(event: OpenEvent) -> None:
    journal, builder = event.journal, EventBuilder(event)
    with journal.reading() as session:
        ids = list(session.scalars(select(Delegate.id).order_by(Delegate.badge_number)))
    code = builder.badge_of(builder.delegate("Scan", "Ned"))
    with scanned(journal, code) as before:
        Event().wait(2)
    print(f"  scans before              {_spread(before)}")
    with scanned(journal, code) as meanwhile:
        ones = [_timed(partial(Erasing(journal).person, each)) for each in ids[:ROUNDS]]
    print(f"  one person                {median(ones):6.0f} ms, at most {max(ones):.0f}")
    print(f"  scans meanwhile           {_spread(meanwhile)}")
    with scanned(journal, code) as meanwhile:
        proven = _timed(partial(Erasure(journal).person, ids[ROUNDS]))
    print(f"  one, with its proof       {proven:6.0f} ms")
    print(f"  scans meanwhile           {_spread(meanwhile)}", flush=True)
    with scanned(journal, code) as meanwhile:
        everybody = _timed(Erasing(journal).everybody)
    print(f"  everybody                 {everybody / 1000:6.1f} s")
    print(f"  scans meanwhile           {_spread(meanwhile)}", flush=True)
    print(f"  the log still holds       {verify(journal).ok}")


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.0f} MB"


@contextmanager
def scanned(journal: Journal, code: str) -> Iterator[list[float]]:
    """Scan a badge again and again on another thread; yield how long each scan took, in ms."""
    done, took = Event(), list[float]()

    def scan() -> None:
        while not done.wait(0.01):
            took.append(_timed(lambda: _scan(journal, code)))

    thread = Thread(target=scan)
    thread.start()
    try:
        yield took
    finally:
        done.set()
        thread.join()


def _scan(journal: Journal, code: str) -> None:
    try:
        Scanning(journal).scan(Scan(code, new_id()))
    except NotAdmitted:
        return


def _spread(took: list[float]) -> str:
    high = quantiles(took, n=100)[98] if len(took) > 1 else max(took, default=0)
    top = max(took, default=0)
    return f"median {median(took or [0]):4.1f} ms, p99 {high:5.1f}, at most {top:.0f} ({len(took)})"


def _timed(ask: Callable[[], object]) -> float:
    began = perf_counter()
    ask()
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
