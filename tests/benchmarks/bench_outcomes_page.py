"""How soon the next meeting can be told of on the page of outcomes, in a big event.

    python -m tests.benchmarks.bench_outcomes_page [DELEGATES TABLES MEETINGS]

Meetings fall on two days; on the evening of the first, all of it are to be recorded. An ordinary
meeting is recorded by its keys, one meeting after another, while what was saved is read back and
the figures are renewed. Targets at 10,000 meetings: by keyboard alone at most 4 s a meeting, of
which the machine takes no time that a person sees, and no stall of the window over 50 ms. Stalls
are told by the clock, and so depend on what else the machine does; times of the window's thread
stand beside them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from app.desks import Desks, OpenEvent
from app.floor.watching import DayReader
from tests.benchmarks.big_floor import big_floor
from tests.building import DESK_1, FIRST_DAY, MovableClock
from tests.ui.at_work import Heard
from ui.application import make_application
from ui.common.jobs import Jobs
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.common.times import Times
from ui.delegates.deeds_in_words import in_words
from ui.outcomes.page import OutcomesPage
from ui.outcomes.rows import Order
from ui.outcomes.services import outcome_services

SIZE = (2_000, 250, 10_000)
MORNING = datetime(2027, 3, 16, 6, 0, tzinfo=UTC)
EVENING = datetime(2027, 3, 16, 18, 0, tzinfo=UTC)
ROUNDS, SETTLES_MS = 40, 400
BETWEEN_MS = 60
"""From key to key: faster than anybody types."""
ORDINARY = ("E", "4")
"""What came of it and how great the interest is; then Enter."""
KEYS = {"E": Qt.Key.Key_E, "4": Qt.Key.Key_4, "Enter": Qt.Key.Key_Return}
TICK_MS, STALL_MS = 2, 50


class Stalls(QObject):
    """Looks every two milliseconds how long the window did not get its turn."""

    def __init__(self) -> None:
        super().__init__()
        timer = QTimer(self, interval=TICK_MS)
        timer.timeout.connect(self._tick)
        timer.start()
        self.begin()

    def begin(self) -> None:
        self._turns: list[float] = []
        self._own: list[float] = []
        self._last = perf_counter(), thread_time()

    def say(self, what: str) -> None:
        most = max(self._turns)
        over = sum(each > STALL_MS for each in self._turns)
        print(
            f"  {what}: longest stall {most:.0f} ms, {max(self._own):.0f} ms of them the window's "
            f"own at most; {over} of {len(self._turns):,} over {STALL_MS} ms",
            flush=True,
        )

    def _tick(self) -> None:
        now = perf_counter(), thread_time()
        for of, at, before in zip((self._turns, self._own), now, self._last, strict=True):
            of.append((at - before) * 1_000)
        self._last = now


def main(arguments: list[str]) -> None:
    application = make_application()
    look = Look(ThemeName.LIGHT)
    look.dress()
    look.style(application)
    size = tuple(int(each) for each in arguments) or SIZE
    clock, heard = MovableClock(), Heard()
    clock.now = MORNING
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "event.matchdesk"
        big_floor(file, clock, (size[0], size[1], size[2])).close()
        event = Desks(DESK_1, clock, heard.changed.emit).open(file)
        clock.now = EVENING
        measure(look, event, clock, heard)
        event.close()
    application.quit()


def measure(look: Look, event: OpenEvent, clock: MovableClock, heard: Heard) -> None:
    queues = [Jobs(name) for name in ("quick", "reads", "slow")]
    tools = Tools(look, queues[0], queues[1], queues[2], Times(ZoneInfo("Europe/Vilnius"), clock))
    services = outcome_services(event.journal, DayReader(event.journal), in_words)
    page, stalls = OutcomesPage(services, tools, FIRST_DAY), Stalls()
    heard.changed.connect(page.learn)
    page.resize(1364, 844)
    began = perf_counter()
    page.show()
    page.activateWindow()
    page.arrive()
    wait_until(lambda: page.table.open_row is not None)
    wait(SETTLES_MS)
    rows = len(page.table.records.records)
    print(f"{rows:,} meetings of the day shown after {(perf_counter() - began) * 1_000:.0f} ms,")
    wait(3_000)
    stalls.say("while they and the figures came")
    print(f"an ordinary meeting: {' '.join((*ORDINARY, 'Enter'))}, {len(ORDINARY) + 1} keystrokes")
    recording(page, stalls)
    others(page, stalls)
    for each in queues:
        each.close()
    page.deleteLater()


def recording(page: OutcomesPage, stalls: Stalls) -> None:
    keys: list[float] = []
    nexts: list[float] = []
    held: list[float] = []
    stalls.begin()
    for _ in range(ROUNDS):
        for key in ORDINARY:
            keys += struck(page, key)[:1]
            wait(BETWEEN_MS)
        taken, thread = struck(page, "Enter")
        nexts.append(taken)
        held.append(thread)
        wait(BETWEEN_MS)
    say("from Enter until the next card is painted", nexts)
    say("the same, of the window's thread", held)
    say("from another key until the card is painted", keys)
    wait_until(lambda: not page.drafts.is_saving)
    wait(3_000)
    stalls.say("recorded, read back and counted")


def struck(page: OutcomesPage, key: str) -> tuple[float, float]:
    """Strike a key; give the milliseconds until the card is painted, and of the thread's own."""
    began, thread = perf_counter(), thread_time()
    QTest.keyClick(page.table, KEYS[key])
    page.card.repaint()
    return (perf_counter() - began) * 1_000, (thread_time() - thread) * 1_000


def others(page: OutcomesPage, stalls: Stalls) -> None:
    acts: dict[str, Callable[[], object]] = {
        "to the last meeting": partial(QTest.keyClick, page.table, Qt.Key.Key_End),
        "by table": partial(page.head.order_chosen.emit, Order.TABLE),
        "what is left": partial(page.head.order_chosen.emit, Order.LEFT),
        "by time": partial(page.head.order_chosen.emit, Order.TIME),
        "read again, nothing new": page.reader.read,
    }
    for what, act in acts.items():
        stalls.begin()
        act()
        wait(SETTLES_MS)
        stalls.say(what)


def wait(ms: int) -> None:
    QTest.qWait(ms)


def wait_until(seen: Callable[[], bool]) -> None:
    while not seen():
        QTest.qWait(2)


def say(what: str, taken: list[float]) -> None:
    print(f"  {what}: median {median(taken):.1f} ms, at most {max(taken):.1f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
