"""What stands frozen around the grid: slots above, tables at the left, marks at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ui.common.lettering import BODY_STRONG, CELL, CELL_STRONG, LABEL, LABEL_STRONG
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.floor.sheet import Sheet, Tone
from ui.floor.words import slot_times

PITCH_WIDTH, PITCH_HEIGHT = 186, 48
HEAD_HEIGHT, TABLE_WIDTH = 48, 56
SIDE = 5
"""From a column's edge to its cells."""
LABEL_WIDTH, LABEL_HEIGHT = 46, 20
_TIMES_WIDTH = 72


class SlotHeader(QHeaderView):
    """The slots: which runs, which is next, and the time above the line through the grid."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._sheet: Sheet | None = None
        self._now_x: float | None = None
        self._time = ""
        self.setFixedHeight(HEAD_HEIGHT)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(PITCH_WIDTH)
        self.setHighlightSections(False)
        look.changed.connect(self.viewport().update)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the slots of a day."""
        self._sheet = sheet
        self.viewport().update()

    def show_now(self, x: float | None, time: str) -> None:
        """Show the time at a place, in pixels from the left of what is seen; nothing: nowhere."""
        for at in (self._now_x, x):
            if at is not None:
                self.viewport().update(int(at) - LABEL_WIDTH, 0, 2 * LABEL_WIDTH, HEAD_HEIGHT)
        self._now_x, self._time = x, time

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        if self._sheet is not None:
            first = max(self.visualIndexAt(event.rect().left()), 0)
            for column in range(first, self.count()):
                x = self.sectionViewportPosition(column)
                if x > event.rect().right():
                    break
                self._paint_slot(painter, self._sheet, column, float(x))
        edge = QRectF(event.rect().x(), HEAD_HEIGHT - 1, event.rect().width(), 1)
        painter.fillRect(edge, self._look.colour("line-strong"))
        self._paint_time(painter)
        painter.end()

    def _paint_slot(self, painter: QPainter, sheet: Sheet, column: int, x: float) -> None:
        slot, colour, after = sheet.day.slots[column], "text", ""
        if slot == sheet.running:
            band = QRectF(x, 0, PITCH_WIDTH, HEAD_HEIGHT)
            painter.fillRect(band, self._look.colour("bg"))
            colour, after = "accent-text", " · now"
        elif slot == sheet.next:
            after = " · next"
        room = QRectF(x + SIDE + 2, 5, PITCH_WIDTH - 2 * SIDE, 18)
        paint_text(
            painter, room, f"Slot {slot.number}{after}", Ink(CELL_STRONG, colour), self._look
        )
        times = slot_times(sheet.day, slot)
        at = self._now_x if self._now_x is not None else -float(LABEL_WIDTH)
        if x + SIDE - LABEL_WIDTH / 2 < at < x + SIDE + _TIMES_WIDTH + LABEL_WIDTH / 2:
            # The time stands there; what it would hide makes room.
            room.moveLeft(max(at + LABEL_WIDTH / 2 + 6, room.x()))
        paint_text(painter, room.translated(0, 18), times, Ink(LABEL, "text-3"), self._look)

    def _paint_time(self, painter: QPainter) -> None:
        if self._now_x is None:
            return
        area = QRectF(
            self._now_x - LABEL_WIDTH / 2, HEAD_HEIGHT - LABEL_HEIGHT, LABEL_WIDTH, LABEL_HEIGHT
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("invert"))
        painter.drawRoundedRect(area, 4, 4)
        ink = Ink(LABEL_STRONG, "invert-text", Qt.AlignmentFlag.AlignHCenter)
        paint_text(painter, area, self._time, ink, self._look)


class TableHeader(QHeaderView):
    """The labels of the tables."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._sheet: Sheet | None = None
        self.setFixedWidth(TABLE_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(PITCH_HEIGHT)
        look.changed.connect(self.viewport().update)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the tables of a hall."""
        self._sheet = sheet
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        row = self.logicalIndexAt(event.rect().top())
        while self._sheet is not None and 0 <= row < self.count():
            y = self.sectionViewportPosition(row)
            if y > event.rect().bottom():
                break
            if not self.isSectionHidden(row):
                label = self._sheet.day.tables[row].label
                letters = BODY_STRONG if len(label) < 5 else CELL
                ink = Ink(letters, "text", Qt.AlignmentFlag.AlignRight)
                room = QRectF(0, y, TABLE_WIDTH - 15, PITCH_HEIGHT)
                paint_text(painter, room, label, ink, self._look)
            row += 1
        painter.end()


class Corner(QWidget):
    """Says what the labels at the left are."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setGeometry(0, 0, TABLE_WIDTH, HEAD_HEIGHT)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, HEAD_HEIGHT - 1, TABLE_WIDTH, 1, self._look.colour("line-strong"))
        room = QRectF(0, 11, TABLE_WIDTH - 8, 18)
        side = Qt.AlignmentFlag.AlignRight
        paint_text(painter, room, "Table", Ink(LABEL, "text-3", side), self._look)
        painter.end()


class MarkBar(QScrollBar):
    """A scroll bar that shows where in the hall somebody is needed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._marks: tuple[tuple[float, Tone], ...] = ()
        look.changed.connect(self.update)

    @property
    def marks(self) -> tuple[tuple[float, Tone], ...]:
        """How far down there is what, from 0 to 1."""
        return self._marks

    def show_marks(self, marks: Iterable[tuple[float, Tone]]) -> None:
        """Mark other places."""
        now = tuple(marks)
        if now != self._marks:
            self._marks = now
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for share, tone in self._marks:
            y = groove.y() + share * groove.height()
            colour = "bad" if tone is Tone.NO_SHOW else "warn-mark"
            painter.setPen(QPen(self._look.colour(colour), 3))
            # Long for what is lost, short for what may still come: not by the colour alone.
            left = 1.0 if tone is Tone.NO_SHOW else self.width() / 2
            painter.drawLine(QPointF(left, y), QPointF(self.width() - 1, y))
        painter.end()
