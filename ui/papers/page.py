"""The Print page: what, for whom, on what and where; a look at it; and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage

from app.errors import DeskError
from app.journal.journal import Changes
from app.printers.port import Printer
from app.printing.drawn import Drawn, Preview
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Page, Tools
from ui.common.parts import row
from ui.common.sentences import sentence
from ui.papers.bringing import Bringing, Order
from ui.papers.choosing import Choosing
from ui.papers.kinds import PaperKind, Who
from ui.papers.middle import Middle
from ui.papers.runs_view import RunsView
from ui.papers.services import PrintServices
from ui.papers.way import WayPanel
from ui.printing.preview import SHARPNESS
from ui.printing.sheets import first_page

if TYPE_CHECKING:
    from app.printing.recipients import Recipient

_SETTLED_MS = 400
"""So long nothing must change before everything is counted anew."""


class PrintPage(Page):
    """Prints every paper of the event. ``chosen`` gives the delegates who are chosen elsewhere."""

    stock_chosen = Signal(str, str)
    """Papers of this kind are printed on this from now on."""
    printer_chosen = Signal(str, str)
    """Papers of this kind go to this printer from now on."""

    def __init__(
        self,
        services: PrintServices,
        tools: Tools,
        days: Sequence[date],
        chosen: Callable[[], Sequence[UUID]] = tuple,
    ) -> None:
        super().__init__()
        self._tools, self._chosen_there = tools, chosen
        self._shown: Preview | None = None
        self._stocks: dict[str, str] = {}
        self._view = Quiet(self)
        self.choosing = Choosing(services.kinds, tools, days)
        self.runs = RunsView(services, tools)
        self.way = WayPanel(tools, self.runs)
        self.middle = Middle(tools.look)
        self._bringing = Bringing(services, tools, self.way, self)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_SETTLED_MS)
        self.way.show_kind(self.choosing.kind, "")
        body = row(self.choosing, self.middle, self.way, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._connect()
        self._enable()

    def take_stocks(self, stocks: dict[str, str]) -> None:
        """Take up what each kind of papers was printed on last."""
        self._stocks = stocks
        self.way.show_kind(self.choosing.kind, stocks.get(self.choosing.kind.key, ""))

    def arrive(self) -> None:
        self.choosing.show_chosen(self._chosen_there())
        self._read()
        self._bringing.ask_printers()
        self.runs.look()
        self.choosing.what.take_focus()

    def prepare(self) -> None:
        self.runs.look()

    def learn(self, changes: Changes) -> None:
        del changes
        if self.isVisible():
            self._stale.start()

    def _connect(self) -> None:
        choosing, way, bringing = self.choosing, self.way, self._bringing
        self._view.refused.connect(self._refused)
        self._stale.timeout.connect(self._read)
        choosing.kind_chosen.connect(self._change_kind)
        choosing.day_chosen.connect(self._change_day)
        choosing.changed.connect(self._change)
        way.stock_chosen.connect(self._change_stock)
        way.printer_chosen.connect(lambda name: bringing.choose(choosing.kind, name))
        way.printing.clicked.connect(lambda: bringing.print_out(self._order))
        way.saving.clicked.connect(lambda: bringing.save(self._order))
        way.strip.busy_changed.connect(lambda _busy: self._enable())
        way.question.noted.connect(self._note)
        bringing.told.connect(self.told)
        bringing.known.connect(self._know_printers)
        bringing.noted.connect(self._read)
        bringing.handed_over.connect(self.runs.look)
        bringing.printer_chosen.connect(self.printer_chosen)
        self.middle.preview.other_wanted.connect(lambda: choosing.who.choose(Who.CHANGED))
        self.runs.moved.connect(bringing.ask_printers)
        self.runs.moved.connect(self._stale.start)

    @property
    def _order(self) -> Order:
        kind, stock = self.choosing.kind, self.way.stock
        return Order(kind, kind.wish(self.choosing.asked(stock.name)), stock)

    def _change_kind(self) -> None:
        kind = self.choosing.kind
        self._shown = None
        self.way.show_kind(kind, self._stocks.get(kind.key, ""))
        self._bringing.show_printers(kind)
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
        self._change()

    def _read(self) -> None:
        """Read who may have such a paper, then look at the first."""
        kind, day = self.choosing.kind, self.choosing.chosen_day

        def show(recipients: tuple[Recipient, ...]) -> None:
            # Another paper may have been chosen meanwhile, and asked for its own.
            if (self.choosing.kind, self.choosing.chosen_day) == (kind, day):
                self.choosing.show_recipients(recipients)
                self._look()

        self._tools.reads.run(lambda _report: kind.recipients(day), view=self._view, then=show)

    def _look(self) -> None:
        """Draw the first page of what is wished now."""
        if not self.choosing.is_known:
            return
        if self.choosing.is_empty:
            self._shown = None
            self.middle.show_nobody(self.choosing)
            self._enable()
            return
        order = self._order

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = order.kind.office.preview(order.wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        def show(drawn: tuple[Preview, QImage]) -> None:
            self._show_page(order.kind, *drawn)

        # One is read after the other, so the last page belongs to the last wish.
        self._tools.reads.run(work, view=self._view, then=show)

    def _show_page(self, kind: PaperKind, preview: Preview, picture: QImage) -> None:
        if self.choosing.kind is not kind or self.choosing.is_empty:
            return
        self.middle.show_page(kind, self.way.stock, preview, picture)
        self.way.lack.say(kind.lacking(preview.unprintable))
        self._shown = preview
        self._enable()

    def _refused(self, refusal: DeskError) -> None:
        self._shown = None
        self.middle.say(sentence(refusal, self._tools.times.of_day))
        self._enable()

    def _know_printers(self, printers: tuple[Printer, ...]) -> None:
        self.runs.show_printers(printers)
        self._bringing.show_printers(self.choosing.kind)
        self._enable()

    def _enable(self) -> None:
        has_service, shown = self._bringing.has_service, self._shown
        ready = shown is not None and not self.way.strip.busy
        kind = self.choosing.kind
        words = f"Print {kind.counted(shown.items)}" if shown else f"Print {kind.title.lower()}"
        self.way.printing.set_words(words if has_service else f"{words}…")
        self.way.printing.setEnabled(ready and (bool(self.way.chosen_printer) or not has_service))
        self.way.saving.setEnabled(ready)

    def _note(self, drawn: Drawn) -> None:
        self._bringing.note(self.choosing.kind, drawn)
