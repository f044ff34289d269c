"""The list below the command box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.common.buttons import key_words
from ui.common.lettering import CONTROL, KEY, LABEL, font
from ui.common.look import Look
from ui.common.marks import paint_state
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Text, column
from ui.common.records import Column, RecordModel, Role

_ROW = 44
_WIDTH = 420
_MOST_ROWS = 11


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: a command with its icon and keys, or a delegate with their state."""

    text: str
    what: object
    detail: str = ""
    icon: str = ""
    keys: str = ""
    state: str = ""


class CommandList(Panel):
    """Shows what may be meant; one row is marked."""

    chosen = Signal(Offer)

    def __init__(self, look: Look) -> None:
        super().__init__("popup")
        self._shown: tuple[Offer, ...] = ()
        columns: tuple[Column[Offer], ...] = (Column("", _read_out),)
        self._model = RecordModel(
            columns, key=lambda offer: (offer.text, offer.detail), parent=self
        )
        self.rows = QListView()
        self._none = Text("", tone="2", wraps=True)
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(_OfferPainter(look, self.rows))
        # The box keeps the focus: what is typed goes on to filter.
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setMouseTracking(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setAccessibleName("What may be meant")
        self.setLayout(column(self.rows, self._none, gap=0, margins=6))
        self._none.setContentsMargins(10, 8, 10, 8)
        self.hide()
        self.rows.clicked.connect(lambda index: self.chosen.emit(index.data(Role.RECORD)))
        self.rows.entered.connect(self.rows.setCurrentIndex)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The rows, from top to bottom."""
        return self._shown

    def show_offers(
        self, offers: Sequence[Offer], *, marks: bool = True, anew: bool = False
    ) -> None:
        """Show these; the marked one stays marked if it is still there, or else the first is.

        Without ``marks`` none is until somebody goes to it, so that Enter does nothing. ``anew``:
        something else was typed, and what was marked before means nothing.
        """
        before = None if anew else self.marked()
        self._shown = tuple(offers)
        self._model.show(self._shown)
        self._none.hide()
        self.rows.show()
        keys = [(each.text, each.detail) for each in offers]
        known = (before.text, before.detail) if before else None
        if marks or known in keys:
            self._mark(keys.index(known) if known in keys else 0)
        else:
            self.rows.setCurrentIndex(self._model.index(-1, 0))

    def show_none(self, text: str) -> None:
        """Say that there is nothing."""
        self._shown = ()
        self._model.show(())
        self.rows.hide()
        self._none.setText(text)
        self._none.show()

    def marked(self) -> Offer | None:
        """Give the row that Enter takes."""
        index = self.rows.currentIndex()
        offer = index.data(Role.RECORD) if index.isValid() else None
        return offer if isinstance(offer, Offer) else None

    def step(self, by: int) -> None:
        """Mark the next row or the one before, round and round."""
        if self._shown:
            at = self.rows.currentIndex().row()
            self._mark((at + by if at >= 0 or by > 0 else by) % len(self._shown))

    def take(self) -> bool:
        """Choose the marked row, if there is one."""
        marked = self.marked()
        if marked is None:
            return False
        self.chosen.emit(marked)
        return True

    def fit(self, top_right: QPoint, room: int) -> None:
        """Stand below the box, no higher than there is room."""
        if self._shown:
            height = min(len(self._shown), _MOST_ROWS) * _ROW + 14
        else:
            height = self._none.heightForWidth(_WIDTH - 14) + 14
        self.setGeometry(top_right.x() - _WIDTH, top_right.y(), _WIDTH, min(height, room))

    def _mark(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.rows.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.rows.scrollTo(index)


class _OfferPainter(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH - 14, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        offer: Offer = index.data(Role.RECORD)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent-soft"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        self._paint_mark(painter, area, offer)
        right = area.right() - 12
        if offer.keys:
            right = self._paint_keys(painter, area, offer.keys) - 12
        words = QRectF(area.x() + 42, area.y(), right - area.x() - 42, area.height())
        if offer.detail:
            upper, lower = words.adjusted(0, 4, 0, -20), words.adjusted(0, 22, 0, -4)
            paint_text(painter, upper, offer.text, Ink(CONTROL), self._look)
            paint_text(painter, lower, offer.detail, Ink(LABEL, "text-3"), self._look)
        else:
            paint_text(painter, words, offer.text, Ink(CONTROL), self._look)
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRectF, offer: Offer) -> None:
        if offer.icon:
            at = QPointF(area.x() + 14, area.center().y() - 8)
            painter.drawPixmap(at, self._look.pixmap(offer.icon, "text-2", 16))
        else:
            paint_state(
                painter, QRectF(area.x() + 14, area.y(), 16, area.height()), offer.state, self._look
            )

    def _paint_keys(self, painter: QPainter, area: QRectF, keys: str) -> float:
        cap = key_words(keys)
        width = QFontMetricsF(font(KEY)).horizontalAdvance(cap) + 12
        room = QRectF(area.right() - width - 10.5, area.center().y() - 9.5, width, 19)
        painter.setFont(font(KEY))
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.setBrush(self._look.colour("hover"))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(self._look.colour("text-2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cap)
        return room.x()


def _read_out(offer: Offer) -> str:
    return ", ".join(filter(None, (offer.text, offer.detail, key_words(offer.keys))))
