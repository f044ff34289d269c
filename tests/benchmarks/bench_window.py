"""How long the window takes to start, what memory it needs, and where it stalls.

    python -m tests.benchmarks.bench_window [DELEGATES [ROUNDS]]

Targets: from the start of the process to a Desk that is painted with 10,000 delegates 1.5 s; with
every page looked at 300 MB; no stall of the GUI thread above 50 ms, whatever is done; 99 of 100
keys in the Desk's search painted within 25 ms at 20,000. The stalls are the longest of each
story, in the calmest of the rounds: others may be at work on the machine.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.checkin.badges import active_badges
from app.delegates.roster import everybody
from app.settings import HOME, load_settings
from tests.benchmarks.bench_delegates_page import fill, sort
from tests.benchmarks.bench_desk import heartbeat, rest
from tests.benchmarks.bench_import import write_xlsx
from tests.benchmarks.bench_search import delegates, queries
from tests.building import MovableClock, make_event
from ui.application import make_application
from ui.common.look import Look, ThemeName
from ui.delegates.filters import Filters
from ui.desk.card import DeskCard
from ui.entries import DELEGATES, DESK, EVENT, PRINT
from ui.event.importing.steps import Step
from ui.window import Window
from ui.workplace import Workplace

SIZE = 10_000
ROUNDS = 3
STARTS = 5
SCANS = 30
TYPED = 40
IMPORTED = 2_000
KEY_MS = 90
PATIENCE_MS = 60_000


def main(arguments: list[str]) -> None:
    size = int(arguments[0]) if arguments else SIZE
    rounds = int(arguments[1]) if arguments[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME] = str(Path(folder) / "home")
        event = Path(folder) / "event.matchdesk"
        people = delegates(size, random.Random(size))
        made = make_event(event, MovableClock())
        fill(made, people, random.Random(size))
        made.close()
        starts(event, size)
        application = make_application()
        look = Look(ThemeName.LIGHT)
        look.dress()
        told = [Stories(look, event, people, each).play() for each in range(rounds)]
        for story in told[0]:
            calmest = min(each[story] for each in told)
            print(f"{size:6} delegates, {story:32}: longest stall {calmest:4.0f} ms")
        type_names(look, event, people)
        application.quit()


def starts(event: Path, size: int) -> None:
    """Start again and again; the first only writes what Python keeps of the program."""
    variables = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}
    variables["PYTHONPYCACHEPREFIX"] = str(event.parent / "compiled")
    figures = []
    for _ in range(STARTS + 1):
        command = [sys.executable, "-m", "tests.benchmarks.window_start", str(event)]
        answer = subprocess.run(
            [*command, str(time.time())],
            check=True,
            stdout=subprocess.PIPE,
            env=variables,
            text=True,
        )
        figures.append([float(each) for each in answer.stdout.split()])
    wall, cpu, memory = zip(*figures[1:], strict=True)
    print(
        f"{size:6} delegates, start to painted Desk: median {median(wall):.2f} s, best "
        f"{min(wall):.2f} s, processor {median(cpu):.2f} s; memory {max(memory):.0f} MB"
    )


class Stories:
    """What somebody does at a new window, and how long the window stalls by that."""

    def __init__(
        self, look: Look, event: Path, people: list[tuple[str, str, str, str, str]], place: int
    ) -> None:
        self.event = event
        self.place = place
        self.names = [f"{given} {family}" for given, family, *_rest in people]
        self.window = Window(look, load_settings(), MovableClock())
        self.window.show()
        self.stalls: dict[str, float] = {}
        self.file = event.with_name(f"people-{place}.xlsx")
        write_xlsx(self.file, IMPORTED + place)
        self.codes: list[str] = []

    @property
    def workplace(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    def play(self) -> dict[str, float]:
        self.tell("open", self.open)
        self.codes = self.badges()
        self.tell("scans", self.scan)
        self.tell("typing in the Desk's search", self.search)
        self.tell("to Delegates for the first time", lambda: self.go(DELEGATES))
        self.tell("back to the Desk", lambda: self.go(DESK))
        self.tell("to Delegates again", lambda: self.go(DELEGATES))
        self.tell("filter", self.filter)
        self.tell("sort", self.sort)
        self.tell("to Event for the first time", lambda: self.go(EVENT))
        self.tell("import", self.import_people)
        self.tell("Delegates after an import", lambda: self.go(DELEGATES))
        self.tell("print dialog", self.print_badges)
        self.tell("to Print for the first time", lambda: self.go(PRINT))
        self.tell("other papers, further sheets", self.choose_papers)
        self.tell("the editor of templates", self.design)
        self.tell("close the event", self.window.close_event)
        self.window.close()
        self.window.deleteLater()
        return self.stalls

    def tell(self, story: str, play: Callable[[], None]) -> None:
        with heartbeat(self.window) as beats:
            rest(50)
            play()
            rest(300)
        self.stalls[story] = max(beats)

    def open(self) -> None:
        self.window.open(self.event)
        until(lambda: self.window.workplace is not None)
        rest(2_000)

    def badges(self) -> list[str]:
        opened = self.window._opened
        assert opened is not None
        journal = opened.event.journal
        with journal.reading() as session:
            badges = active_badges(session, [person.id for person in everybody(journal)])
        codes = sorted(badge.code for badge in badges.values())
        return random.Random(self.place).sample(codes, SCANS)

    def scan(self) -> None:
        for code in self.codes:
            self.workplace.scan(code)
            rest(100)

    def search(self) -> None:
        self.go(DESK)
        for name in random.Random(self.place).sample(self.names, 5):
            self.workplace.desk.field.entry.clear()
            for letter in name:
                press(self.workplace.desk.field.entry, letter)
                rest(KEY_MS)

    def go(self, key: str) -> None:
        self.workplace.show_page(key)
        rest(1_500)

    def filter(self) -> None:
        chips = self.workplace.delegates.head.chips
        for state in ("here", "expected"):
            chips.ask(Filters({"state": frozenset({state})}))
            rest(200)
        chips.clear_all()
        rest(200)

    def sort(self) -> None:
        page = self.workplace.delegates
        for column in range(page.table.model().columnCount()):
            sort(page, column)
            rest(150)

    def import_people(self) -> None:
        importing = self.workplace.event_page.importing
        self.workplace.event_page.import_file(self.file)
        until(lambda: importing.step is not Step.CHOOSE)
        rest(500)
        for step in (Step.CHECK, Step.IMPORT):
            until(importing.frame.next.isEnabled)
            importing.frame.next.click()
            until(partial(self.stands_at, step))
            rest(1_500)
        until(lambda: not importing.result.strip.busy)

    def stands_at(self, step: Step) -> bool:
        return self.workplace.event_page.importing.step is step

    def print_badges(self) -> None:
        self.workplace.print_badges()
        rest(3_000)
        self.close_dialogs()

    def choose_papers(self) -> None:
        page = self.workplace.print_page
        until(page.way.saving.isEnabled)
        first, *others = page.choosing.what.controls
        for row in (*others, first):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
            rest(400)
        until(page.way.saving.isEnabled)
        for _sheet in range(5):
            QTest.keyClick(page, Qt.Key.Key_PageDown)
            rest(400)

    def design(self) -> None:
        self.workplace.print_page.way.about_stock.templates_wanted.emit()
        rest(2_500)
        editor = next(each for each in self.window.findChildren(QDialog) if each.isVisible())
        for _step in range(5):
            QTest.keyClick(editor, Qt.Key.Key_Right)
            rest(300)
        self.close_dialogs()

    def close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.close()


def type_names(look: Look, event: Path, people: list[tuple[str, str, str, str, str]]) -> None:
    """Time keys, each from its press to the first painting of what was found by it."""
    rng = random.Random(1)
    window = Window(look, load_settings(), MovableClock())
    window.show()
    window.open(event)
    until(lambda: window.workplace is not None)
    rest(2_000)
    assert window.workplace is not None
    window.workplace.show_page(DESK)
    desk = window.workplace.desk
    taken = []
    for query in rng.sample([query for _kind, query in queries(people, rng)], TYPED):
        desk.field.entry.clear()
        for end in range(1, len(query) + 1):
            if query[:end].strip() != query[: end - 1].strip():
                taken.append(painted(desk.card, desk.field.entry, query[:end]))
            else:
                press(desk.field.entry, query[end - 1])
    cuts = quantiles(taken, n=100)
    print(
        f"{len(people):6} delegates, key to painted result: p50 {cuts[49]:.0f} ms, p99 "
        f"{cuts[98]:.0f} ms of {len(taken)}"
    )
    window.close()


def painted(card: DeskCard, entry: QWidget, text: str) -> float:
    waiting = QEventLoop()
    watcher = _Painted(card, text.strip(), waiting)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watcher)
    QTimer.singleShot(2_000, waiting, waiting.quit)
    began = time.perf_counter()
    press(entry, text[-1])
    waiting.exec()
    application.removeEventFilter(watcher)
    return (time.perf_counter() - began) * 1_000


def press(entry: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(entry, key)


class _Painted(QObject):
    def __init__(self, card: DeskCard, text: str, waiting: QEventLoop) -> None:
        super().__init__()
        self._card = card
        self._text = text
        self._waiting = waiting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() is QEvent.Type.Paint
            and isinstance(watched, QWidget)
            and self._card.isAncestorOf(watched)
            and self._card.typed == self._text
        ):
            QTimer.singleShot(0, self._waiting.quit)
        return False


def until(seen: Callable[[], bool]) -> None:
    waited = 0
    while not seen():
        assert waited < PATIENCE_MS
        rest(20)
        waited += 20


if __name__ == "__main__":
    main(sys.argv[1:])
