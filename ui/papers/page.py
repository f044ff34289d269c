"""The Print page: what, for whom, on what and where; a look at it; and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage

from app.errors import DeskError
from app.journal.journal import Changes
from app.printers.choices import chosen_printers
from app.printers.port import Printer
from app.printers.queue import Target
from app.printers.runs import PrintRun
from app.printing.drawn import Drawn, Preview
from app.progress import Report
from ui.common.files import Question
from ui.common.jobs import Quiet
from ui.common.page import News, Page, Tools
from ui.common.parts import row
from ui.common.sentences import sentence
from ui.papers.choosing import Choosing
from ui.papers.kinds import PaperKind, Who
from ui.papers.middle import Middle
from ui.papers.runs_view import RunsView
from ui.papers.services import PrintServices
from ui.papers.way import WayPanel
from ui.printing.preview import SHARPNESS
from ui.printing.sender import Sender
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
        self._services, self._tools, self._chosen_there = services, tools, chosen
        self._shown: Preview | None = None
        self._has_service = True
        self._printers: Sequence[Printer] = ()
        self._chosen: dict[str, str] = {}
        self._stocks: dict[str, str] = {}
        self._view, self._asking = Quiet(self), Quiet(self)
        self.choosing = Choosing(services.kinds, tools, days)
        self.runs = RunsView(services, tools)
        self.way = WayPanel(tools, self.runs)
        self.middle = Middle(tools.look)
        self._senders: dict[str, Sender[Any]] = {}
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_SETTLED_MS)
        self.way.show_kind(self.choosing.kind, "")
        self._lay_out()
        self._connect()
        self._enable()

    def take_stocks(self, stocks: dict[str, str]) -> None:
        """Take up what each kind of papers was printed on last."""
        self._stocks = stocks
        self.way.show_kind(self.choosing.kind, stocks.get(self.choosing.kind.key, ""))

    def arrive(self) -> None:
        self.choosing.show_chosen(self._chosen_there())
        self._read()
        self._ask_printers()
        self.runs.look()
        self.choosing.what.take_focus()

    def prepare(self) -> None:
        self.runs.look()

    def learn(self, changes: Changes) -> None:
        del changes
        if self.isVisible():
            self._stale.start()

    def _lay_out(self) -> None:
        body = row(self.choosing, self.middle, self.way, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        choosing, way = self.choosing, self.way
        self._view.refused.connect(self._refused)
        self._asking.refused.connect(self._no_service)
        self._stale.timeout.connect(self._read)
        choosing.kind_chosen.connect(self._change_kind)
        choosing.day_chosen.connect(self._change_day)
        choosing.changed.connect(self._change)
        way.stock_chosen.connect(self._change_stock)
        way.printer_chosen.connect(self._change_printer)
        way.printing.clicked.connect(self._print)
        way.saving.clicked.connect(self._save)
        way.again.wanted.connect(lambda: self._hand_over(again=True))
        way.strip.busy_changed.connect(lambda _busy: self._enable())
        way.question.noted.connect(self._note)
        self.middle.preview.other_wanted.connect(lambda: choosing.who.choose(Who.CHANGED))
        self.runs.moved.connect(self._ask_printers)
        self.runs.moved.connect(self._stale.start)

    @property
    def _sender(self) -> Sender[Any]:
        """Give what saves files, and prints by the system's dialog where there is no service."""
        kind = self.choosing.kind
        if kind.key not in self._senders:
            sender: Sender[Any] = Sender(kind.office, self._tools, self.way.strip, self)
            sender.saved.connect(partial(self._is_saved, kind))
            sender.printed.connect(lambda drawn, _at: self._tell(kind, drawn, "printed"))
            sender.noted.connect(lambda drawn: self._tell(kind, drawn, "noted as printed"))
            self._senders[kind.key] = sender
        return self._senders[kind.key]

    @property
    def _wish(self) -> Any:
        return self.choosing.kind.wish(self.choosing.asked(self.way.stock.name))

    def _change_kind(self) -> None:
        kind = self.choosing.kind
        self._shown = None
        self.way.show_kind(kind, self._stocks.get(kind.key, ""))
        self._show_printers()
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

    def _change_printer(self, printer: str) -> None:
        kind = self.choosing.kind.key
        self._chosen[kind] = printer
        self.printer_chosen.emit(kind, printer)

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
        kind, wish = self.choosing.kind, self._wish

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = kind.office.preview(wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        def show(drawn: tuple[Preview, QImage]) -> None:
            self._show_page(kind, *drawn)

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

    def _ask_printers(self) -> None:
        services = self._services

        def asked(_report: Report) -> tuple[tuple[Printer, ...], dict[str, str]]:
            return services.printers.printers(), chosen_printers(services.settings())

        self._tools.slow.run(asked, view=self._asking, then=lambda told: self._know(*told))

    def _know(self, printers: tuple[Printer, ...], chosen: dict[str, str]) -> None:
        self._has_service = True
        self._printers, self._chosen = printers, chosen
        self.runs.show_printers(printers)
        self._show_printers()

    def _show_printers(self) -> None:
        if self._has_service:
            chosen = self._chosen.get(self.choosing.kind.key, "")
            self.way.show_printers(self._printers, chosen)
        self._enable()

    def _no_service(self, _refusal: DeskError) -> None:
        self._has_service = False
        self.way.show_no_service()
        self._enable()

    def _enable(self) -> None:
        busy, shown = self.way.strip.busy, self._shown
        ready = shown is not None and not busy
        kind = self.choosing.kind
        words = f"Print {kind.counted(shown.items)}" if shown else f"Print {kind.title.lower()}"
        self.way.printing.set_words(words if self._has_service else f"{words}…")
        self.way.printing.setEnabled(
            ready and (bool(self.way.chosen_printer) or not self._has_service)
        )
        self.way.saving.setEnabled(ready)

    def _print(self) -> None:
        if self._has_service:
            self._hand_over(again=False)
        else:
            self._sender.print_elsewhere(self._wish, self.way.stock.feed)

    def _hand_over(self, *, again: bool) -> None:
        kind, wish, queue = self.choosing.kind, self._wish, self._services.queue
        target = Target(kind.key, self.way.chosen_printer, self.way.stock.name)

        def work(report: Report) -> PrintRun:
            drawn = kind.office.draw(wish, report)
            return queue().hand_over(drawn, target, again=again)

        self.way.again.say("")
        then = partial(self._handed_over, kind)
        self._tools.slow.run(work, view=self.way.strip, then=then)

    def _handed_over(self, kind: PaperKind, run: PrintRun) -> None:
        words = kind.counted(run.items)
        self.told.emit(News(f"{words} on the way to {run.printer}.", undoable=False))
        self.runs.look()

    def _save(self) -> None:
        kind = self.choosing.kind
        name = self._tools.files.name(kind.title.lower(), self._tools.times.today())
        self._sender.save(self._wish, kind.files, Question(f"Save {kind.title} as PDF", name))

    def _is_saved(self, kind: PaperKind, drawn: Drawn, file: Path) -> None:
        words = kind.counted(drawn.items)
        if not drawn.deeds:
            self.told.emit(News(f"Saved in {file.name}: {words}.", undoable=False))
            return
        self.way.question.ask(drawn, file, words)

    def _note(self, drawn: Drawn) -> None:
        self._sender.note(drawn)

    def _tell(self, kind: PaperKind, drawn: Drawn, done: str) -> None:
        words = kind.counted(drawn.items)
        self.told.emit(News(f"{words} {done}.", undoable=False))
        self._read()
