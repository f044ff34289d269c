"""A desk with a wall on a real screen that has three monitors, of which some are pulled out.

Run by a test, in a process of its own; prints what is seen after each step.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import wall_clock
from app.desks import Desks
from app.floor.watching import DayReader
from app.settings import load_settings
from tests.ui.monitors import Monitors
from ui.common.files import Files
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.times import Times
from ui.wall_work import WallWork

PATIENCE_S = 30


class Hall:
    """Tells where the wall is, once it is where it should be."""

    def __init__(self, work: WallWork) -> None:
        self.work = work

    def tell(self, step: str, screen: str, *, full: bool = True) -> None:
        patience = time.monotonic() + PATIENCE_S
        while self._seen() != (screen, full) and time.monotonic() < patience:
            QTest.qWait(20)
        sys.stdout.write(json.dumps([step, *(self._seen() or ())]) + "\n")

    def close(self) -> None:
        wall = self.work.window
        if wall is not None:
            wall.close()
        while self.work.window is not None:
            QTest.qWait(20)

    def _seen(self) -> tuple[str, bool] | None:
        wall = self.work.window
        if wall is None or not wall.isVisible():
            return None
        screen = QGuiApplication.screenAt(wall.geometry().center())
        return (screen.name() if screen is not None else "", wall.isFullScreen())


def main(file: Path) -> None:
    monitors = Monitors(os.environ["DISPLAY"])
    monitors.plug("laptop", 0, 1280, first=True)
    monitors.plug("foyer", 1280, 1280)
    monitors.plug("hall", 2560, 1280)
    application = QApplication([])
    event = Desks(load_settings()).open(file)
    tools = Tools.with_jobs(Look(), Times(ZoneInfo("Europe/Vilnius"), wall_clock), Files())
    desk = QWidget()
    desk.setGeometry(20, 20, 800, 600)
    desk.show()
    work = WallWork(event.journal, lambda: DayReader(event.journal), tools, desk)
    hall = Hall(work)

    work.show()
    hall.tell("opened", "foyer")
    work.show(_screen("hall"))
    hall.tell("wanted in the hall", "hall")
    hall.close()
    work.show()
    hall.tell("opened again", "hall")
    monitors.pull("hall")
    hall.tell("hall pulled out", "foyer")
    monitors.pull("foyer")
    hall.tell("foyer pulled out", "laptop", full=False)
    monitors.plug("hall", 2560, 1280)
    hall.tell("hall plugged in", "hall")

    hall.close()
    tools.close()
    event.close()
    application.quit()


def _screen(name: str) -> QScreen:
    return next(each for each in QGuiApplication.screens() if each.name() == name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
