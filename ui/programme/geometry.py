"""Where minutes and columns are on the timeline, in pixels of its contents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from ui.programme.sheet import HOUR, Block, Sheet

AXIS, HEAD = 56, 44
"""How wide the hours are at the left, and how high the rooms above."""
PER_MINUTE = 1.4
STEP = 5
"""Minutes to which a session that is carried keeps."""
_ROOM, _ROOM_MOST, _BESIDE, _GAP = 158, 300, 148, 3
_LANES = (104, 92, 80)
"""How wide each of those is that stand side by side: the widest with which no room is cut."""


@dataclass(frozen=True)
class Geometry:
    """The places of a sheet for a width that is to be filled."""

    sheet: Sheet
    wide: int

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """Where each column begins, and where the last one ends."""
        rooms = self.sheet.room_columns
        room = self.wide - AXIS
        fitting = (each for each in map(self._least, _LANES) if sum(each) <= room)
        least = next(fitting, self._least(_LANES[-1]))
        more = min(max(0, room - sum(least)) / max(1, len(rooms)), _ROOM_MOST - _ROOM)
        x, found = float(AXIS), [float(AXIS)]
        for at, wide in enumerate(least):
            x += wide + (more if at in rooms else 0)
            found.append(round(x))
        return tuple(found)

    @property
    def width(self) -> int:
        """How wide all is."""
        return round(self.lefts[-1])

    @property
    def height(self) -> int:
        """How high all is."""
        return HEAD + round((self.sheet.last - self.sheet.first) * PER_MINUTE) + 8

    def y(self, minute: float) -> float:
        """Say how far down a minute of the day is."""
        return HEAD + 4 + (minute - self.sheet.first) * PER_MINUTE

    def area(self, block: Block) -> QRectF:
        """Give the place of a block."""
        left, right = self.lefts[block.column], self.lefts[block.column + 1]
        lane = (right - left - 2 * _GAP) / block.lanes
        return self._area(left + _GAP + block.lane * lane, lane, block.starts, block.ends)

    def place(self, column: int, starts: int, ends: int) -> QRectF:
        """Give the whole width of a column between two minutes."""
        left, right = self.lefts[column], self.lefts[column + 1]
        return self._area(left + _GAP, right - left - 2 * _GAP, starts, ends)

    def column_at(self, x: float) -> int | None:
        """Say which column is at a distance from the left."""
        found = [at for at, left in enumerate(self.lefts[:-1]) if left <= x < self.lefts[at + 1]]
        return found[0] if found else None

    def minute_at(self, y: float) -> int:
        """Say which minute is so far down, to the next step."""
        minute = self.sheet.first + (y - HEAD - 4) / PER_MINUTE
        return round(minute / STEP) * STEP

    def block_at(self, point: QPointF) -> Block | None:
        """Give the session at a point, or what stands beside."""
        found = [each for each in self.sheet.blocks if self.area(each).contains(point)]
        return found[-1] if found else None

    def hours(self) -> range:
        """Give the minutes of full hours."""
        return range(self.sheet.first, self.sheet.last + 1, HOUR)

    def _least(self, lane: int) -> list[int]:
        """Say how wide each column has to be with lanes of this width."""
        return [
            max(_ROOM if each.is_room else _BESIDE, lane * each.lanes)
            for each in self.sheet.columns
        ]

    def _area(self, x: float, wide: float, starts: int, ends: int) -> QRectF:
        top, bottom = self.y(starts), self.y(ends)
        return QRectF(round(x), round(top) + 1, round(wide) - 2, max(14, round(bottom - top) - 2))
