"""How long from a scan to its painted verdict, durable commit included, and what the window stalls.

    python -m tests.benchmarks.bench_desk [DELEGATES…]

Alone, while an import of 10,000 runs, and while 2,000 badges are printed. A heartbeat of 5 ms on
the GUI thread tells the longest stall. Target at 10,000 delegates: half of all scans within
15 ms, 99 of 100 within 50 ms, no stall above 50 ms. There are as many meetings as delegates;
those of whoever was scanned are read after the verdict, which is measured as well: 3 ms. So is
all else they have to be at, of 60 sessions for which everybody has three bookings.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.aside import Aside
from app.checkin.reception import Reception
from app.desks import OpenEvent
from app.itinerary.now_for import itinerary_of
from app.journal.deeds import Deed
from app.journal.journal import Unit
from app.meetings.deeds import MeetingAdded, Values
from app.meetings.hall import hall
from app.meetings.upcoming import meetings_of
from app.programme.deeds import BookingSet, SessionAdded
from app.progress import Report
from db.ids import new_id
from tests.benchmarks.aside_work import import_people, print_badges
from tests.benchmarks.bench_import import write_xlsx
from tests.building import DESK_1, EventBuilder, MovableClock, make_event
from ui.application import make_application
from ui.common.jobs import Jobs, Quiet
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.common.times import Times
from ui.desk.page import DeskPage

SIZES = (1_000, 10_000, 20_000)
SCANS = 200
PAUSE_MS = 50
"""Between a verdict and the next scan: far less than any desk needs."""
IMPORTED = 10_000
PRINTED = 2_000
SESSIONS = 60


def main(arguments: list[str]) -> None:
    application = make_application()
    look = Look(ThemeName.LIGHT)
    look.dress()
    for size in [int(each) for each in arguments] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(look, Path(folder), size)
    application.quit()


def measure(look: Look, folder: Path, size: int) -> None:
    event = make_event(folder / "event.matchdesk", MovableClock())
    builder = EventBuilder(event)
    crowd = builder.crowd(size)
    badges = builder.badges_of(random.sample(crowd, min(3 * SCANS, size)))
    arrange(event, crowd)
    hold_sessions(event, crowd)
    people = folder / "people.xlsx"
    write_xlsx(people, IMPORTED)
    queues = [Jobs(name) for name in ("quick", "reads", "slow")]
    times = Times(ZoneInfo("Europe/Vilnius"), MovableClock())
    tools = Tools(look, queues[0], queues[1], queues[2], times)
    page = DeskPage(Reception(event.journal, event.letters), tools, "Desk 1")
    page.resize(1204, 744)
    page.show()
    aside = Aside(event.journal, DESK_1)
    printed = partial(print_badges, folder / "badges.pdf", tuple(crowd[:PRINTED]))
    works: dict[str, Callable[[Report], Any] | None] = {
        "alone": None,
        "importing": lambda report: aside.run(partial(import_people, people), report),
        "printing": lambda report: aside.run(printed, report),
    }
    for named, read in (("meetings", meetings_of), ("now and next", itinerary_of)):
        seen = [seconds_of(partial(read, event.journal, who)) * 1e3 for who in crowd[:999]]
        cut = quantiles(seen, n=100)
        print(f"{size:6} delegates, {named:12}: p50 {cut[49]:5.1f} ms, p99 {cut[98]:5.1f} ms")
    for at, (name, work) in enumerate(works.items()):
        codes = badges[at * SCANS : (at + 1) * SCANS]
        taken, stall = scan_all(page, codes, work, queues[2])
        cuts = quantiles(taken, n=100)
        print(
            f"{size:6} delegates, {name:9}: p50 {cuts[49]:5.1f} ms, p99 {cuts[98]:5.1f} ms, "
            f"longest {max(taken):5.1f} ms of {len(taken)}, longest stall {stall:4.0f} ms"
        )
    for each in queues:
        each.close()
    page.deleteLater()
    event.close()


def arrange(event: OpenEvent, crowd: list[UUID]) -> None:
    """Let everybody meet two others."""
    with event.journal.reading() as session:
        slots, tables = (
            [each.id for each in things] for things in (hall(session).slots, hall(session).tables)
        )
    for start in range(0, len(crowd), 500):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(
                [
                    MeetingAdded(
                        new_id(),
                        f"M-A{at}",
                        {
                            "hosts": [str(crowd[at])],
                            "guests": [str(crowd[at - 7])],
                            "slot_id": str(slots[at % len(slots)]),
                            "table_id": str(tables[at % len(tables)]),
                        },
                    )
                    for at in range(start, min(start + 500, len(crowd)))
                ]
            )


def hold_sessions(event: OpenEvent, crowd: list[UUID]) -> None:
    """Let there be sessions in ten rooms, and everybody be booked for three."""
    sessions = [new_id() for _session in range(SESSIONS)]
    first = MovableClock().now.replace(minute=0)
    deeds: list[Deed] = []
    for at, each in enumerate(sessions):
        starts = first + timedelta(hours=at // 10)
        times = (starts, starts + timedelta(minutes=50))
        titled: Values = {"title": f"Talk {at}", "kind": "talk"}
        deeds.append(SessionAdded(each, f"S-{at}", *times, f"Room {at % 10}", titled))
    deeds += [
        BookingSet(sessions[(at + 20 * step) % SESSIONS], who, "booked", "")
        for at, who in enumerate(crowd)
        for step in range(3)
    ]
    for start in range(0, len(deeds), 500):
        with event.journal.writing(Unit(uuid4())) as pen:
            pen.write_all(deeds[start : start + 500])


def seconds_of(work: Callable[[], Any]) -> float:
    """Do it, and give how long it took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def scan_all(
    page: DeskPage, codes: list[str], work: Callable[[Report], Any] | None, slow: Jobs
) -> tuple[list[float], float]:
    """Scan code after code, as long as the work beside it takes; give milliseconds."""
    running = [True]
    if work is not None:
        view = _Beside(page, running.clear)
        slow.run(work, view=view, then=lambda _done: None)
    taken = []
    with heartbeat(page) as beats:
        for code in codes:
            if work is not None and not running:
                break
            taken.append(verdict_of(page, code))
            rest(PAUSE_MS)
    while work is not None and running:
        rest(PAUSE_MS)
    return taken, max(beats)


def verdict_of(page: DeskPage, code: str) -> float:
    """Scan, and wait until the verdict is painted."""
    waiting = QEventLoop()
    painted = _Painted(waiting)
    band = page.card.band
    band.installEventFilter(painted)
    connection = page.decided.connect(painted.decide)
    start = time.perf_counter()
    page.scan(code)
    waiting.exec()
    taken = (time.perf_counter() - start) * 1_000
    page.decided.disconnect(connection)
    band.removeEventFilter(painted)
    return taken


class _Beside(Quiet):
    """Hears when the work beside the scans has ended, however it did."""

    def __init__(self, page: DeskPage, ended: Callable[[], None]) -> None:
        super().__init__(page)
        self._ended = ended

    def job_ended(self) -> None:
        self._ended()


class _Painted(QObject):
    """Ends the waiting at the first painting after the decision."""

    def __init__(self, waiting: QEventLoop) -> None:
        super().__init__()
        self._waiting = waiting
        self._decided = False

    def decide(self, _in: bool) -> None:
        self._decided = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._decided and event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._waiting.quit)
        return False


@contextmanager
def heartbeat(page: QWidget) -> Iterator[list[float]]:
    """Collect the milliseconds between two beats that were to be 5 ms apart."""
    beats: list[float] = [0.0]
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        beats.append((now - last[0]) * 1_000 - 5)
        last[0] = now

    timer = QTimer(page, interval=5)
    timer.timeout.connect(beat)
    timer.start()
    yield beats
    timer.stop()


def rest(milliseconds: int) -> None:
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
