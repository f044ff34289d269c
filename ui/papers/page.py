"""The Print page: what, for whom, on what and where; a look at it; and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QTimer, Signal

from app.errors import DeskError
from app.journal.journal import Changes
from app.printers.port import Printer
from app.printing.drawn import Drawn
from app.printing.refusals import Only
from app.printing.sheets import NobodyAccepted, NothingPlanned
from app.printing.wishes import Sort
from ui.common.page import Page, Tools
from ui.common.parts import row
from ui.common.sentences import sentence
from ui.papers.bringing import Bringing, Order
from ui.papers.choosing import Choosing
from ui.papers.kinds import Asked, Help, Who
from ui.papers.looking import FIRST, Found, Looking, Place, Sight
from ui.papers.middle import Middle
from ui.papers.own_stocks import StockImport
from ui.papers.runs_view import RunsView
from ui.papers.services import PrintServices
from ui.papers.way import WayPanel
from ui.printing.desk_printing import DeskPrinting

_SETTLED_MS = 400
"""So long nothing must change before everything is counted anew."""


class PrintPage(Page):
    """Prints every paper of the event. ``chosen`` gives the delegates who are chosen elsewhere."""

    stock_chosen = Signal(str, str)
    """Papers of this kind are printed on this from now on."""
    printer_chosen = Signal(str, str)
    """Papers of this kind go to this printer from now on."""
    sort_chosen = Signal(str)
    """Badges and schedules come out in this order from now on."""
    cut_marks_chosen = Signal(bool)
    """Sheets say where to cut from now on, or do not."""
    import_wanted = Signal()
    """There is nobody, so delegates are to be imported."""
    event_wanted = Signal()
    """There are no tables or slots, so the event is to be set up."""

    def __init__(
        self,
        services: PrintServices,
        printing: DeskPrinting,
        tools: Tools,
        days: Sequence[date],
        chosen: Callable[[], Sequence[UUID]] = tuple,
    ) -> None:
        super().__init__()
        self._tools, self._chosen_there = tools, chosen
        self.printing = printing
        self._shown: Sight | None = None
        self._stocks: dict[str, str] = {}
        self._trial = services.trial
        self.choosing = Choosing(services.kinds, tools, days)
        titles = {each.key: each.title for each in (*services.kinds, services.trial)}
        self.runs = RunsView(printing, titles, tools)
        self.way = WayPanel(tools, self.runs)
        self.middle = Middle(tools.look)
        self.bringing = Bringing(services, tools, self.way, self)
        self._looking = Looking(tools, self)
        self._importing = StockImport(services.import_stock, tools, self.way.strip, self)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_SETTLED_MS)
        self.way.show_kind(self.choosing.kind)
        self.way.answered.connect(self.choosing.what.take_focus)
        body = row(self.choosing, self.middle, self.way, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._connect()
        self._enable()

    def take_stocks(self, stocks: dict[str, str]) -> None:
        """Take up what each kind of papers was printed on last."""
        self._stocks = stocks

    def take_habits(self, sort: Sort, *, cut_marks: bool) -> None:
        """Take up in which order this desk prints, and whether it wants cut marks."""
        self.choosing.take_sort(sort)
        self.way.marks.setChecked(cut_marks)

    def show_kind(self, key: str) -> None:
        """Show another kind of papers, by its key."""
        self.choosing.choose(key)
        self.choosing.what.take_focus()

    def arrive(self) -> None:
        self.choosing.show_chosen(self._chosen_there())
        self._read()
        self.bringing.ask_printers()
        self.printing.look()
        self.choosing.what.take_focus()

    def learn(self, changes: Changes) -> None:
        del changes
        if self.isVisible():
            self._stale.start()

    def _connect(self) -> None:
        choosing, way, bringing = self.choosing, self.way, self.bringing
        self._looking.found.connect(self._found)
        self._looking.seen.connect(self._show_page)
        self._looking.refused.connect(self._refused)
        self._stale.timeout.connect(self._read)
        choosing.kind_chosen.connect(self._change_kind)
        choosing.day_chosen.connect(self._change_day)
        choosing.changed.connect(self._change)
        choosing.sort_chosen.connect(self.sort_chosen)
        way.marks.clicked.connect(self.cut_marks_chosen)
        way.stock_chosen.connect(self._change_stock)
        way.changed.connect(self._change)
        way.about_stock.import_wanted.connect(self._importing.ask)
        way.about_stock.trial_wanted.connect(self._print_trial)
        way.printer_chosen.connect(lambda name: bringing.choose(choosing.kind, name))
        way.printing.clicked.connect(self._print)
        way.saving.clicked.connect(self._save)
        way.strip.busy_changed.connect(lambda _busy: self._enable())
        way.question.noted.connect(self._note)
        self._importing.told.connect(self.told)
        self._importing.kept.connect(self._take_stock)
        bringing.told.connect(self.told)
        bringing.known.connect(self._know_printers)
        bringing.noted.connect(self._read)
        bringing.handed_over.connect(self._is_handed_over)
        bringing.printer_chosen.connect(self.printer_chosen)
        self.middle.wanted.connect(self._look)
        self.middle.helped.connect(self._help)
        self.runs.moved.connect(bringing.ask_printers)
        self.runs.moved.connect(self._stale.start)

    @property
    def _order(self) -> Order | None:
        kind, stock = self.choosing.kind, self.way.stock
        if stock is None:
            return None
        way = self.way
        asked = replace(
            self.choosing.asked(stock.name),
            from_label=way.start.label,
            back=way.back,
            cut_marks=way.cut_marks,
        )
        stock = replace(stock, is_cut=stock.is_cut and way.cut_marks)
        return Order(kind, kind.wish(asked), stock)

    def _change_kind(self) -> None:
        kind = self.choosing.kind
        self._shown = None
        self.way.show_kind(kind)
        self.bringing.show_printers(kind)
        self._enable()
        self._read()

    def _change_day(self) -> None:
        self._begin_anew()
        self._read()

    def _change(self) -> None:
        self._begin_anew()
        self._look()

    def _begin_anew(self) -> None:
        self._shown = None
        self.way.clear_answers()
        self._enable()

    def _change_stock(self, stock: str) -> None:
        kind = self.choosing.kind.key
        self._stocks[kind] = stock
        self.stock_chosen.emit(kind, stock)
        self.way.show_start()
        self._change()

    def _take_stock(self, stock: str) -> None:
        """Print badges on what was just added."""
        kind = self.choosing.kind
        if kind.has_own_stocks:
            self._stocks[kind.key] = stock
            self.stock_chosen.emit(kind.key, stock)
            self._read()

    def _read(self) -> None:
        """Read who may have such a paper, then look at the first."""
        choosing = self.choosing
        self._looking.read(choosing.kind, choosing.chosen_day, choosing.narrowed)

    def _found(self, found: Found) -> None:
        self.way.show_offer(found.offer, self._stocks.get(self.choosing.kind.key, ""))
        self.choosing.show_recipients(found.recipients)
        self._order_tabs()
        self._look()

    def _order_tabs(self) -> None:
        """Let Tab go from left to right. Rows that were shown anew would come last."""
        controls = (*self.choosing.controls, *self.middle.controls, *self.way.controls)
        for before, after in pairwise(controls):
            self.setTabOrder(before, after)

    def _look(self, place: Place = FIRST) -> None:
        """Draw a page of what is wished now."""
        order = self._order
        if not self.choosing.is_known or order is None:
            return
        if not self.choosing.is_empty:
            self._looking.look(order, place)
            return
        self._shown = None
        self._looking.stop()
        self.middle.show_nobody(self.choosing)
        self._enable()

    def _show_page(self, order: Order, sight: Sight) -> None:
        self.middle.show_page(order, sight)
        self.way.lack.say(order.kind.lacking(sight.preview.unprintable))
        self._shown = sight
        self._enable()

    def _refused(self, refusal: DeskError) -> None:
        self._shown = None
        helps = Help.EVENT if isinstance(refusal, NothingPlanned) else None
        helps = Help.IMPORT if isinstance(refusal, NobodyAccepted) else helps
        self.middle.say(sentence(refusal, self._tools.times.of_day), helps)
        self._enable()

    def _help(self, helps: Help) -> None:
        match helps:
            case Help.CHANGED:
                self.choosing.who.choose(Who.CHANGED)
            case Help.IMPORT:
                self.import_wanted.emit()
            case Help.EVENT:
                self.event_wanted.emit()

    def _know_printers(self, printers: tuple[Printer, ...]) -> None:
        self.runs.show_printers(printers)
        self.bringing.show_printers(self.choosing.kind)
        self._enable()

    def _enable(self) -> None:
        has_service, shown = self.bringing.has_service, self._shown
        ready = shown is not None and not self.way.strip.busy
        words = self.choosing.kind.ordered(shown.preview.items if shown else None)
        can_print = bool(self.way.chosen_printer) or not has_service
        self.way.printing.set_words(words if has_service else f"{words}…")
        self.way.printing.setEnabled(ready and can_print)
        self.way.saving.setEnabled(ready)
        can_try = self.way.stock is not None and not self.way.strip.busy
        self.way.about_stock.trial.setEnabled(can_try and can_print)

    def _print(self) -> None:
        if order := self._order:
            self.bringing.print_out(order)

    def _save(self) -> None:
        if order := self._order:
            self.bringing.save(order)

    def _print_trial(self) -> None:
        if stock := self.way.stock:
            wish = self._trial.wish(Asked(stock.name, Only.ALL, (), None))
            self.bringing.print_out(Order(self._trial, wish, stock))

    def _is_handed_over(self, order: Order) -> None:
        self.printing.look()
        if order.kind is self.choosing.kind:
            # What was left of a sheet is used up.
            self.way.start.begin_anew()

    def _note(self, drawn: Drawn) -> None:
        self.bringing.note(self.choosing.kind, drawn)
