"""Where a scan goes: to the Desk, unless it belongs to the meeting that is open on the Floor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.desk.page import DeskPage
from ui.entries import DESK, FLOOR
from ui.floor_work import FloorWork
from ui.shell.frame import Frame
from ui.shell.sounds import Sounds


class ScanWay(QObject):
    """Hands each scan on, wherever it came from."""

    def __init__(
        self, frame: Frame, floor: FloorWork, desk: Callable[[], DeskPage], sounds: Sounds
    ) -> None:
        super().__init__(frame)
        self._frame, self._floor, self._desk = frame, floor, desk
        floor.heard.connect(lambda on: (sounds.accepted if on else sounds.refused)())

    def take(self, text: str) -> None:
        """Take a scan."""
        to_desk = partial(self._show_at_desk, text)
        is_asked = self._frame.page == FLOOR and QApplication.activeModalWidget() is None
        if not (is_asked and self._floor.take_scan(text, to_desk)):
            to_desk()

    def _show_at_desk(self, text: str) -> None:
        if self._frame.page != DESK:
            self._frame.show_page(DESK)
        self._desk().scan(text)
