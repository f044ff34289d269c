"""Measures printing through a real print service: how soon, and what looking costs.

Run with ``python -m tests.benchmarks.bench_printers [RUNS]``. CUPS is started aside, with printers
that write files. Target: the first byte of a label at its printer within 1 s of the scan.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, time
from uuid import UUID, uuid4

from app.desks import Desks
from app.printers.cups import CupsPrinters
from app.printers.port import JobState
from app.printers.queue import PrintQueue, Target
from app.printing.office import PrintOffice
from app.printing.wishes import Wish
from tests.building import DESK_1, EventBuilder, copy_event_file
from tests.print_service import PrintService, print_service, until

RUNS = 20
LABEL = Target("badges", "laser", "62mm-roll")


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    runs = int(arguments[0]) if arguments else RUNS
    with print_service() as service, TemporaryDirectory() as name:
        os.environ["CUPS_SERVER"] = service.socket
        folder = Path(name)
        event = Desks(DESK_1).open(copy_event_file(folder / "event.matchdesk"))
        people = EventBuilder(event).crowd(1000)
        office = PrintOffice(event.journal)
        queue = PrintQueue(event.journal, CupsPrinters(), folder / "prints")
        office.draw(Wish("62mm-roll", delegates=(people[0],)))
        _labels(queue, office, service, people[:runs])
        _crowd(queue, office, tuple(people))
        _looks(queue)
        event.close()


def _labels(
    queue: PrintQueue, office: PrintOffice, service: PrintService, people: Sequence[UUID]
) -> None:
    drawing, handing, arriving, noting = [], [], [], []
    for person in people:
        begun, begun_at = perf_counter(), time()
        drawn = office.draw(Wish("62mm-roll", delegates=(person,)))
        drawing.append(perf_counter() - begun)
        given = perf_counter()
        run = queue.hand_over(drawn, LABEL)
        handing.append(perf_counter() - given)
        file = service.folder / "arrived" / f"{run.job.rpartition('-')[2]}.pdf"
        until(file.exists)
        # The printer makes the file when it begins to read.
        arriving.append(_born(file) - begun_at)
        until(lambda: queue.look()[0].state is JobState.DONE)
        noting.append(perf_counter() - begun)
    for said, seconds in (
        ("drawing a label", drawing),
        ("handing it over", handing),
        ("from the order to the first byte", arriving),
        ("from the order to noted as printed", noting),
    ):
        worst = max(seconds) * 1000
        print(f"{said:36} median {median(seconds) * 1000:6.0f} ms, worst {worst:.0f} ms")


def _born(file: Path) -> float:
    """Give when a file was first written to: its access time, before anybody reads it."""
    return file.stat().st_atime


def _crowd(queue: PrintQueue, office: PrintOffice, people: tuple[UUID, ...]) -> None:
    drawn = office.draw(Wish("a4-4up", delegates=people))
    begun = perf_counter()
    queue.hand_over(drawn, replace(LABEL, stock="a4-4up"), again=True)
    print(f"{f'handing {len(people):,} badges over':36} {(perf_counter() - begun) * 1000:6.0f} ms")
    until(lambda: queue.runs()[0].state is JobState.DONE or _timed_look(queue))


def _timed_look(queue: PrintQueue) -> bool:
    begun = perf_counter()
    done = queue.look()[0].state is JobState.DONE
    if done:
        print(f"{'noting them':36} {(perf_counter() - begun) * 1000:6.0f} ms")
    return done


def _looks(queue: PrintQueue) -> None:
    """Tell what a look costs late in a day, with one run open and two hundred done."""
    done = queue.runs()[0]
    for minute in range(200):
        at = done.handed_over_at - timedelta(minutes=minute)
        queue._store.keep(replace(done, id=uuid4(), handed_over_at=at))
    drawn = replace(PrintOffice(queue.journal).draw(Wish("a6")), parts=())
    run = queue.hand_over(drawn, replace(LABEL, printer="slow"))
    begun, used = perf_counter(), process_time()
    for _ in range(20):
        queue.look()
    wall, own = (perf_counter() - begun) / 20, (process_time() - used) / 20
    print(f"{'one look':36} {wall * 1000:6.1f} ms, of our own {own * 1000:.1f} ms")
    queue.cancel(run.short_id)


if __name__ == "__main__":
    main(sys.argv[1:])
