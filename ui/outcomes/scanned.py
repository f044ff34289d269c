"""A slip that is scanned opens its meeting, from whatever page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import DeskError
from app.outcomes.slips import ScannedSlip, Spot
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.common.times import day_words


class SlipScan(QObject):
    """``found``: a meeting, its day or none, and what to know of the slip."""

    found = Signal(object, object, str)
    refused = Signal(object)
    heard = Signal(bool)

    def __init__(self, read: Callable[[str], ScannedSlip], tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._tools = read, tools
        self._view = Quiet(self)
        self._view.refused.connect(self._refuse)

    def take(self, scanned: str) -> None:
        """Find out of which meeting it is."""
        self._tools.quick.run(lambda _report: self._read(scanned), view=self._view, then=self._take)

    def _take(self, slip: ScannedSlip) -> None:
        meeting: UUID = slip.meeting
        day: date | None = slip.now.day
        self.found.emit(meeting, day, slip_words(slip))
        self.heard.emit(not slip.is_cancelled)

    def _refuse(self, refusal: DeskError) -> None:
        self.refused.emit(refusal)
        self.heard.emit(False)


def slip_words(slip: ScannedSlip) -> str:
    """Say what is wrong with a slip; blank if it holds."""
    if slip.is_cancelled:
        return "This slip is out of date: the meeting was cancelled after it was printed."
    if slip.said is None:
        return ""
    same_day = slip.said.day == slip.now.day
    said, now = (_spot_words(each, with_day=not same_day) for each in (slip.said, slip.now))
    return f"This slip is out of date: it says {said}, and the meeting is now at {now}."


def _spot_words(spot: Spot, *, with_day: bool) -> str:
    day = f"{day_words(spot.day)}, " if with_day and spot.day is not None else ""
    table = f"table {spot.table}" if spot.table else "no table"
    return f"{day}{spot.clock or 'no time'}, {table}"
