"""Measures a badge at check-in: from the scan at the Desk to the first byte at the printer.

    python -m tests.benchmarks.bench_badge_at_check_in [SCANS]

CUPS is started aside, with a printer that writes files. The first scan of a desk that was just
opened stands by itself. Targets: handed over within 1 s of the scan, no scan waits for a printer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, time
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from app.checkin.reception import Reception
from app.printers.at_check_in import BadgesAtCheckIn
from app.printers.choices import with_printer
from app.printers.cups import CupsPrinters
from app.printers.port import JobState
from app.printers.queue import Papers, Target
from app.printers.runs import PrintRun
from app.printing.office import PrintOffice
from app.settings import HOME, change_settings
from tests.building import EventBuilder, MovableClock, copy_event
from tests.print_service import PrintService, print_service
from ui.application import make_application
from ui.common.files import Files
from ui.common.look import Look, ThemeName
from ui.common.page import Tools
from ui.common.times import Times, system_zone
from ui.desk.page import DeskPage
from ui.printer_at_desk import PrinterAtDesk
from ui.printing.desk_printing import DeskPrinting
from ui.printing.services import Queue, print_calls

SCANS = 15
_STAGES = ("verdict", "label begun", "drawn", "handed over", "first byte", "noted")


@dataclass
class Timed:
    """Stands between the Desk and its labels, and between them and the queue, with a watch."""

    queue: Callable[[], Queue]
    labels: BadgesAtCheckIn | None = None
    at: dict[str, float] = field(default_factory=dict)

    def hand_over(self, delegate: UUID) -> PrintRun | None:
        assert self.labels is not None
        self.at["label begun"] = perf_counter()
        run = self.labels.hand_over(delegate)
        self.at["handed over"] = perf_counter()
        return run

    def timed_queue(self) -> TimedQueue:
        return TimedQueue(self)


@dataclass
class TimedQueue:
    """The queue, which tells when something drawn came to it."""

    timed: Timed

    def hand_over(self, papers: Papers, target: Target, *, again: bool = False) -> PrintRun:
        self.timed.at["drawn"] = perf_counter()
        return self.timed.queue().hand_over(papers, target, again=again)


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    scans = int(arguments[0]) if arguments else SCANS
    application = make_application()
    look = Look(ThemeName.LIGHT)
    look.dress()
    with print_service() as service, TemporaryDirectory() as folder:
        os.environ["CUPS_SERVER"], os.environ[HOME] = service.socket, folder
        change_settings(
            lambda old: replace(with_printer(old, "badges", "laser"), stock="62mm-roll")
        )
        measure(look, service, Path(folder), scans)
    application.quit()


def measure(look: Look, service: PrintService, folder: Path, scans: int) -> None:
    clock = MovableClock()
    event = copy_event(folder / "event.matchdesk", clock)
    builder = EventBuilder(event)
    codes = builder.badges_of(builder.crowd(1000)[: scans + 1])
    tools = Tools.with_jobs(look, Times(system_zone(), clock), Files())
    page = DeskPage(Reception(event.journal, event.letters), tools, "Desk 1")
    page.resize(1204, 744)
    page.show()
    printing = DeskPrinting(print_calls(event.journal, CupsPrinters()), tools, page)
    timed = Timed(printing.calls.queue)
    timed.labels = BadgesAtCheckIn(
        PrintOffice(event.journal), timed.timed_queue, printing.calls.settings
    )
    printer = PrinterAtDesk(timed, printing, tools)
    printer.join(page)
    printer.switch(on=True)
    page.decided.connect(lambda _in: timed.at.setdefault("verdict", perf_counter()))
    taken = []
    for code in codes:
        clock.passes(minutes=1)
        taken.append(one_scan(page, printing, timed, service, code))
    told("first scan", taken[:1])
    told(f"then {scans}", taken[1:])
    tools.close()
    page.deleteLater()
    event.close()


def one_scan(
    page: DeskPage, printing: DeskPrinting, timed: Timed, service: PrintService, code: str
) -> dict[str, float]:
    """Scan, and give after how many milliseconds each stage was reached."""
    timed.at.clear()
    begun, begun_at, done = perf_counter(), time(), len(printing.runs)
    page.scan(code)
    wait(lambda: len(printing.runs) > done and printing.runs[0].state is JobState.DONE)
    file = service.folder / "arrived" / f"{printing.runs[0].job.rpartition('-')[2]}.pdf"
    reached = {stage: (at - begun) * 1000 for stage, at in timed.at.items()}
    # The printer makes the file when it begins to read.
    reached["first byte"] = (file.stat().st_atime - begun_at) * 1000
    reached["noted"] = (perf_counter() - begun) * 1000
    return reached


def told(which: str, taken: Sequence[dict[str, float]]) -> None:
    for stage in _STAGES:
        reached = [each[stage] for each in taken]
        print(f"{which:12} {stage:12} median {median(reached):6.0f} ms, worst {max(reached):.0f}")


def wait(seen: Callable[[], bool]) -> None:
    waiting, look = QEventLoop(), QTimer(interval=2)
    look.timeout.connect(lambda: waiting.quit() if seen() else None)
    look.start()
    waiting.exec()
    look.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
