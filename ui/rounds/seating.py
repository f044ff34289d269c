"""Who sits where in one round: painted tables, between which two people may change seats."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.meetings.attendees import Someone
from ui.common.look import Look
from ui.rounds.painting import Shown, paint_card
from ui.rounds.places import Places, Spot

Tables = tuple[tuple[Someone, ...], ...]
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Seating(QWidget):
    """Shows a round. M picks somebody up, Enter swaps with whom the mark is on, Esc puts back.

    A drag does the same. ``considered`` carries two who might change seats, nothing when nobody
    is carried any more.
    """

    considered = Signal(object)
    swap_wanted = Signal(object, object)
    stays_away = Signal(object)
    opened = Signal(object)
    revealed = Signal(QRectF)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tables: Tables = ()
        self._missing: Collection[UUID] = ()
        self._mark: Spot | None = None
        self._carried: Spot | None = None
        self._is_dragged = self._may_change = False
        self._places = Places(0, ())
        self._awaited: UUID | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Seats")
        look.changed.connect(self.update)

    def show_tables(
        self, tables: Tables, missing: Collection[UUID] = (), *, may_change: bool = False
    ) -> None:
        """Show other seats; ``missing`` are not here."""
        self._tables, self._missing, self._may_change = tables, missing, may_change
        self._carried = None
        self._fit()
        self._meet()
        if self._mark is None or self._who(self._mark) is None:
            self._mark = next((Spot(at, 0) for at, table in enumerate(tables) if table), None)
        self._say()

    @property
    def marked(self) -> Someone | None:
        """Whom the mark is on."""
        return self._who(self._mark)

    @property
    def carried(self) -> Someone | None:
        """Who was picked up."""
        return self._who(self._carried)

    def pick_up(self) -> None:
        """Pick up whom the mark is on, if seats may still change."""
        if self._may_change and self.marked is not None:
            self._carried = self._mark
            self._consider()

    def put_back(self) -> None:
        """Carry nobody any more."""
        self._carried, self._is_dragged = None, False
        self._consider()

    def let_go(self) -> bool:
        """Put back who is carried, for whoever wants it undone; false: nobody is."""
        carries = self._carried is not None
        if carries:
            self.put_back()
        return carries

    def drop(self) -> None:
        """Let whoever is carried change seats with whom the mark is on."""
        one, other = self.carried, self.marked
        may = self._may_swap
        self.put_back()
        if may and one is not None and other is not None:
            self.swap_wanted.emit(one.id, other.id)

    def await_mark(self, delegate: UUID) -> None:
        """Put the mark on somebody as soon as they have a seat here."""
        self._awaited = delegate
        self._meet()

    def _meet(self) -> None:
        for at, table in enumerate(self._tables):
            for line, each in enumerate(table):
                if each.id == self._awaited:
                    self._awaited = None
                    self._put(Spot(at, line))
                    return

    def sizeHint(self) -> QSize:
        return QSize(800, self._places.height + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._mark is not None:
            self._put(self._places.step(self._mark, *_STEPS[key]))
        elif key == Qt.Key.Key_M and self._may_change:
            self.pick_up()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._carried is not None:
            self.drop()
        elif key == Qt.Key.Key_Escape and self._carried is not None:
            self.put_back()
        elif key == Qt.Key.Key_Delete and self._may_change and self.marked is not None:
            self.stays_away.emit(self.marked.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._places.at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._put(spot, reveal=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._places.at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton and self._may_change and spot is not None:
            if self._carried is None and spot != self._mark:
                self.pick_up()
                self._is_dragged = self._carried is not None
            if self._carried is not None and spot != self._mark:
                self._put(spot, reveal=False)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self.drop() if self._places.at(event.position()) == self._mark else self.put_back()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        who = self._who(self._places.at(event.position()))
        if who is not None:
            self.opened.emit(who.id)
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, table in enumerate(self._tables):
            card = self._places.card(at)
            if not event.rect().intersects(card.toAlignedRect()):
                continue
            shown = Shown(at + 1, table, self._missing, self._line_of(self._carried, at))
            mark = self._line_of(self._mark, at)
            if self.hasFocus() or self._carried is not None:
                shown = shown.with_mark(mark, may_swap=self._may_swap)
            paint_card(painter, card, shown, self._look)
        painter.end()

    @property
    def _may_swap(self) -> bool:
        mark, carried = self._mark, self._carried
        return mark is not None and carried is not None and mark.table != carried.table

    def _put(self, spot: Spot, *, reveal: bool = True) -> None:
        self._mark = spot
        if reveal:
            self.revealed.emit(self._places.line(spot))
        self._say()
        if self._carried is not None:
            self._consider()
        self.update()

    def _consider(self) -> None:
        one, other = self.carried, self.marked
        both = (one.id, other.id) if self._may_swap and one and other else None
        self.considered.emit(both)
        self.update()

    def _who(self, spot: Spot | None) -> Someone | None:
        if spot is None or spot.table >= len(self._tables):
            return None
        table = self._tables[spot.table]
        return table[spot.line] if spot.line < len(table) else None

    def _line_of(self, spot: Spot | None, table: int) -> int:
        return spot.line if spot is not None and spot.table == table else -1

    def _fit(self) -> None:
        self._places = Places(self.width(), tuple(map(len, self._tables)))
        self.setFixedHeight(self._places.height + 2)
        self.update()

    def _say(self) -> None:
        who, spot = self.marked, self._mark
        if who is None or spot is None:
            self.setAccessibleDescription("Nobody")
            return
        absent = "not here" if who.id in self._missing else ""
        said = (f"Table {spot.table + 1}", who.name, who.organisation, absent)
        self.setAccessibleDescription(", ".join(filter(None, said)))
