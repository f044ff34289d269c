"""A list of requests or meetings with a sentence each, and the whole sentence below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.common.lettering import BODY, BODY_STRONG, CELL, LABEL_STRONG, font
from ui.common.parts import Panel, Text, column
from ui.common.records import Column, RecordModel, Role
from ui.event.card import Card

_ROW, _HEADER, _MOST_ROWS = 32, 37, 7
_NUMBER_WIDE, _WHO_WIDE = 88, 250


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A request or a meeting by its number, whom it is about, and what is said of it."""

    key: tuple[UUID, str]
    number: str
    who: str
    said: str


class PlanTable(Card):
    """As tall as its rows, up to some; below them stands the chosen one in full."""

    def __init__(self, heading: str, said: str) -> None:
        super().__init__(heading)
        by_number: Column[PlanRow] = Column("Number", lambda each: each.number, _in_order)
        by_who: Column[PlanRow] = Column("Who", lambda each: each.who)
        by_said: Column[PlanRow] = Column(said, lambda each: each.said)
        self.model: RecordModel[PlanRow] = RecordModel(
            (by_number, by_who, by_said), lambda each: each.key, self
        )
        self.list = self._make_list(heading)
        self._who, self._said = Text("", BODY_STRONG, wraps=True), Text("", BODY, wraps=True)
        frame = Panel("sheet")
        frame.setLayout(column(self.list, gap=0, margins=1))
        self.inside.addWidget(frame)
        self.inside.addLayout(column(self._who, self._said, gap=2))
        self.list.selectionModel().currentChanged.connect(self._show_current)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show other rows, the first of them chosen; without any the card is away."""
        self.setVisible(bool(rows))
        self.noted.setText(f"{len(rows):,}")
        self.model.show(rows)
        shown = min(len(rows), _MOST_ROWS)
        self.list.setFixedHeight(_HEADER + shown * _ROW + 4)
        if rows:
            self.list.selectRow(0)
            self._show_current()

    def _show_current(self) -> None:
        current = self.list.currentIndex()
        record: PlanRow | None = current.data(Role.RECORD) if current.isValid() else None
        self._who.setText(f"{record.number}  {record.who}" if record else "")
        self._said.setText(record.said if record else "")

    def _make_list(self, heading: str) -> QTableView:
        shown = QTableView()
        shown.setModel(self.model)
        shown.setFont(font(CELL))
        shown.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        shown.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        shown.setShowGrid(False)
        shown.setTabKeyNavigation(False)
        shown.setWordWrap(False)
        shown.setAccessibleName(heading)
        shown.verticalHeader().hide()
        shown.verticalHeader().setDefaultSectionSize(_ROW)
        header = shown.horizontalHeader()
        header.setStretchLastSection(True)
        for at, wide in enumerate((_NUMBER_WIDE, _WHO_WIDE)):
            header.resizeSection(at, wide)
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        header.setFont(font(LABEL_STRONG))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return shown


def _in_order(row: PlanRow) -> tuple[str, int]:
    letters = row.number.rstrip("0123456789")
    digits = row.number[len(letters) :]
    return letters, int(digits) if digits else 0
