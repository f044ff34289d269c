"""How long the write lock is held at a time while much is written, and how long a check-in waits.

    python -m tests.benchmarks.bench_lock [PEOPLE…]

An import into a new event, 2,000 badges noted as printed, and the undo of that import. Each is
measured alone, then while another process checks somebody in every 50 ms. Target at 10,000: held
20 ms at a time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles
from uuid import UUID, uuid4

from sqlalchemy import event

from app.checkin.scanning import Scan, Scanning
from app.delegates.importing.imports import ImportOrder, Imports
from app.desks import Desks, OpenEvent
from app.journal.undo import take_back
from app.printing.deeds import BadgePrinted
from app.printing.drawn import Drawn, DrawnPart
from app.printing.office import PrintOffice
from tests.benchmarks.bench_import import write_xlsx
from tests.building import DESK_2, EventBuilder, MovableClock, make_event

SIZES = (1_000, 10_000, 20_000)
PRINTED = 2_000
GUESTS = 3_000
PAUSE_S = 0.05


def main() -> None:
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        for with_scans in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder), size, with_scans=with_scans)


def measure(folder: Path, size: int, *, with_scans: bool) -> None:
    file = folder / "people.xlsx"
    write_xlsx(file, size)
    opened = make_event(folder / "event.matchdesk", MovableClock())
    builder = EventBuilder(opened)
    guests = builder.crowd(GUESTS)
    codes = builder.badges_of(guests)
    badges = tuple(BadgePrinted(uuid4(), each, "a6", "drawn") for each in guests[:PRINTED])
    drawn = Drawn(b"", PRINTED, (DrawnPart(1, badges),))
    units: list[UUID] = []

    def bring() -> None:
        unit = Imports(opened.journal, opened.letters).run(file, ImportOrder()).unit
        assert unit is not None
        units.append(unit)

    works: dict[str, Callable[[], object]] = {
        "import": bring,
        "noting": lambda: PrintOffice(opened.journal).note(drawn),
        "undo": lambda: take_back(opened.journal, units[0]),
    }
    for name, work in works.items():
        third = [codes.pop() for _ in range(GUESTS // 3)]
        with scans(opened.database.file, third if with_scans else []) as waits:
            begun, cpu = time.perf_counter(), time.process_time()
            with held(opened) as times:
                work()
            took, cpu = time.perf_counter() - begun, time.process_time() - cpu
        print(f"{size:6} {name:6} {took:6.2f} s ({cpu:5.2f} s of work)  lock {told(times)}", end="")
        print(f"  check-ins {told(waits)}" if with_scans else "", flush=True)
    opened.close()


@contextmanager
def held(opened: OpenEvent) -> Iterator[list[float]]:
    """Collect for how many milliseconds each transaction of this process had the write lock."""
    times: list[float] = []
    begun: list[float] = []
    engine = opened.database._engine

    def begin(connection: object) -> None:
        options = connection.get_execution_options()  # type: ignore[attr-defined]
        if options.get("takes_write_lock"):
            begun.append(time.perf_counter())

    def end(*_of_pool: object) -> None:
        times.extend((time.perf_counter() - each) * 1_000 for each in begun)
        begun.clear()

    event.listen(engine, "begin", begin)
    event.listen(engine.pool, "checkin", end)
    yield times
    event.remove(engine, "begin", begin)
    event.remove(engine.pool, "checkin", end)


@contextmanager
def scans(file: Path, codes: list[str]) -> Iterator[list[float]]:
    """Let another process check people in; the list is filled with its milliseconds at the end."""
    waits: list[float] = []
    if not codes:
        yield waits
        return
    here, there = get_context("spawn").Pipe()
    child = get_context("spawn").Process(target=scan, args=(file, codes, there))
    child.start()
    here.recv()
    yield waits
    here.send(None)
    waits += here.recv()
    child.join()


def scan(file: Path, codes: list[str], parent: Connection) -> None:
    opened = Desks(DESK_2, clock=MovableClock()).open(file)
    scanning = Scanning(opened.journal)
    waits = []
    for place, code in enumerate(codes):
        begun = time.perf_counter()
        scanning.scan(Scan(code, uuid4()))
        waits.append((time.perf_counter() - begun) * 1_000)
        if not place:
            waits.clear()
            parent.send(None)
        if parent.poll(PAUSE_S):
            break
    opened.close()
    parent.send(waits)


def told(milliseconds: list[float]) -> str:
    cuts = quantiles(milliseconds, n=100)
    return (
        f"p50 {cuts[49]:5.1f} p99 {cuts[98]:5.1f} max {max(milliseconds):5.1f} ms"
        f" of {len(milliseconds):4}"
    )


if __name__ == "__main__":
    main()
