"""How fast the floor's grid is painted, scrolled, and up to date after a deed.

    python -m tests.benchmarks.bench_floor [DELEGATES TABLES MEETINGS]

Meetings fall on two days of 24 slots. Targets at 2,000 delegates, 250 tables and 10,000 meetings:
a repaint and a step of scrolling within 16 ms, and what a deed changed painted within 50 ms of it.
Times are of the processor, for the window's thread alone, but for those after a deed, with the
collector that the window has.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time, thread_time
from uuid import UUID
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.desks import OpenEvent
from app.floor.day import FloorDay
from app.floor.manager import FloorManager
from app.floor.states import Word
from app.garbage import OneThreadCollector
from app.journal.journal import Changes
from tests.benchmarks.big_floor import big_floor
from tests.building import FIRST_DAY, MovableClock
from ui.common.jobs import Jobs
from ui.common.look import Look, ThemeName, load_fonts
from ui.common.page import Tools
from ui.common.times import Times
from ui.floor.headers import PITCH_HEIGHT
from ui.floor.making import make_sheet
from ui.floor.page import GRID, HALL, FloorPage
from ui.floor.services import floor_services

SIZE = (2_000, 250, 10_000)
SCREENS = ((1364, 844), (2484, 1384))
MORNING = datetime(2027, 3, 16, 6, 0, tzinfo=UTC)
NOW = datetime(2027, 3, 16, 8, 42, 30, tzinfo=UTC)
ROUNDS, DEEDS = 60, 20


def main(arguments: list[str]) -> None:
    application = QApplication([])
    OneThreadCollector()
    load_fonts()
    look = Look(ThemeName.LIGHT)
    look.dress()
    look.style(application)
    size = tuple(int(each) for each in arguments) or SIZE
    clock = MovableClock()
    clock.now = MORNING
    with tempfile.TemporaryDirectory() as folder:
        event = big_floor(Path(folder) / "event.matchdesk", clock, (size[0], size[1], size[2]))
        clock.now = NOW
        measure(look, event, clock)
        event.close()
    application.quit()


def measure(look: Look, event: OpenEvent, clock: MovableClock) -> None:
    queues = [Jobs(name) for name in ("quick", "reads", "slow")]
    tools = Tools(look, queues[0], queues[1], queues[2], Times(ZoneInfo("Europe/Vilnius"), clock))
    manager = FloorManager(event.journal, event.letters)
    page = FloorPage(floor_services(event, manager), tools, FIRST_DAY)
    page.resize(*SCREENS[0])
    page.show()
    began = perf_counter()
    wait(lambda: page.grid.sheet is not None)
    say("first reading and painting", [(perf_counter() - began) * 1_000])
    sheet = page.grid.sheet
    assert sheet is not None
    say("all cells worked out", rounds(lambda: make_sheet(sheet.day, NOW, sheet.rules), 5))
    say("and again", rounds(lambda: make_sheet(sheet.day, NOW, sheet.rules, sheet), 5))
    for screen in SCREENS:
        page.resize(*screen)
        settle()
        painting(page, f"{screen[0]} × {screen[1]}")
        others(page, f"{screen[0]} × {screen[1]}")
    page.resize(*SCREENS[0])
    settle()
    after_deeds(page, manager)
    for each in queues:
        each.close()
    page.deleteLater()


def painting(page: FloorPage, screen: str) -> None:
    """Measure what is painted, first as nobody has seen it, then as it is kept."""
    grid, bar = page.grid, page.grid.verticalScrollBar()
    grid.go_to_now()
    settle()
    say(f"{screen}: repaint", rounds(grid.viewport().repaint))

    def step(by: int) -> None:
        bar.setValue(bar.value() + by)
        settle()

    bar.setValue(0)
    say(f"{screen}: a row further", rounds(lambda: step(PITCH_HEIGHT)))
    say(f"{screen}: a row back", rounds(lambda: step(-PITCH_HEIGHT)))
    bar.setValue(0)
    say(f"{screen}: a page further", rounds(lambda: step(grid.viewport().height()), 10))
    bar.setValue(0)
    across = grid.horizontalScrollBar()
    across.setValue(0)

    def aside() -> None:
        across.setValue(across.value() + 93)
        settle()

    say(f"{screen}: half a slot aside", rounds(aside, 30))
    seconds = iter(range(ROUNDS))
    say(f"{screen}: tick", rounds(lambda: tick(page, next(seconds))))


def others(page: FloorPage, screen: str) -> None:
    """Measure what is painted while a meeting is carried, and the whole hall."""
    grid = page.grid
    page.show_meeting(next(each.id for each in day_of(page).meetings if each.starts_at > NOW))
    say(f"{screen}: pick up", rounds(lambda: pick(page), 10))
    pick(page)
    say(f"{screen}: repaint while carrying", rounds(grid.viewport().repaint))
    page.carrying.put_back()
    page.head.view_chosen.emit(HALL)
    settle()
    say(f"{screen}: whole hall", rounds(page.hall.repaint, 20))
    page.head.view_chosen.emit(GRID)
    settle()


def after_deeds(page: FloorPage, manager: FloorManager) -> None:
    """Measure from when a deed is done till what it changed is painted."""
    rng = random.Random(1)
    later = [each.id for each in day_of(page).meetings if each.starts_at > NOW]
    taken = []
    for meeting in rng.sample(later, DEEDS):
        manager.acts.say(meeting, Word.HELD)
        taken.append(after(page, meeting))
    say("from a deed till it is painted, by the clock", [clock for clock, _ in taken])
    say("the same, of the processor, all threads", [spent for _, spent in taken])


def after(page: FloorPage, meeting: UUID) -> tuple[float, float]:
    before = day_of(page).meeting[meeting]
    began, spent = perf_counter(), process_time()
    page.learn(Changes(models=frozenset({"Meeting"})))
    wait(lambda: day_of(page).meeting[meeting] is not before)
    page.grid.viewport().repaint()
    return (perf_counter() - began) * 1_000, (process_time() - spent) * 1_000


def pick(page: FloorPage) -> None:
    page.carrying.put_back()
    assert page.opened.meeting is not None
    page.carrying.pick_up(page.opened.meeting)
    settle()


def tick(page: FloorPage, second: int) -> None:
    page.grid.tick(NOW.replace(second=second % 60))
    settle()


def day_of(page: FloorPage) -> FloorDay:
    assert page.grid.sheet is not None
    return page.grid.sheet.day


def rounds(work: Callable[[], object], count: int = ROUNDS) -> list[float]:
    taken = []
    for _ in range(count):
        began = thread_time()
        work()
        taken.append((thread_time() - began) * 1_000)
    return taken


def settle() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def wait(seen: Callable[[], bool]) -> None:
    while not seen():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def say(what: str, taken: list[float]) -> None:
    cuts = quantiles(taken * 2, n=100)
    print(f"{what:46} p50 {cuts[49]:6.1f} ms, p99 {cuts[98]:6.1f} ms of {len(taken)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
