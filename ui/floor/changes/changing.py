"""Big changes of the day: asked for in menus and by commands, told before, made as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from app.errors import DeskError
from app.event.closures import NotClosed, Places
from app.floor.consequences import Prospect
from app.floor.day import DayTable, FloorDay, Stretch
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.floor.change_menu import DayButton, Offer, fill
from ui.floor.changes.close_form import CloseForm
from ui.floor.changes.dialog import ChangeDialog
from ui.floor.changes.form import ChangeForm
from ui.floor.changes.people_form import LeaveForm, RepairForm
from ui.floor.changes.services import ChangeServices
from ui.floor.changes.times_form import DelayForm, ShortenForm
from ui.floor.changes.words import done_words
from ui.floor.grid import FloorGrid
from ui.floor.history_dialog import HistoryDialog
from ui.floor.history_words import Told, told_of
from ui.floor.words import pair_words

_MOST_REOPENED = 6


class Changing(QObject):
    """Opens previews and histories of the day that the grid shows, and makes what is confirmed."""

    told = Signal(News)
    refused = Signal(object)

    def __init__(
        self, services: ChangeServices, tools: Tools, grid: FloorGrid, button: DayButton
    ) -> None:
        super().__init__(grid)
        self._services, self._tools, self._grid = services, tools, grid
        self._dialog: ChangeDialog | None = None
        self._wanted: Callable[[FloorDay], ChangeForm] | None = None
        self._view = Quiet(self)
        self._menu = QMenu(grid)
        button.offer(self.offers)
        grid.tables.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.tables.customContextMenuRequested.connect(self._open_menu_at)
        grid.key_pressed.connect(self._key)
        self._view.refused.connect(self.refused)

    def offers(self) -> Iterator[Offer]:
        """Yield what can be done to the day that is shown."""
        words = "shut broken collapsed table preview"
        yield Offer("Close tables or a zone…", "ban", self.ask_close, words)
        if self._day is not None:
            yield from self._reopening(self._day)
        words = "delay what follows shift block afternoon minutes late"
        yield Offer("Start later or earlier…", "calendar-clock", self.ask_delay, words)
        words = "shorten cut slots afternoon"
        yield Offer("End a block early…", "scissors", self.ask_shorten, words)
        words = "goes away delegate cancel all"
        who = "Somebody leaves for today…"
        yield Offer(who, "log-out", self.ask_leave, words, self._leaving)
        words = "mend lost places everything losses"
        yield Offer("Repair the day…", "wrench", self.ask_repair, words)

    def follow(self) -> None:
        """The day was read anew: what is told of it may not be so any more."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._ask(wanted)
        elif self._dialog is not None and isValid(self._dialog):
            self._dialog.day_moved()

    def ask_close(self, *tables: str, zone: str = "") -> None:
        """Ask when tables or a zone are closed."""
        self._ask(
            lambda day: CloseForm(self._tools.look, day, self._tools.times.clock(), tables, zone)
        )

    def ask_delay(self) -> None:
        """Ask how much later what starts when."""
        self._ask(lambda day: DelayForm(self._tools.look, day, self._tools.times.clock()))

    def ask_shorten(self) -> None:
        """Ask which block ends early."""
        self._ask(lambda day: ShortenForm(self._tools.look, day, self._tools.times.clock()))

    def ask_leave(self, person: UUID | None = None) -> None:
        """Ask who leaves, if nobody is named; tell what becomes of their meetings."""
        self._ask(lambda day: LeaveForm(day, self._tools.times.clock(), person))

    def ask_repair(self) -> None:
        """Tell what would help all that is lost by now."""
        self._ask(lambda day: RepairForm(day, self._tools.times.clock()))

    def reopen_table(self, label: str) -> None:
        """Open a table again at once. Nobody loses anything by that."""
        self._reopen(f"Table {label}", lambda: self._services.closures.reopen(Places((label,))))

    def reopen_zone(self, zone: str) -> None:
        """Open all of a zone again at once, whether it was closed as such or table by table."""
        day, closures = self._day, self._services.closures
        tables = () if day is None else (each for each in day.tables if each.zone == zone)
        labels = tuple(table.label for table in tables)

        def reopen() -> None:
            try:
                closures.reopen(Places(zone=zone))
            except NotClosed:
                closures.reopen(Places(labels))

        self._reopen(f"Zone {zone}", reopen)

    def show_meeting_history(self, meeting: UUID) -> None:
        """Show what was done with a meeting."""
        day = self._day
        found = day.meeting.get(meeting) if day is not None else None
        if day is not None and found is not None:
            self._show_history(meeting, f"Meeting {found.number}, {pair_words(day, found)}", day)

    def show_table_history(self, table: DayTable) -> None:
        """Show what was done with a table."""
        if self._day is not None:
            self._show_history(table.id, f"Table {table.label}", self._day)

    @property
    def _day(self) -> FloorDay | None:
        sheet = self._grid.sheet
        return sheet.day if sheet is not None else None

    @property
    def _window(self) -> QWidget:
        return self._grid.window()

    def _leaving(self, person: UUID, name: str) -> Offer | None:
        """Offer it of somebody who has to do with the day that is shown."""
        if self._day is not None and person not in self._day.people:
            return None
        return Offer(f"{name} leaves for today…", "log-out", partial(self.ask_leave, person))

    def _reopening(self, day: FloorDay) -> Iterator[Offer]:
        zones = _closed_zones(day)
        closed = [table for table in day.tables if _is_closed_itself(table, zones)]
        for zone in zones:
            yield Offer(f"Reopen zone {zone}", "rotate-ccw", partial(self.reopen_zone, zone))
        for table in closed[:_MOST_REOPENED]:
            words, run = f"Reopen table {table.label}", partial(self.reopen_table, table.label)
            yield Offer(words, "rotate-ccw", run, "open again")

    def _reopen(self, what: str, work: Callable[[], object]) -> None:
        self._tools.quick.run(
            lambda _report: work(),
            view=self._view,
            then=lambda _done: self.told.emit(News(f"{what} is open again.")),
        )

    def _of_table(self, day: FloorDay, table: DayTable) -> Iterator[Offer]:
        label, zone = table.label, table.zone
        yield Offer(f"Close table {label}…", "ban", partial(self.ask_close, label))
        if table.closed:
            reopen = partial(self.reopen_table, label)
            yield Offer(f"Reopen table {label}", "rotate-ccw", reopen)
        if zone:
            close = partial(self.ask_close, zone=zone)
            yield Offer(f"Close zone {zone}…", "ban", close)
        if zone in _closed_zones(day):
            yield Offer(f"Reopen zone {zone}", "rotate-ccw", partial(self.reopen_zone, zone))
        history = partial(self.show_table_history, table)
        yield Offer(f"History of table {label}", "history", history)

    def _key(self, event: QKeyEvent) -> None:
        is_menu = event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        )
        if is_menu and self._grid.place is not None:
            event.accept()
            row, column = self._grid.place
            corner = self._grid.area_of(row, column).bottomLeft().toPoint()
            self._open_menu(row, self._grid.viewport().mapToGlobal(corner))

    def _open_menu_at(self, point: QPoint) -> None:
        row = self._grid.tables.logicalIndexAt(point)
        if row >= 0:
            self._open_menu(row, self._grid.tables.mapToGlobal(point))

    def _open_menu(self, row: int, at: QPoint) -> None:
        day = self._day
        if day is not None and row < len(day.tables):
            fill(self._menu, self._tools.look, self._of_table(day, day.tables[row]))
            self._menu.popup(at)

    def _ask(self, make: Callable[[FloorDay], ChangeForm]) -> None:
        day = self._day
        if self._dialog is not None and isValid(self._dialog):
            return
        if day is None:
            self._wanted = make
            return
        calls = self._services.consequences
        dialog = ChangeDialog(make(day), calls, self._tools, day.date, self._window)
        self._dialog = dialog
        dialog.confirmed.connect(partial(self._carry_out, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _carry_out(self, dialog: ChangeDialog, prospect: Prospect) -> None:
        # The dialog may be closed before it is made; it is told of all the same.
        view = Quiet(self)
        view.refused.connect(partial(self._refuse, dialog))
        day, preview = prospect.before.date, prospect.preview

        def then(_told: object) -> None:
            view.deleteLater()
            if isValid(dialog):
                dialog.accept()
            self.told.emit(News(done_words(prospect)))

        calls = self._services.consequences
        self._tools.reads.run(lambda _report: calls.carry_out(day, preview), view=view, then=then)

    def _refuse(self, dialog: ChangeDialog, refusal: DeskError) -> None:
        if isValid(dialog) and dialog.isVisible():
            dialog.refuse(refusal)
        else:
            self.refused.emit(refusal)

    def _show_history(self, thing: UUID, title: str, day: FloorDay) -> None:
        dialog = HistoryDialog(self._tools, title, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        services = self._services

        def read(_report: Report) -> list[Told]:
            return told_of(services.history(thing), day, services.words, thing)

        self._tools.reads.run(read, view=dialog.status, then=dialog.show_told)


def _closed_zones(day: FloorDay) -> Mapping[str, frozenset[Stretch]]:
    """Give the zones of which every table is closed alike, and when they all are."""
    zones: dict[str, list[frozenset[Stretch]]] = defaultdict(list)
    for table in day.tables:
        if table.zone:
            zones[table.zone].append(frozenset(table.closed))
    alike = {zone: frozenset.intersection(*closed) for zone, closed in zones.items()}
    return {zone: stretches for zone, stretches in alike.items() if stretches}


def _is_closed_itself(table: DayTable, zones: Mapping[str, frozenset[Stretch]]) -> bool:
    """Tell whether a table is closed otherwise than all of its zone."""
    return not zones.get(table.zone, frozenset()).issuperset(table.closed)
