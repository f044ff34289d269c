"""The head of the page: which tables, how much is recorded, in which order."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import BODY_STRONG, CELL, TITLE
from ui.common.look import Look
from ui.common.painting import Ink, paint_bar, paint_text
from ui.common.parts import Text, row
from ui.common.segments import ViewSwitch, wide
from ui.outcomes.rows import Count, Order
from ui.outcomes.spans import Span

HEIGHT = 64
OWN, ALL = 0, 1
_APART = 12


class Progress(QWidget):
    """So many of so many are recorded, in words and as a bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = Count(0, 0, 0)
        self.setFixedHeight(40)
        self.setMinimumWidth(240)
        self.setMaximumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_count(self, count: Count) -> None:
        """Show another count."""
        self._count = count
        self.setVisible(count.wanted > 0)
        said = f"{self._said}, {self._left}" if self._left else self._said
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, self.height())

    @property
    def _said(self) -> str:
        count = self._count
        if count.wanted and count.recorded == count.wanted:
            return f"All {count.wanted:,} recorded"
        return f"{count.recorded:,} of {count.wanted:,} recorded"

    @property
    def _left(self) -> str:
        count = self._count
        left = f"{count.left:,} left" if count.left else ""
        ahead = f"{count.ahead:,} to come" if count.ahead else ""
        return ", ".join(filter(None, (left, ahead)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRectF(0, 0, self.width(), 24)
        paint_text(painter, line, self._said, Ink(BODY_STRONG), self._look)
        room = line.adjusted(wide(self._said, BODY_STRONG) + _APART, 0, 0, 0)
        right = Ink(CELL, "text-2", Qt.AlignmentFlag.AlignRight)
        whole = self._left
        shown = whole if wide(whole, CELL) <= room.width() else whole.partition(",")[0]
        paint_text(painter, room, shown, right, self._look)
        share = self._count.recorded / max(self._count.wanted, 1)
        bar = QRectF(0, 28, self.width(), 8)
        paint_bar(painter, bar, share, self._look, self._look.colour("accent"))
        painter.end()


class OutcomesHead(QWidget):
    """``own_chosen``: this desk's tables alone, or all. ``span_wanted``: others are to be its."""

    own_chosen = Signal(bool)
    order_chosen = Signal(object)
    span_wanted = Signal()
    unsaved_wanted = Signal()
    """Something was typed of another meeting and is not saved: it is to be opened."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tables = ViewSwitch(look, "", "All tables")
        self._span = SmallButton(look, "Tables of this desk…", "list-filter")
        self._unsaved = SmallButton(look, "", "pencil")
        self.progress = Progress(look)
        self.order = Choice(look)
        self.order.setAccessibleName("Order")
        self.order.setFixedWidth(132)
        for each in Order:
            self.order.addItem(each.value)
        self.setFixedHeight(HEIGHT)
        self.setLayout(
            row(
                *(Text("Outcomes", TITLE), 8, self._tables, self._span, None),
                *(self._unsaved, 4, self.progress, 8, self.order),
                margins=(20, 12, 16, 12),
            )
        )
        self._tables.chosen.connect(lambda place: self.own_chosen.emit(place == OWN))
        self._span.clicked.connect(self.span_wanted)
        self._unsaved.clicked.connect(self.unsaved_wanted)
        self._unsaved.hide()
        self.order.activated.connect(lambda at: self.order_chosen.emit(list(Order)[at]))
        self.show_span(None, has_numbers=False)

    def show_span(self, span: Span | None, *, has_numbers: bool) -> None:
        """Show which tables this desk looks after, where tables have numbers at all."""
        self._tables.setVisible(has_numbers and span is not None)
        self._span.setVisible(has_numbers)
        if span is None:
            self._span.set_words("Tables of this desk…", "list-filter")
            return
        self._tables.name(OWN, span.words)
        self._span.set_words("", "pencil")
        self._span.setAccessibleName("Change which tables this desk looks after")
        self._span.setToolTip("Change which tables this desk looks after")

    def show_unsaved(self, count: int) -> None:
        """Say of how many other meetings something was typed that is not saved."""
        self._unsaved.set_words(f"{count:,} not saved")
        self._unsaved.setVisible(count > 0)

    def choose_own(self, *, own: bool) -> None:
        """Say whether only this desk's tables are shown."""
        self._tables.choose(OWN if own else ALL)
