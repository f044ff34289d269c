from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.desks import OpenEvent
from tests.app.floor.running import RunningDay
from tests.app.meetings.asking import Floor
from tests.app.outcomes.export.lived import live_through
from tests.building import EventBuilder, MovableClock
from tests.ui.dressed_bot import DressedBot
from tests.ui.robot import Robot
from ui.common.page import Tools
from ui.exporting.writing import WritingDialog

D = TypeVar("D", bound=WritingDialog)


class WritingRobot(Robot):
    """Ticks, writes, and reads what was written."""

    def __init__(self, dialog: WritingDialog, qtbot: DressedBot) -> None:
        super().__init__(dialog, qtbot)
        self.dialog = dialog
        self.folders: list[Path] = []
        self.closed: list[int] = []
        dialog.folder_wanted.connect(self.folders.append)
        dialog.finished.connect(self.closed.append)

    def presses_enter(self) -> None:
        focused: QWidget | None = self.dialog.focusWidget()
        QTest.keyClick(self.dialog if focused is None else focused, Qt.Key.Key_Return)

    def chooses_file(self, file: Path) -> None:
        """Answer the question for a file or a folder."""
        self.waits(lambda: bool(self.dialog.findChildren(QFileDialog)))
        asking = self.dialog.findChildren(QFileDialog)[-1]
        asking.fileSelected.emit(str(file))
        asking.done(QFileDialog.DialogCode.Rejected)

    def is_done(self) -> str:
        """Wait until it is written, and give what is said then."""
        self.waits(lambda: bool(self.dialog.written.words))
        return self.dialog.written.words

    def is_refused(self) -> str:
        self.waits(lambda: bool(self.dialog.strip.problem()))
        return self.dialog.strip.problem()


@dataclass(frozen=True, slots=True)
class AtDialogs:
    """Opens dialogs on an event whose morning has passed."""

    event: OpenEvent
    tools: Tools
    qtbot: DressedBot
    opened: list[WritingDialog]

    def shows(self, dialog: D) -> WritingRobot:
        self.qtbot.dress(dialog)
        self.opened.append(dialog)
        dialog.open()
        return WritingRobot(dialog, self.qtbot)


@pytest.fixture
def dialogs(
    open_event: OpenEvent,
    event: EventBuilder,
    clock: MovableClock,
    tools: Tools,
    qtbot: DressedBot,
) -> Iterator[AtDialogs]:
    """An evening with two meetings that nobody told of, and dialogs on it."""
    live_through(RunningDay(Floor(open_event, event), clock), event)
    tools.files.event = "Cluster days"
    at = AtDialogs(open_event, tools, qtbot, [])
    yield at
    # A dialog that was closed has deleted itself.
    for dialog in filter(isValid, at.opened):
        dialog.strip.stop()
        dialog.hide()
        dialog.deleteLater()
