"""The page of the running day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from app.journal.journal import Changes
from ui.common.jobs import Quiet
from ui.common.page import Page, Tools
from ui.common.parts import Panel, column, line, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.floor.grid import FloorGrid
from ui.floor.head import FloorHead
from ui.floor.reader import FloorReader
from ui.floor.services import FloorServices
from ui.floor.sheet import Sheet
from ui.floor.side import FloorSide

STALE = frozenset(
    {
        *("Meeting", "CheckIn", "Closure", "Table", "Slot", "Block", "Day", "Delegate", "Lateness"),
        *("Request", "Organisation", "Visit", "FloorRules", "Zone", "Event"),
    }
)
"""What the grid is made of."""


class FloorPage(Page):
    """Tables by slots at the left; at the right what needs somebody, or what is being done."""

    event_wanted = Signal()
    """There is no plan, or no slot: the page of the event makes them."""

    def __init__(self, services: FloorServices, tools: Tools, day: date) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._stale = True
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self.head = FloorHead(tools.look)
        self.grid = FloorGrid(tools.look)
        self.side = FloorSide(tools.look)
        self._reading = Quiet(self)
        self.reader = FloorReader(services, tools, self._reading, day, self)
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        left = Panel("ground")
        left.setLayout(column(self.head, self.strip, line(), self.views, gap=0))
        self.setLayout(row(left, self.side, gap=0))
        self.reader.made.connect(self._take)
        self.reader.ticked.connect(self.grid.tick)
        self._reading.refused.connect(
            lambda refusal: self.strip.say(sentence(refusal, tools.times.of_day))
        )

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.reader.want(day)

    def arrive(self) -> None:
        self.grid.setFocus()

    def learn(self, changes: Changes) -> None:
        if not STALE.isdisjoint(changes.models):
            if self.isVisible():
                self.reader.read()
            else:
                self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reader.read()
        self.reader.run(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.run(on=False)

    def _take(self, sheet: Sheet) -> None:
        before = self.grid.sheet
        self.grid.show_sheet(sheet, self._tools.times.clock())
        self.head.show_sheet(sheet)
        if before is None or before.day.date != sheet.day.date:
            self.grid.go_to_now()
