"""A table of a few painted rows, as many as there is room for, each with a name to be read aloud.

What stands in a column is painted by a function of it, so that each table has columns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.painting import Ink, paint_text

R = TypeVar("R")

HEAD = 32
ROW, LOW_ROW = 52, 46
"""Rows keep to the one where four of them fit, and come closer where they do not."""
_AT_EASE = 4
_SIDE = 32
_GAP = 8


@dataclass(frozen=True, slots=True)
class Brush:
    """What a cell is painted with."""

    painter: QPainter
    look: Look

    def text(self, area: QRectF, text: str, ink: Ink) -> None:
        """Write one line in the middle of an area's height, cut short where there is no room."""
        paint_text(self.painter, area, text, ink, self.look)

    def two_lines(self, area: QRectF, above: tuple[str, Ink], below: tuple[str, Ink]) -> None:
        """Write two lines, or one in the middle where the other is blank."""
        told = [each for each in (above, below) if each[0]]
        top = area.center().y() - 20 if len(told) > 1 else area.y()
        for (text, ink), at in zip(told, (0, 1), strict=False):
            high = 20 if len(told) > 1 else area.height()
            self.text(QRectF(area.x(), top + 20 * at, area.width(), high), text, ink)


@dataclass(frozen=True, slots=True)
class PaintedColumn(Generic[R]):
    """A column: at least ``width`` wide, and ``grow`` is its share of what room is left."""

    title: str
    width: int
    grow: int
    paint: Callable[[Brush, QRectF, R], None]


class RowTable(QWidget, Generic[R]):
    """Shows the first records that there is room for; ``fitted`` says how many those are.

    ``named`` tells of a record what is read aloud, ``tint`` names the colour it stands on, or is
    blank.
    """

    fitted = Signal(int)

    def __init__(
        self,
        look: Look,
        columns: Sequence[PaintedColumn[R]],
        named: Callable[[R], str],
        tint: Callable[[R], str],
    ) -> None:
        super().__init__()
        self._look = look
        self._columns = columns
        self._named = named
        self._tint = tint
        self._records: tuple[R, ...] = ()
        self._rows: list[_Row[R]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(HEAD + LOW_ROW)
        look.changed.connect(self.update)

    @property
    def fits(self) -> int:
        """How many rows there is room for."""
        room = self.height() - HEAD
        return max(room // ROW, min(_AT_EASE, room // LOW_ROW), 1)

    @property
    def shown(self) -> int:
        """How many of those that there are have room."""
        return min(self.fits, len(self._records))

    def show_records(self, records: Sequence[R]) -> None:
        """Show others."""
        self._records = tuple(records)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._look)
        for column, area in self.cells(QRectF(0, 0, self.width(), HEAD)):
            brush.text(area, column.title, Ink(LABEL, "text-3"))
        is_tinted = bool(self._records) and bool(self._tint(self._records[0]))
        line = self._look.colour("line-strong" if is_tinted else "line")
        painter.fillRect(0, HEAD - 1, self.width(), 1, line)
        painter.end()

    def cells(self, area: QRectF) -> Iterator[tuple[PaintedColumn[R], QRectF]]:
        """Give each column with its part of a row."""
        fixed = sum(each.width for each in self._columns) + 2 * _SIDE
        left, shares = max(area.width() - fixed, 0), sum(each.grow for each in self._columns)
        x = area.x() + _SIDE
        for each in self._columns:
            wide = each.width + left * each.grow / shares
            yield each, QRectF(x, area.y(), wide - _GAP, area.height())
            x += wide

    def paint_row(self, row: _Row[R], record: R) -> None:
        """Paint a record."""
        painter = QPainter(row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if tint := self._tint(record):
            painter.fillRect(row.rect(), self._look.colour(tint))
        area = QRectF(row.rect())
        brush = Brush(painter, self._look)
        for column, cell in self.cells(area):
            column.paint(brush, cell, record)
        if not row.is_last:
            line = QRectF(0, area.bottom() - 1, area.width(), 1)
            painter.fillRect(line, self._look.colour("line"))
        painter.end()

    def _fit(self) -> None:
        shown = self.shown
        high = min(ROW, (self.height() - HEAD) // max(shown, 1))
        while len(self._rows) < shown:
            self._rows.append(_Row(self))
        for at, row in enumerate(self._rows):
            row.setVisible(at < shown)
            if at < shown:
                row.setGeometry(0, HEAD + at * high, self.width(), high)
                row.is_last = at == shown - 1
                row.show_record(self._records[at], self._named(self._records[at]))
        self.fitted.emit(shown)


class _Row(QWidget, Generic[R]):
    def __init__(self, table: RowTable[R]) -> None:
        super().__init__(table)
        self._table = table
        self._record: R | None = None
        self.is_last = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_record(self, record: R, named: str) -> None:
        self._record = record
        self.setAccessibleName(named)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._record is not None:
            self._table.paint_row(self, self._record)
