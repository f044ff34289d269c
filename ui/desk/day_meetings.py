"""All meetings that somebody has on a day, also those that are over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.meetings.upcoming import DelegateMeeting, Upcoming
from ui.common.buttons import Button
from ui.common.lettering import SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row, scrolled
from ui.common.times import Times
from ui.desk.meeting_columns import meeting_columns, named
from ui.desk.row_table import HEAD, ROW, RowTable

_WIDE, _TALLEST = 880, 560


class DayMeetings(QDialog):
    """A list to look at; what it tells passes with the time."""

    def __init__(self, look: Look, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._upcoming: Upcoming | None = None
        self._title = Text("", SECTION)
        self.table = RowTable(look, meeting_columns(times), self._named, self._tint)
        self._area = scrolled(self.table)
        self._area.setAccessibleName("Meetings today")
        # Whoever has no mouse scrolls there too.
        self._area.setProperty("part", "read")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = Button(look, "Close")
        close.clicked.connect(self.reject)
        self.setWindowTitle("Meetings today")
        self.setFixedWidth(_WIDE)
        head = row(self._title, None, margins=(32, 0, 32, 0))
        foot = row(None, close, margins=(32, 0, 32, 0))
        self.setLayout(column(head, self._area, foot, gap=12, margins=(0, 24, 0, 24)))

    def show_upcoming(self, upcoming: Upcoming) -> None:
        """Show the day as it is seen from now."""
        self._upcoming = upcoming
        count = upcoming.in_all
        self._title.setText(f"All {count} meetings today" if count > 1 else "The meeting today")
        high = HEAD + count * ROW
        self.table.setFixedHeight(high)
        self._area.setFixedHeight(min(high, _TALLEST))
        self.table.show_records((*upcoming.over, *upcoming.meetings))

    def _named(self, meeting: DelegateMeeting) -> str:
        return named(meeting, self._times)

    def _tint(self, meeting: DelegateMeeting) -> str:
        upcoming = self._upcoming
        if upcoming is None:
            return ""
        if meeting in upcoming.over:
            return "sunken"
        return "accent-soft" if meeting is upcoming.meetings[0] else ""
