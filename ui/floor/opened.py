"""The meeting that is open beside the grid, through whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.floor.day import DayMeeting, FloorDay
from app.floor.states import Missing, Word
from ui.common.look import Look
from ui.common.parts import GAP
from ui.floor.doing import Doing
from ui.floor.grid import FloorGrid
from ui.floor.meeting_panel import MeetingPanel
from ui.floor.sheet import Cell, Faces
from ui.floor.side import FloorSide


class OpenMeeting(QObject):
    """Shows one meeting and does what its buttons say."""

    move_wanted = Signal(int, int)
    """A meeting is to be taken in hand, by row and column."""
    person_wanted = Signal(object)
    shown = Signal()
    """Another meeting is open, or none."""
    leave_wanted = Signal(object)
    history_wanted = Signal(object)

    def __init__(self, grid: FloorGrid, side: FloorSide, doing: Doing, look: Look) -> None:
        super().__init__(grid)
        self._grid, self._side, self._doing = grid, side, doing
        self._meeting: UUID | None = None
        self.panel = MeetingPanel(look)
        self._connect()

    @property
    def meeting(self) -> UUID | None:
        """The meeting that is open."""
        return self._meeting

    def meeting_in(self, cell: Cell) -> UUID:
        """Give the meeting of a cell that is meant: the open one, or the first."""
        return self._meeting if self._meeting in cell.meetings else cell.meetings[0]

    def open(self, meeting: UUID) -> None:
        """Show a meeting."""
        self._meeting = meeting
        self.follow()
        self.show_again()
        self.shown.emit()

    def close(self) -> None:
        """Show what needs somebody again."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.panel.isAncestorOf(focused)
        self._meeting = None
        self._side.show_home()
        self.shown.emit()
        if had_focus:
            self._grid.setFocus()

    def show_again(self) -> None:
        """Show it if it is open, or else what needs somebody."""
        if self._meeting is None:
            self._side.show_home()
        else:
            self._side.show_panel(self.panel)

    def comes_into_sight(self, part: QWidget) -> bool:
        """Bring a part of the panel into sight; false: it was seen before."""
        if not part.visibleRegion().isEmpty():
            return False
        self.panel.area.ensureWidgetVisible(part, 0, GAP)
        return True

    def follow(self) -> None:
        """Show it as it is now; close it if it is gone."""
        sheet = self._grid.sheet
        if self._meeting is None or sheet is None:
            return
        found, place = sheet.day.meeting.get(self._meeting), sheet.place_of(self._meeting)
        if found is None or place is None:
            self.close()
            return
        cell = sheet.rows[place[0]][place[1]]
        if cell.meetings[0] != found.id:
            others = tuple(each for each in cell.meetings if each != found.id)
            face = Faces(sheet.day, sheet.now, sheet.rules).face(found)
            cell = Cell(face, (found.id, *others))
        self.panel.show_meeting(sheet, found, cell)

    def _connect(self) -> None:
        panel, doing = self.panel, self._doing
        panel.call_wanted.connect(lambda: self._with(doing.call))
        panel.said.connect(self._say)
        panel.lock_wanted.connect(self._lock)
        panel.cancel_wanted.connect(lambda: self._with(doing.cancel))
        panel.restore_wanted.connect(lambda: self._with(doing.restore))
        panel.move_wanted.connect(self._move)
        panel.person_wanted.connect(self.person_wanted)
        panel.leave_wanted.connect(self.leave_wanted)
        panel.history_wanted.connect(lambda: self.history_wanted.emit(self._meeting))
        panel.other_wanted.connect(self.open)
        panel.left.connect(self.close)

    def _say(self, word: Word, missing: Missing | None) -> None:
        self._with(lambda day, meeting: self._doing.say(day, meeting, word, missing))

    def _lock(self, locked: bool) -> None:
        self._with(lambda day, meeting: self._doing.lock(day, meeting, locked=locked))

    def _with(self, do: Callable[[FloorDay, DayMeeting], None]) -> None:
        sheet = self._grid.sheet
        found = sheet.day.meeting.get(self._meeting) if sheet and self._meeting else None
        if sheet is not None and found is not None:
            do(sheet.day, found)

    def _move(self) -> None:
        sheet = self._grid.sheet
        place = sheet.place_of(self._meeting) if sheet and self._meeting else None
        if place is not None:
            self.move_wanted.emit(*place)
            self._grid.setFocus()
