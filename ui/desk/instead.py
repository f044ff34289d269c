"""Who comes instead of somebody whose place was taken over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.lookup import FoundPerson
from app.meetings.upcoming import DelegateMeetings, Upcoming
from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.meeting_words import clock_words, later_words, table_words
from ui.common.parts import Text, column
from ui.common.times import Times
from ui.desk.result_card import Facts, ResultCard


class ComesInstead(QWidget):
    """One card, as in a look-up. The signals carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self._card = ResultCard(look, 1)
        self._card.check_in_wanted.connect(self.check_in_wanted)
        self._card.open_wanted.connect(self.open_wanted)
        self.setLayout(column(Text("Comes instead", LABEL, "3"), self._card, margins=(0, 8, 0, 0)))
        self.hide()

    def show_substitute(
        self, found: FoundPerson | None, meetings: DelegateMeetings | None = None
    ) -> None:
        """Show who it is and the meetings they have now, or nobody."""
        if found is not None:
            told = None
            if meetings is not None and meetings.event_has_meetings:
                told = _told(meetings.upcoming(self._times.clock()), self._times)
            self._card.show_found(found, likeliest=True, told=told)
        self.setVisible(found is not None)


def _told(upcoming: Upcoming, times: Times) -> Facts:
    today = f"{upcoming.in_all} today" if upcoming.in_all else "None today"
    return ("Meetings", today), ("Next", _next_words(upcoming, times))


def _next_words(upcoming: Upcoming, times: Times) -> str:
    if upcoming.meetings:
        first = upcoming.meetings[0]
        return f"{clock_words(first, times)}, {table_words(first)}"
    return later_words(upcoming.later, times) if upcoming.later else "–"
