"""What is asked about badges: whose, on what, and what must be known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.printing.drawn import Counts, Drawn, Preview
from app.printing.own_stocks import offered_stocks
from app.printing.refusals import Only
from app.printing.stock import Stock
from app.printing.wishes import OnPaper, Wish
from ui.common.buttons import Choice
from ui.common.files import Question
from ui.common.lettering import SECTION
from ui.common.page import Tools
from ui.common.parts import Text, line
from ui.printing.notices import Reprint
from ui.printing.paper_panel import PaperPanel
from ui.printing.who import Who
from ui.printing.words import (
    STOCK_WORDS,
    badges,
    below_page,
    printed_again,
    printed_before,
    sheets,
    stock_words,
)

_ALWAYS_THERE = "a4-4up"
_WIDTH = 380


class BadgeAsking:
    """Asks whose badges and on what, and warns of what was printed before.

    All that is not asked is as ``usual``.
    """

    def __init__(self, tools: Tools, delegates: tuple[UUID, ...], usual: Wish) -> None:
        look = tools.look
        self._tools, self._delegates, self._usual = tools, delegates, usual
        self._stocks = offered_stocks().known
        self._counts: Counts | None = None
        self._on_paper: tuple[OnPaper, ...] | None = None
        self.who = Who(look, len(delegates))
        self.paper = Choice(look)
        self.paper.setAccessibleName("Paper")
        for name in sorted(self._stocks, key=_in_order):
            self.paper.addItem(stock_words(name), name)
        known = usual.stock if usual.stock in self._stocks else _ALWAYS_THERE
        self.paper.setCurrentIndex(self.paper.findData(known))
        self.reprint = Reprint(look)
        who = (Text("Who", SECTION), self.who, 8, line(), 8)
        paper = (Text("Paper", SECTION), self.paper)
        self.panel = PaperPanel(look, (*who, *paper), (self.reprint,), _WIDTH)
        self.who.chosen.connect(self._choose)
        self.paper.currentIndexChanged.connect(self.panel.changed)

    @property
    def feed(self) -> Stock:
        """What badges are to be printed on."""
        return self._stocks[self.paper.currentData()]

    @property
    def stock(self) -> str:
        """What badges are to be printed on, by name."""
        return self.feed.name

    @property
    def wish(self) -> Wish:
        """What is wished."""
        only = self.who.choice
        if only is None:
            return replace(self._usual, stock=self.feed.name, delegates=self._delegates)
        return replace(self._usual, stock=self.feed.name, only=only)

    @property
    def question(self) -> Question:
        """What is asked before a file is written; it proposes the name of one delegate alone."""
        named = self._on_paper or ()
        if self.who.choice is None and len(named) == 1:
            name = f"Badge {named[0].person.name}"
        else:
            name = self._tools.files.name("badges", self._tools.times.today())
        return Question("Save badges as PDF", name)

    @property
    def warns(self) -> bool:
        """Tell whether something is said of badges that came out before."""
        return not self.reprint.isHidden()

    def caption(self, preview: Preview) -> tuple[str, str]:
        """Say how many they are, and which sheet is shown."""
        said = f"{badges(preview.items)} on {sheets(preview.pages)}"
        marks = self._usual.cut_marks
        stock = self.feed if marks is None else replace(self.feed, cut_marks=marks)
        return said, below_page(preview.pages, stock)

    def named(self, drawn: Drawn) -> str:
        """Say what came out."""
        return badges(drawn.items)

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

    def _choose(self) -> None:
        self._warn()
        self.panel.changed.emit()

    def _warn(self) -> None:
        only, counts = self.who.choice, self._counts
        text, one = "", False
        if only is None:
            named: Sequence[OnPaper] = self._on_paper or ()
            text = printed_again(named, self._tools.times)
            one = len(named) == 1 and not named[0].is_old
        elif only is Only.ALL and counts is not None:
            text = printed_before(counts.every - counts.new, counts.every)
        self.reprint.warn(text, offers_code=one)


def _in_order(name: str) -> tuple[int, str]:
    """Put the stocks that come with the program first, as people look for them."""
    usual = list(STOCK_WORDS)
    return (usual.index(name) if name in usual else len(usual)), name
