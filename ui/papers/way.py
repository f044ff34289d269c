"""Where papers go, on what, and what becomes of them: the right side of the Print page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.printers.port import Printer
from app.printing.wishes import Back
from ui.common.buttons import Button, Choice, LargeButton, Rank, SmallButton
from ui.common.check import CheckBox
from ui.common.choice_row import Face
from ui.common.lettering import CELL, SECTION
from ui.common.page import Tools
from ui.common.parts import Panel, Text, column, line, row, scrolled
from ui.papers.back_choice import BackChoice
from ui.papers.first_label import FirstLabel
from ui.papers.kinds import Offer, PaperKind, PaperStock
from ui.papers.rows import Rows
from ui.papers.runs_view import RunsView
from ui.papers.stock_actions import StockActions
from ui.printing.again import Again, Strip
from ui.printing.notices import Notice, Saved
from ui.printing.printer_words import NO_PRINTERS, NO_SERVICE, printer_words

_WIDE = 332
_PAPERS_IN_SIGHT, _PAPER_HIGH = 4, 47


class WayPanel(Panel):
    """Asks for paper and printer, prints and saves, and lists what was printed."""

    stock_chosen = Signal(str)
    printer_chosen = Signal(str)
    changed = Signal()
    """What comes out is to look otherwise."""
    answered = Signal()
    """A question was answered: it is gone, and the focus with it."""

    def __init__(self, tools: Tools, runs: RunsView) -> None:
        super().__init__("side")
        look = tools.look
        self._stocks: tuple[PaperStock, ...] = ()
        self.paper = Rows(look, "Paper")
        self.start = FirstLabel(look)
        self.backs = BackChoice(look)
        self.about_stock = StockActions(look)
        self.marks = CheckBox(look, "Cut marks")
        self.printer = Choice(look)
        self.printer.setAccessibleName("Printer")
        # The longest of them must not widen the panel.
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.printer.setSizeAdjustPolicy(short)
        self.setup = SmallButton(look, "Setup…", "settings-2")
        self.setup.setAccessibleName("Printer setup…")
        self._none = Text("", CELL, "2", wraps=True)
        self.printing = LargeButton(look, "Print", "printer", "Ctrl+P", Rank.MAIN)
        self.saving = Button(look, "Save PDF…", "save", "Ctrl+S")
        for button in (self.printing, self.saving):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.strip = Strip(look, clock=tools.times.of_day, narrow=True)
        self.lack = Notice(look, "warning", "triangle-alert", "warn-mark")
        self.again = Again(tools)
        self.question = Saved(look)
        self._papers = scrolled(self.paper)
        self._lay_out(runs)
        self._none.hide()
        self._connect()

    def _connect(self) -> None:
        self.backs.changed.connect(self.show_start)
        for changed in (self.start.changed, self.backs.changed, self.marks.clicked):
            changed.connect(lambda *_said: self.changed.emit())
        self.paper.chosen.connect(self.stock_chosen)
        self.printer.activated.connect(lambda _at: self.printer_chosen.emit(self.chosen_printer))
        self.strip.came_before.connect(self.again.ask)
        # Once it is laid out: at the foot of the panel a refusal would stand half out of sight.
        self.strip.refused.connect(lambda _why: QTimer.singleShot(0, self, self._show_refusal))
        for asking in (self.again, self.question):
            asking.asked.connect(partial(QTimer.singleShot, 0, self, partial(self._show, asking)))
            asking.answered.connect(self.answered)

    def _lay_out(self, runs: RunsView) -> None:
        self.marks.setChecked(True)
        inner = QWidget()
        paper = (Text("Paper", SECTION), self._papers, self.start, self.backs, self.about_stock)
        what = (*paper, 4, line(), 4)
        heading = row(Text("Printer", SECTION), None, self.setup)
        where = (heading, self.printer, self._none, self.marks, 4)
        does = (self.printing, self.saving, self.strip, self.lack, self.again, self.question)
        inner.setLayout(
            column(*what, *where, *does, 4, line(), 4, runs, None, margins=(20, 20, 20, 16))
        )
        self.setFixedWidth(_WIDE)
        self._area = scrolled(inner)
        self.setLayout(column(self._area))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.strip.problem():
            QTimer.singleShot(0, self, self._show_refusal)

    def _show_refusal(self) -> None:
        self._show(self.strip)

    def _show(self, part: QWidget) -> None:
        self._area.ensureWidgetVisible(part, 0, 16)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Give what can have the focus, from above."""
        about = self.about_stock.controls
        paper = (*self.paper.controls, self.start.number, self.backs.choice, *about)
        return (*paper, self.setup, self.printer, self.marks, self.printing, self.saving)

    @property
    def stock(self) -> PaperStock | None:
        """What is printed on, once it is known what there is."""
        return next((each for each in self._stocks if each.name == self.paper.choice), None)

    @property
    def back(self) -> Back:
        """What stands on the back, where something may."""
        return Back.NONE if self.backs.isHidden() else self.backs.back

    @property
    def cut_marks(self) -> bool:
        """Whether lines say where to cut, where something is to be cut."""
        return self.marks.isChecked()

    @property
    def chosen_printer(self) -> str:
        """Where papers go, by the print service's name; blank if that is not known."""
        return str(self.printer.currentData() or "")

    def show_kind(self, kind: PaperKind) -> None:
        """Get ready for papers of another kind; what they are printed on is read meanwhile."""
        self._show_stocks(())
        self.backs.setVisible(kind.has_backs)
        self.about_stock.setVisible(kind.has_own_stocks)
        self.about_stock.show_unusable(())
        self.show_start()
        self.clear_answers()

    def show_offer(self, offer: Offer, stock: str) -> None:
        """Offer what there is to print on; ``stock`` is what was used last."""
        self.about_stock.show_unusable(offer.unusable)
        if offer.stocks == self._stocks:
            return
        before = self.paper.choice
        self._show_stocks(offer.stocks)
        self.paper.blockSignals(True)
        self.paper.choose(stock or before)
        self.paper.blockSignals(False)
        self.show_start()

    def show_start(self) -> None:
        """Ask where a sheet of what is chosen begins, if it has several labels."""
        is_folded = self.back is Back.FOLDED
        self.start.show_sheet(self.stock.sheet if self.stock and not is_folded else None)
        self.marks.setVisible(self.stock is not None and self.stock.is_cut)

    def clear_answers(self) -> None:
        """Ask nothing any more: something else is wanted now."""
        for notice in (self.lack, self.again, self.question):
            notice.say("")

    def _show_stocks(self, stocks: tuple[PaperStock, ...]) -> None:
        self._stocks = stocks
        self.paper.show_rows({each.name: Face(each.title, each.icon, each.note) for each in stocks})
        self._papers.setFixedHeight(min(len(stocks), _PAPERS_IN_SIGHT) * _PAPER_HIGH)

    def show_printers(self, printers: Sequence[Printer], chosen: str) -> None:
        """Offer the printers, with how they are; ``chosen`` is the desk's for such papers."""
        self.printer.clear()
        for each in printers:
            self.printer.addItem(printer_words(each), each.name)
        usual = next((each.name for each in printers if each.is_usual), "")
        at = max(self.printer.findData(chosen or usual), 0)
        self.printer.setCurrentIndex(at)
        self.printer.setVisible(bool(printers))
        self._none.setText("" if printers else NO_PRINTERS)
        self._none.setVisible(not printers)
        self.setup.setVisible(bool(printers))

    def show_no_service(self) -> None:
        """Say that the system's own dialog is what is left."""
        self.printer.clear()
        self.printer.hide()
        self.setup.hide()
        self._none.setText(NO_SERVICE)
        self._none.show()
