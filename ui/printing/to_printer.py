"""Brings papers of a dialog to the printer that this desk uses for them, by its queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import DeskError
from app.printers.choices import printer_for
from app.printers.port import Printer
from app.printers.queue import Target
from app.printers.runs import PrintRun
from app.printing.drawn import Drawn
from app.progress import Report
from ui.common.jobs import JobView, Quiet
from ui.common.page import Tools
from ui.printing.calls import PaperCalls
from ui.printing.desk_printing import DeskPrinting
from ui.printing.printer_words import printer_title

W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Handed:
    """What was drawn and handed over. ``called`` is what people call the printer."""

    drawn: Drawn
    run: PrintRun
    called: str


class ToPrinter(QObject, Generic[W]):
    """Knows the printers, and which of them was chosen for papers of a ``kind``."""

    changed = Signal()
    """The printers are known, or another one is meant."""
    handed_over = Signal(object)
    """These were handed over; carries a ``Handed``."""

    def __init__(
        self, calls: PaperCalls[W], kind: str, tools: Tools, view: JobView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._calls, self._kind, self._tools, self._view = calls, kind, tools, view
        self._desk: DeskPrinting | None = None
        self._asking = Quiet(self)
        self._asking.refused.connect(self._no_service)
        self.is_asking, self.has_service = False, False
        self.printers: Sequence[Printer] = ()
        self._chosen = ""

    @property
    def printer(self) -> Printer | None:
        """Where papers go, if that is known."""
        return next((each for each in self.printers if each.name == self._chosen), None)

    @property
    def lost(self) -> str:
        """Name the printer that was chosen and is no longer there; blank if it is."""
        return self._chosen if self._chosen and self.printer is None else ""

    def take(self, desk: DeskPrinting) -> None:
        """Go by what the desk prints with."""
        self._desk, self.is_asking = desk, True
        calls, kind = desk.calls, self._kind

        def ask(_report: Report) -> tuple[tuple[Printer, ...], str]:
            return calls.printers.printers(), printer_for(calls.settings(), kind)

        self._tools.papers.run(ask, view=self._asking, then=lambda told: self._know(*told))

    def choose(self, name: str) -> None:
        """Bring such papers there from now on."""
        self._chosen = name
        if self._desk is not None:
            self._desk.printer_chosen.emit(self._kind, name)
        self.changed.emit()

    def hand_over(self, wish: W, stock: str, *, again: bool = False) -> None:
        """Draw what is wished, and hand it to the printer; the view says what is refused."""
        desk, printer = self._desk, self.printer
        if desk is None or printer is None:
            return
        target = Target(self._kind, printer.name, stock)

        def work(report: Report) -> tuple[Drawn, PrintRun]:
            drawn = self._calls.draw(wish, report)
            return drawn, desk.calls.queue().hand_over(drawn, target, again=again)

        then = partial(self._handed_over, printer_title(printer))
        self._tools.papers.run(work, view=self._view, then=lambda done: then(*done))

    def _handed_over(self, called: str, drawn: Drawn, run: PrintRun) -> None:
        if self._desk is not None:
            self._desk.look()
        self.handed_over.emit(Handed(drawn, run, called))

    def _know(self, printers: tuple[Printer, ...], chosen: str) -> None:
        self.is_asking, self.has_service = False, True
        only = printers[0].name if len(printers) == 1 else ""
        self.printers, self._chosen = printers, chosen or only
        self.changed.emit()

    def _no_service(self, _refusal: DeskError) -> None:
        self.is_asking = False
        self.changed.emit()
