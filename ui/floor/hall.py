"""The whole hall at once: a small field for each table and slot, by its state."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from ui.common.lettering import KEY, font
from ui.common.look import Look
from ui.floor.hall_fields import paint_field
from ui.floor.sheet import Sheet, Tone
from ui.floor.words import cell_words

_LABEL, _HEAD, _BETWEEN, _RIM = 36, 22, 24, 16
_SMALLEST, _TALLEST, _WIDEST = 9.0, 22.0, 40.0
_MOST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """So many tables stand below each other in each block; a field is so wide and tall."""

    rows: int
    wide: float
    tall: float
    block: float


class WholeHall(QWidget):
    """Shows all that the grid shows, without names. A field that is chosen leads to its cell."""

    chosen = Signal(int, int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet: Sheet | None = None
        self._place = (0, 0)
        self._layout = Layout(1, _SMALLEST, _SMALLEST, 0)
        self._fields: dict[tuple[Tone, bool], QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Whole hall")
        look.changed.connect(self._forget)

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current field."""
        return self._place

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self._sheet = sheet
        self._arrange()
        self.choose(*self._place)

    def choose(self, row: int, column: int) -> None:
        """Make a field the current one."""
        if self._sheet is None or not self._sheet.rows or not self._sheet.day.slots:
            return
        before = self._place
        row = min(max(row, 0), len(self._sheet.rows) - 1)
        column = min(max(column, 0), len(self._sheet.day.slots) - 1)
        self._place = row, column
        self.setAccessibleName(f"Whole hall. {cell_words(self._sheet, row, column)}")
        self.update()
        if (row, column) != before:
            self._bring_in_sight(self.field_of(row, column).center().toPoint())

    def _bring_in_sight(self, point: QPoint) -> None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(point.x(), point.y(), 0, _HEAD + _RIM)

    def field_of(self, row: int, column: int) -> QRectF:
        """Give where a field is painted."""
        now = self._layout
        block, at = divmod(row, now.rows)
        x = _RIM + block * now.block + _LABEL + column * now.wide
        return QRectF(x, _HEAD + at * now.tall, now.wide, now.tall)

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Give row and column of the field at a point."""
        sheet, now = self._sheet, self._layout
        if sheet is None or now.block <= 0:
            return None
        block, x = divmod(point.x() - _RIM, now.block)
        column, at = int((x - _LABEL) // now.wide), int((point.y() - _HEAD) // now.tall)
        row = int(block) * now.rows + at
        is_in = 0 <= at < now.rows and 0 <= column < len(sheet.day.slots) and block >= 0
        return (row, column) if is_in and row < len(sheet.rows) else None

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            said = cell_words(self._sheet, *place) if self._sheet and place else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(*place)
            self.chosen.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._place
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self.choose(row + (1 if key == Qt.Key.Key_Down else -1), column)
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                self.choose(row, column + (1 if key == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit(row, column)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.colour("surface"))
        if self._sheet is not None and self._sheet.rows:
            painter.setFont(font(KEY))
            self._paint_heads(painter, self._sheet)
            self._paint_fields(painter, self._sheet)
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.colour("text"), 2))
                painter.drawRoundedRect(self.field_of(*self._place), 3, 3)
        painter.end()

    def _paint_heads(self, painter: QPainter, sheet: Sheet) -> None:
        now, running = self._layout, sheet.running
        painter.setPen(self._look.colour("text-3"))
        every = max(1, ceil(22 / now.wide))
        for block in range(ceil(len(sheet.rows) / now.rows)):
            top = block * now.rows
            for column, slot in enumerate(sheet.day.slots):
                area = self.field_of(top, column)
                if slot == running:
                    rows = min(now.rows, len(sheet.rows) - top)
                    band = QRectF(area.x(), 0, now.wide, _HEAD + rows * now.tall)
                    painter.fillRect(band, self._look.colour("accent-soft"))
                if column % every == 0 or slot == running:
                    room = QRectF(area.center().x() - 16, 2, 32, _HEAD - 4)
                    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(slot.number))
        skip = max(1, ceil(13 / now.tall))
        for row, table in enumerate(sheet.day.tables):
            if row % now.rows % skip == 0:
                area = self.field_of(row, 0)
                room = QRectF(area.x() - _LABEL, area.center().y() - 8, _LABEL - 6, 16)
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, side, table.label)

    def _paint_fields(self, painter: QPainter, sheet: Sheet) -> None:
        for row, cells in enumerate(sheet.rows):
            corner = self.field_of(row, 0).topLeft()
            for cell in cells:
                painter.drawPixmap(corner, self._field(cell.face.tone, clash=cell.face.clash))
                corner += QPointF(self._layout.wide, 0)

    def _field(self, tone: Tone, *, clash: bool) -> QPixmap:
        key = (tone, clash)
        if key not in self._fields:
            ratio = self.devicePixelRatioF()
            size = QSize(ceil(self._layout.wide * ratio), ceil(self._layout.tall * ratio))
            made = QPixmap(size)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(0, 0, self._layout.wide, self._layout.tall).adjusted(1, 1, -1, -1)
            paint_field(painter, area, Tone.NO_SHOW if clash else tone, self._look)
            painter.end()
            self._fields[key] = made
        return self._fields[key]

    def _arrange(self) -> None:
        sheet = self._sheet
        if sheet is None or not sheet.rows or not sheet.day.slots:
            return
        now = max(
            (self._with(blocks, sheet) for blocks in range(1, _MOST_BLOCKS + 1)),
            key=lambda each: min(each.wide, each.tall * 1.4),
        )
        tall = max(now.tall, _SMALLEST)
        if Layout(now.rows, now.wide, tall, now.block) != self._layout:
            self._layout = Layout(now.rows, now.wide, tall, now.block)
            self._forget()
        self.setMinimumHeight(ceil(_HEAD + now.rows * tall + _RIM))

    def _with(self, blocks: int, sheet: Sheet) -> Layout:
        rows = ceil(len(sheet.rows) / blocks)
        room = (self.width() - 2 * _RIM - (blocks - 1) * _BETWEEN) / blocks
        wide = min((room - _LABEL) / len(sheet.day.slots), _WIDEST)
        parent = self.parentWidget()
        height = parent.height() if parent is not None else self.height()
        tall = min((height - _HEAD - _RIM) / rows, _TALLEST)
        return Layout(rows, max(wide, 4.0), tall, room + _BETWEEN)

    def _forget(self) -> None:
        self._fields.clear()
        self.update()
