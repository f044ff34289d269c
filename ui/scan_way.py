"""Where a scan goes: to the Desk, unless it is a slip, or the page that is shown waits for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.checkin.codes import MEETING, claimed_kind
from ui.entries import DESK, FLOOR, OUTCOMES, PROGRAMME
from ui.floor_work import FloorWork

if TYPE_CHECKING:
    from ui.workplace import Workplace


class ScanWay(QObject):
    """Hands each scan on, wherever it came from."""

    def __init__(self, place: Workplace, floor: FloorWork) -> None:
        super().__init__(place)
        self._place, self._frame, self._floor = place, place.frame, floor
        floor.heard.connect(place.sounds.tell)

    def take(self, text: str) -> None:
        """Take a scan."""
        if claimed_kind(text) == MEETING:
            self._show_at_outcomes(text)
            return
        nobody_asks = QApplication.activeModalWidget() is None
        if self._frame.page == PROGRAMME and nobody_asks and self._place.programme.take_scan(text):
            return
        to_desk = partial(self._show_at_desk, text)
        is_asked = self._frame.page == FLOOR and nobody_asks
        if not (is_asked and self._floor.take_scan(text, to_desk)):
            to_desk()

    def _show_at_desk(self, text: str) -> None:
        if self._frame.page != DESK:
            self._frame.show_page(DESK)
        self._place.desk.scan(text)

    def _show_at_outcomes(self, text: str) -> None:
        if self._frame.page != OUTCOMES:
            self._frame.show_page(OUTCOMES)
        self._place.outcomes.scans.take(text)
