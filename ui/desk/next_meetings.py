"""The next meetings of whoever stands at the desk, which count on by the clock."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.meetings.upcoming import DelegateMeeting, DelegateMeetings, Upcoming
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, CELL, SECTION
from ui.common.look import Look
from ui.common.meeting_words import later_words
from ui.common.parts import Text, column, row
from ui.common.times import Times
from ui.desk.day_meetings import DayMeetings
from ui.desk.meeting_columns import meeting_columns, named
from ui.desk.row_table import RowTable
from ui.desk.verdicts import Verdict

KEY = "Alt+M"
_HEADING = 28
_STATES = frozenset({"here", "left", "expected"})


class NextMeetings(QWidget):
    """Today's meetings that are not over, or when the next one is.

    It is not there until it is known that the event has meetings.
    """

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._look, self._times = look, times
        self._meetings: DelegateMeetings | None = None
        self._upcoming: Upcoming | None = None
        self._minute = times.clock()
        self.event_has_meetings = False
        self._title = Text("Next meetings today", SECTION)
        self._count = Text("", CELL, "3")
        self._none = Text("", BODY, "2")
        self._all = SmallButton(look, "", "list", KEY)
        self._day: DayMeetings | None = None
        self.table = RowTable(look, meeting_columns(times), self._named, self._tint)
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        # From scan to scan, nothing around it is to find another place.
        heading = QWidget()
        heading.setFixedHeight(_HEADING)
        heading.setLayout(
            row(
                self._title,
                self._count,
                self._none,
                None,
                self._all,
                gap=12,
                margins=(32, 0, 32, 0),
            )
        )
        kept = self.table.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.table.setSizePolicy(kept)
        self.setLayout(column(12, heading, self.table, gap=4))
        self._ticks.timeout.connect(self.tick)
        self.table.fitted.connect(self._say_count)
        self._all.clicked.connect(self._show_all)
        self.hide()

    def await_meetings(self, *, coming: bool) -> None:
        """Show nobody's meetings, in the room where those that are ``coming`` will stand."""
        self._meetings = self._upcoming = None
        self._ticks.stop()
        self.setVisible(coming and self.event_has_meetings)
        for part in (self._title, self._count, self._none, self._all, self.table):
            part.hide()
        self._put_away()

    def show_meetings(self, meetings: DelegateMeetings) -> None:
        """Show somebody's meetings."""
        self._meetings = meetings
        self.event_has_meetings = meetings.event_has_meetings
        self._upcoming = None
        self.setVisible(meetings.event_has_meetings)
        self.tick()

    def tick(self) -> None:
        """Look at the time, and again at the beginning of the next second."""
        if self._meetings is None:
            return
        now = self._times.clock()
        minute = now.replace(second=0, microsecond=0)
        if self._upcoming is None or minute != self._minute:
            self._minute = minute
            self._upcoming = self._meetings.upcoming(now)
            self._show(self._upcoming)
        self._ticks.start(1000 - now.microsecond // 1000)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._put_away()

    def _show(self, upcoming: Upcoming) -> None:
        is_any = bool(upcoming.meetings)
        for part in (self._title, self._count, self.table):
            part.setVisible(is_any)
        self._none.setVisible(not is_any)
        self._none.setText(_none_words(upcoming, self._times))
        self.table.show_records(upcoming.meetings)
        if self._day is not None:
            self._day.show_upcoming(upcoming)

    def _say_count(self, shown: int) -> None:
        upcoming = self._upcoming
        if upcoming is not None:
            self._count.setText(_count_words(upcoming, shown))
            self._all.set_words(f"Show all {upcoming.in_all}")
            self._all.setVisible(shown < upcoming.in_all)

    def _show_all(self) -> None:
        if self._upcoming is not None:
            self._day = DayMeetings(self._look, self._times, self)
            self._day.show_upcoming(self._upcoming)
            self._day.finished.connect(self._forget)
            self._day.open()

    def _put_away(self) -> None:
        if self._day is not None:
            self._day.reject()

    def _forget(self) -> None:
        day, self._day = self._day, None
        if day is not None:
            day.deleteLater()

    def _named(self, meeting: DelegateMeeting) -> str:
        return named(meeting, self._times)

    def _tint(self, meeting: DelegateMeeting) -> str:
        upcoming = self._upcoming
        return "accent-soft" if upcoming and meeting is upcoming.meetings[0] else ""


def has_meetings(verdict: Verdict) -> bool:
    """Tell whether a verdict is about somebody who may go to meetings."""
    return verdict.state in _STATES or verdict.reason == "already_in"


def _count_words(upcoming: Upcoming, shown: int) -> str:
    count, over = upcoming.in_all, len(upcoming.over)
    said = f"{count} in all" if count > 1 else ""
    if over:
        said = f"{over} of {count} {'is' if over == 1 else 'are'} over"
    if shown == len(upcoming.meetings):
        return said
    return f"{said}, the next {shown if shown > 1 else 'one'} shown"


def _none_words(upcoming: Upcoming, times: Times) -> str:
    more = "No more meetings today." if upcoming.in_all else "No meetings today."
    later = f" Next: {later_words(upcoming.later, times)}." if upcoming.later else ""
    return f"{more}{later}"
