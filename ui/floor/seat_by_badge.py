"""A badge that is scanned while its meeting is open says that its side sits at the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import DeskError
from app.floor.seating import Seated
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.floor.page import FloorPage

Sits = Callable[[date, UUID, str], Seated | None]
"""Notes it, and says who sits where; nothing if the code is not one of the meeting's people."""


class SeatByBadge(QObject):
    """Asks whether a code belongs to the open meeting. ``heard``: it did, and whether it is so."""

    heard = Signal(bool)

    def __init__(self, page: FloorPage, sits: Sits, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._sits, self._tools = page, sits, tools
        self._view = Quiet(self)
        self._view.refused.connect(self._refuse)

    def take(self, scanned: str, otherwise: Callable[[], None]) -> bool:
        """Look whose code it is; ``otherwise`` is called if it is for others to look at.

        False: no meeting is open, so nothing is asked.
        """
        opened, day = self._page.opened, self._page.reader.day
        meeting = opened.meeting
        if meeting is None or not opened.panel.isVisible():
            return False

        def then(seated: Seated | None) -> None:
            if seated is None:
                otherwise()
                return
            already = "" if seated.is_new else " already"
            words = f"{seated.name} sits at table {seated.table}{already}."
            self._page.told.emit(News(words, undoable=seated.is_new))
            self.heard.emit(True)

        self._tools.quick.run(
            lambda _report: self._sits(day, meeting, scanned), view=self._view, then=then
        )
        return True

    def _refuse(self, refusal: DeskError) -> None:
        self._page.refuse(refusal)
        self.heard.emit(False)
