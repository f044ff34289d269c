"""Beside the card: who has come so far, and what happened last."""

from __future__ import annotations

from collections import deque
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.checkin.reception import Overview, RecentScan
from ui.common.jobs import JobView
from ui.common.page import Tools
from ui.common.parts import column
from ui.desk.arrivals import ArrivalsCard
from ui.desk.calls import DeskCalls
from ui.desk.recent import MOST, RecentCard
from ui.desk.verdicts import Verdict

WIDTH = 320


class DeskSide(QWidget):
    """Reads what it shows, of today or of another day. ``chosen`` carries a delegate's id.

    ``own_chosen`` tells whether only the scans of this desk are to be shown.
    """

    chosen = Signal(object)
    own_chosen = Signal(bool)
    known = Signal(bool)
    """Whether anybody is registered."""

    def __init__(self, calls: DeskCalls, tools: Tools, view: JobView) -> None:
        super().__init__()
        self._calls = calls
        self._tools = tools
        self._view = view
        self._day: date | None = None
        self._noted: deque[tuple[date, RecentScan]] = deque(maxlen=MOST)
        self._arrivals = ArrivalsCard(tools.look, tools.times)
        self.recent = RecentCard(tools.look, tools.times)
        self._layout = column(self._arrivals, self.recent, gap=16)
        self._layout.setStretch(1, 1)
        self.setLayout(self._layout)
        self.setFixedWidth(WIDTH)
        self.recent.chosen.connect(self.chosen)
        self.recent.own_chosen.connect(self.own_chosen)
        self.recent.own_chosen.connect(lambda _own: self.read())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        self.read()

    def show_own(self, *, own: bool) -> None:
        """Show the scans of this desk alone, or of all desks."""
        self.recent.desks.choose(own=own)
        self.read()

    def note(self, reason: str, desk: str) -> None:
        """Show also a scan that no journal keeps, as long as this page is there.

        It was just now, at this desk, whose name is ``desk``.
        """
        times = self._tools.times
        self._noted.append((times.today(), RecentScan(reason, None, "", times.clock(), desk)))
        self.read()

    def mark(self, verdict: Verdict | None) -> None:
        """Mark among the scans what the card shows."""
        self.recent.mark(verdict)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the arrivals."""
        self._layout.insertWidget(0, widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the last scans."""
        self._layout.addWidget(widget)

    def read(self) -> None:
        """Read the day again."""
        day = self._day or self._tools.times.today()
        own = self.recent.desks.is_own
        self._tools.reads.run(
            lambda _report: self._calls.overview(day, MOST, own=own),
            view=self._view,
            then=self._show,
        )

    def _show(self, overview: Overview) -> None:
        self.known.emit(overview.known)
        self._arrivals.show_overview(overview)
        noted = [scan for day, scan in self._noted if day == overview.day]
        recent = sorted((*overview.recent, *noted), key=lambda scan: scan.at, reverse=True)
        self.recent.show_recent(recent[:MOST], overview.day)
