"""Prints change slips: of whom, on what, and where they go."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.printing.drawn import Drawn, Preview
from app.printing.slips.wishes import ROLL, SLIP_PAPERS, SlipPaper, SlipWish
from ui.common.buttons import Choice
from ui.common.files import SLIPS, Question
from ui.common.lettering import SECTION
from ui.common.page import Tools
from ui.common.parts import Elided, Text
from ui.printing.asking import About
from ui.printing.calls import PaperCalls
from ui.printing.paper_dialog import PaperDialog
from ui.printing.paper_panel import PaperPanel
from ui.printing.words import STOCK_WORDS, counted_slips

_PAPER_WORDS = {ROLL: STOCK_WORDS[ROLL], "a6": "A6"}
_ABOUT = About("slips", "slips", counted_slips, "Alt+L", SLIPS, (860, 640))


class SlipAsking:
    """Asks for the paper of slips whose people are known."""

    warns = False
    count = 0

    def __init__(self, tools: Tools, wish: SlipWish, whose: str) -> None:
        self._wish, self._tools = wish, tools
        self.papers = Choice(tools.look)
        self.papers.setAccessibleName("Paper")
        for each in SLIP_PAPERS:
            self.papers.addItem(_PAPER_WORDS[each], each)
        self.papers.setCurrentIndex(max(self.papers.findData(wish.paper), 0))
        name = Elided(whose, SECTION)
        name.setAccessibleName(whose)
        self.panel = PaperPanel(tools.look, (name, 8, Text("Paper", SECTION), self.papers))
        self.papers.currentIndexChanged.connect(self.panel.changed)

    @property
    def wish(self) -> SlipWish:
        """What is to be printed."""
        return replace(self._wish, paper=self.papers.currentData())

    @property
    def feed(self) -> SlipPaper:
        """What it is printed on."""
        return SLIP_PAPERS[self.wish.paper]

    @property
    def stock(self) -> str:
        """What it is printed on, by name."""
        return self.wish.paper

    @property
    def question(self) -> Question:
        """What is asked before a file is written."""
        name = self._tools.files.name("change slips", self._tools.times.today())
        return Question("Save change slips as PDF", name)

    def caption(self, preview: Preview) -> tuple[str, str]:
        """Say how many they are, and which is shown."""
        below = "The first of them." if preview.items > 1 else ""
        return counted_slips(preview.items), below

    def named(self, drawn: Drawn) -> str:
        """Say what came out."""
        return counted_slips(drawn.items).replace("slip", "change slip")


class SlipDialog(PaperDialog[SlipWish]):
    """Prints slips of those whom a wish names, or of all who must be told."""

    paper_chosen = Signal(str)
    """Slips are to be printed on this from now on."""

    def __init__(
        self,
        calls: PaperCalls[SlipWish],
        tools: Tools,
        wish: SlipWish,
        whose: str,
        parent: QWidget | None = None,
    ) -> None:
        asked = SlipAsking(tools, wish, whose)
        super().__init__(calls, tools, _ABOUT, asked, parent)
        self.asked = asked
        self.asked.panel.changed.connect(lambda: self.paper_chosen.emit(self.asked.wish.paper))
        self._look()
