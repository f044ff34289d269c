"""The dialog of every paper: a page, what is asked for, and where it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import DeskError
from app.printers.refusals import CameOutBefore
from app.printing.drawn import Drawn, Preview
from app.progress import Report
from ui.common.buttons import Button, Rank
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.parts import Panel, column, row
from ui.common.sentences import sentence
from ui.printing.again import Again, Strip
from ui.printing.asking import About, Asking
from ui.printing.calls import PaperCalls
from ui.printing.desk_printing import DeskPrinting
from ui.printing.notices import Saved
from ui.printing.preview import SHARPNESS, SheetPreview
from ui.printing.printer_words import printer_title
from ui.printing.printers import Way
from ui.printing.sender import Sender
from ui.printing.sheets import first_page
from ui.printing.to_printer import Handed, ToPrinter
from ui.printing.words import sheets

W = TypeVar("W")


class PaperDialog(QDialog, Generic[W]):
    """Shows the first page, then prints or saves. Opened with ``open``; closing deletes it.

    A key that comes before there is anything to print is kept until there is.
    """

    told = Signal(News)
    way_chosen = Signal(str)
    """Papers went there; ``take_way`` understands it the next time."""

    def __init__(
        self,
        calls: PaperCalls[W],
        tools: Tools,
        about: About,
        asking: Asking[W],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._page_calls, self._tools, self._about, self._asking = calls, tools, about, asking
        self._shown: Preview | None = None
        self._refused = False
        self._pressed: Button | None = None
        self._at_once = False
        self._view = Quiet(self)
        self.preview = SheetPreview(tools.look)
        self.strip = Strip(tools.look, clock=tools.times.of_day)
        self.question, self.again = Saved(tools.look), Again(tools)
        self.printing = Button(tools.look, f"Print {about.what}…", "printer", "Ctrl+P")
        self.saving = Button(tools.look, "Save PDF…", "save", "Ctrl+S")
        self.sending: Sender[W] = Sender(calls, tools, self.strip, self)
        self.queueing: ToPrinter[W] = ToPrinter(calls, about.kind, tools, self.strip, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Print {about.what}")
        self.resize(*about.size)
        self._put_together(asking.panel)
        self._connect_paper()
        self._show_way(self.sending.way)

    def take_way(self, written: str) -> None:
        """Take up where papers went last, as ``way_chosen`` said."""
        self.sending.way = Way.read(written)
        self._show_way(self.sending.way)

    def take_printers(self, desk: DeskPrinting) -> None:
        """Print on the printer that the desk has for such papers, if a print service answers."""
        self.queueing.take(desk)
        self._asking.panel.printer.await_printers()
        self._enable()

    def print_at_once(self) -> None:
        """Print without being asked once more, if it is known where papers go."""
        self._at_once = True
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key that came before there was anything to print."""
        pressed = QKeySequence(event.keyCombination())
        keys = ((self.printing.key, self.printing), (self.saving.key, self.saving))
        for key, button in (*keys, (self._about.key, self._main)):
            if pressed == QKeySequence(key):
                self._press(button)
                return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; if something is under way, stop that instead."""
        if self.strip.busy:
            self.strip.stop()
        else:
            super().reject()

    @property
    def _main(self) -> Button:
        return self.saving if self.sending.way.into_file else self.printing

    def _put_together(self, panel: QWidget) -> None:
        """Lay out the page, what stands beside it, and the buttons below."""
        closing = Button(self._tools.look, "Close", "x")
        closing.clicked.connect(self.reject)
        foot = Panel("foot")
        buttons = row(self.printing, self.saving, None, closing, gap=12)
        said = (self.strip, self.again, self.question)
        foot.setLayout(column(*said, buttons, gap=8, margins=(20, 8, 20, 14)))
        body = row(self.preview, panel, gap=0)
        body.setStretch(0, 1)
        layout = column(body, foot, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect_paper(self) -> None:
        asking, sending, queueing = self._asking, self.sending, self.queueing
        printer = asking.panel.printer
        self._view.refused.connect(self._show_refusal)
        asking.panel.changed.connect(self._look)
        printer.other_wanted.connect(lambda: sending.print_elsewhere(asking.wish, asking.feed))
        printer.chosen.connect(queueing.choose)
        queueing.changed.connect(self._show_printers)
        queueing.handed_over.connect(self._handed_over)
        self.printing.clicked.connect(self._print)
        self.saving.clicked.connect(
            lambda: sending.save(asking.wish, self._about.files, asking.question)
        )
        self.strip.came_before.connect(self._ask_again)
        self.again.wanted.connect(lambda: self._hand_over(again=True))
        self.again.answered.connect(self._rank_ways)
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.question.answered.connect(self._rank_ways)
        self.question.noted.connect(self.sending.note)
        sending.printed.connect(self._printed)
        sending.saved.connect(self._saved)
        sending.noted.connect(lambda drawn: self._tell(f"{asking.named(drawn)} noted as printed."))
        sending.way_changed.connect(lambda way: self.way_chosen.emit(way.written))
        shortcut = QShortcut(QKeySequence(self._about.key), self)
        shortcut.activated.connect(lambda: self._press(self._main))

    def _print(self) -> None:
        asking, queueing = self._asking, self.queueing
        if not queueing.has_service:
            self.sending.print_out(asking.wish, asking.feed)
        elif queueing.printer is None:
            asking.panel.printer.ask()
        else:
            self._hand_over(again=False)

    def _hand_over(self, *, again: bool) -> None:
        self.again.say("")
        self.queueing.hand_over(self._asking.wish, self._asking.stock, again=again)

    def _ask_again(self, refusal: CameOutBefore) -> None:
        self.again.ask(refusal)
        self._rank_ways()

    def _look(self) -> None:
        """Draw the first page of what is wished now."""
        self._shown, self._refused = None, False
        self.again.say("")
        self._rank_ways()
        wish = self._asking.wish

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = self._page_calls.preview(wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        # One is read after the other, so the last page belongs to the last wish.
        self._tools.reads.run(work, view=self._view, then=lambda drawn: self._show_page(*drawn))
        self._enable()

    def _show_page(self, preview: Preview, picture: QImage) -> None:
        self.preview.show_page(picture, *self._asking.caption(preview))
        self._asking.panel.lack.say(self._about.lacking(preview.unprintable))
        self._shown = preview
        self._enable()

    def _show_refusal(self, refusal: DeskError) -> None:
        self._refused = True
        self.preview.show_nothing(*self._why_not(refusal))
        self._asking.panel.lack.say("")
        self._enable()

    def _why_not(self, refusal: DeskError) -> tuple[str, str]:
        """Say why nothing can be printed, and what could be instead; blank: nothing."""
        return sentence(refusal, self._tools.times.of_day), ""

    def _show_way(self, way: Way) -> None:
        if not (self.queueing.has_service or self.queueing.is_asking):
            self._asking.panel.printer.show_way(way)
        self._rank_ways()
        self._enable()

    def _show_printers(self) -> None:
        queueing, box = self.queueing, self._asking.panel.printer
        if queueing.has_service:
            chosen = queueing.printer.name if queueing.printer else ""
            box.show_printers(queueing.printers, chosen, queueing.lost)
        self._show_way(self.sending.way)

    def _rank_ways(self) -> None:
        """Fill the button of the usual way, unless a question with its own stands above it."""
        asked = not (self.question.isHidden() and self.again.isHidden())
        for button in (self.printing, self.saving):
            is_main = button is self._main and not asked
            button.set_rank(Rank.MAIN if is_main else Rank.PLAIN)

    def _press(self, button: Button) -> None:
        if button.isEnabled():
            button.animateClick()
        else:
            self._pressed = button
            self._enable()

    def _enable(self) -> None:
        """Let be pressed what can be, and press what was pressed before it could."""
        asking, busy = self._asking, self.strip.busy
        known = asking.count
        count = self._shown.items if self._shown else known
        ready = known is not None and bool(count) and not self._refused and not busy
        self.printing.setEnabled(ready and not self.queueing.is_asking)
        self.saving.setEnabled(ready)
        asking.panel.setEnabled(not busy)
        words = f"Print {self._about.counted(count) if count else self._about.what}"
        self.printing.set_words(f"{words}{self._to_where}")
        if self._at_once and not self.queueing.is_asking:
            self._at_once = False
            if self._is_way_known:
                self._pressed = self.printing
        self._press_kept()

    @property
    def _is_way_known(self) -> bool:
        known = self.queueing.printer if self.queueing.has_service else self.sending.way.printer
        return bool(known) and not self.sending.way.into_file

    @property
    def _to_where(self) -> str:
        """Say on what printer it prints, or that this is asked first."""
        if self.queueing.printer is not None:
            return f" on {printer_title(self.queueing.printer)}"
        return "" if self.sending.way.printer and not self.queueing.has_service else "…"

    def _press_kept(self) -> None:
        pressed = self._pressed
        if pressed is None or not (pressed.isEnabled() or self._refused):
            return
        self._pressed = None
        if pressed.isEnabled() and not self._asking.warns:
            pressed.click()

    def _handed_over(self, handed: Handed) -> None:
        self.way_chosen.emit(replace(self.sending.way, into_file=False).written)
        self._tell(f"{self._asking.named(handed.drawn)} on the way to {handed.called}.")

    def _printed(self, drawn: Drawn, printer: str) -> None:
        where = f" on {printer}" if printer else ""
        self._tell(f"{self._asking.named(drawn)} printed{where}.")

    def _saved(self, drawn: Drawn, file: Path) -> None:
        self.question.ask(drawn, file, f"{self._asking.named(drawn)} on {sheets(drawn.pages)}")
        self._rank_ways()

    def _tell(self, text: str) -> None:
        self.told.emit(News(text, undoable=False))
        self.accept()
