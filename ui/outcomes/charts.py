"""What came of a day as bars, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.outcomes.outcome import LEAST_INTEREST
from ui.common.kind_chip import WIDTH, paint_kind
from ui.common.lettering import CELL, CELL_STRONG, LABEL
from ui.common.look import Look
from ui.common.painting import Ink, paint_bar, paint_text

_ROW, _BAR, _GAP = 27, 12, 8
_NUMBER, _OF = 32, 84
_TALL, _ABOVE, _BELOW = 104, 20, 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A line: how many there are, of how many. ``icon`` or ``kind`` stands before its words."""

    words: str
    count: int
    icon: str = ""
    kind: str = ""
    of: int = 0
    is_quiet: bool = False


class Bars(QWidget):
    """Lines with bars; the longest is the largest count, or the whole of each where one is told."""

    def __init__(self, look: Look, words_wide: int) -> None:
        super().__init__()
        self._look, self._words_wide = look, words_wide
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show others."""
        self._bars = tuple(bars)
        said = (f"{each.words} {each.count}{f' of {each.of}' if each.of else ''}" for each in bars)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _ROW * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((each.count for each in self._bars), default=0)
        for at, each in enumerate(self._bars):
            self._paint(painter, QRectF(0, at * _ROW, self.width(), _ROW), each, most)
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF, bar: Bar, most: int) -> None:
        look = self._look
        if bar.kind:
            paint_kind(painter, area, bar.kind, look)
        else:
            at = QPointF(area.x(), area.center().y() - 8)
            painter.drawPixmap(at, look.pixmap(bar.icon, "text-2", 16))
            words = QRectF(area.x() + 22, area.y(), self._words_wide - 22, _ROW)
            paint_text(painter, words, bar.words, Ink(CELL), look)
        left = WIDTH + _GAP if bar.kind else self._words_wide + _GAP
        number = _OF if bar.of else _NUMBER
        room = QRectF(left, area.center().y() - _BAR / 2, area.width() - left - number, _BAR)
        right = Qt.AlignmentFlag.AlignRight
        if bar.of:
            slim = room.adjusted(0, 2.5, 0, -2.5)
            paint_bar(painter, slim, bar.count / bar.of, look, look.colour("text-2"))
            said = Ink(CELL, "text-2", right)
            paint_text(painter, area, f"{bar.count:,} of {bar.of:,}", said, look)
            return
        if bar.count:
            wide = max(room.width() * bar.count / most, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ctl-line" if bar.is_quiet else "accent"))
            painter.drawRoundedRect(QRectF(room.x(), room.y(), wide, _BAR), 2, 2)
        paint_text(painter, area, f"{bar.count:,}", Ink(CELL_STRONG, "text", right), look)


class Histogram(QWidget):
    """How many answers said 1, 2, … 5."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts: tuple[int, ...] = ()
        self.setFixedHeight(_TALL)
        look.changed.connect(self.update)

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show others."""
        self._counts = tuple(counts)
        said = (f"interest {at}: {count}" for at, count in enumerate(counts, LEAST_INTEREST))
        self.setAccessibleName("; ".join(said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, most = self._look, max((*self._counts, 1))
        pitch = (self.width() + 8) / max(len(self._counts), 1)
        foot = _TALL - _BELOW
        middle = Qt.AlignmentFlag.AlignHCenter
        for at, count in enumerate(self._counts):
            high = max((foot - _ABOVE) * count / most, 2)
            column = QRectF(at * pitch, foot - high, pitch - 8, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if count else "line-strong"))
            painter.drawRoundedRect(column, 2, 2)
            above = QRectF(column.x(), column.y() - _ABOVE, column.width(), _ABOVE)
            paint_text(painter, above, f"{count:,}", Ink(CELL_STRONG, "text", middle), look)
            below = QRectF(column.x(), foot, column.width(), _BELOW)
            name = str(at + LEAST_INTEREST)
            paint_text(painter, below, name, Ink(LABEL, "text-2", middle), look)
        painter.end()
