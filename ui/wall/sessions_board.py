"""The sessions on the wall: what runs in each room, what is next, and what is not as on paper."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.programme.wall import RoomRow, SessionsWall, WallSession
from ui.common.lettering import Lettering
from ui.common.look import Look
from ui.wall.ink import RIGHT, WallInk, as_fits
from ui.wall.session_words import row_words, session_lines

SECONDS = 12
_WIDE, _TALL = 1440.0, 900.0
_HEAD, _TITLES, _FOOT, _RIM, _INSET = 132.0, 56.0, 64.0, 34.0, 14.0
_PITCH, _SMALLEST_PITCH = 128.0, 84.0
_SHARES = (0.24, 0.40, 0.36)
"""Of the width: room, now, next."""
_HALF, _MEDIUM = QFont.Weight.DemiBold, QFont.Weight.Medium
_TITLE, _CLOCK = Lettering(44, _HALF), Lettering(44, _HALF)
_HEADING, _ROOM = Lettering(24, _MEDIUM), Lettering(40, _HALF)
_NAME, _SMALLEST_NAME, _BELOW = Lettering(34, _MEDIUM), 26, Lettering(26)


class SessionsBoard(QWidget):
    """One painted surface, like the one with the tables; it is told when to turn."""

    paged = Signal()
    """There are more or fewer pages than before."""

    def __init__(self, look: Look, now: datetime) -> None:
        super().__init__()
        self._look, self._now = look, now
        self._wall: SessionsWall | None = None
        self._rows: tuple[RoomRow, ...] = ()
        self._page, self._event = 0, ""
        self.setAccessibleName("Sessions on the wall")

    @property
    def pages(self) -> int:
        """How many pages there are; none if nothing runs or comes today."""
        return -(-len(self._rows) // self._per_page)

    @property
    def page(self) -> int:
        """Which is shown, from 0."""
        return self._page

    def wear(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

    def show_sessions(self, wall: SessionsWall, event: str) -> None:
        """Show other sessions."""
        self._wall, self._event = wall, event
        self.tick(self._now)
        self.update()

    def name_event(self, event: str) -> None:
        """Name the event below."""
        self._event = event
        self.update()

    def tick(self, now: datetime) -> None:
        """Show what time it is; what runs follows from it."""
        before = (self._rows, self._clock)
        self._now = now
        self._cut()
        if (self._rows, self._clock) != before:
            self._name_it()
            self.update()

    def show_page(self, page: int) -> None:
        """Go to a page."""
        self._page = page
        self._name_it()
        self.update()

    def resizeEvent(self, event: object) -> None:
        """Find room for other rows."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._cut()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(event.rect(), look.colour("sunken" if look.is_dark else "surface"))
        ink = WallInk(painter, look)
        painter.scale(self._scale, self._scale)
        self._paint_head(painter, ink)
        for at, row in enumerate(self._shown):
            self._paint_row(ink, self._place(at), row)
        self._paint_foot(ink)
        painter.end()

    @property
    def _scale(self) -> float:
        return max(min(self.width() / _WIDE, self.height() / _TALL), 0.1)

    @property
    def _size(self) -> tuple[float, float]:
        return self.width() / self._scale, self.height() / self._scale

    @property
    def _room(self) -> float:
        return self._size[1] - _HEAD - _TITLES - _FOOT

    @property
    def _per_page(self) -> int:
        """All rooms on one page, as long as they can be read from far."""
        most = max(int(self._room // _SMALLEST_PITCH), 1)
        return min(max(len(self._rows), 1), most)

    @property
    def _shown(self) -> tuple[RoomRow, ...]:
        first = self._page * self._per_page
        return self._rows[first : first + self._per_page]

    @property
    def _clock(self) -> str:
        return f"{self._now.astimezone(self._wall.zone):%H:%M}" if self._wall else ""

    def _cut(self) -> None:
        before = self.pages
        self._rows = self._wall.rows(self._now) if self._wall is not None else ()
        if self._page >= self.pages:
            self._page = 0
        if self.pages != before:
            self.paged.emit()

    def _place(self, at: int) -> QRectF:
        pitch = min(self._room / self._per_page, _PITCH)
        return QRectF(_RIM, _HEAD + _TITLES + at * pitch, self._size[0] - 2 * _RIM, pitch)

    def _columns(self, area: QRectF) -> list[QRectF]:
        found, x = [], area.x() + _INSET
        wide = area.width() - 2 * _INSET
        for share in _SHARES:
            found.append(QRectF(x, area.y(), wide * share - 24, area.height()))
            x += wide * share
        return found

    def _paint_head(self, painter: QPainter, ink: WallInk) -> None:
        look, wide = self._look, self._size[0]
        top = QRectF(0, 0, wide, _HEAD)
        painter.fillRect(top, look.colour("surface" if look.is_dark else "rail"))
        ink.write(top.adjusted(40, 0, -300, 0), "Sessions", _TITLE, "text")
        ink.write(top.adjusted(0, 0, -40, 0), self._clock, _CLOCK, "text-2", RIGHT)
        titles = QRectF(_RIM, _HEAD, wide - 2 * _RIM, _TITLES)
        for place, words in zip(self._columns(titles), ("Room", "Now", "Next"), strict=True):
            ink.write(place, words, _HEADING, "text-2")
        ink.rule(titles.bottomLeft(), titles.bottomRight())

    def _paint_row(self, ink: WallInk, area: QRectF, row: RoomRow) -> None:
        room, *cells = self._columns(area)
        letters = as_fits(row.room or "–", _ROOM, room.width(), _SMALLEST_NAME)
        ink.write(room, row.room or "–", letters, "text")
        for place, each in zip(cells, (row.now, row.next), strict=True):
            self._paint_cell(ink, place, each, is_next=each is row.next)
        ink.rule(area.bottomLeft(), area.bottomRight())

    def _paint_cell(
        self, ink: WallInk, area: QRectF, each: WallSession | None, *, is_next: bool
    ) -> None:
        if each is None:
            ink.write(area, "–", _NAME, "text-3")
            return
        strong, quiet = "text", "text-2"
        if each.mark is not None:
            ink.amber(area.adjusted(-_INSET, 5, _INSET - 4, -5))
            strong = quiet = "warn-on"
        assert self._wall is not None  # noqa: S101 - it has rows
        name, below = session_lines(each, self._wall.zone, is_next=is_next)
        letters = as_fits(name, _NAME, area.width(), _SMALLEST_NAME)
        ink.write(area.translated(0, -18), name, letters, strong)
        ink.write(area.translated(0, 20), below, _BELOW, quiet)

    def _paint_foot(self, ink: WallInk) -> None:
        wide, tall = self._size
        area = QRectF(40, tall - _FOOT, wide - 80, _FOOT)
        if any(row.is_changed for row in self._rows):
            ink.amber(QRectF(48, area.center().y() - 14, 44, 28), 6)
            left = area.adjusted(68, 0, 0, 0)
            ink.write(left, "Not as on paper", Lettering(26, _HALF), "text")
        side = Qt.AlignmentFlag.AlignHCenter
        ink.write(area.adjusted(300, 0, -300, 0), self._event, _BELOW, "text-2", side)
        if self.pages > 1:
            words = f"{self._page + 1} of {self.pages}"
            ink.write(area, words, Lettering(26, _HALF), "text", RIGHT)

    def _name_it(self) -> None:
        """Say all of it to whoever can't see it."""
        if self._wall is None:
            return
        zone = self._wall.zone
        self.setAccessibleName("\n".join(row_words(row, zone) for row in self._shown))
