"""The tables of visits, and of who comes along on one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QObject, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.visits.overview import VisitSeen
from app.visits.visit import BusList, Sitting
from ui.common.look import Look
from ui.common.records import Column, Index, RecordModel, Role
from ui.common.rows import ICON, dress_rows
from ui.common.times import Times
from ui.visits.words import choice_words, span, state_words

R = TypeVar("R")
_ROW = 40


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody on the list of a visit; ``waits`` counts from 1 where they wait, 0: a place."""

    sitting: Sitting
    waits: int = 0

    @property
    def id(self) -> UUID:
        """Who it is."""
        return self.sitting.who.id


class ChoosingTable(QTableView, Generic[R]):
    """Rows of which one is chosen. It stays so when they are read again: ``key`` knows it."""

    chosen_changed = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        widths: Sequence[int],
        key: Callable[[R], UUID],
    ) -> None:
        super().__init__()
        self._restoring, self._key = False, key
        self.records: RecordModel[R] = RecordModel(columns, key, self)
        self.setModel(self.records)
        dress_rows(self, name, _ROW, widths)
        self.selectionModel().selectionChanged.connect(self._hear)

    @property
    def chosen(self) -> R | None:
        """The row that is chosen, if one is."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isRowSelected(index.row())
        return self.records.records[index.row()] if selected else None

    def show_records(self, records: Sequence[R]) -> None:
        """Show others; the one that is chosen stays so, or else the first one is."""
        chosen = self.chosen
        self._restoring = True
        self.records.show(records)
        if chosen is None or not self.choose(self._key(chosen)):
            self.clearSelection()
        self._restoring = False
        self.chosen_changed.emit()

    def choose(self, wanted: UUID) -> bool:
        """Choose a row and bring it in sight; tell whether it is shown at all."""
        for at, each in enumerate(self.records.records):
            if self._key(each) == wanted:
                index = self.records.index(at, 0)
                flags = QItemSelectionModel.SelectionFlag
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.scrollTo(index)
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is for nobody, and a scan for the list that is open."""

    def _hear(self) -> None:
        if not self._restoring:
            self.chosen_changed.emit()


class VisitTable(ChoosingTable[VisitSeen]):
    """The visits of a day."""

    def __init__(self, look: Look, times: Times) -> None:
        columns: tuple[Column[VisitSeen], ...] = (
            Column("Time", lambda each: span(times, each.visit), _starts),
            Column("Visit", lambda each: each.visit.title),
            Column("Wishes", lambda each: str(each.wishes)),
            Column("Given", lambda each: f"{each.visit.taken} of {each.visit.places}"),
            Column("Free", lambda each: str(each.visit.free)),
            Column("There", lambda each: str(each.visit.boarded or "")),
        )
        widths = (122, 0, 58, 70, 46, 54)
        super().__init__("Visits", columns, widths, lambda each: each.visit.id)
        self.setItemDelegate(_VisitCells(look, self))
        look.changed.connect(self.viewport().update)


class RiderTable(ChoosingTable[Rider]):
    """Who comes along on a visit, then who waits for a place."""

    def __init__(self, look: Look, clock: Callable[[datetime], str]) -> None:
        columns: tuple[Column[Rider], ...] = (
            Column("State", lambda each: state_words(each.sitting, each.waits, clock)),
            Column("Name", lambda each: each.sitting.who.name),
            Column("Organisation", lambda each: each.sitting.who.organisation),
            Column("Choice", lambda each: choice_words(each.sitting.rank)),
            Column("Phone", lambda each: each.sitting.phone),
        )
        widths = (136, 0, 0, 56, 144)
        super().__init__("Who comes along", columns, widths, lambda each: each.id)
        self.setItemDelegate(_RiderCells(look, self))
        look.changed.connect(self.viewport().update)

    def show_list(self, bus: BusList | None) -> None:
        """Show the list of a visit; nothing for none."""
        if bus is None:
            self.show_records(())
            return
        waiting = (Rider(each, at) for at, each in enumerate(bus.waiting, 1))
        self.show_records((*map(Rider, bus.people), *waiting))


class _VisitCells(QStyledItemDelegate):
    """Puts a mark before a visit that clashes with something of its people."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        seen: VisitSeen = index.data(Role.RECORD)
        if index.column() == 1 and seen.clashes:
            _put_icon(option, self._look, "triangle-alert", "warn-text")


class _RiderCells(QStyledItemDelegate):
    """Puts an icon before the words of the state."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        rider: Rider = index.data(Role.RECORD)
        if index.column() == 0:
            _put_icon(option, self._look, *_icon(rider))


def _icon(rider: Rider) -> tuple[str, str]:
    if rider.waits:
        return "list", "text-2"
    if rider.sitting.boarded_at is not None:
        return "check", "ok-text"
    return ("clock", "text-2") if rider.sitting.is_coming else ("user-x", "bad-text")


def _put_icon(option: QStyleOptionViewItem, look: Look, icon: str, tone: str) -> None:
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    option.decorationSize = QSize(ICON, ICON)
    option.icon = QIcon(look.pixmap(icon, tone, ICON))


def _starts(seen: VisitSeen) -> datetime:
    return seen.visit.starts_at
