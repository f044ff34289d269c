"""Who is on the list of a session: booked, speaking, excused, and who came."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.programme.views import Listed
from ui.common.lettering import CELL_STRONG, LABEL
from ui.common.look import Look
from ui.common.marks import paint_state
from ui.common.painting import Ink, paint_text
from ui.common.records import Column, RecordModel, Role
from ui.common.rows import dress_rows
from ui.programme.words import listed_words

_HIGH = 46


class Attendance(QTableView):
    """One row a person. ``person_chosen`` carries the ``Listed`` that was gone to."""

    person_chosen = Signal(object)
    acted = Signal()
    """Enter or a double click: do the likeliest thing about the one chosen."""

    def __init__(self, look: Look, zone: ZoneInfo) -> None:
        super().__init__()
        self._list: RecordModel[Listed] = RecordModel(
            (Column("Who", lambda each: f"{each.who.name}, {listed_words(each, zone)}"),),
            lambda each: each.who.id,
            self,
        )
        self.setModel(self._list)
        self.setItemDelegate(_Person(look, zone, self))
        dress_rows(self, "List of the session", _HIGH, (0,))
        self.horizontalHeader().hide()
        self.setProperty("part", "people")
        self.selectionModel().currentChanged.connect(self._go_to)
        self.doubleClicked.connect(self.acted)
        look.changed.connect(self.viewport().update)

    @property
    def listed(self) -> Sequence[Listed]:
        """Those who are shown."""
        return self._list.records

    @property
    def chosen(self) -> Listed | None:
        """The one who is gone to."""
        row = self.currentIndex().row()
        return self._list.records[row] if 0 <= row < len(self._list.records) else None

    def show_people(self, people: Sequence[Listed]) -> None:
        """Show a list; who is chosen stays so, if they are on it."""
        was = self.chosen
        self._list.show(people)
        if was is not None:
            self.choose(was.who.id)

    def choose(self, who: UUID) -> None:
        """Go to somebody, if they are on the list."""
        found = (at for at, each in enumerate(self._list.records) if each.who.id == who)
        row = next(found, None)
        if row is not None:
            self.setCurrentIndex(self._list.index(row, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen is None and self._list.records:
            self.setCurrentIndex(self._list.index(0, 0))

    def _go_to(self) -> None:
        self.person_chosen.emit(self.chosen)


class _Person(QStyledItemDelegate):
    """A name over an organisation, and how they stand."""

    def __init__(self, look: Look, zone: ZoneInfo, parent: QTableView) -> None:
        super().__init__(parent)
        self._look, self._zone = look, zone

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        listed: Listed = index.data(Role.RECORD)
        look, area = self._look, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("accent-soft"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        mark = "here" if listed.since is not None else "excused" if listed.excused else "expected"
        mark = "waiting" if listed.in_line else mark
        if mark == "excused":
            middle = area.y() + 15
            painter.setPen(QPen(look.colour("text-3"), 1.5))
            painter.drawLine(
                round(area.x() + 10), round(middle), round(area.x() + 18), round(middle)
            )
        else:
            paint_state(painter, QRectF(area.x() + 6, area.y() + 6, 16, 18), mark, look)
        said = listed_words(listed, self._zone)
        wide = min(130.0, area.width() / 2)
        name = QRectF(area.x() + 28, area.y() + 5, area.width() - 34, 18)
        paint_text(painter, name, listed.who.name, Ink(CELL_STRONG), look)
        below = QRectF(area.x() + 28, area.y() + 23, area.width() - 34 - wide, 17)
        paint_text(painter, below, listed.who.organisation, Ink(LABEL, "text-2"), look)
        right = QRectF(area.right() - wide - 6, area.y() + 23, wide, 17)
        colour = "ok-text" if listed.since is not None else "text-3"
        ink = Ink(LABEL, colour, Qt.AlignmentFlag.AlignRight)
        paint_text(painter, right, said, ink, look)
        painter.restore()
