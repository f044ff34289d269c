"""The whole window's inside on an event in a file, as somebody works with it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.building import MovableClock
from ui.common.page import Tools
from ui.opened import Opened, open_event
from ui.scanner.standing import ScannerWatch, Seen
from ui.workplace import Workplace


class Heard(QObject):
    """Passes what was written on to the window's thread."""

    changed = Signal(object)


@contextmanager
def shown_workplace(
    file: Path, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Generator[Workplace]:
    """Yield all pages of an event, shown and active; close it afterwards, when nobody works on it.

    ``HOME`` must be a folder of the test's own.
    """
    opened = open_event(file, clock, lambda _changes: None)
    with shown_on(opened, tools, clock, qtbot) as workplace:
        workplace.resize(1280, 800)
        yield workplace
    opened.event.close()


@contextmanager
def shown_on(
    opened: Opened, tools: Tools, clock: MovableClock, qtbot: QtBot
) -> Generator[Workplace]:
    """Yield the same of an event that is open; whoever opened it closes it."""
    workplace = Workplace(opened, tools, ScannerWatch(Seen(), clock))
    qtbot.addWidget(workplace)
    with qtbot.waitActive(workplace):
        workplace.show()
        workplace.activateWindow()
    yield workplace
    tools.close()
