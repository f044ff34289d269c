"""Brings papers to a printer or into a file; they count as printed once a printer took them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.printing.drawn import Drawn
from app.progress import Progress, Report
from ui.common.files import FileKind, Question
from ui.common.page import Tools
from ui.common.strip import StatusStrip
from ui.printing.calls import Feed, PaperCalls
from ui.printing.printers import Printers, Way
from ui.printing.sheets import print_sheets, set_paper
from ui.printing.words import NO_PRINTER

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


W = TypeVar("W")


class Sender(QObject, Generic[W]):
    """Asks where papers go, unless that is known from the last time, and brings them there."""

    printed = Signal(object, str)
    """These were taken by this printer."""
    saved = Signal(object, object)
    """These stand in this file. They are not noted as printed."""
    noted = Signal(object)
    """These were noted as printed because somebody said so."""
    way_changed = Signal(object)

    def __init__(
        self, calls: PaperCalls[W], tools: Tools, strip: StatusStrip, window: QWidget
    ) -> None:
        super().__init__(window)
        self._calls = calls
        self._tools = tools
        self._strip = strip
        self._window = window
        self.way = Way()
        self.printers = Printers()

    def print_out(self, wish: W, stock: Feed) -> None:
        """Print on the last printer; if there is none, ask for one."""
        if not self.way.printer:
            self.print_elsewhere(wish, stock)
            return
        name = self.way.printer
        self._print(lambda: self.printers.named(name), name, wish, stock)

    def print_elsewhere(self, wish: W, stock: Feed) -> None:
        """Ask for a printer in the system's words, then print."""
        self._tools.reads.run(
            lambda _report: self.printers.names(),
            view=self._strip,
            then=lambda names: self._ask_printer(names, wish, stock),
        )

    def save(self, wish: W, kind: FileKind, question: Question) -> None:
        """Ask for a file, then write."""
        asking = self._tools.files.ask_where(kind, question, self._window)
        asking.fileSelected.connect(lambda file: self._save(wish, Path(file)))
        asking.open()

    def note(self, drawn: Drawn) -> None:
        """Note what somebody printed from a file."""
        self._tools.quick.run(
            lambda _report: self._calls.note(drawn),
            view=self._strip,
            then=lambda _done: self.noted.emit(drawn),
        )

    def _ask_printer(self, names: tuple[str, ...], wish: W, stock: Feed) -> None:
        if not names:
            self._strip.say(NO_PRINTER)
            return
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog  # noqa: PLC0415

        printer = self.printers.usual()
        set_paper(printer, stock)
        asking = QPrintDialog(printer, self._window)
        option = QAbstractPrintDialog.PrintDialogOption
        # All pages or none: whoever is left out must not be noted as printed. And what goes
        # into a file is saved, not printed.
        asking.setOption(option.PrintPageRange, on=False)
        asking.setOption(option.PrintToFile, on=False)

        def decided(answer: int) -> None:
            asking.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                self._print(lambda: printer, printer.printerName(), wish, stock)

        asking.finished.connect(decided)
        QDialog.open(asking)

    def _print(self, find: Callable[[], QPrinter], name: str, wish: W, stock: Feed) -> None:
        def work(report: Report) -> Drawn:
            # Drawing takes a moment, printing takes minutes: only that is counted.
            drawn = self._calls.draw(wish, lambda told: report(Progress(0, told.total)))
            print_sheets(find(), drawn, stock, report)
            self._calls.note(drawn)
            return drawn

        self._tools.slow.run(work, view=self._strip, then=partial(self._printed, name))

    def _printed(self, printer: str, drawn: Drawn) -> None:
        self._change_way(replace(self.way, printer=printer, into_file=False))
        self.printed.emit(drawn, printer)

    def _save(self, wish: W, file: Path) -> None:
        def work(report: Report) -> Drawn:
            drawn = self._calls.draw(wish, report)
            self._calls.save(drawn, file)
            return drawn

        self._tools.slow.run(work, view=self._strip, then=partial(self._saved, file))

    def _saved(self, file: Path, drawn: Drawn) -> None:
        self._change_way(replace(self.way, into_file=True))
        self.saved.emit(drawn, file)

    def _change_way(self, way: Way) -> None:
        self.way = way
        self.way_changed.emit(way)
