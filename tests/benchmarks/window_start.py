"""Starts the window with an event as its users do, and says when its Desk was painted first.

    python -m tests.benchmarks.window_start EVENT BEGAN

``BEGAN`` is when this process was asked for, in seconds since 1970. It prints the seconds since
then, those of the processor, and the megabytes in memory once every page was looked at.
"""

import sys
import time
from pathlib import Path

from ui.application import make_application
from ui.main import open_window
from ui.window import Window

file, began = sys.argv[1], float(sys.argv[2])
application = make_application()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - as the window does

EVERY_PAGE_MS = 3_000


class FirstPaint(QObject):
    """Waits for the Desk, then walks through the pages and ends."""

    def __init__(self) -> None:
        super().__init__()
        self.told = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        workplace = window.workplace if window else None
        if event.type() is QEvent.Type.Paint and workplace and watched is workplace.desk.field:
            application.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        self.told = f"{time.time() - began:.3f} {time.process_time():.3f}"
        for place, key in enumerate(("delegates", "event", "desk")):
            QTimer.singleShot(place * EVERY_PAGE_MS, lambda key=key: self.visit(key))
        QTimer.singleShot(3 * EVERY_PAGE_MS, self.end)

    def visit(self, key: str) -> None:
        if window and window.workplace:
            window.workplace.show_page(key)

    def end(self) -> None:
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        print(self.told, int(resident.split()[1]) / 1024)
        if window:
            window.close()


window: Window | None = None
first = FirstPaint()
application.installEventFilter(first)
window = open_window([file])
application.exec()
