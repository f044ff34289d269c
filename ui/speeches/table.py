"""The list of speakers: who is chosen, and where somebody is dragged to."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QTableView

from ui.common.look import Look
from ui.common.records import RecordModel
from ui.common.rows import dress_rows
from ui.speeches.cells import Cells, columns
from ui.speeches.rows import Row, Stands

HIGH = 40
_WIDTHS = (64, 76, 84, 0, 0, 150, 156)


class SpeakerTable(QTableView):
    """Shows who speaks in which order."""

    chosen = Signal()
    """Somebody else is chosen, or what is known of them is otherwise."""
    dropped = Signal(object, int)
    """A delegate, by id, is to have this place, from 1."""
    removal_wanted = Signal()
    """Whoever is chosen is to be taken off the list."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.records: RecordModel[Row] = RecordModel(columns(), attrgetter("id"), self)
        self.setModel(self.records)
        self.setItemDelegate(Cells(look, self))
        self.setProperty("part", "outcomes")
        dress_rows(self, "Running order", HIGH, _WIDTHS)
        self.setMouseTracking(False)
        self._held: UUID | None = None
        self._start = QPoint()
        self._sought: UUID | None = None
        self.gap = -1
        """Before which row somebody who is dragged would come; -1: nobody is dragged."""
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        look.changed.connect(self.viewport().update)

    @property
    def row(self) -> Row | None:
        """Who is chosen."""
        at = self.currentIndex().row()
        rows = self.records.records
        return rows[at] if 0 <= at < len(rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the list as it stands; whoever is chosen stays so."""
        before, old = self.row, self.records.records
        self.records.show(rows)
        if before is not None and [each.id for each in rows] != [each.id for each in old]:
            self.choose(before.id)
        if _speaking(rows) != _speaking(old):
            self._follow(rows)
        self.chosen.emit()
        if self._sought is not None:
            self.seek(self._sought)

    def seek(self, delegate: UUID) -> None:
        """Choose somebody as soon as they are on the list."""
        is_known = any(each.id == delegate for each in self.records.records)
        self._sought = None if is_known else delegate
        self.choose(delegate)

    def choose(self, delegate: UUID) -> None:
        """Choose somebody, if they are on the list."""
        places = [at for at, each in enumerate(self.records.records) if each.id == delegate]
        if places:
            flags = QItemSelectionModel.SelectionFlag
            index = self.records.index(places[0], 0)
            wanted = flags.ClearAndSelect | flags.Rows | flags.Current
            self.selectionModel().setCurrentIndex(index, wanted)
            self.scrollTo(index)

    def _follow(self, rows: Sequence[Row]) -> None:
        """Bring who speaks in sight; who is chosen and has spoken is left for who is next."""
        at = next((at for at, each in enumerate(rows) if each.stands is Stands.SPEAKS), -1)
        following = next((each for each in rows if each.stands is Stands.NEXT), None)
        chosen = self.row
        if following is not None and (chosen is None or not chosen.can_go):
            self.choose(following.id)
        if at >= 0:
            self.scrollTo(self.records.index(at, 0), QTableView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.gap >= 0:
            self._let_go()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a scan goes where it belongs."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.rowAt(event.position().toPoint().y())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            row = self.records.records[at]
            self._held, self._start = row.id if row.can_move else None, event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        at = event.position().toPoint()
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        if far or self.gap >= 0:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll(at.y())
            self.gap = self._gap_at(at.y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, gap = self._held, self.gap
        self._let_go()
        super().mouseReleaseEvent(event)
        if held is None or gap < 0:
            return
        stood = next(at for at, each in enumerate(self.records.records) if each.id == held)
        place = gap if gap > stood else gap + 1
        if place != stood + 1:
            self.dropped.emit(held, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.gap < 0:
            return
        painter = QPainter(self.viewport())
        pen = QPen(self._look.colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = max(self.gap * HIGH - self._scrolled() - 1, 1)
        painter.drawLine(8, y, self.viewport().width() - 8, y)
        painter.end()

    def _gap_at(self, y: int) -> int:
        """Say before which row somebody would come here: nobody comes before who has begun."""
        rows = self.records.records
        first = next((at for at, each in enumerate(rows) if each.can_go), len(rows))
        return min(max(round((y + self._scrolled()) / HIGH), first), len(rows))

    def _scrolled(self) -> int:
        return -self.rowViewportPosition(0)

    def _scroll(self, y: int) -> None:
        bar, room = self.verticalScrollBar(), QRect(self.viewport().rect())
        if y < room.top() + HIGH // 2:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > room.bottom() - HIGH // 2:
            bar.setValue(bar.value() + bar.singleStep())

    def _let_go(self) -> None:
        self._held, self.gap = None, -1
        self.viewport().unsetCursor()
        self.viewport().update()


def _speaking(rows: Sequence[Row]) -> set[UUID]:
    return {each.id for each in rows if each.stands is Stands.SPEAKS}
