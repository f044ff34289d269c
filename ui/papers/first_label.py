"""Which label of a part-used sheet is the first that is still there: clicked, or by its number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSpinBox, QWidget

from app.printing.stock import Stock
from ui.common.fields import plain
from ui.common.lettering import CELL
from ui.common.look import Look
from ui.common.parts import Text, column, row

_HIGH = 76
_WIDEST = 96
_BETWEEN = 1.5


class FirstLabel(QWidget):
    """Asks where a sheet begins; hidden where a stock has one label."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sheet = LabelSheet(look)
        self.number = plain(QSpinBox())
        self.number.setAccessibleName("Start at label")
        self.number.setFixedWidth(64)
        self._of = Text("", CELL, "2")
        asked = (Text("Start at label", CELL), row(self.number, self._of, None))
        self.setLayout(row(self.sheet, column(None, *asked, None, gap=4), None, gap=12))
        self.sheet.clicked.connect(self.number.setValue)
        self.number.valueChanged.connect(self._change)
        self.hide()

    @property
    def label(self) -> int:
        """The first label that is still there, from 1."""
        return self.number.value()

    def show_sheet(self, sheet: Stock | None) -> None:
        """Ask about sheets of this stock, from the first label on; ``None``: ask nothing."""
        self.setVisible(sheet is not None)
        self.number.blockSignals(True)
        self.number.setRange(1, sheet.labels if sheet else 1)
        self.number.setValue(1)
        self.number.blockSignals(False)
        self._of.setText(f"of {sheet.labels}" if sheet else "")
        self.sheet.show_sheet(sheet)

    def begin_anew(self) -> None:
        """Go back to a whole sheet."""
        self.number.setValue(1)

    def _change(self, label: int) -> None:
        self.sheet.begin_at(label)
        self.changed.emit()


class LabelSheet(QWidget):
    """A small picture of the sheet; labels that are gone are crossed out."""

    clicked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stock: Stock | None = None
        self._first = 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Click on the first label that is still there")
        look.changed.connect(self.update)

    def show_sheet(self, stock: Stock | None) -> None:
        self._stock, self._first = stock, 1
        if stock is not None:
            high = min(_HIGH, _WIDEST * stock.page.height / stock.page.width)
            wide = high * stock.page.width / stock.page.height
            self.setFixedSize(QSize(round(wide) + 2, round(high) + 2))
        self.update()

    def begin_at(self, label: int) -> None:
        self._first = label
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, area in enumerate(self.areas(), start=1):
            if area.adjusted(-2, -2, 2, 2).contains(event.position()):
                self.clicked.emit(number)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line-strong"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        for number, area in enumerate(self.areas(), start=1):
            gone, first = number < self._first, number == self._first
            edge = "line-strong" if gone else "accent"
            painter.setPen(QPen(look.colour(edge), 2 if first else 1))
            painter.setBrush(look.colour("sunken" if gone else "accent-soft"))
            painter.drawRect(area)
            if gone:
                painter.setPen(QPen(look.colour("text-3"), 1))
                painter.drawLine(area.topLeft(), area.bottomRight())
        painter.end()

    def areas(self) -> list[QRectF]:
        """Give where the labels are, row by row."""
        if self._stock is None:
            return []
        scale = (self.height() - 2) / self._stock.page.height
        label = self._stock.label
        return [
            QRectF(
                QPointF(1 + spot.x * scale + _BETWEEN, 1 + spot.y * scale + _BETWEEN),
                QPointF(
                    1 + (spot.x + label.width) * scale - _BETWEEN,
                    1 + (spot.y + label.height) * scale - _BETWEEN,
                ),
            )
            for spot in self._stock.spots()
        ]
