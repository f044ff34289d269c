"""The rows of a file under their columns, and over each column what it is matched to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView, QWidget

from app.delegates.importing.troubles import Trouble
from ui.common.lettering import CELL, CELL_STRONG, LABEL, font
from ui.common.look import Look
from ui.common.parts import Text
from ui.event.importing.draft import LEFT_OUT, Draft
from ui.event.importing.preview_model import CellPainter, PreviewModel

_HEAD, _ROW, _NUMBERS = 76, 37, 52
_NARROWEST, _WIDEST, _WIDEST_HEADER = 84, 240, 160
_STATES = {"": ("circle-alert", "warn-text"), LEFT_OUT: ("minus", "text-3")}


class FieldButton(QPushButton):
    """Says what a column is matched to. Space, Down and Enter open the choice."""

    def __init__(self, look: Look, header: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._header = look, header
        self.setToolTip(header)
        self.setFixedHeight(32)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        look.changed.connect(self.update)

    def show_field(self, field: str, words: str) -> None:
        """Show another field, by its words; a blank is not set."""
        self.setProperty("field", field)
        self.setText({"": "Not set", LEFT_OUT: "Left out"}.get(field, words))
        self.setAccessibleName(f"{self._header} is matched to: {self.text()}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, is_set, on = self._look, bool(self.property("field")), self.isEnabled()
        outline = "ctl-line" if is_set else "warn-mark"
        thick = 2 if self.hasFocus() or not is_set else 1
        painter.setPen(QPen(look.colour("accent" if self.hasFocus() else outline), thick))
        if not on:
            painter.setPen(QPen(look.colour("line"), 1))
        fill = "surface" if is_set else "warn-soft"
        painter.setBrush(look.colour("hover" if on and self.underMouse() and is_set else fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setFont(font(CELL_STRONG))
        tone = "text" if is_set else "warn-text"
        if self.property("field") == LEFT_OUT:
            tone = "text-3"
        painter.setPen(look.colour(tone))
        room = QRectF(self.rect()).adjusted(8, 0, -22 if on else -6, 0)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if on:
            arrow = look.pixmap("chevron-down", "text-2" if is_set else "warn-text", 14)
            painter.drawPixmap(self.width() - 20, (self.height() - 14) // 2, arrow)
        painter.end()


class MatchHeader(QHeaderView):
    """Names the columns as the file does, each over its button."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._buttons: list[FieldButton] = []
        self.setFixedHeight(_HEAD)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(lambda *_: self.place())
        self.geometriesChanged.connect(self.place)
        look.changed.connect(self.viewport().update)

    @property
    def buttons(self) -> Sequence[FieldButton]:
        """One button for each column, in order."""
        return self._buttons

    def make_buttons(self, headers: Sequence[str]) -> Sequence[FieldButton]:
        """Make buttons for other columns."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [FieldButton(self._look, header, self.viewport()) for header in headers]
        for button in self._buttons:
            button.show()
        return self._buttons

    def place(self) -> None:
        """Put the buttons where their columns are."""
        for at, button in enumerate(self._buttons):
            wide = self.sectionSize(at)
            button.setGeometry(self.sectionViewportPosition(at) + 6, 36, wide - 12, 32)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        look = self._look
        painter.fillRect(rect, look.colour("rail"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QPen(look.colour("line-strong"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(font(LABEL))
        painter.setPen(look.colour("text-2"))
        room = QRectF(rect.left() + 9, rect.top() + 8, rect.width() - 38, 22)
        named = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(named, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if logical_index < len(self._buttons):
            field = self._buttons[logical_index].property("field")
            icon = _STATES.get(field, ("check", "ok-text"))
            painter.drawPixmap(rect.right() - 24, rect.top() + 11, look.pixmap(*icon, 16))
        painter.restore()


class MatchTable(QTableView):
    """A file's rows. ``column_opened`` asks for the choice of a column's field."""

    column_opened = Signal(int, QPoint)
    """A column by its place, and the point below its button, on the screen."""
    rows_seen = Signal(int, int)
    """The lines of the first and the last row in sight."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "rows")
        self._look = look
        self.rows = PreviewModel(self)
        self.head = MatchHeader(look, self)
        self.comes_after: QWidget | None = None
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._corner = Text("Row", LABEL, "2")
        self._corner.setParent(self)
        self._corner.move(12, 9)
        self.setModel(self.rows)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellPainter(look, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Rows of the file")
        numbers = self.verticalHeader()
        numbers.setDefaultSectionSize(_ROW)
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setFixedWidth(_NUMBERS)
        numbers.setFont(font(CELL))
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalScrollBar().valueChanged.connect(self.head.place)
        self.verticalScrollBar().valueChanged.connect(self._tell_rows)
        look.changed.connect(self.viewport().update)

    def show_draft(self, draft: Draft, *, can_match: bool) -> None:
        """Show a draft, with or without the choice of fields."""
        columns = draft.preview.columns
        anew = [each.text() for each in self.head.buttons] == [] or (
            self.property("file") is not draft.preview
        )
        if anew:
            # The table is laid out while its columns go and come: these are those of the old file.
            self._wanted = []
        self.rows.show(draft)
        if anew:
            self.setProperty("file", draft.preview)
            named = [each.header or f"Column {at + 1}" for at, each in enumerate(columns)]
            for at, button in enumerate(self.head.make_buttons(named)):
                button.clicked.connect(lambda _on=False, at=at: self.open_column(at))
            self._set_tab_order()
        for column, button in zip(columns, self.head.buttons, strict=True):
            field = draft.fields[column.label]
            button.show_field(field, draft.kind.field_words(field))
            button.setEnabled(can_match)
        self._least = [self._least_of(at) for at in range(len(columns))]
        self._wanted = [self._wanted_by(at) for at in range(len(columns))]
        self._fit()
        self.head.place()
        self.head.viewport().update()
        self._tell_rows()

    def narrow(self, lines: Collection[int]) -> None:
        """Show only these lines of the file; all, if there are none."""
        self.rows.narrow(lines)
        self._tell_rows()

    def mark(self, troubles: Sequence[Trouble]) -> None:
        """Let the cells of troubles stand out."""
        self.rows.mark(troubles)

    def go_to(self, line: int, label: str) -> None:
        """Show a cell."""
        index = self.rows.index_of(line, label)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)

    def focus_open_column(self) -> None:
        """Put the focus where a person has to say something, else on the first cell."""
        self.setCurrentIndex(self.rows.index(0, 0))
        unset = (button for button in self.head.buttons if not button.property("field"))
        next(unset, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_column(self, at: int) -> None:
        """Ask for the choice of a column's field."""
        self.scrollTo(self.rows.index(max(self.rowAt(1), 0), at))
        self.head.place()
        button = self.head.buttons[at]
        self.column_opened.emit(at, button.mapToGlobal(QPoint(0, button.height())))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over its own event
        self._fit()
        self._tell_rows()

    def _set_tab_order(self) -> None:
        """Let Tab go over the columns, then into the rows; new buttons would come last."""
        stops = [*([self.comes_after] if self.comes_after else []), *self.head.buttons, self]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _fit(self) -> None:
        """Give columns the room their words need, and share out what is left or lacking."""
        count = len(self._wanted)
        least = self._least[:count]
        wanted = [max(pair) for pair in zip(self._wanted, least, strict=True)]
        spare = self.viewport().width() - sum(wanted)
        can_give = sum(wanted) - sum(least)
        if spare < 0 < can_give:
            part = min(1.0, -spare / can_give)
            wanted = [int(w - part * (w - n)) for w, n in zip(wanted, least, strict=True)]
            spare = self.viewport().width() - sum(wanted)
        share = max(0, spare // count) if count else 0
        for at, wide in enumerate(wanted):
            last = at == count - 1 and spare > 0
            self.setColumnWidth(at, wide + (spare - share * at if last else share))

    def _least_of(self, at: int) -> int:
        words = self.head.buttons[at].text() if at < len(self.head.buttons) else ""
        named = str(self.rows.headerData(at, Qt.Orientation.Horizontal) or "")
        field = QFontMetricsF(font(CELL_STRONG)).horizontalAdvance(words) + 44
        header = QFontMetricsF(font(LABEL)).horizontalAdvance(named) + 44
        return max(round(field), min(round(header), _WIDEST_HEADER), _NARROWEST)

    def _wanted_by(self, at: int) -> int:
        metrics = QFontMetricsF(font(CELL))
        texts = (self.rows.text(row, at) for row in range(min(40, self.rows.rowCount())))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return round(min(widest + 24, _WIDEST))

    def _tell_rows(self) -> None:
        rows = self.rows.rowCount()
        if rows:
            first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            # Where there were more rows a moment ago, the view still goes by those.
            seen = (min(max(first, 0), rows - 1), rows - 1 if last < 0 else min(last, rows - 1))
            self.rows_seen.emit(*map(self.rows.line_at, seen))
