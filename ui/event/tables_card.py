"""The tables of the hall: how many, what stands on their cards, in which zone they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QSpinBox, QTableView

from app.event.overview import EventOverview, TableFacts
from ui.common.buttons import SmallButton
from ui.common.fields import plain
from ui.common.lettering import BODY, CELL, LABEL_STRONG, font
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.common.records import Column, RecordModel
from ui.event.card import Card, inset
from ui.event.editor import Editor
from ui.event.services import TableCalls
from ui.event.words import rows_words

_TALL = 216


class TablesCard(Card):
    """A list of tables; those chosen in it are renamed, put in a zone, or taken out."""

    def __init__(self, look: Look, tables: TableCalls, editor: Editor) -> None:
        super().__init__("Tables")
        self._tables, self._editor = tables, editor
        by_label: Column[TableFacts] = Column("Table", lambda each: each.label, _in_order)
        by_zone: Column[TableFacts] = Column("Zone", lambda each: each.zone or "–")
        self.model: RecordModel[TableFacts] = RecordModel(
            (by_label, by_zone), lambda each: each.id, self
        )
        self.list = self._make_list()
        self.number = plain(QSpinBox())
        self.number.setRange(1, 500)
        self.number.setFixedWidth(72)
        inset(self.number)
        self.number.setAccessibleName("How many tables to add")
        self.add = SmallButton(look, "Add tables", "plus")
        self.text = QLineEdit()
        self.text.setPlaceholderText("New label or zone")
        self.text.setAccessibleName("New label or zone of the chosen tables")
        self.rename = SmallButton(look, "Rename", "pencil")
        self.zone = SmallButton(look, "Set zone", "map-pin")
        self.remove = SmallButton(look, "Take out", "x")
        self._chosen_words = Text("", LABEL_STRONG, "2")
        self._build()
        self._connect()
        self._follow_choice()

    def _build(self) -> None:
        frame = Panel("sheet")
        frame.setLayout(column(self.list, gap=0, margins=1))
        self.inside.addWidget(frame)
        self.inside.addWidget(self._chosen_words)
        edit = row(self.text, self.rename, self.zone, self.remove)
        edit.setStretch(0, 1)
        self.inside.addLayout(edit)
        self.inside.addLayout(row(Text("More tables", BODY, "2"), self.number, self.add, None))

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.rename.clicked.connect(self._rename)
        self.zone.clicked.connect(self._set_zone)
        self.remove.clicked.connect(self._remove)
        self.text.textChanged.connect(self._follow_choice)
        self.list.selectionModel().selectionChanged.connect(self._follow_choice)
        self.model.modelReset.connect(self._follow_choice)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the tables."""
        self.model.show(overview.tables)
        zones = {table.zone for table in overview.tables if table.zone}
        in_zones = f" in {rows_words(len(zones), 'zone', 'zones')}" if zones else ""
        self.noted.setText(rows_words(len(overview.tables), "table", "tables") + in_zones)

    @property
    def chosen(self) -> Sequence[str]:
        """The labels of the chosen tables."""
        rows = self.list.selectionModel().selectedRows()
        return [self.model.records[each.row()].label for each in rows]

    def _make_list(self) -> QTableView:
        shown = QTableView()
        shown.setModel(self.model)
        shown.setFont(font(CELL))
        shown.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        shown.setShowGrid(False)
        shown.setTabKeyNavigation(False)
        shown.setFixedHeight(_TALL)
        shown.setAccessibleName("Tables")
        shown.verticalHeader().hide()
        shown.verticalHeader().setDefaultSectionSize(32)
        shown.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        shown.horizontalHeader().setFont(font(LABEL_STRONG))
        shown.horizontalHeader().setHighlightSections(False)
        shown.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        return shown

    def _follow_choice(self) -> None:
        chosen, typed = self.chosen, bool(self.text.text().strip())
        words = rows_words(len(chosen), "table is chosen", "tables are chosen")
        self._chosen_words.setText(words if chosen else "Choose tables to change them.")
        self.rename.setEnabled(len(chosen) == 1 and typed)
        self.zone.setEnabled(bool(chosen))
        self.remove.setEnabled(bool(chosen))

    def _add(self) -> None:
        number = self.number.value()
        said = f"{rows_words(number, 'table was', 'tables were')} added."
        self._editor.do(lambda: self._tables.add(number), said)

    def _rename(self) -> None:
        (table,), label = self.chosen, self.text.text()
        self._editor.do(
            lambda: self._tables.rename(table, label), f"Table {table} is {label.strip()} now."
        )
        self.text.clear()

    def _set_zone(self) -> None:
        chosen, zone = tuple(self.chosen), self.text.text()
        which = rows_words(len(chosen), "table is", "tables are")
        said = f"{which} in {zone.strip()} now." if zone.strip() else f"{which} in no zone now."
        self._editor.do(lambda: self._tables.set_zone(chosen, zone), said)
        self.text.clear()

    def _remove(self) -> None:
        chosen = tuple(self.chosen)
        said = f"{rows_words(len(chosen), 'table was', 'tables were')} taken out."
        self._editor.do(lambda: self._tables.remove(chosen), said)


def _in_order(table: TableFacts) -> tuple[int, str]:
    return (int(table.label) if table.label.isdecimal() else 10**9, table.label)
