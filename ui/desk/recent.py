"""What happened last, at all desks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.checkin.reception import RecentScan
from ui.common.lettering import BODY, CELL, CONTROL, LABEL, SECTION
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Text, column, row
from ui.common.times import Times
from ui.desk.band import paint_shape
from ui.desk.refusals import REFUSALS, Shape

MOST = 24
"""More than a tall screen has room for."""
_ROW = 44
_WORDS = {"checked_in": "Checked in", "back_in": "Back in", "left": "Left for a while"}
_SHORT = {
    "already_in": "Already checked in",
    "replaced": "Badge was replaced",
    "place_taken": "Place taken over",
    "wrong_day": "Not expected on this day",
}


class RecentCard(Panel):
    """The last scans of all desks. ``chosen`` carries a delegate's id."""

    chosen = Signal(object)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__("card")
        self._look = look
        self._times = times
        self._known: tuple[RecentScan, ...] = ()
        self._shown: list[_RecentRow] = []
        self._rows = QVBoxLayout()
        # What stands in it must never make the card taller, at the cost of the arrivals.
        self._list = QWidget()
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._list.setLayout(column(self._rows, None, gap=0))
        self._empty = Text("Nobody yet today.", BODY, "3")
        self.setLayout(
            column(
                row(Text("Recent scans", SECTION), None, Text("All desks", CELL, "3")),
                self._empty,
                self._list,
                gap=8,
                margins=(20, 16, 20, 8),
            )
        )
        self._list.installEventFilter(self)
        self._rows.setSpacing(0)

    def show_recent(self, recent: Sequence[RecentScan]) -> None:
        """Show what happened, newest first."""
        self._known = tuple(recent)
        self._empty.setVisible(not recent)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        fitting = self._known[: max(self._list.height() // _ROW, 1)]
        while len(self._shown) < len(fitting):
            shown = _RecentRow(self._look, self._times, self._list)
            shown.chosen.connect(self.chosen)
            self._rows.addWidget(shown)
            self._shown.append(shown)
        for at, shown in enumerate(self._shown):
            shown.setVisible(at < len(fitting))
            if at < len(fitting):
                shown.show_scan(fitting[at])


class _RecentRow(QWidget):
    """Shows one scan after another: a card of new rows each time would hold the next scan up."""

    chosen = Signal(object)

    def __init__(self, look: Look, times: Times, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._times = times
        self._scan: RecentScan | None = None
        self._shape, self._tone, self._said, self._at = Shape.TICK, "ok", "", ""
        self.setFixedHeight(_ROW)

    def show_scan(self, scan: RecentScan) -> None:
        if scan == self._scan:
            return
        self._scan = scan
        refusal = REFUSALS.get(scan.verdict)
        self._shape = refusal.shape if refusal else Shape.TICK
        if scan.verdict == "left":
            self._shape = Shape.PERSON
        self._tone = refusal.tone if refusal else "ok"
        said = refusal.headline if refusal else _WORDS[scan.verdict]
        self._said = _SHORT.get(scan.verdict, said)
        self._at = self._times.of_day(scan.at).rpartition(" ")[2]
        policy, cursor = Qt.FocusPolicy.NoFocus, Qt.CursorShape.ArrowCursor
        if scan.delegate:
            policy, cursor = Qt.FocusPolicy.TabFocus, Qt.CursorShape.PointingHandCursor
        self.setFocusPolicy(policy)
        self.setCursor(cursor)
        named = scan.name or "Unknown badge"
        self.setAccessibleName(f"{named}: {self._said}, {self._at}, {scan.desk}")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scan = self._scan
        if scan and scan.delegate and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(scan.delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scan = self._scan
        if event.key() == Qt.Key.Key_Space and scan and scan.delegate:
            self.chosen.emit(scan.delegate)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scan = self._scan
        if scan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, width = self._look, self.width()
        painter.setPen(look.colour("accent" if self.hasFocus() else "line"))
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        else:
            painter.drawLine(0, self.height() - 1, width, self.height() - 1)
        ink = look.colour(self._tone or "text-3")
        cut = look.colour(f"{self._tone}-on" if self._tone else "surface")
        paint_shape(painter, QRectF(2, 13, 18, 18), self._shape, ink, cut)
        right = Qt.AlignmentFlag.AlignRight
        beside = QRectF(width - 86, 4, 86, 18)
        paint_text(painter, beside, self._at, Ink(CONTROL, "text", right), look)
        below = QRectF(width - 86, 22, 86, 16)
        paint_text(painter, below, scan.desk, Ink(LABEL, "text-3", right), look)
        room = width - 32 - 78
        name = scan.name or "Unknown badge"
        paint_text(painter, QRectF(32, 4, room, 18), name, Ink(CONTROL), look)
        paint_text(painter, QRectF(32, 22, room, 16), self._said, Ink(LABEL, "text-3"), look)
        painter.end()
