"""The Desk when a printed schedule is out of date: what it says now, and what is other on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.meetings.upcoming import DelegateMeetings
from app.printing.schedules.standing import ScheduleStanding
from ui.common.lettering import CELL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.times import Times
from ui.desk.actions import Actions
from ui.desk.band import Band
from ui.desk.meeting_columns import named
from ui.desk.row_table import RowTable
from ui.desk.schedule_columns import ScheduleColumns
from ui.desk.schedule_rows import CHANGE_WORDS, ScheduleRow, change_words, fitting, rows_of
from ui.desk.verdicts import Verdict

_ASIDE = "Keep the old paper, so nobody follows it."


class ScheduleView(QWidget):
    """Counts on by the clock, as long as it is shown."""

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._look = look
        self._times = times
        self._read: tuple[DelegateMeetings, ScheduleStanding] | None = None
        self._said, self._room = "", 0
        self.band = Band(look)
        self._versions = Text("", CELL, "3")
        self.table = RowTable(look, ScheduleColumns(times).columns, self._named, self._tint)
        self.foot = Actions(look)
        self._ticks = QTimer(self, interval=1000, timerType=Qt.TimerType.PreciseTimer)
        heading = row(Text("Schedule now", SECTION), self._versions, None, gap=12)
        heading.setContentsMargins(32, 0, 32, 0)
        layout = column(self.band, 16, heading, 4, self.table, self.foot, gap=0)
        layout.setStretch(0, 5)
        layout.setStretch(layout.indexOf(self.table), 6)
        self.setLayout(layout)
        self._ticks.timeout.connect(self._show)
        self.table.fitted.connect(self._refit)

    def await_schedule(self, verdict: Verdict) -> None:
        """Show a verdict, and the room where the schedule will stand."""
        self._read = None
        self.band.show_verdict(verdict)
        self._versions.setText("")
        self.table.show_records(())
        self.foot.offer(verdict.acts, aside=_ASIDE)

    def show_schedule(
        self, verdict: Verdict, meetings: DelegateMeetings, standing: ScheduleStanding
    ) -> None:
        """Show somebody's schedule below the verdict."""
        self._read = (meetings, standing)
        self.band.show_verdict(verdict)
        said = f"Version {standing.version}. The paper says version {standing.paper}."
        self._said = f"{said} {verdict.lead}".strip()
        self.foot.offer(verdict.acts, aside=_ASIDE)
        self._show()
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _refit(self) -> None:
        """Look again what there is room for; what has changed goes before what has not."""
        if self.table.fits != self._room:
            self._show()

    def _show(self) -> None:
        self._room = self.table.fits
        if self._read is None:
            return
        rows = rows_of(*self._read, self._times.clock())
        shown = fitting(rows, self._room)
        left = len(rows) - min(len(shown), self._room)
        self._versions.setText(f"{self._said} {left} more.".strip() if left else self._said)
        self.table.show_records(shown)

    def _named(self, shown: ScheduleRow) -> str:
        change = shown.change
        told = (
            CHANGE_WORDS[change.change] if change else "",
            named(shown.meeting, self._times),
            "".join(each.text for each in change_words(shown, self._times)),
        )
        return ". ".join(filter(None, told))

    def _tint(self, shown: ScheduleRow) -> str:
        return "warn-soft" if shown.runs_at(self._times.clock()) else ""
