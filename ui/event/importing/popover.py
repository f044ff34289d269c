"""What a column may hold: the suggestions first, then everything there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.delegates.reading.preview import PreviewColumn
from ui.common.lettering import BODY, BODY_STRONG, KEY, LABEL, font
from ui.common.look import Look
from ui.common.parts import Text, clear, column, line
from ui.event.importing.draft import LEFT_OUT
from ui.event.importing.list_kind import ListKind
from ui.event.words import counts_words, yes_words

_WIDE = 300
_NARROW = 120
_TALL, _TALLER = 40, 52
_TALLEST = 420


class Option(QPushButton):
    """One field to choose. Enter and Space take it; ``meaning`` stands below its words."""

    stepped = Signal(int)
    reached = Signal()

    def __init__(
        self, look: Look, text: str, icon: str = "", meaning: str = "", *, suggested: bool = False
    ) -> None:
        super().__init__(text)
        self._look, self._icon_name, self._meaning = look, icon, meaning
        self._current = False
        self.setAccessibleDescription(meaning)
        self.setFixedHeight(_TALLER if meaning else _TALL if suggested or icon else 32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setFont(font(BODY))

    def sizeHint(self) -> QSize:
        return QSize(_WIDE - 12, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW, self.height())

    @property
    def current(self) -> bool:
        """Whether Enter takes this one."""
        return self._current

    def set_current(self, *, current: bool) -> None:
        """Mark it as the one that Enter takes, or no longer."""
        self._current = current
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, chosen = self._look, self._current
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        left = 12
        if self._icon_name:
            painter.drawPixmap(
                left, (self.height() - 14) // 2, look.pixmap(self._icon_name, "text-2", 14)
            )
            left += 26
        painter.setFont(font(BODY_STRONG if chosen else BODY))
        painter.setPen(look.colour("accent-text" if chosen else "text"))
        tall = self.height() - (20 if self._meaning else 0)
        room = QRectF(left, 0, self.width() - left - (68 if chosen else 8), tall)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._meaning:
            painter.setFont(font(LABEL))
            painter.setPen(look.colour("text-2"))
            below = QRectF(left, tall - 6, self.width() - left - 8, 20)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._meaning)
        if chosen:
            self._paint_key(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        area = QRectF(self.width() - 60.5, (self.height() - 20) / 2 + 0.5, 43, 19)
        painter.setPen(QPen(self._look.colour("line-strong"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(area, 4, 4)
        painter.setFont(font(KEY))
        painter.setPen(self._look.colour("text-2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "Enter")


class FieldPopover(QFrame):
    """Offers fields for one column, over the page. Esc, or going elsewhere, closes it."""

    chosen = Signal(str, str)
    """A column's label, and the field it shall be matched to."""
    closed = Signal()
    wide = _WIDE

    def __init__(self, look: Look, kind: ListKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "popover")
        self._look, self._kind = look, kind
        self._over = parent
        self._label = ""
        self._yes = ""
        self._options: list[Option] = []
        self._inner = QWidget()
        self._inner.setProperty("part", "scrolled")
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(6, 6, 6, 6)
        self._list.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        self.setLayout(column(self._scroll, gap=0, margins=1))
        self.hide()
        escape = QShortcut(Qt.Key.Key_Escape, self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_it)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr] # there is one

    @property
    def options(self) -> Sequence[Option]:
        """What is offered, in order."""
        return self._options

    def open_for(self, shown: PreviewColumn, rows: int, fields: Sequence[str], at: QPoint) -> None:
        """Offer fields for a column, below a point of the parent.

        Args:
            shown: The column.
            rows: How many rows the file has.
            fields: What the column is matched to, then what the others are.
            at: Where the column's button ends.
        """
        now, *taken = fields
        clear(self._list)
        self._label, self._options = shown.label, []
        self._yes = yes_words(shown)
        counted = Text(counts_words(shown, rows), LABEL, "3", wraps=True)
        counted.setContentsMargins(12, 8, 12, 6)
        self._list.addWidget(counted)
        known = self._kind.fields
        free = [each for each in shown.suggestions if each in known and each not in taken]
        if now not in {"", LEFT_OUT}:
            # Enter must not turn a column that is matched into something else.
            free = [now]
        for each in free:
            self._offer(each, suggested=True)
        if free:
            self._list.addWidget(_rule())
        self._offer(LEFT_OUT)
        self._list.addWidget(_rule())
        for each in self._kind.fields:
            if each not in free:
                self._offer(each)
        self._list.addStretch(1)
        self.setAccessibleName(f"What {shown.label} holds")
        self._place(at)
        self.show()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        self._mark(self._options[0])
        self._options[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _offer(self, field: str, *, suggested: bool = False) -> None:
        out = field == LEFT_OUT
        words = "Leave this column out" if out else self._kind.field_words(field)
        meaning = self._yes if field in self._kind.yes_no else ""
        option = Option(self._look, words, "minus" if out else "", meaning, suggested=suggested)
        option.clicked.connect(lambda: self._take(field))
        option.stepped.connect(self._step)
        option.reached.connect(lambda: self._mark(option))
        self._list.addWidget(option)
        self._options.append(option)

    def _mark(self, current: Option) -> None:
        for each in self._options:
            each.set_current(current=each is current)

    def _take(self, field: str) -> None:
        self.hide()
        self.chosen.emit(self._label, field)

    def _step(self, by: int) -> None:
        here = next((at for at, each in enumerate(self._options) if each.current), 0)
        there = self._options[min(max(here + by, 0), len(self._options) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(there)

    def _place(self, at: QPoint) -> None:
        parent = self._over
        # The layout knows of what was just put into it, the widget does only later.
        needed = self._list.totalSizeHint().height() + 2
        tall = min(_TALLEST, needed, parent.height() - at.y() - 12)
        self.resize(_WIDE, max(tall, 200))
        left = min(at.x(), parent.width() - _WIDE - 12)
        self.move(max(12, left), at.y() + 6)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self.hide()


def _rule() -> QWidget:
    rule = line()
    rule.setContentsMargins(10, 4, 10, 4)
    return rule
