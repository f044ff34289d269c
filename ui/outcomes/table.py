"""The table of meetings, in which the current one is open as a card."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.common.look import Look
from ui.common.records import RecordModel
from ui.common.rows import dress_rows
from ui.outcomes.card import Card
from ui.outcomes.cells import Cells
from ui.outcomes.columns import At, columns
from ui.outcomes.drafts import Drafts
from ui.outcomes.rows import Row

HIGH = 40
_WIDTHS = (72, 48, 52, 0, 0, 80, 84, 0)
_SHARES = {At.MEETING: 0.41, At.OUTCOME: 0.36, At.NOTE: 0.23}
_SIDE, _ABOVE, _BELOW = 12, 8, 8
_PAGE = 8
"""So many meetings further Page Down goes."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
_ID = attrgetter("id")
"""At C's speed: it is asked of ten thousand rows at each reading."""
_MODIFIERS = ~Qt.KeyboardModifier.KeypadModifier


class OutcomeTable(QTableView):
    """Shows the meetings. ``opened``: another one is open. ``struck``: a key without a meaning."""

    opened = Signal(object)
    struck = Signal(QKeyEvent)

    def __init__(self, look: Look, drafts: Drafts, card: Card) -> None:
        super().__init__()
        self._card = card
        self._open: UUID | None = None
        self.records: RecordModel[Row] = RecordModel(columns(drafts), _ID, self)
        self._cells = Cells(look, drafts, self)
        self.setModel(self.records)
        self.setItemDelegate(self._cells)
        card.setParent(self.viewport())
        card.hide()
        self._dress()
        card.fitted.connect(self._fit)
        look.changed.connect(self.viewport().update)

    @property
    def open_row(self) -> Row | None:
        """The meeting that is open, if one is."""
        at = self._cells.open_row
        return self.records.records[at] if at >= 0 else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other meetings; the one that is open stays so where it is, if it is among them."""
        if [*map(_ID, rows)] == [*map(_ID, self.records.records)]:
            # Nothing moves, so that only what is otherwise is painted.
            self.records.show(rows)
            return
        at = self._cells.open_row
        stood = self.rowViewportPosition(at) if at >= 0 else 0
        # A reset would leave the height to whoever comes into the place.
        self._shut()
        self.records.show(rows)
        at = self._place_of(self._open)
        if at < 0:
            self.close_card()
            return
        self._unfold(at)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(at) - stood)

    def open(self, meeting: UUID) -> bool:
        """Open a meeting and bring it in sight; tell whether it is shown at all."""
        at = self._place_of(meeting)
        if at < 0:
            return False
        self._shut()
        self._open = meeting
        self.opened.emit(self.records.records[at])
        self._unfold(at)
        self._bring_in_sight(at)
        return True

    def close_card(self) -> None:
        """Let no meeting be open."""
        self._shut()
        self._open = None
        self._card.hide()

    def next_left(self, drafts: Drafts) -> Row | None:
        """Give the next meeting of which nobody has told, from the open one on and around."""
        rows, at = self.records.records, self._cells.open_row
        following = (*rows[at + 1 :], *rows[: at + 1])
        return next((each for each in following if drafts.is_left(each)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_plain = Qt.Key(event.key()), not event.modifiers() & _MODIFIERS
        event.ignore()
        if is_plain and key in _STEPS:
            self._step(_STEPS[key])
            event.accept()
        elif is_plain and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go_to(0 if key is Qt.Key.Key_Home else len(self.records.records) - 1)
            event.accept()
        else:
            self.struck.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.rowAt(round(event.position().y()))
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self.open(self.records.records[at].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.horizontalHeader()
        left = self.viewport().width() - sum(_WIDTHS)
        for column, share in _SHARES.items():
            header.resizeSection(column, int(left * share))
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._put_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._put_card()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are answers, and a scan goes where it belongs."""

    def sizeHintForColumn(self, column: int) -> int:
        # By a double click on its edge; Qt would measure each of thousands of rows.
        return self.columnWidth(column)

    def _step(self, by: int) -> None:
        at = self._cells.open_row
        self._go_to(at + by if at >= 0 else 0)

    def _go_to(self, at: int) -> None:
        rows = self.records.records
        if rows:
            self.setFocus()
            self.open(rows[min(max(at, 0), len(rows) - 1)].id)

    def _place_of(self, meeting: UUID | None) -> int:
        places = (at for at, each in enumerate(self.records.records) if each.id == meeting)
        return next(places, -1)

    def _shut(self) -> None:
        if self._cells.open_row >= 0:
            self.verticalHeader().resizeSection(self._cells.open_row, HIGH)
            self._cells.open_row = -1

    def _unfold(self, at: int) -> None:
        self._cells.open_row = at
        index = self.records.index(at, At.MEETING)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._card.show()
        self._fit()

    def _fit(self) -> None:
        """Give the open row the height of the card."""
        at = self._cells.open_row
        if at < 0:
            return
        self._card.ensurePolished()
        high = self._card.sizeHint().height() + _ABOVE + _BELOW
        if self.rowHeight(at) != high:
            self.verticalHeader().resizeSection(at, high)
        self._put_card()

    def _put_card(self) -> None:
        at = self._cells.open_row
        if at >= 0:
            top, high = self.rowViewportPosition(at), self.rowHeight(at)
            wide = self.viewport().width() - 2 * _SIDE
            self._card.setGeometry(_SIDE, top + _ABOVE, wide, high - _ABOVE - _BELOW)

    def _bring_in_sight(self, at: int) -> None:
        """Leave the card where it is if it is seen whole with what follows, else put it midway."""
        self.updateGeometries()
        top, high = self.rowViewportPosition(at), self.rowHeight(at)
        room = self.viewport().height()
        if top < HIGH or top + high + HIGH > room:
            wanted = max((room - high) // 2, 0)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - wanted)
        self._put_card()

    def _dress(self) -> None:
        dress_rows(self, "Meetings", HIGH, _WIDTHS)
        self.setProperty("part", "outcomes")
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        for column in _SHARES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
