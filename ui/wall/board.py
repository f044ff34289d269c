"""The wall itself: one painted surface, of which only what changes is painted again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.floor.wall import Wall, WallRow
from ui.common.look import Look
from ui.wall.geometry import geometry, pages
from ui.wall.painting import Foot, WallPainter, time_left_area
from ui.wall.words import Head, head, nothing, row_words, span


class Board(QWidget):
    """Shows a page of the wall, and the time. It is told when to turn and what time it is."""

    paged = Signal()
    """There are more or fewer pages than before."""

    def __init__(self, look: Look, now: datetime) -> None:
        super().__init__()
        self._look, self._now = look, now
        self._wall: Wall | None = None
        self._head: Head | None = None
        self._page, self._left = 0, 1.0
        self._event = ""
        self._geometry = geometry(1, 1)
        self._pages: tuple[tuple[WallRow, ...], ...] = ((),)
        self.setAutoFillBackground(False)
        self.setAccessibleName("Wall display")
        look.changed.connect(self.update)

    @property
    def wall(self) -> Wall | None:
        """What is shown, once it is read."""
        return self._wall

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def page(self) -> int:
        """Which is shown, from 0."""
        return self._page

    def show_wall(self, wall: Wall, event: str) -> None:
        """Show other rows; the page stays, if there are so many."""
        self._wall, self._event = wall, event
        self._cut()
        self.tick(self._now)

    def tick(self, now: datetime) -> None:
        """Show what time it is."""
        self._now = now
        told = head(self._wall, now) if self._wall is not None else None
        if told != self._head:
            self._head = told
            self.update(self._on_screen(self._geometry.head))
            self._name_it()

    def turn(self, by: int = 1) -> None:
        """Go to another page; after the last comes the first."""
        self._page = (self._page + by) % len(self._pages)
        self._left = 1.0
        self._name_it()
        self.update()

    def show_left(self, share: float) -> None:
        """Show how much of its time the page has left, 1 to 0."""
        self._left = share
        self.update(self._on_screen(time_left_area(self._geometry)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._geometry = geometry(self.width(), self.height())
        self._cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(event.rect(), look.colour("sunken" if look.is_dark else "surface"))
        if self._wall is not None and self._head is not None:
            self._paint(WallPainter(painter, self._geometry, look), event)
        painter.end()

    def _paint(self, paint: WallPainter, event: QPaintEvent) -> None:
        assert self._wall is not None  # noqa: S101 - asked before
        assert self._head is not None  # noqa: S101
        shape, rows = self._geometry, self._pages[self._page]
        if event.rect().intersects(self._on_screen(shape.head)):
            paint.head(self._head)
        for number, row in enumerate(rows):
            if number % shape.rows == 0:
                paint.titles(number // shape.rows)
            if event.rect().intersects(self._on_screen(shape.place(number))):
                paint.row(number, row)
        if not rows:
            paint.nothing(nothing(self._wall, self._now))
        if event.rect().intersects(self._on_screen(shape.foot)):
            paint.foot(self._foot(rows))

    def _foot(self, rows: tuple[WallRow, ...]) -> Foot:
        changed = any(row.is_changed for page in self._pages for row in page)
        return Foot(self._event, span(rows), self._page + 1, len(self._pages), self._left, changed)

    def _cut(self) -> None:
        before = len(self._pages)
        self._pages = pages(self._wall.rows if self._wall else (), self._geometry.per_page)
        if self._page >= len(self._pages):
            self._page = 0
        if len(self._pages) != before:
            self.paged.emit()
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        """Say all of it to whoever can't see it."""
        told = self._head
        if told is None or self._wall is None:
            return
        rows = self._pages[self._page]
        over = " ".join(filter(None, (told.count, told.lead)))
        lines = [", ".join(filter(None, (over, told.times, told.title, told.note)))]
        lines += [row_words(row) for row in rows] or [nothing(self._wall, self._now)]
        if len(self._pages) > 1:
            lines.append(f"{span(rows)}, page {self._page + 1} of {len(self._pages)}")
        self.setAccessibleName("\n".join(filter(None, lines)))

    def _on_screen(self, area: QRectF) -> QRect:
        scale = self._geometry.scale
        shown = QRectF(area.topLeft() * scale, area.size() * scale)
        return shown.adjusted(-2, -2, 2, 2).toAlignedRect()
