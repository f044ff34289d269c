"""The wall itself: one painted surface, of which only what changes is painted again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.floor.wall import Wall
from ui.common.look import Look
from ui.wall.paging import Page, paging
from ui.wall.painting import Foot, WallPainter, time_left_area
from ui.wall.words import Head, first_title, head, nothing, row_words, span


class Board(QWidget):
    """Shows a page of the wall, and the time. It is told when to turn and what time it is."""

    paged = Signal()
    """There are more or fewer pages than before, or they are read faster."""

    def __init__(self, look: Look, now: datetime) -> None:
        super().__init__()
        self._look, self._now = look, now
        self._wall: Wall | None = None
        self._head: Head | None = None
        self._page, self._left = 0, 1.0
        self._event = ""
        self._paging = paging((), (1, 1))
        self.setAutoFillBackground(False)
        self.setAccessibleName("Wall display")

    @property
    def wall(self) -> Wall | None:
        """What is shown, once it is read."""
        return self._wall

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._paging.pages)

    @property
    def seconds(self) -> int:
        """For how long a page is to be read."""
        return self._paging.seconds

    @property
    def page(self) -> int:
        """Which is shown, from 0."""
        return self._page

    def wear(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

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
            self.update(self._on_screen(self._paging.geometry.head))
            self._name_it()

    def turn(self, by: int = 1) -> None:
        """Go to another page; after the last comes the first."""
        self._page = (self._page + by) % self.pages
        self._left = 1.0
        self._name_it()
        self.update()

    def show_left(self, share: float) -> None:
        """Show how much of its time the page has left, 1 to 0."""
        self._left = share
        self.update(self._on_screen(time_left_area(self._paging.geometry)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(event.rect(), look.colour("sunken" if look.is_dark else "surface"))
        if self._wall is not None and self._head is not None:
            self._paint(WallPainter(painter, self._paging.geometry, look), event)
        painter.end()

    def _paint(self, paint: WallPainter, event: QPaintEvent) -> None:
        assert self._wall is not None  # noqa: S101 - asked before
        assert self._head is not None  # noqa: S101
        shape, page = self._paging.geometry, self._shown
        if event.rect().intersects(self._on_screen(shape.head)):
            paint.head(self._head)
        for number, row in enumerate(page.rows):
            if number % shape.rows == 0:
                paint.titles(number // shape.rows, first_title(self._wall))
            if event.rect().intersects(self._on_screen(shape.place(number))):
                paint.row(number, row)
        if not page.rows:
            paint.nothing(nothing(self._wall, self._now))
        if event.rect().intersects(self._on_screen(shape.foot)):
            paint.foot(self._foot(page))

    @property
    def _shown(self) -> Page:
        return self._paging.pages[self._page]

    def _foot(self, page: Page) -> Foot:
        changed = any(row.is_changed for each in self._paging.pages for row in each.rows)
        letters = span(page) if self.pages > 1 else ""
        return Foot(self._event, letters, self._page + 1, self.pages, self._left, changed)

    def _cut(self) -> None:
        before = self._paging
        rows = self._wall.rows if self._wall else ()
        self._paging = paging(rows, (self.width(), self.height()))
        if self._page >= self.pages:
            self._page = 0
        if (self.pages, self.seconds) != (len(before.pages), before.seconds):
            self.paged.emit()
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        """Say all of it to whoever can't see it."""
        told = self._head
        if told is None or self._wall is None:
            return
        page = self._shown
        over = " ".join(filter(None, (told.count, told.lead)))
        lines = [", ".join(filter(None, (over, told.times, told.title, told.note)))]
        lines += [row_words(row) for row in page.rows] or [nothing(self._wall, self._now)]
        if self.pages > 1:
            where = f"page {self._page + 1} of {self.pages}"
            lines.append(", ".join(filter(None, (span(page), where))))
        self.setAccessibleName("\n".join(filter(None, lines)))

    def _on_screen(self, area: QRectF) -> QRect:
        scale = self._paging.geometry.scale
        shown = QRectF(area.topLeft() * scale, area.size() * scale)
        return shown.adjusted(-2, -2, 2, 2).toAlignedRect()
