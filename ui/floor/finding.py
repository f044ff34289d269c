"""Finds a table, an organisation or a person in the grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.delegates.folding import fold
from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, LABEL, font
from ui.common.look import Look
from ui.common.parts import Panel, Text, row
from ui.floor.grid import FloorGrid
from ui.floor.sheet import Sheet

_WIDE = 320


def found_in(sheet: Sheet, text: str) -> list[tuple[int, int]]:
    """Give the cells that a text means: of its table, then of who meets, what is next first."""
    wanted = fold(text).strip()
    if not wanted or not sheet.day.slots:
        return []
    day = sheet.day
    slot = sheet.looked_at or day.slots[0]
    column = sheet.column_of[slot.place]
    labels = [fold(table.label) for table in day.tables]
    tables = [
        (at, column) for at, label in enumerate(labels) if wanted in (label, f"table {label}")
    ]
    people = {
        person
        for person, someone in day.people.items()
        if wanted in fold(f"{someone.who.name} {someone.who.organisation}")
    }
    meetings = [
        each
        for each in day.meetings
        if not people.isdisjoint(each.people) or wanted == each.number.casefold()
    ]
    meetings.sort(key=lambda each: (each.ends_at <= sheet.now, each.starts_at))
    places = [sheet.place_of(each.id) for each in meetings]
    return list(dict.fromkeys([*tables, *(each for each in places if each is not None)]))


class FindBar(Panel):
    """A field above the grid. Enter or Down goes to the next that fits, Up to the one before."""

    found = Signal(int, int)
    left = Signal()

    def __init__(self, look: Look, grid: FloorGrid) -> None:
        super().__init__("ground")
        self._look, self._grid = look, grid
        self._cells: list[tuple[int, int]] = []
        self._at = 0
        self.field = QLineEdit()
        self._counted = Text("", LABEL, "2")
        self._close = SmallButton(look, "", "x")
        self._mark = QAction(look.icon("search"), "", self)
        self._dress()
        self.setLayout(row(self.field, self._counted, None, self._close, margins=(20, 8, 16, 8)))
        self.hide()

    def open(self) -> None:
        """Begin to find in what the grid shows."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Escape:
                    self._leave()
                    return True
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._go(1)
                    return True
                case Qt.Key.Key_Up:
                    self._go(-1)
                    return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.field.setFont(font(BODY))
        self.field.setFixedWidth(_WIDE)
        self.field.setPlaceholderText("Table, organisation or name")
        self.field.setAccessibleName("Find a table, an organisation or a person")
        self.field.installEventFilter(self)
        self.field.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self._close.setAccessibleName("Stop finding")
        self.field.textChanged.connect(self._search)
        self._close.clicked.connect(self._leave)
        self._look.changed.connect(self._draw_mark)

    def _draw_mark(self) -> None:
        self._mark.setIcon(self._look.icon("search"))

    def _search(self, text: str) -> None:
        sheet = self._grid.sheet
        self._cells = found_in(sheet, text) if sheet is not None else []
        self._at = 0
        self._show()

    def _go(self, step: int) -> None:
        if self._cells:
            self._at = (self._at + step) % len(self._cells)
        self._show()

    def _show(self) -> None:
        if self._cells:
            self._counted.setText(f"{self._at + 1} of {len(self._cells)}")
            self.found.emit(*self._cells[self._at])
        else:
            text = self.field.text().strip()
            self._counted.setText(f"Nothing here is called “{text}”." if text else "")

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
