"""The next meetings of whoever stands at the desk, which count on by the clock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.meetings.upcoming import DelegateMeeting, DelegateMeetings, Upcoming
from ui.common.kind_chip import paint_kind
from ui.common.lettering import (
    BODY,
    CELL,
    FACT,
    LEAD,
    SECTION,
    TITLE,
)
from ui.common.look import Look
from ui.common.marks import paint_state
from ui.common.meeting_words import (
    clock_words,
    later_words,
    organisation_words,
    people_words,
    presence_of,
    presence_words,
    starts_words,
    table_words,
)
from ui.common.painting import Ink
from ui.common.parts import Text, column, row
from ui.common.times import Times
from ui.desk.row_table import Brush, PaintedColumn, RowTable
from ui.desk.verdicts import Verdict

_HEADING = 24
_MARK = 20
_STATES = frozenset({"here", "left", "expected"})


class NextMeetings(QWidget):
    """Today's meetings that are not over, or when the next one is.

    It is not there until it is known that the event has meetings.
    """

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self._meetings: DelegateMeetings | None = None
        self._upcoming: Upcoming | None = None
        self._minute = times.clock()
        self.event_has_meetings = False
        self._title = Text("Next meetings today", SECTION)
        self._count = Text("", CELL, "3")
        self._none = Text("", BODY, "2")
        self.table = RowTable(look, meeting_columns(times), self._named, self._tint)
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        # From scan to scan, nothing around it is to find another place.
        heading = QWidget()
        heading.setFixedHeight(_HEADING)
        heading.setLayout(
            row(self._title, self._count, self._none, None, gap=12, margins=(32, 0, 32, 0))
        )
        kept = self.table.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.table.setSizePolicy(kept)
        self.setLayout(column(16, heading, self.table, gap=4))
        self._ticks.timeout.connect(self.tick)
        self.table.fitted.connect(self._say_count)
        self.hide()

    def await_meetings(self, *, coming: bool) -> None:
        """Show nobody's meetings, in the room where those that are ``coming`` will stand."""
        self._meetings = self._upcoming = None
        self._ticks.stop()
        self.setVisible(coming and self.event_has_meetings)
        for part in (self._title, self._count, self._none, self.table):
            part.hide()

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

    def _show(self, upcoming: Upcoming) -> None:
        is_any = bool(upcoming.meetings)
        for part in (self._title, self._count, self.table):
            part.setVisible(is_any)
        self._none.setVisible(not is_any)
        self._none.setText(_none_words(upcoming, self._times))
        self.table.show_records(upcoming.meetings)

    def _say_count(self, shown: int) -> None:
        if self._upcoming is not None:
            self._count.setText(_count_words(self._upcoming, shown))

    def _named(self, meeting: DelegateMeeting) -> str:
        return named(meeting, self._times)

    def _tint(self, meeting: DelegateMeeting) -> str:
        upcoming = self._upcoming
        return "accent-soft" if upcoming and meeting is upcoming.meetings[0] else ""


def has_meetings(verdict: Verdict) -> bool:
    """Tell whether a verdict is about somebody who may go to meetings."""
    return verdict.state in _STATES or verdict.reason == "already_in"


def meeting_columns(times: Times) -> Sequence[PaintedColumn[DelegateMeeting]]:
    """Give the columns of a delegate's meetings."""

    def starts(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        brush.text(area, starts_words(meeting, times), Ink(BODY))

    def time(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        brush.text(area, clock_words(meeting, times), Ink(LEAD))

    def arrived(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
        paint_presence(brush, area, meeting, times)

    return (
        PaintedColumn("Time", 72, 1, time),
        PaintedColumn("Starts", 88, 1, starts),
        PaintedColumn("Table", 76, 1, paint_table),
        PaintedColumn("Partner", 200, 5, paint_partner),
        PaintedColumn("Type", 52, 0, paint_type),
        PaintedColumn("Partner arrived?", 156, 2, arrived),
    )


def paint_table(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint the label of the table: a number in large letters, a name in those that fit."""
    label = meeting.table or "–"
    brush.text(area, label, Ink(TITLE if len(label) <= 4 else FACT))


def paint_partner(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint whom they meet: for whom those stand, and below who they are."""
    above = (organisation_words(meeting), Ink(SECTION))
    brush.two_lines(area, above, (people_words(meeting), Ink(CELL, "text-2")))


def paint_type(brush: Brush, area: QRectF, meeting: DelegateMeeting) -> None:
    """Paint the chip of the kind."""
    paint_kind(brush.painter, area, meeting.kind, brush.look)


def paint_presence(brush: Brush, area: QRectF, meeting: DelegateMeeting, times: Times) -> None:
    """Paint whether the partner is here: the mark, and words."""
    mark = QRectF(area.x(), area.y(), 14, area.height())
    paint_state(brush.painter, mark, presence_of(meeting.partners), brush.look)
    words = presence_words(meeting.partners, times)
    brush.text(area.adjusted(_MARK, 0, 0, 0), words, Ink(BODY))


def named(meeting: DelegateMeeting, times: Times) -> str:
    """Say a row aloud."""
    told = (
        clock_words(meeting, times),
        starts_words(meeting, times),
        table_words(meeting),
        organisation_words(meeting),
        people_words(meeting),
        meeting.kind.upper(),
        presence_words(meeting.partners, times),
    )
    return ", ".join(filter(None, told))


def _count_words(upcoming: Upcoming, shown: int) -> str:
    count = upcoming.in_all
    if shown == count:
        return f"{count} in all" if count > 1 else ""
    return f"{count} in all, the next {shown if shown > 1 else 'one'} shown"


def _none_words(upcoming: Upcoming, times: Times) -> str:
    more = "No more meetings today." if upcoming.in_all else "No meetings today."
    later = f" Next: {later_words(upcoming.later, times)}." if upcoming.later else ""
    return f"{more}{later}"
