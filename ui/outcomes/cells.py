"""How the cells of the table are painted: chips of outcomes, squares of interest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.outcomes.outcome import MOST_INTEREST, OutcomeKind
from ui.common.kind_chip import paint_kind
from ui.common.lettering import CELL, CELL_STRONG, LABEL_STRONG, Lettering, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.outcomes.columns import At, interests, short_answer, state_text
from ui.outcomes.drafts import Drafts
from ui.outcomes.forms import Form
from ui.outcomes.rows import Row, Stands
from ui.outcomes.words import KIND_ICONS, KIND_WORDS, MISSED_WORDS

FIRST, PAD = 20, 8
"""Before the first column, and before all others."""
_CHIP, _ICON, _APART = 24, 14, 6
_SQUARE, _PITCH = 10, 13
_STATES: Mapping[Stands, tuple[str, str]] = {
    Stands.AHEAD: ("clock", "text-3"),
    Stands.ASIDE: ("calendar-days", "text-3"),
    Stands.CANCELLED: ("ban", "text-3"),
}


class Cells(QStyledItemDelegate):
    """Paints straight from the rows. Of the ``open_row`` nothing is painted: a card is there."""

    def __init__(self, look: Look, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._drafts = look, drafts
        self.open_row = -1
        self._paints: Mapping[int, Callable[[QPainter, QRectF, Row, Form], None]] = {
            At.KIND: self._kind,
            At.MEETING: self._meeting,
            At.OUTCOME: self._outcome,
            At.INTEREST: self._interest,
        }

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        if index.row() == self.open_row:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(area.x(), area.bottom(), area.width(), 1)
        painter.fillRect(line, self._look.colour("line"))
        row: Row = index.model().records[index.row()]  # type: ignore[attr-defined]
        column = index.column()
        left = FIRST if column == At.TIME else PAD
        room = QRectF(area).adjusted(left, 0, -PAD, -1)
        paint = self._paints.get(column)
        if paint is not None:
            paint(painter, room, row, row.form(self._drafts.of(row)))
        else:
            text = index.data()
            strong = column == At.TABLE
            tone = "text" if column in {At.TIME, At.TABLE} and row.can_be_told else "text-2"
            ink = Ink(CELL_STRONG if strong else CELL, "text-3" if text == "–" else tone)
            paint_text(painter, room, text, ink, self._look)
        painter.restore()

    def _kind(self, painter: QPainter, room: QRectF, row: Row, _form: Form) -> None:
        paint_kind(painter, room, row.kind, self._look)

    def _meeting(self, painter: QPainter, room: QRectF, row: Row, _form: Form) -> None:
        letters = font(CELL)
        if row.stands is Stands.CANCELLED:
            letters = type(letters)(letters)
            letters.setStrikeOut(True)
        painter.setFont(letters)
        painter.setPen(self._look.colour("text" if row.can_be_told else "text-2"))
        mode = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(letters).elidedText(row.pair, mode, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _outcome(self, painter: QPainter, room: QRectF, row: Row, form: Form) -> None:
        if self._drafts.is_typed(row):
            room = self._sign(painter, room, ("pencil", "warn-mark"), "Not saved")
        elif row.differs:
            room = self._sign(painter, room, ("equal-not", "warn-mark"), "")
        if form.missing is not None:
            self._sign(painter, room, ("user-x", "bad-text"), MISSED_WORDS[form.missing])
        elif chips := [each for each in OutcomeKind if each in form.kinds]:
            self._chips(painter, room, chips)
        elif answer := short_answer(form):
            self._word(painter, room, answer, "text")
        elif not self._drafts.is_typed(row):
            self._state(painter, room, row)

    def _state(self, painter: QPainter, room: QRectF, row: Row) -> None:
        if row.stands is Stands.DUE:
            painter.setPen(self._look.colour("ctl-line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(room.x() + 4, room.center().y()), 3.5, 3.5)
            self._word(painter, room.adjusted(16, 0, 0, 0), state_text(row), "text-2")
        elif row.stands in _STATES:
            self._sign(painter, room, _STATES[row.stands], state_text(row), "text-3")
        else:
            self._word(painter, room, state_text(row), "text-2")

    def _chips(self, painter: QPainter, room: QRectF, kinds: list[OutcomeKind]) -> None:
        """Paint as many chips as fit, with their words as long as there is room."""
        if kinds == [OutcomeKind.NONE]:
            self._word(painter, room, KIND_WORDS[OutcomeKind.NONE], "text-2")
            return
        x = room.x()
        for at, kind in enumerate(kinds):
            others = (len(kinds) - at - 1) * (_ICON + 16 + _APART)
            words = _width(KIND_WORDS[kind], LABEL_STRONG) + 6
            whole = _ICON + 16 + words
            is_whole = x + whole + others <= room.right() + PAD
            chip = QRectF(x, room.center().y() - _CHIP / 2, whole if is_whole else 30, _CHIP)
            if chip.right() > room.right() + PAD:
                return
            self._chip(painter, chip, kind, KIND_WORDS[kind] if is_whole else "")
            x = chip.right() + _APART

    def _chip(self, painter: QPainter, chip: QRectF, kind: OutcomeKind, words: str) -> None:
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(chip, 5, 5)
        at = QPointF(chip.x() + 8, chip.center().y() - _ICON / 2)
        painter.drawPixmap(at, look.pixmap(KIND_ICONS[kind], "text-2", _ICON))
        room = chip.adjusted(8 + _ICON + 6, 0, 0, 0)
        paint_text(painter, room, words, Ink(LABEL_STRONG), look)

    def _sign(
        self, painter: QPainter, room: QRectF, sign: tuple[str, str], words: str, tone: str = "text"
    ) -> QRectF:
        """Paint an icon with words, and give what room is left."""
        at = QPointF(room.x(), room.center().y() - _ICON / 2)
        painter.drawPixmap(at, self._look.pixmap(*sign, _ICON))
        beside = room.adjusted(_ICON + 6, 0, 0, 0)
        self._word(painter, beside, words, tone)
        return beside.adjusted(_width(words, CELL) + 8 if words else 0, 0, 0, 0)

    def _word(self, painter: QPainter, room: QRectF, words: str, tone: str) -> None:
        if words and room.width() > _ICON:
            paint_text(painter, room, words, Ink(CELL, tone), self._look)

    def _interest(self, painter: QPainter, room: QRectF, _row: Row, form: Form) -> None:
        """Paint five squares, and where the sides differ, five low ones for each."""
        said = interests(form)
        if not said:
            paint_text(painter, room, "–", Ink(CELL, "text-3"), self._look)
            return
        high = _SQUARE if len(said) == 1 else 6
        top = room.center().y() - (high * len(said) + 3 * (len(said) - 1)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for line, interest in enumerate(said):
            for at in range(MOST_INTEREST):
                painter.setBrush(self._look.colour("text-2" if at < interest else "line"))
                y = top + line * (high + 3)
                square = QRectF(room.x() + at * _PITCH, y, _SQUARE, high)
                painter.drawRoundedRect(square, 2.5, 2.5)


def _width(text: str, lettering: Lettering) -> float:
    return QFontMetricsF(font(lettering)).horizontalAdvance(text)
