"""The way out of the Print page: asks for printers, hands papers over, or saves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.printers.choices import chosen_printers
from app.printers.port import Printer
from app.printers.queue import Target
from app.printers.runs import PrintRun
from app.printing.drawn import Drawn
from app.progress import Report
from ui.common.files import Question
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.papers.kinds import PaperKind, PaperStock
from ui.papers.services import PrintServices
from ui.papers.way import WayPanel
from ui.printing.sender import Sender


@dataclass(frozen=True, slots=True)
class Order:
    """Papers of a kind as they are wished, and what they are printed on."""

    kind: PaperKind
    wish: Any
    stock: PaperStock


class Bringing(QObject):
    """Brings what is ordered to the printer that is chosen for its kind, or into a file."""

    told = Signal(News)
    """Something was done."""
    handed_over = Signal(object)
    """A printer has what this ``Order`` says."""
    noted = Signal()
    """Papers count as printed that did not before."""
    known = Signal(tuple)
    """The printers, as they are now; nothing is known where no print service answers."""
    printer_chosen = Signal(str, str)
    """Papers of this kind go to this printer from now on."""

    def __init__(
        self, services: PrintServices, tools: Tools, way: WayPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services, self._tools, self._way, self._window = services, tools, way, window
        self.has_service = True
        self._printers: Sequence[Printer] = ()
        self._chosen: dict[str, str] = {}
        self._choices = 0
        self._senders: dict[str, Sender[Any]] = {}
        self._refused: Order | None = None
        self._asking = Quiet(self)
        self._asking.refused.connect(self._no_service)
        way.again.wanted.connect(self._print_again)

    def ask_printers(self) -> None:
        """Ask which printers there are, and how they are."""
        services, choices = self._services, self._choices

        def asked(_report: Report) -> tuple[tuple[Printer, ...], dict[str, str]]:
            return services.printers.printers(), chosen_printers(services.settings())

        def take(told: tuple[tuple[Printer, ...], dict[str, str]]) -> None:
            printers, chosen = told
            # What was chosen here meanwhile is not in the settings that were read.
            self.know(printers, chosen if choices == self._choices else self._chosen)

        self._tools.slow.run(asked, view=self._asking, then=take)

    def know(self, printers: tuple[Printer, ...], chosen: dict[str, str]) -> None:
        """Take over which printers there are, and those ``chosen`` for kinds of papers."""
        self.has_service = True
        self._printers, self._chosen = printers, chosen
        self.known.emit(printers)

    def show_printers(self, kind: PaperKind) -> None:
        """Offer the printers, that of a kind of papers first."""
        if self.has_service:
            self._way.show_printers(self._printers, self._chosen.get(kind.key, ""))

    def choose(self, kind: PaperKind, printer: str) -> None:
        """Bring papers of a kind there from now on."""
        self._chosen[kind.key] = printer
        self._choices += 1
        self.printer_chosen.emit(kind.key, printer)

    def print_out(self, order: Order) -> None:
        """Hand papers over; where there is no print service, ask in the system's words."""
        if self.has_service:
            self._hand_over(order, again=False)
        else:
            self._sender(order.kind).print_elsewhere(order.wish, order.stock.feed)

    def save(self, order: Order) -> None:
        """Ask for a file, then write."""
        kind = order.kind
        name = self._tools.files.name(kind.title.lower(), self._tools.times.today())
        question = Question(f"Save {kind.title} as PDF", name)
        self._sender(kind).save(order.wish, kind.files, question)

    def note(self, kind: PaperKind, drawn: Drawn) -> None:
        """Note what somebody printed from a file."""
        self._sender(kind).note(drawn)

    def _sender(self, kind: PaperKind) -> Sender[Any]:
        """Give what saves files, and prints by the system's dialog where there is no service."""
        if kind.key not in self._senders:
            sender: Sender[Any] = Sender(kind.office, self._tools, self._way.strip, self._window)
            sender.saved.connect(partial(self._is_saved, kind))
            sender.printed.connect(lambda drawn, _at: self._tell(kind, drawn, "printed"))
            sender.noted.connect(lambda drawn: self._tell(kind, drawn, "noted as printed"))
            self._senders[kind.key] = sender
        return self._senders[kind.key]

    def _no_service(self, _refusal: DeskError) -> None:
        self.has_service = False
        self._way.show_no_service()
        self.known.emit(())

    def _print_again(self) -> None:
        if self._refused is not None:
            self._hand_over(self._refused, again=True)

    def _hand_over(self, order: Order, *, again: bool) -> None:
        kind, wish, queue = order.kind, order.wish, self._services.queue
        options = kind.options(wish)
        target = Target(kind.key, self._way.chosen_printer, order.stock.name, options=options)

        def work(report: Report) -> PrintRun:
            drawn = kind.office.draw(wish, report)
            return queue().hand_over(drawn, target, again=again)

        self._refused = order
        self._way.again.say("")
        then = partial(self._is_handed_over, order)
        self._tools.slow.run(work, view=self._way.strip, then=then)

    def _is_handed_over(self, order: Order, run: PrintRun) -> None:
        words = order.kind.named(run.items)
        self.told.emit(News(f"{words} on the way to {run.printer}.", undoable=False))
        self.handed_over.emit(order)

    def _is_saved(self, kind: PaperKind, drawn: Drawn, file: Path) -> None:
        words = kind.named(drawn.items)
        if not drawn.deeds:
            self.told.emit(News(f"Saved in {file.name}: {words}.", undoable=False))
            return
        self._way.question.ask(drawn, file, words)

    def _tell(self, kind: PaperKind, drawn: Drawn, done: str) -> None:
        words = kind.named(drawn.items)
        self.told.emit(News(f"{words} {done}.", undoable=False))
        self.noted.emit()
