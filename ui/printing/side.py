"""The side of the dialog: whose badges, on what, on which printer, and what to know before."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.printing.drawn import Counts
from app.printing.refusals import Only
from app.printing.stock import Stock, stocks
from app.printing.wishes import OnPaper, Wish
from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, Text, column, line, row, scrolled
from ui.printing.notices import Notice, Reprint
from ui.printing.printers import Way
from ui.printing.who import Who
from ui.printing.words import STOCK_WORDS, printed_again, printed_before, stock_words

WIDTH = 380
USUAL_STOCK = "a4-4up"


class Side(Panel):
    """Asks for a wish, and warns of what was printed before."""

    changed = Signal()
    """Something else is wished."""
    stock_chosen = Signal(str)
    printer_wanted = Signal()
    """Another printer than the last one is wanted."""

    def __init__(self, tools: Tools, delegates: tuple[UUID, ...], stock: str) -> None:
        super().__init__("side")
        look = tools.look
        self._times = tools.times
        self._delegates = delegates
        self._stocks = stocks()
        self._counts: Counts | None = None
        self._on_paper: tuple[OnPaper, ...] | None = None
        self.who = Who(look, len(delegates))
        self._paper = Choice(look)
        self._paper.setAccessibleName("Paper")
        for name in sorted(self._stocks, key=_in_order):
            self._paper.addItem(stock_words(name), name)
        known = stock if stock in self._stocks else USUAL_STOCK
        self._paper.setCurrentIndex(self._paper.findData(known))
        self._printer = Elided("", BODY)
        self._another = SmallButton(look, "Another…")
        self._another.setAccessibleName("Another printer…")
        self.reprint = Reprint(look)
        self.left_out = Notice(look, "warning", "triangle-alert", "warn-mark")
        self.setFixedWidth(WIDTH)
        self._lay_out(look)
        self.who.chosen.connect(self._choose)
        self._paper.currentIndexChanged.connect(self._take_paper)
        self._another.clicked.connect(self.printer_wanted)

    @property
    def stock(self) -> Stock:
        """What badges are to be printed on."""
        return self._stocks[self._paper.currentData()]

    @property
    def wish(self) -> Wish:
        """What is wished."""
        only = self.who.choice
        if only is None:
            return Wish(self.stock.name, Only.ALL, self._delegates)
        return Wish(self.stock.name, only)

    @property
    def whose(self) -> str:
        """Name the one delegate whose badge is wished; blank if they are several."""
        named = self._on_paper or ()
        alone = self.who.choice is None and len(named) == 1
        return named[0].person.name if alone else ""

    @property
    def counts(self) -> Counts | None:
        """How many badges there are, once that is known."""
        return self._counts

    @property
    def count(self) -> int | None:
        """How many badges are wished, once what must be said of them is known."""
        only, counts = self.who.choice, self._counts
        if only is None:
            return None if self._on_paper is None else len(self._delegates)
        if counts is None:
            return None
        return {Only.NEW: counts.new, Only.CHANGED: counts.changed, Only.ALL: counts.every}[only]

    def show_counts(self, counts: Counts) -> None:
        """Say how many badges each choice has."""
        self._counts = counts
        self.who.show_counts(counts)
        self._warn()

    def show_on_paper(self, on_paper: tuple[OnPaper, ...]) -> None:
        """Say when the badges of those who were named were printed."""
        self._on_paper = on_paper
        if len(on_paper) == 1:
            self.who.call_first(on_paper[0].person.name)
        self._warn()

    def show_way(self, way: Way) -> None:
        """Show which printer is meant."""
        self._printer.setText(way.printer or "Chosen when you print")
        self._another.setVisible(bool(way.printer))

    def _choose(self) -> None:
        self._warn()
        self.changed.emit()

    def _take_paper(self) -> None:
        self.stock_chosen.emit(self.stock.name)
        self.changed.emit()

    def _warn(self) -> None:
        only, counts = self.who.choice, self._counts
        text, one = "", False
        if only is None:
            named: Sequence[OnPaper] = self._on_paper or ()
            text = printed_again(named, self._times)
            one = len(named) == 1 and not named[0].is_old
        elif only is Only.ALL and counts is not None:
            text = printed_before(counts.every - counts.new, counts.every)
        self.reprint.warn(text, offers_code=one)

    def _lay_out(self, look: Look) -> None:
        printer = row(Picture(look, "printer", "text-2", 16), self._printer, self._another, gap=10)
        printer.setStretch(1, 1)
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        inner.setLayout(
            column(
                Text("Who", SECTION),
                self.who,
                8,
                line(),
                8,
                Text("Paper", SECTION),
                self._paper,
                4,
                Text("Printer", SECTION),
                printer,
                8,
                self.reprint,
                self.left_out,
                None,
                margins=(20, 20, 20, 16),
            )
        )
        self.setLayout(column(scrolled(inner)))


def _in_order(name: str) -> tuple[int, str]:
    """Put the stocks that come with the program first, as people look for them."""
    usual = list(STOCK_WORDS)
    return (usual.index(name) if name in usual else len(usual)), name
