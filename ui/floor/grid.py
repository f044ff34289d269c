"""The grid: tables by slots, painted in one go, with the line of the time through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from app.floor.day import FloorDay
from ui.common.look import Look
from ui.common.parts import Panel
from ui.common.turns import Turns
from ui.floor.headers import (
    PITCH_HEIGHT,
    PITCH_WIDTH,
    SIDE,
    Corner,
    MarkBar,
    SlotHeader,
    TableHeader,
)
from ui.floor.marks import Marks, Way, paint_mark
from ui.floor.model import FloorModel
from ui.floor.paint import CELL_HEIGHT, CELL_WIDTH
from ui.floor.painted import Painted
from ui.floor.sheet import Cell, Face, Sheet, Tone, now_in
from ui.floor.words import clock

_ABOVE = (PITCH_HEIGHT - CELL_HEIGHT) / 2
_STRIP = 4


class FloorGrid(QTableView):
    """Shows a sheet. What a key or a click means is the page's affair; it is told which.

    ``marks`` and ``dimmed`` say otherwise how cells are painted: while a meeting is carried, and
    while only some looks are wanted.
    """

    key_pressed = Signal(QKeyEvent)
    """A key that means something here and not in every table."""
    current_changed = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._painted = Painted(look)
        self._ahead = Turns(self)
        self._now: datetime | None = None
        self._begins: dict[tuple[int, int], int] = {}
        self.marks: Marks | None = None
        self.dimmed: Callable[[Cell, int], bool] | None = None
        self.records = FloorModel(self)
        self.slots = SlotHeader(look)
        self.tables = TableHeader(look)
        self.bar = MarkBar(look)
        self.setModel(self.records)
        self.setHorizontalHeader(self.slots)
        self.setVerticalHeader(self.tables)
        self.setVerticalScrollBar(self.bar)
        self._dress()
        Corner(look, self)
        self.selectionModel().currentChanged.connect(self._follow)
        look.changed.connect(self._paint_anew)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.records.sheet

    @property
    def place(self) -> tuple[int, int] | None:
        """Row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def show_sheet(self, sheet: Sheet, now: datetime) -> None:
        """Show another sheet; the current cell and what is in sight stay."""
        self._ahead.begin_soon(self._painted.ahead(self.sheet, sheet))
        place, across, down = self.place, self.horizontalScrollBar(), self.bar
        seen = (across.value(), down.value())
        self._now = now
        if self.records.show(sheet) and place is not None:
            self.choose(*place)
            across.setValue(seen[0])
            down.setValue(seen[1])
        self._span(sheet)
        self.slots.show_sheet(sheet)
        self.tables.show_sheet(sheet)
        rows = max(len(sheet.rows), 1)
        self.bar.show_marks(((row + 0.5) / rows, tone) for row, tone in sheet.urgent)
        self.tick(now)

    def show_marks(self, marks: Marks | None) -> None:
        """Say of each cell whether it takes what is carried; nothing: nothing is carried."""
        self.marks = self.records.marks = marks
        self.viewport().update()

    def tick(self, now: datetime) -> None:
        """Move the line of the time; only where it was and is will be painted again."""
        before = self.now_x()
        self._now = now
        x = self.now_x()
        for at in (before, x):
            if at is not None and (before != x):
                strip = QRect(int(at) - _STRIP // 2, 0, _STRIP + 1, self.viewport().height())
                self.viewport().update(strip)
        day = self._day
        self.slots.show_now(x, clock(day, now) if day is not None else "")

    def now_x(self) -> float | None:
        """Give where the line of the time stands, from the left of what is seen."""
        day, now = self._day, self._now
        if day is None or now is None:
            return None
        found = now_in(day.slots, now)
        if found is None:
            return None
        column, share = found
        left = self.columnViewportPosition(column)
        return round(left + SIDE + share * (PITCH_WIDTH - 2 * SIDE)) if share else float(left)

    def choose(self, row: int, column: int) -> None:
        """Make a cell the current one, and bring it in sight."""
        index = self.records.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible,
    ) -> None:
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        if across.value() > before:
            # Whole slots: of the one at the left no sliver is left over.
            across.setValue(-(-across.value() // PITCH_WIDTH) * PITCH_WIDTH)

    def aim(self, row: int, column: int) -> None:
        """Make a cell the current one where it is, for the mouse is on it."""
        self.setAutoScroll(False)
        self.setCurrentIndex(self.records.index(row, column))
        self.setAutoScroll(True)

    def go_to_now(self) -> None:
        """Bring the slot that runs in sight, with the one before it, and go to it."""
        sheet = self.sheet
        if sheet is None or not sheet.rows or not sheet.day.slots:
            return
        slot = sheet.looked_at or sheet.day.slots[0]
        column = sheet.column_of[slot.place]
        row = self.place[0] if self.place is not None else 0
        self.choose(row, column)
        self.horizontalScrollBar().setValue(max(column - 1, 0) * PITCH_WIDTH)

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Give row and column of the cell at a point of what is seen."""
        index = self.indexAt(point)
        return (index.row(), index.column()) if index.isValid() else None

    def area_of(self, row: int, column: int) -> QRectF:
        """Give where a cell is painted."""
        wide = max(self.columnSpan(row, column), 1) * PITCH_WIDTH - 2 * SIDE
        x, y = self.columnViewportPosition(column), self.rowViewportPosition(row)
        return QRectF(x + SIDE, y + _ABOVE, wide, CELL_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self._now is not None:
            self.tick(self._now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        sheet = self.sheet
        if sheet is not None and sheet.rows:
            self._paint_cells(painter, sheet, event.rect())
        painter.end()

    def _paint_cells(self, painter: QPainter, sheet: Sheet, seen: QRect) -> None:
        x, current = self.now_x(), self.place
        now_column = self._paint_band(painter, sheet, seen)
        self._painted.paint_at(self.viewport().devicePixelRatioF())
        crossed: list[tuple[QRectF, Face]] = []
        for row, column, area in self._in(seen):
            cell = sheet.rows[row][column]
            fill = "sunken" if column == now_column and cell.face.tone is Tone.FREE else ""
            if self.marks is not None:
                mark = self.marks.mark(row, column)
                self._painted.paint_marked(painter, area, cell.face, mark)
            elif self.dimmed is not None and self.dimmed(cell, column):
                self._painted.paint_faded(painter, area, cell.face)
            elif x is not None and area.left() < x + 2 and area.right() > x - 2:
                self._painted.paint_ground(painter, area, cell.face, fill)
                crossed.append((area, cell.face))
            else:
                self._painted.paint(painter, area, cell.face, fill)
        if x is not None:
            line = QRectF(x - 1, seen.top(), 2, seen.height())
            self._painted.paint_now(painter, line, crossed)
        if current is not None and not self.isRowHidden(current[0]):
            self._paint_current(painter, current)

    def _paint_band(self, painter: QPainter, sheet: Sheet, seen: QRect) -> int:
        """Paint the ground of the slot that runs; give its column, or -1."""
        if sheet.running is None:
            return -1
        column = sheet.column_of[sheet.running.place]
        left = self.columnViewportPosition(column)
        band = QRect(left, seen.top(), PITCH_WIDTH, seen.height())
        painter.fillRect(band.intersected(seen), self._look.colour("bg"))
        return column

    def _paint_current(self, painter: QPainter, place: tuple[int, int]) -> None:
        area = self.area_of(*place)
        mark = self.marks.mark(*place) if self.marks is not None else None
        if mark is not None and mark.way in {Way.OPEN, Way.SWAP}:
            paint_mark(painter, area, mark, self._look, is_chosen=True)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("accent"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 7, 7)

    def _in(self, seen: QRect) -> Iterator[tuple[int, int, QRectF]]:
        """Yield the cells that begin in an area, or reach into it, with where they are painted."""
        sheet = self.sheet
        if sheet is None:
            return
        first, last = max(self.columnAt(max(seen.left(), 0)), 0), self.columnAt(seen.right())
        last = last if last >= 0 else len(sheet.day.slots) - 1
        left = self.columnViewportPosition(first) + SIDE
        row, rows = self.rowAt(max(seen.top(), 0)), len(sheet.rows)
        while 0 <= row < rows and (top := self.rowViewportPosition(row)) <= seen.bottom():
            for column in range(first, last + 1) if not self.isRowHidden(row) else ():
                begin = self._begins.get((row, column)) if self._begins else None
                if begin is None:
                    x = left + (column - first) * PITCH_WIDTH
                    yield row, column, QRectF(x, top + _ABOVE, CELL_WIDTH, CELL_HEIGHT)
                elif column in {begin, first}:
                    yield row, begin, self.area_of(row, begin)
            row += 1

    def _span(self, sheet: Sheet) -> None:
        """Let meetings of several slots take several cells."""
        if self._begins:
            self.clearSpans()
        self._begins = {}
        for row, column, length in sheet.spans:
            self.setSpan(row, column, 1, length)
            for each in range(column, column + length):
                self._begins[row, each] = column

    @property
    def _day(self) -> FloorDay | None:
        return self.sheet.day if self.sheet is not None else None

    def _paint_anew(self) -> None:
        self._painted.forget()
        self.viewport().update()

    def _follow(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid():
            self.current_changed.emit(now.row(), now.column())

    def _dress(self) -> None:
        self.setProperty("part", "rows")
        self.setAccessibleName("Tables by slots")
        # All of it is painted here, so that what is scrolled need not be painted again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(Panel("ground"))
        self.bar.setSingleStep(PITCH_HEIGHT)
        self.horizontalScrollBar().setSingleStep(PITCH_WIDTH // 2)
