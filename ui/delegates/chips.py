"""Chips that leave people out of the table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import CELL, font
from ui.common.look import Look
from ui.common.parts import column, row
from ui.delegates.filters import FACETS, Counts, Facet, Filters, value_title
from ui.delegates.ticks import Ticks

_SIDES = 12
_ICON = 14
_ROWS, _ROW = 12, 30


class FilterChip(SmallButton):
    """A chip for one facet: pressed, it offers the values with how many people have each.

    While it leaves anybody out it is filled and has an ×, which the Delete key presses.
    """

    chosen = Signal(object, frozenset)

    def __init__(self, look: Look, facet: Facet) -> None:
        super().__init__(look, facet.title)
        self.facet = facet
        self.counts: Mapping[str, int] = {}
        self.wanted: frozenset[str] = frozenset()
        self._offer: ValueOffer | None = None
        self.clicked.connect(self.offer)
        self.show_wanted(frozenset())

    def show_wanted(self, wanted: frozenset[str]) -> None:
        """Say what is wanted."""
        self.wanted = wanted
        words = [value_title(self.facet, value) for value in self.counts if value in wanted]
        words = words or [value_title(self.facet, value) for value in sorted(wanted)]
        more = f" and {len(words) - 2} more" if len(words) > 2 else ""
        said = f"{self.facet.title}: {', '.join(words[:2])}{more}" if words else self.facet.title
        self.set_rank(Rank.MAIN if words else Rank.PLAIN)
        self.set_words(said)
        self.setAccessibleName(f"Filter, {said}")
        self.setToolTip("Delete takes this filter away." if words else "")

    def offer(self) -> ValueOffer:
        """Offer the values below the chip."""
        self._offer = ValueOffer(self.look, self.facet, self.counts, self.wanted, self)
        self._offer.chosen.connect(self._choose)
        self._offer.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self._offer.show()
        return self._offer

    def clear(self) -> None:
        """Leave nobody out."""
        self._choose(frozenset())

    def sizeHint(self) -> QSize:
        return QSize(round(2 * _SIDES + self._words_width() + 6 + _ICON), self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.wanted and event.position().x() > self.width() - _SIDES - _ICON - 4:
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.wanted:
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.offer()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, active = self.look, bool(self.wanted)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent-line" if active else "line-strong"
        painter.setPen(
            QPen(look.colour("accent" if self.hasFocus() else edge), 1 + self.hasFocus())
        )
        painter.setBrush(look.colour("accent-soft" if active else self._fill()))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        colour = "accent-text" if active else "text"
        painter.setFont(self.font())
        painter.setPen(look.colour(colour))
        words = QRectF(_SIDES, 0, self._words_width() + 2, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        icon = look.pixmap("x" if active else "chevron-down", colour, _ICON)
        at = QPointF(self.width() - _SIDES - _ICON + 2, (self.height() - _ICON) / 2)
        painter.drawPixmap(at, icon)
        painter.end()

    def _words_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _choose(self, wanted: frozenset[str]) -> None:
        self.show_wanted(wanted)
        self.chosen.emit(self.facet, wanted)


class ValueOffer(QFrame):
    """A list of check boxes that stays open while several are checked."""

    chosen = Signal(frozenset)

    def __init__(
        self,
        look: Look,
        facet: Facet,
        counts: Mapping[str, int],
        wanted: frozenset[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popover")
        self.values = list(counts)
        self.boxes = QStandardItemModel(self)
        for value, count in counts.items():
            box = QStandardItem(f"{value_title(facet, value)} · {count:,}")
            box.setEditable(False)
            box.setSizeHint(QSize(0, _ROW))
            box.setCheckable(True)
            box.setCheckState(Qt.CheckState.Checked if value in wanted else Qt.CheckState.Unchecked)
            self.boxes.appendRow(box)
        self.view = QListView()
        self.view.setModel(self.boxes)
        self.view.setProperty("part", "offer")
        self.view.setItemDelegate(Ticks(look, self.view))
        self.view.setMouseTracking(True)
        self.view.setFont(font(CELL))
        self.view.setAccessibleName(facet.title)
        rows = min(len(self.values), _ROWS)
        self.view.setFixedSize(260, max(rows, 1) * _ROW + 4)
        self.setLayout(column(self.view, margins=5))
        self.view.setFocus()
        self.view.setCurrentIndex(self.boxes.index(0, 0))
        self.boxes.itemChanged.connect(self._tell)
        self.view.clicked.connect(self._toggle)

    def _tell(self, _box: QStandardItem) -> None:
        checked = Qt.CheckState.Checked
        self.chosen.emit(
            frozenset(
                value
                for at, value in enumerate(self.values)
                if self.boxes.item(at).checkState() == checked
            )
        )

    def _toggle(self, index: QModelIndex) -> None:
        item = self.boxes.itemFromIndex(index)
        unchecked = item.checkState() != Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Checked if unchecked else Qt.CheckState.Unchecked)


class ChipRow(QWidget):
    """The chips of all facets, and what takes them all away."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.filters = Filters()
        self.chips = {facet.name: FilterChip(look, facet) for facet in FACETS}
        self.clear = SmallButton(look, "Clear filters", "x", rank=Rank.QUIET)
        self.clear.hide()
        self.setLayout(row(*self.chips.values(), self.clear, None))
        for chip in self.chips.values():
            chip.chosen.connect(self._narrow)
        self.clear.clicked.connect(self.clear_all)

    def show_counts(self, counts: Counts) -> None:
        """Offer these values from now on."""
        for name, chip in self.chips.items():
            chip.counts = counts.get(name, {})
            chip.show_wanted(chip.wanted)

    def clear_all(self) -> None:
        """Leave nobody out."""
        self.ask(Filters())

    def ask(self, filters: Filters) -> None:
        """Ask for others."""
        self.filters = filters
        for chip in self.chips.values():
            chip.show_wanted(filters.of(chip.facet))
        self.clear.setVisible(filters.active)
        self.changed.emit(filters)

    def _narrow(self, facet: Facet, wanted: frozenset[str]) -> None:
        self.ask(self.filters.asking(facet, wanted))
