"""Carries a meeting over the grid, by keys or by the mouse, and drops it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from app.floor.day import DayMeeting
from app.floor.moving import CannotMove
from ui.floor.carry import Carry, Drop
from ui.floor.doing import Doing
from ui.floor.grid import FloorGrid
from ui.floor.marks import Way
from ui.floor.moving_panel import MovingPanel

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_TAKES = frozenset({Way.OPEN, Way.SWAP})


class Carrying(QObject):
    """``began`` and ``ended`` say when the panel is wanted; ``refused`` why nothing is carried."""

    began = Signal()
    ended = Signal()
    refused = Signal(object)

    def __init__(
        self, grid: FloorGrid, panel: MovingPanel, doing: Doing, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(grid)
        self._grid, self._panel, self._doing, self._clock = grid, panel, doing, clock
        self._carry: Carry | None = None
        self._asked: Drop | None = None
        grid.current_changed.connect(self._look)
        panel.taken.connect(self.take)
        panel.anyway_wanted.connect(self._move_anyway)
        panel.left.connect(self.put_back)

    @property
    def carry(self) -> Carry | None:
        """What is carried."""
        return self._carry

    def pick_up(self, meeting: UUID) -> None:
        """Take a meeting in hand, if it may be moved at all."""
        sheet = self._grid.sheet
        found = sheet.day.meeting.get(meeting) if sheet is not None else None
        if sheet is None or found is None:
            return
        carry = Carry(sheet, found, self._clock())
        if carry.fixed is not None:
            self.refused.emit(CannotMove(found.number, carry.fixed))
            return
        self._carry, self._asked = carry, None
        self._grid.show_marks(carry)
        self._panel.show_carry(carry)
        self.began.emit()

    def put_back(self) -> None:
        """Leave it where it was."""
        meeting = self._carry.meeting if self._carry is not None else None
        self._end()
        self._go_to(meeting)

    def let_go(self) -> bool:
        """Put back what is carried, for whoever wants it undone; false: nothing is."""
        carries = self._carry is not None
        if carries:
            self.put_back()
        return carries

    def follow(self) -> None:
        """The day was read anew: go on with what is so now, if the meeting is still there."""
        carry, sheet = self._carry, self._grid.sheet
        if carry is None or sheet is None or carry.sheet.day == sheet.day:
            return
        now = sheet.day.meeting.get(carry.meeting.id)
        if now is None or (now.place, now.table) != (carry.meeting.place, carry.meeting.table):
            self._end()
            return
        self._carry = Carry(sheet, now, self._clock())
        self._grid.show_marks(self._carry)
        if self._asked is None:
            # A question that is asked stands till it is answered; the deed checks all again.
            self._panel.show_carry(self._carry)
            self._look(*(self._grid.place or (0, 0)))

    def step(self, key: Qt.Key) -> bool:
        """Go to the next place that takes it in the direction of an arrow."""
        place = self._grid.place
        if self._carry is None or key not in _STEPS or place is None:
            return False
        found = self._next(place, _STEPS[key])
        if found is not None:
            self._grid.choose(*found)
        return True

    def drop(self) -> None:
        """Drop it on the current cell, if that takes it."""
        place = self._grid.place
        if self._carry is not None and place is not None:
            self._drop(self._carry.drop(*place))

    def drop_or_put_back(self) -> None:
        """Drop it where the mouse let go, or put it back if that takes nothing."""
        place = self._grid.place
        drop = self._carry.drop(*place) if self._carry is not None and place is not None else None
        if drop is None:
            self.put_back()
        else:
            self._drop(drop)

    def take(self, rank: int) -> None:
        """Drop it on one of the best places, from 0."""
        if self._carry is not None and rank < len(self._carry.best):
            drop = self._carry.best[rank]
            self._grid.choose(*self._carry.cell_of(drop))
            self._drop(drop)

    def _drop(self, drop: Drop | None, *, anyway: bool = False) -> None:
        carry = self._carry
        if carry is None or drop is None:
            return
        if drop.is_frozen and not anyway:
            self._asked = drop
            minutes = self._minutes_left(carry.meeting, drop)
            self._panel.ask(
                f"It starts in {minutes} min, and people may be on their way. "
                "Move it anyway, or put it back."
            )
            return
        self._end()
        if drop.other is None:
            self._doing.move(carry.day, carry.meeting, carry.spot(drop), anyway=anyway)
        else:
            self._doing.swap(carry.day, carry.meeting, drop.other, anyway=anyway)

    def _move_anyway(self) -> None:
        self._drop(self._asked, anyway=True)

    def _minutes_left(self, meeting: DayMeeting, drop: Drop) -> int:
        carry = self._carry
        assert carry is not None  # noqa: S101 - asked of what is carried
        starts = min(meeting.starts_at, carry.day.slot[drop.place].starts_at)
        return max(-(-int((starts - self._clock()).total_seconds()) // 60), 0)

    def _end(self) -> None:
        if self._carry is not None:
            self._carry, self._asked = None, None
            self._grid.show_marks(None)
            self._grid.setFocus()
            self.ended.emit()

    def _go_to(self, meeting: DayMeeting | None) -> None:
        sheet = self._grid.sheet
        place = sheet.place_of(meeting.id) if sheet is not None and meeting is not None else None
        if place is not None:
            self._grid.choose(*place)

    def _look(self, row: int, column: int) -> None:
        if self._carry is not None:
            self._asked = None
            self._panel.show_drop(self._carry, self._carry.drop(row, column))

    def _next(self, place: tuple[int, int], step: tuple[int, int]) -> tuple[int, int] | None:
        """Find the next place up or down, or the nearest one of the next slot that has any."""
        carry, sheet = self._carry, self._grid.sheet
        if carry is None or sheet is None:
            return None
        row, column = place
        if step[0]:
            cells = ((at, column) for at in _ahead(row, step[0], len(sheet.rows)))
            return next((cell for cell in cells if carry.mark(*cell).way in _TAKES), None)
        near = sorted(range(len(sheet.rows)), key=lambda at: abs(at - row))
        for at in _ahead(column, step[1], len(sheet.day.slots)):
            # Tables that are free come before meetings that could give way.
            takes = _TAKES if carry.mark(row, at).way in _TAKES else {Way.OPEN}
            found = next((each for each in near if carry.mark(each, at).way in takes), None)
            if found is not None:
                return found, at
        return None


def _ahead(at: int, step: int, size: int) -> range:
    return range(at + step, size if step > 0 else -1, step)
