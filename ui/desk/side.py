"""Beside the card: who has come so far, and what happened last at all desks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.checkin.reception import Overview
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.common.parts import column
from ui.desk.arrivals import ArrivalsCard
from ui.desk.calls import DeskCalls
from ui.desk.recent import MOST, RecentCard

WIDTH = 320


class DeskSide(QWidget):
    """Reads what it shows, of today or of another day. ``chosen`` carries a delegate's id."""

    chosen = Signal(object)

    def __init__(self, calls: DeskCalls, tools: Tools, view: JobView) -> None:
        super().__init__()
        self._calls = calls
        self._tools = tools
        self._view = view
        self._day: date | None = None
        self._arrivals = ArrivalsCard(tools.look, tools.times)
        self._recent = RecentCard(tools.look, tools.times)
        self._layout = column(self._arrivals, self._recent, gap=16)
        self._layout.setStretch(1, 1)
        self.setLayout(self._layout)
        self.setFixedWidth(WIDTH)
        self._recent.chosen.connect(self.chosen)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        self.read()

    def add_above(self, widget: QWidget) -> None:
        """Put something above the arrivals."""
        self._layout.insertWidget(0, widget)

    def read(self) -> None:
        """Read the day again."""
        day = self._day or self._tools.times.today()
        self._tools.reads.run(
            lambda _report: self._calls.overview(day, MOST), view=self._view, then=self._show
        )

    def _show(self, overview: Overview) -> None:
        self._arrivals.show_overview(overview)
        self._recent.show_recent(overview.recent)
