"""Which meetings the table shows, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.common.look import Look
from ui.outcomes.head import OutcomesHead
from ui.outcomes.rows import Count, Order, OutcomeDay, Row, arranged
from ui.outcomes.span_dialog import SpanDialog
from ui.outcomes.spans import Span


class Arranging(QObject):
    """Keeps what is chosen in the head. ``changed``: the table is to show other rows."""

    changed = Signal()
    span_chosen = Signal(str)

    def __init__(self, look: Look, head: OutcomesHead) -> None:
        super().__init__(head)
        self._look, self._head = look, head
        self._order, self._own = Order.TIME, True
        self._span: Span | None = None
        self._whole: Span | None = None
        head.own_chosen.connect(lambda own: self.show_own(own=own))
        head.order_chosen.connect(self._choose)
        head.span_wanted.connect(self.ask)

    @property
    def span(self) -> Span | None:
        """The tables that are shown alone, if not all are."""
        return self._span if self._own and self._whole is not None else None

    def take_span(self, written: str) -> None:
        """Look after these tables, as they are kept in the settings."""
        self._span = Span.read(written)

    def rows(self, day: OutcomeDay) -> tuple[list[Row], Count]:
        """Give what the table shows of a day, and count it."""
        self._whole = day.whole_span
        rows = arranged(day.rows, self._order, self.span)
        count = Count.of(rows)
        self._head.show_span(self._span, has_numbers=self._whole is not None)
        self._head.progress.show_count(count)
        return rows, count

    def show_own(self, *, own: bool) -> None:
        """Show the tables of this desk alone, or all."""
        self._own = own
        self._head.choose_own(own=own)
        self.changed.emit()

    def _choose(self, order: Order) -> None:
        self._order = order
        self.changed.emit()

    def ask(self) -> None:
        """Ask which tables this desk looks after, where tables have numbers."""
        if self._whole is not None:
            dialog = SpanDialog(self._look, self._whole, self._span, self._head.window())
            dialog.answered.connect(self._look_after)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _look_after(self, span: Span | None) -> None:
        self._span = span
        self.span_chosen.emit(span.written if span is not None else "")
        self.show_own(own=True)
