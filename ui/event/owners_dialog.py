"""Asks whose own tables some tables are."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTableView, QWidget

from app.delegates.folding import fold
from app.event.owners import OwnersOrder
from app.event.owning import Owner, OwnerKind
from ui.common.buttons import Button, Rank
from ui.common.fields import DONE
from ui.common.lettering import BODY, CELL, LABEL_STRONG, SECTION, font
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.common.records import Column, RecordModel
from ui.event.place_words import tables_words
from ui.event.words import listed

_TALL, _MOST = 264, 200


class OwnersDialog(QDialog):
    """A list to look people and organisations up in; Space or a click ticks them."""

    decided = Signal(object)
    """The order."""

    def __init__(
        self,
        look: Look,
        tables: Sequence[str],
        owners: Sequence[Owner],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tables = tables
        self._possible: tuple[tuple[str, Owner], ...] = ()
        self._chosen: dict[UUID, Owner] = {owner.id: owner for owner in owners}
        self.setWindowTitle(f"Whose own: {tables_words(tables)}")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Name of an organisation or a delegate")
        self.field.setAccessibleName("Look up an owner")
        tick: Column[Owner] = Column("", lambda each: "✓" if each.id in self._chosen else "")
        name: Column[Owner] = Column("Name", lambda each: each.name)
        kind: Column[Owner] = Column("", _kind)
        self.model: RecordModel[Owner] = RecordModel(
            (tick, name, kind), lambda each: (each.id, each.id in self._chosen), self
        )
        self.list = TickList(self.model)
        self._said = Text("", BODY, "2", wraps=True)
        self.keep = Button(look, "Keep owners", "check", DONE, rank=Rank.MAIN)
        self.nobody = Button(look, "Nobody's own")
        self.cancel = Button(look, "Cancel")
        self._build()
        down = QShortcut(Qt.Key.Key_Down, self.field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_down)
        self.field.textChanged.connect(self._show)
        self.list.ticked.connect(self._tick)
        self.keep.clicked.connect(self._decide)
        self.nobody.clicked.connect(self._clear)
        self.cancel.clicked.connect(self.reject)
        self._show()

    def show_possible(self, owners: Sequence[Owner]) -> None:
        """Offer these."""
        self._possible = tuple((fold(f"{each.name} {each.badge_number}"), each) for each in owners)
        self._show()

    def _build(self) -> None:
        frame = Panel("sheet")
        frame.setLayout(column(self.list, gap=0, margins=1))
        self._said.setFixedSize(472, 2 * 20)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = Text(self.windowTitle(), SECTION, wraps=True)
        buttons = row(self.nobody, None, self.cancel, self.keep)
        self.setLayout(column(title, self.field, frame, self._said, buttons, gap=16, margins=24))

    def _show(self) -> None:
        words = fold(self.field.text()).split()
        chosen = list(self._chosen.values())
        others = [
            each
            for folded, each in self._possible
            if each.id not in self._chosen and all(word in folded for word in words)
        ]
        self.model.show([*chosen, *others[:_MOST]])
        names = [each.name for each in chosen]
        self._said.setText(
            f"Only meetings of {listed(names)} take place there."
            if names
            else "Everybody's: any meeting may take place there."
        )
        self.nobody.setEnabled(bool(chosen))

    def _go_down(self) -> None:
        """Go from the field to the first who is not ticked yet."""
        last = len(self.model.records) - 1
        self.list.setCurrentIndex(self.model.index(min(len(self._chosen), last), 1))
        self.list.setFocus()

    def _tick(self, owner: Owner) -> None:
        if self._chosen.pop(owner.id, None) is None:
            self._chosen[owner.id] = owner
        self._show()
        at = next(n for n, each in enumerate(self.model.records) if each.id == owner.id)
        self.list.setCurrentIndex(self.model.index(at, 1))

    def _clear(self) -> None:
        self._chosen.clear()
        self._show()

    def _decide(self) -> None:
        of_kind = {
            kind: tuple(str(each.id) for each in self._chosen.values() if each.kind is kind)
            for kind in OwnerKind
        }
        order = OwnersOrder(of_kind[OwnerKind.ORGANISATION], of_kind[OwnerKind.DELEGATE])
        self.decided.emit(order)
        self.accept()


class TickList(QTableView):
    """A table whose rows are ticked by Space or by a click."""

    ticked = Signal(object)

    def __init__(self, model: RecordModel[Owner]) -> None:
        super().__init__()
        self._records = model
        self.setModel(model)
        self.setFont(font(CELL))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(_TALL)
        self.setAccessibleName("Who may own tables; Space ticks")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setFont(font(LABEL_STRONG))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(32)
        self.setColumnWidth(0, 32)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(2, 140)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._tick(self.indexAt(event.position().toPoint()))

    def _tick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.ticked.emit(self._records.records[index.row()])


def _kind(owner: Owner) -> str:
    return owner.badge_number or "Organisation"
