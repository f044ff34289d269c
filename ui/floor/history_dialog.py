"""A list of what was done with a meeting or a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableView, QWidget

from ui.common.buttons import Button
from ui.common.lettering import BODY, CELL, LABEL_STRONG, SECTION, font
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column, row
from ui.common.records import Column, RecordModel, Role
from ui.common.strip import StatusStrip
from ui.floor.history_words import Told

_WIDE, _TALL, _ROW = 1000, 520, 32
_WHEN_WIDE, _WHO_WIDE = 150, 160


class HistoryDialog(QDialog):
    """The newest deed first; the chosen one is said in full below the list."""

    def __init__(self, tools: Tools, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = StatusStrip(tools.look, clock=tools.times.of_day)
        when: Column[Told] = Column("When", lambda each: tools.times.of_day(each.at))
        what: Column[Told] = Column("What", lambda each: each.what)
        who: Column[Told] = Column("Desk", lambda each: each.who)
        self.records: RecordModel[Told] = RecordModel((when, what, who), lambda each: each.id, self)
        self.list = QTableView()
        self.close_it = Button(tools.look, "Close", "x")
        self._said = Text("", BODY, wraps=True)
        self._nothing = Text("Nothing was done with it yet.", BODY, "2")
        self._nothing.hide()
        self.setWindowTitle(f"History: {title}")
        self._dress()
        frame = Panel("sheet")
        frame.setLayout(column(self.list, gap=0, margins=1))
        whole = column(
            Text(f"History: {title}", SECTION, wraps=True),
            self.status,
            frame,
            self._nothing,
            self._said,
            row(None, self.close_it),
            gap=12,
            margins=24,
        )
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setMinimumSize(_WIDE, _TALL)
        self.close_it.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._say())

    def show_told(self, told: Sequence[Told]) -> None:
        """Show what was done."""
        self.records.show(told)
        self._nothing.setVisible(not told)
        if told:
            self.list.selectRow(0)
            self.list.setFocus()

    def _say(self) -> None:
        index = self.list.currentIndex()
        told: Told | None = index.data(Role.RECORD) if index.isValid() else None
        self._said.setText(f"{told.what}." if told is not None else "")

    def _dress(self) -> None:
        shown = self.list
        shown.setModel(self.records)
        shown.setAccessibleName("What was done")
        shown.setFont(font(CELL))
        shown.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        shown.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        shown.setShowGrid(False)
        shown.setWordWrap(False)
        shown.setTabKeyNavigation(False)
        shown.verticalHeader().hide()
        shown.verticalHeader().setDefaultSectionSize(_ROW)
        header = shown.horizontalHeader()
        header.setFont(font(LABEL_STRONG))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _WHEN_WIDE)
        header.resizeSection(2, _WHO_WIDE)
