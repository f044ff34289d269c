"""The tables of the hall: how many, in which zone, whose own, and when they are closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QSpinBox, QTableView, QWidget

from app.event.overview import EventOverview, TableFacts
from ui.common.buttons import SmallButton
from ui.common.fields import inset, plain
from ui.common.lettering import BODY, CELL, LABEL_STRONG, font
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Text, column, row
from ui.common.records import Column, RecordModel
from ui.event.capacity_words import brief_words
from ui.event.card import Card
from ui.event.editor import Editor
from ui.event.place_words import closed_words, tables_words
from ui.event.services import TableCalls
from ui.event.what_if import if_tables
from ui.event.words import rows_words

_TALL = 264
_LABEL_WIDE, _ZONE_WIDE = 112, 148


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table as a row; ``closed`` says when it or its zone is."""

    table: TableFacts
    owners: str
    closed: str


class TablesCard(Card):
    """A list of tables; those chosen in it are changed together."""

    close_wanted = Signal(tuple)
    """Tables, by their labels, are to be closed."""
    reopen_wanted = Signal(tuple)
    owners_wanted = Signal(tuple)

    def __init__(self, look: Look, tables: TableCalls, editor: Editor) -> None:
        super().__init__("Tables")
        self._tables, self._editor = tables, editor
        self._overview: EventOverview | None = None
        self._columns: tuple[Column[TableRow], ...] = (
            Column("Table", lambda each: each.table.label, _in_order),
            Column("Zone", lambda each: each.table.zone or "–"),
            Column("Own table of", lambda each: each.owners or "–"),
            Column("Closed", lambda each: each.closed or "–"),
        )
        self.model: RecordModel[TableRow] = RecordModel(
            self._columns, lambda each: each.table.id, self
        )
        self.list = self._make_list()
        self.number = plain(QSpinBox())
        self.number.setRange(1, 500)
        self.number.setFixedWidth(72)
        inset(self.number)
        self.number.setAccessibleName("How many tables to add")
        self.add = SmallButton(look, "Add tables", "plus")
        self._live = Elided("", BODY, "2")
        self.text = QLineEdit()
        self.text.setPlaceholderText("New label or zone")
        self.text.setAccessibleName("New label or zone of the chosen tables")
        self.rename = SmallButton(look, "Rename", "pencil")
        self.zone = SmallButton(look, "Set zone", "map-pin")
        self.owners = SmallButton(look, "Owners…", "users")
        self.close_them = SmallButton(look, "Close…", "ban")
        self.reopen = SmallButton(look, "Reopen", "rotate-ccw")
        self.remove = SmallButton(look, "Take out", "x")
        self._chosen_words = Text("", LABEL_STRONG, "2")
        self._some = QWidget()
        self._build()
        self._connect()
        self._follow_choice()

    def _build(self) -> None:
        frame = Panel("sheet")
        frame.setLayout(column(self.list, gap=0, margins=1))
        acts = (self.owners, self.close_them, self.reopen, self.remove)
        edit = row(self.text, self.rename, self.zone)
        edit.setStretch(0, 1)
        self._some.setLayout(column(frame, row(self._chosen_words, None, *acts), edit, gap=10))
        self.inside.addWidget(self._some)
        more = row(Text("More tables", BODY, "2"), self.number, self.add, self._live)
        more.setStretch(3, 1)
        self.inside.addLayout(more)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.number.valueChanged.connect(self._count)
        self.rename.clicked.connect(self._rename)
        self.zone.clicked.connect(self._set_zone)
        self.remove.clicked.connect(self._remove)
        self._pass_on(self.owners, self.owners_wanted.emit)
        self._pass_on(self.close_them, self.close_wanted.emit)
        self._pass_on(self.reopen, self.reopen_wanted.emit)
        self.text.textChanged.connect(self._follow_choice)
        self.list.selectionModel().selectionChanged.connect(self._follow_choice)
        self.model.modelReset.connect(self._follow_choice)
        self.model.dataChanged.connect(self._follow_choice)

    def show_overview(self, overview: EventOverview) -> None:
        """Show the tables."""
        self._overview = overview
        self._some.setVisible(bool(overview.tables))
        self.model.show([_row(overview, table) for table in overview.tables])
        zones = {table.zone for table in overview.tables if table.zone}
        in_zones = f" in {rows_words(len(zones), 'zone', 'zones')}" if zones else ""
        self.noted.setText(rows_words(len(overview.tables), "table", "tables") + in_zones)
        self._count()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The labels of the chosen tables."""
        return tuple(each.table.label for each in self._chosen_rows())

    def _chosen_rows(self) -> Sequence[TableRow]:
        rows = sorted(each.row() for each in self.list.selectionModel().selectedRows())
        return [self.model.records[each] for each in rows]

    def _pass_on(self, button: SmallButton, wanted: Callable[[tuple[str, ...]], None]) -> None:
        button.clicked.connect(lambda: wanted(self.chosen))

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
        header = shown.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for at, wide in enumerate((_LABEL_WIDE, _ZONE_WIDE)):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(at, wide)
        header.setFont(font(LABEL_STRONG))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return shown

    def _follow_choice(self) -> None:
        chosen, typed = self._chosen_rows(), bool(self.text.text().strip())
        words = rows_words(len(chosen), "table is chosen", "tables are chosen")
        self._chosen_words.setText(words if chosen else "Choose tables to change them.")
        self.rename.setEnabled(len(chosen) == 1 and typed)
        for button in (self.zone, self.owners, self.close_them, self.remove):
            button.setEnabled(bool(chosen))
        self.reopen.setEnabled(any(each.closed for each in chosen))

    def _count(self) -> None:
        if self._overview is not None:
            told = if_tables(self._overview, self.number.value())
            self._live.setText(f"Then {brief_words(told)}")

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
        chosen, zone = self.chosen, self.text.text()
        which = rows_words(len(chosen), "table is", "tables are")
        said = f"{which} in {zone.strip()} now." if zone.strip() else f"{which} in no zone now."
        self._editor.do(lambda: self._tables.set_zone(chosen, zone), said)
        self.text.clear()

    def _remove(self) -> None:
        chosen = self.chosen
        was = "was" if len(chosen) == 1 else "were"
        said = f"{tables_words(chosen)} {was} taken out."
        verb = "Take table out" if len(chosen) == 1 else "Take tables out"
        self._editor.do_losing(partial(self._tables.remove, chosen), said, verb)


def _row(overview: EventOverview, table: TableFacts) -> TableRow:
    closures = [
        each
        for each in overview.closures
        if each.table_id == table.id
        or (each.table_id is None and table.zone and each.zone == table.zone)
    ]
    owners = ", ".join(owner.name for owner in table.owners)
    return TableRow(table, owners, closed_words(closures, overview.facts.zone))


def _in_order(each: TableRow) -> tuple[int, str]:
    label = each.table.label
    return (int(label) if label.isdecimal() else 10**9, label)
