"""The page of the running day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.floor.watching import MADE_OF
from app.journal.journal import Changes
from ui.common.empty import Empty
from ui.common.page import News, Page, Tools
from ui.common.parts import Panel, column, focus_first, line, row, scrolled
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.floor.carrying import Carrying
from ui.floor.doing import Doing
from ui.floor.dragging import Dragging
from ui.floor.finding import FindBar
from ui.floor.grid import FloorGrid
from ui.floor.hall import WholeHall
from ui.floor.hall_legend import HallLegend
from ui.floor.head import FloorHead
from ui.floor.moving_panel import MovingPanel
from ui.floor.narrowing import narrow
from ui.floor.opened import OpenMeeting
from ui.floor.reader import OF_ONE, FloorReader
from ui.floor.services import FloorServices
from ui.floor.sheet import Sheet
from ui.floor.side import FloorSide

GRID, HALL = 0, 1
_NUMBERS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class FloorPage(Page):
    """Tables by slots at the left; at the right what needs somebody, or what is being done."""

    event_wanted = Signal()
    """There is no plan, or no slot: the page of the event makes them."""
    wall_wanted = Signal(object)
    """The hall is to see who sits where, on a screen or on whichever is free."""
    numbered = Signal(int)
    """A number was pressed, from 1, while nothing is carried."""

    def __init__(self, services: FloorServices, tools: Tools, day: date) -> None:
        super().__init__()
        self._tools = tools
        self._stale = True
        look = tools.look
        self.strip = StatusStrip(look, clock=tools.times.of_day)
        self.head = FloorHead(look)
        self.grid = FloorGrid(look)
        self.finder = FindBar(look, self.grid)
        self.hall = WholeHall(look)
        self.side = FloorSide()
        self.views = QStackedWidget()
        self._nothing = Empty(look, "", "Go to Event", "settings-2")
        self.reader = FloorReader(services, tools, day, self)
        doing = Doing(services, tools, self)
        self._doing = doing
        self._moving = MovingPanel(look)
        self._panels = scrolled(self._moving)
        self.carrying = Carrying(self.grid, self._moving, doing, tools.times.clock)
        self.opened = OpenMeeting(self.grid, self.side, doing, look)
        self._dragging = Dragging(self.grid, look)
        self._lay_out()
        self._connect()

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.carrying.put_back()
        self.opened.close()
        self.reader.want(day)

    def show_meeting(self, meeting: UUID) -> None:
        """Bring a meeting in sight and open it."""
        sheet = self.grid.sheet
        place = sheet.place_of(meeting) if sheet is not None else None
        if place is not None:
            self._show_view(GRID)
            self.grid.choose(*place)
            self.opened.open(meeting)

    def show_hall(self) -> None:
        """Show the whole hall in place of the grid."""
        self._show_view(HALL)

    def find_somebody(self) -> None:
        """Ask for a table, an organisation or a person to go to."""
        self._show_view(GRID)
        self.finder.open()

    def arrive(self) -> None:
        self._focus()

    def take_back(self) -> bool:
        return self.carrying.let_go()

    def learn(self, changes: Changes) -> None:
        if not MADE_OF.isdisjoint(changes.models):
            self._stale = True
            if self.isVisible():
                self._read(is_small=changes.models <= OF_ONE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
        self.reader.run(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.run(on=False)

    def _read(self, *, is_small: bool = False) -> None:
        self._stale = False
        self.reader.read(is_small=is_small)

    def _take(self, sheet: Sheet) -> None:
        before = self.grid.sheet
        self.grid.show_sheet(sheet, self._tools.times.clock())
        self.hall.show_sheet(sheet)
        self.head.show_sheet(sheet)
        self._say_nothing(sheet)
        self._narrow()
        if before is None or before.day.date != sheet.day.date:
            self.grid.go_to_now()
        self.carrying.follow()
        self.opened.follow()

    def _say_nothing(self, sheet: Sheet) -> None:
        """Say what is missing where there is no grid to look at."""
        words = ""
        if not sheet.day.slots:
            words = "No meetings can be held on this day. It has no block of slots."
        elif not sheet.day.tables:
            words = "No tables yet."
        elif not sheet.day.meetings:
            words = "No meetings on this day." if sheet.day.elsewhere else "No plan yet."
        had_focus = self.grid.hasFocus() or self.hall.hasFocus()
        self._nothing.say(words)
        self._nothing.setVisible(bool(words))
        self.views.setVisible(not words)
        self.head.let_filter(on=not words and self.views.currentIndex() == GRID)
        if had_focus:
            self._focus()

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not is_plain or not self._acts_on(key):
            return
        event.accept()

    def _acts_on(self, key: Qt.Key) -> bool:
        """Do what a key means in the grid; false: it means nothing here."""
        if self.carrying.step(key):
            return True
        deeds = {
            Qt.Key.Key_M: self._pick_up,
            Qt.Key.Key_Home: self.grid.go_to_now,
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
        }
        if key in deeds:
            deeds[key]()
        elif key in _NUMBERS:
            self._number(_NUMBERS.index(key))
        return key in deeds or key in _NUMBERS

    def _pick_up(self) -> None:
        place = self.grid.place
        cell = self.grid.records.cell(*place) if place is not None else None
        if cell is not None and cell.meetings and self.carrying.carry is None:
            self.carrying.pick_up(self.opened.meeting_in(cell))

    def _pick_up_at(self, row: int, column: int) -> None:
        self.grid.setCurrentIndex(self.grid.records.index(row, column))
        self._pick_up()

    def _enter(self) -> None:
        if self.carrying.carry is not None:
            self.carrying.drop()
        elif self.grid.place is not None:
            self._open(*self.grid.place)

    def _open(self, row: int, column: int) -> None:
        cell = self.grid.records.cell(row, column)
        if self.carrying.carry is not None:
            self.carrying.drop()
        elif cell.meetings:
            self.opened.open(cell.meetings[0])
        else:
            self.opened.close()

    def _leave(self) -> None:
        if self.carrying.carry is not None:
            self.carrying.put_back()
        elif self.opened.meeting is not None:
            self.opened.close()
        else:
            self.head.clear()

    def _number(self, rank: int) -> None:
        if self.carrying.carry is not None:
            self.carrying.take(rank)
        else:
            self.numbered.emit(rank + 1)

    def _carry_began(self) -> None:
        if self.head.wanted:
            self.head.clear()
        self.side.show_panel(self._panels)

    def _carry_ended(self) -> None:
        self._dragging.end()
        self.opened.show_again()

    def _narrow(self) -> None:
        narrow(self.grid, self.head.wanted)

    def _show_view(self, view: int) -> None:
        self.head.view.choose(view)
        self.head.let_filter(on=view == GRID)
        self.views.setCurrentIndex(view)
        if view == HALL and self.grid.place is not None:
            self.carrying.put_back()
            self.hall.choose(*self.grid.place)
        self._focus()

    def _show_cell(self, row: int, column: int) -> None:
        if self.grid.isRowHidden(row):
            self.head.clear()
        self.head.view.choose(GRID)
        self.views.setCurrentIndex(GRID)
        self.grid.choose(row, column)

    def _lay_out(self) -> None:
        left = Panel("ground")
        hall = QWidget()
        hall.setLayout(column(scrolled(self.hall), HallLegend(self._tools.look), gap=0))
        self.views.addWidget(self.grid)
        self.views.addWidget(hall)
        self.strip.setContentsMargins(16, 0, 16, 0)
        self._nothing.hide()
        below = column(self.strip, self.finder, line(), self.views, self._nothing, gap=0)
        left.setLayout(column(self.head, below, gap=0))
        self.setLayout(row(left, self.side, gap=0))
        QWidget.setTabOrder(self.grid, self.side)

    def _connect(self) -> None:
        self.reader.made.connect(self._take)
        self.reader.ticked.connect(self.grid.tick)
        self.reader.refused.connect(self.refuse)
        self.grid.key_pressed.connect(self._key)
        self.head.filtered.connect(self._narrow)
        self.head.view_chosen.connect(self._show_view)
        self.head.wall.clicked.connect(lambda: self.wall_wanted.emit(None))
        self.hall.chosen.connect(self._go_from_hall)
        self.hall.left.connect(lambda: self._show_view(GRID))
        self.finder.found.connect(self._show_cell)
        self.finder.left.connect(self.arrive)
        self._dragging.opened.connect(self._open)
        self._dragging.picked.connect(self._pick_up_at)
        self._dragging.dropped.connect(self.carrying.drop_or_put_back)
        self._dragging.put_back.connect(self.carrying.put_back)
        self.carrying.began.connect(self._carry_began)
        self.carrying.ended.connect(self._carry_ended)
        self.carrying.refused.connect(self.refuse)
        self.opened.move_wanted.connect(self._pick_up_at)
        self.opened.person_wanted.connect(self.delegate_wanted)
        self._doing.told.connect(self._tell)
        self._doing.refused.connect(self.refuse)
        self._nothing.acted.connect(self.event_wanted)
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self.find_somebody)

    def _focus(self) -> None:
        if self._nothing.isVisible():
            focus_first(self._nothing)
            return
        (self.hall if self.views.currentIndex() == HALL else self.grid).setFocus()

    def _go_from_hall(self, row: int, column: int) -> None:
        self._show_view(GRID)
        self._show_cell(row, column)

    def _tell(self, news: News) -> None:
        self.strip.say("")
        self.told.emit(news)

    def refuse(self, refusal: object) -> None:
        """Say why something was not done."""
        self.strip.say(sentence(refusal, self._tools.times.of_day))  # type: ignore[arg-type]
