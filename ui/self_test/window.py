"""Opens an event in a window as its users do, and says when its Desk was painted first."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.application import make_application
from ui.main import open_window
from ui.window import Window

_AT_MOST_MS: Final = 60_000
_BEGAN: Final = 19
"""Where in ``/proc/self/stat``, after the name, it says in ticks when the process began."""


def open_and_tell(event: Path) -> int:
    """Write when the Desk was painted, in seconds since this process began; 0 if it ever was."""
    application = make_application()
    waiting = _FirstPaint(application)
    application.installEventFilter(waiting)
    waiting.window = window = open_window([str(event)])
    window.start.status.refused.connect(application.quit)
    QTimer.singleShot(_AT_MOST_MS, waiting, application.quit)
    application.exec()
    if not waiting.seconds:
        return 1
    window.close()
    sys.stdout.write(f"Desk painted {waiting.seconds:.2f}\n")
    return 0


class _FirstPaint(QObject):
    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.window: Window | None = None
        self.seconds = 0.0
        self._application = application

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        workplace = self.window.workplace if self.window else None
        if event.type() is QEvent.Type.Paint and workplace and watched is workplace.desk.field:
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self.seconds = _seconds_since_start()
        self._application.quit()


def _seconds_since_start() -> float:
    """Give the age of this process, its loading included, where the system tells it."""
    if sys.platform == "win32":
        return time.perf_counter()
    try:
        about = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        began = float(about[_BEGAN]) / os.sysconf("SC_CLK_TCK")
        uptime = float(Path("/proc/uptime").read_text(encoding="utf-8").split()[0])
    except (OSError, IndexError, ValueError):
        return time.perf_counter()
    return uptime - began
