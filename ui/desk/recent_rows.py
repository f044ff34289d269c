"""The last scans, one below the other, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.checkin.reception import RecentScan
from ui.common.lettering import CONTROL, LABEL
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.times import Times
from ui.desk.band import paint_shape
from ui.desk.refusals import NOBODY, REFUSALS, Shape

ROW = 44
_FEWEST = 2
"""Rows that there is always room for, also beside a camera's picture."""
_SIDE, _NAME_FROM = 12, 42
_WORDS = {"checked_in": "Checked in", "back_in": "Back in", "left": "Left for a while"}
_SHORT = {
    "already_in": "Already checked in",
    "old_schedule": "Schedule out of date",
    "schedule": "Schedule still holds",
    "replaced": "Badge was replaced",
    "ticket_replaced": "Ticket was replaced",
    "erased": "Erased",
    "place_taken": "Place taken over",
    "wrong_day": "Not expected on this day",
    "incomplete": "Only a part arrived",
    "damaged": "Code arrived damaged",
    "forged_or_damaged": "Does not hold together",
    "newer_version": "Of a newer Matchdesk",
}


class RecentList(QWidget):
    """Shows scans, newest first. ``chosen`` carries a delegate's id.

    It places its rows itself: a layout would squeeze those of a taller list into a smaller one
    before it hears that some are to be hidden.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._look = look
        self._times = times
        self._scans: tuple[RecentScan, ...] = ()
        self._marked = -1
        self._rows: list[_RecentRow] = []
        # What stands in it must never make the card taller, at the cost of the arrivals.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_FEWEST * ROW)

    def show_scans(self, scans: Sequence[RecentScan], marked: int) -> None:
        """Show what happened; ``marked`` is the place of what the card shows, or -1."""
        self._scans, self._marked = tuple(scans), marked
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(280, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        fitting = self._scans[: max(self.height() // ROW, 1)]
        while len(self._rows) < len(fitting):
            row = _RecentRow(self._look, self._times, self)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
        for at, row in enumerate(self._rows):
            row.setGeometry(0, at * ROW, self.width(), ROW)
            row.setVisible(at < len(fitting))
            if at < len(fitting):
                row.show_scan(fitting[at], marked=at == self._marked)


class _RecentRow(QWidget):
    """Shows one scan after another: a card of new rows each time would hold the next scan up."""

    chosen = Signal(object)

    def __init__(self, look: Look, times: Times, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._times = times
        self._scan: RecentScan | None = None
        self._is_marked = False
        self._shape, self._tone, self._title, self._said, self._at = Shape.TICK, "ok", "", "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def show_scan(self, scan: RecentScan, *, marked: bool) -> None:
        if (scan, marked) == (self._scan, self._is_marked):
            return
        self._scan, self._is_marked = scan, marked
        refusal = REFUSALS.get(scan.verdict)
        self._shape = refusal.shape if refusal else Shape.TICK
        self._tone = refusal.tone if refusal else "ok"
        if scan.verdict == "left":
            self._shape, self._tone = Shape.PERSON, ""
        headline = refusal.headline if refusal else _WORDS[scan.verdict]
        said = _SHORT.get(scan.verdict, headline)
        self._title, self._said = (scan.name, said) if scan.name else (said, NOBODY.rstrip("."))
        self._at = self._times.of_day(scan.at).rpartition(" ")[2]
        policy, cursor = Qt.FocusPolicy.NoFocus, Qt.CursorShape.ArrowCursor
        if scan.delegate:
            policy, cursor = Qt.FocusPolicy.TabFocus, Qt.CursorShape.PointingHandCursor
        self.setFocusPolicy(policy)
        self.setCursor(cursor)
        shown = ", shown now" if marked else ""
        self.setAccessibleName(f"{self._title}: {self._said}, {self._at}, {scan.desk}{shown}")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter too: to look at somebody changes nothing, should it end a scan.
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        look = self._look
        ink = look.colour(self._tone or "text-3")
        cut = look.colour(f"{self._tone}-on" if self._tone else "surface")
        paint_shape(painter, QRectF(_SIDE + 1, 13, 18, 18), self._shape, ink, cut)
        self._paint_words(painter, self._scan)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look, area = self._look, QRectF(self.rect())
        can_be_pressed = self.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if self._is_marked or (can_be_pressed and self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(area, 8, 8)
        elif not self.hasFocus():
            painter.setPen(look.colour("line"))
            below = area.bottom() - 0.5
            painter.drawLine(_SIDE, round(below), self.width() - _SIDE, round(below))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_words(self, painter: QPainter, scan: RecentScan) -> None:
        look, right = self._look, Qt.AlignmentFlag.AlignRight
        end, beside = self.width() - _SIDE, 78
        on_time, on_desk = QRectF(end - 60, 4, 60, 18), QRectF(end - beside, 22, beside, 16)
        paint_text(painter, on_time, self._at, Ink(CONTROL, "text", right), look)
        paint_text(painter, on_desk, scan.desk, Ink(LABEL, "text-3", right), look)
        room = end - beside - _NAME_FROM
        ink = Ink(CONTROL, "text" if scan.name else "text-2")
        paint_text(painter, QRectF(_NAME_FROM, 4, room + 26, 18), self._title, ink, look)
        below = QRectF(_NAME_FROM, 22, room, 16)
        paint_text(painter, below, self._said, Ink(LABEL, "text-3"), look)

    def _choose(self) -> None:
        if self._scan is not None and self._scan.delegate is not None:
            self.chosen.emit(self._scan.delegate)
