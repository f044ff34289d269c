"""Prints change slips: of whom, on what, and where they go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.printing.drawn import Drawn, Preview
from app.printing.slips.wishes import ROLL, SLIP_PAPERS, SlipPaper, SlipWish
from app.progress import Report
from ui.common.buttons import Button, Choice, Rank, SmallButton
from ui.common.files import SLIPS, Question
from ui.common.jobs import Quiet
from ui.common.lettering import BODY, SECTION
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, Text, column, row
from ui.common.sentences import sentence
from ui.printing.calls import PageCalls
from ui.printing.notices import Notice
from ui.printing.paper_dialog import PaperDialog
from ui.printing.preview import SHARPNESS
from ui.printing.printers import Way
from ui.printing.sheets import first_page
from ui.printing.words import STOCK_WORDS, counted_slips, left_off

_SIZE = (860, 640)
_SIDE = 340
_KEY = "Alt+L"
_PAPER_WORDS = {ROLL: STOCK_WORDS[ROLL], "a6": "A6"}


class SlipCalls(PageCalls[SlipWish, Drawn], Protocol):
    """What is needed of ``app.printing.slips.office.SlipOffice``."""

    def preview(self, wish: SlipWish) -> Preview: ...


class SlipDialog(PaperDialog):
    """Alt+L, the key that opens it, does what was done last: print or save."""

    paper_chosen = Signal(str)
    """Slips are to be printed on this from now on."""

    def __init__(
        self,
        calls: SlipCalls,
        tools: Tools,
        wish: SlipWish,
        whose: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(calls, tools, "slips", parent)
        self._calls, self._wish, self._whose = calls, wish, whose
        self._items = 0
        self._drawn: Drawn | None = None
        self._view = Quiet(self)
        self.papers = Choice(tools.look)
        self.papers.setAccessibleName("Paper")
        for name in SLIP_PAPERS:
            self.papers.addItem(_PAPER_WORDS[name], name)
        self.papers.setCurrentIndex(max(self.papers.findData(wish.paper), 0))
        self._printer = Elided("", BODY)
        self._another = SmallButton(tools.look, "Another…")
        self._another.setAccessibleName("Another printer…")
        self._lack = Notice(tools.look, "warning", "triangle-alert", "warn-mark")
        self._lay_out()
        self._connect()
        self._show_way(self.sending.way)
        self._preview()

    @property
    def wish(self) -> SlipWish:
        """What is to be printed."""
        return replace(self._wish, paper=self.papers.currentData())

    def print_at_once(self) -> None:
        """Print without being asked once more, if it is known where slips go."""
        if self.sending.way.printer and not self.sending.way.into_file:
            self._press(self.printing)

    def _keys(self) -> tuple[tuple[str, Button], ...]:
        return (*super()._keys(), (_KEY, self._main))

    def _lay_out(self) -> None:
        self.resize(*_SIZE)
        look = self._tools.look
        printer = row(Picture(look, "printer", "text-2", 16), self._printer, self._another, gap=10)
        printer.setStretch(1, 1)
        side = Panel("side")
        side.setFixedWidth(_SIDE)
        name = Elided(self._whose, SECTION)
        name.setAccessibleName(self._whose)
        parts = (name, 8, Text("Paper", SECTION), self.papers, 4, Text("Printer", SECTION))
        side.setLayout(column(*parts, printer, 8, self._lack, None, margins=(20, 20, 20, 16)))
        self._put_together(side)

    def _connect(self) -> None:
        sending = self.sending
        self._view.refused.connect(self._show_refusal)
        self.papers.currentIndexChanged.connect(self._take_paper)
        self._another.clicked.connect(lambda: sending.print_elsewhere(self.wish, self._feed))
        self.printing.clicked.connect(lambda: sending.print_out(self.wish, self._feed))
        self.saving.clicked.connect(self._save)
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.question.answered.connect(self._answer)
        sending.printed.connect(self._printed)
        sending.saved.connect(self._saved)
        sending.noted.connect(lambda drawn: self._tell(f"{_counted(drawn)} noted as printed."))
        sending.way_changed.connect(lambda way: self.way_chosen.emit(way.written))
        QShortcut(QKeySequence(_KEY), self).activated.connect(lambda: self._press(self._main))

    @property
    def _feed(self) -> SlipPaper:
        return SLIP_PAPERS[self.wish.paper]

    def _take_paper(self) -> None:
        self.paper_chosen.emit(self.wish.paper)
        self._preview()

    def _preview(self) -> None:
        self._items = 0
        wish = self.wish

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = self._calls.preview(wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        self._tools.reads.run(work, view=self._view, then=lambda drawn: self._show_preview(*drawn))
        self._enable()

    def _show_preview(self, preview: Preview, picture: QImage) -> None:
        below = "The first of them." if preview.items > 1 else ""
        self.preview.show_page(picture, counted_slips(preview.items), below)
        self._lack.say(left_off(preview.unprintable))
        self._items = preview.items
        self._enable()

    def _show_refusal(self, refusal: DeskError) -> None:
        self._pressed = None
        self.preview.show_nothing(sentence(refusal, self._tools.times.of_day))
        self._enable()

    def _show_way(self, way: Way) -> None:
        self._printer.setText(way.printer or "Chosen when you print")
        self._another.setVisible(bool(way.printer))
        self.printing.set_rank(Rank.PLAIN if way.into_file else Rank.MAIN)
        self.saving.set_rank(Rank.MAIN if way.into_file else Rank.PLAIN)
        self._enable()

    def _enable(self) -> None:
        is_ready = bool(self._items) and not self.strip.busy
        for button in (self.printing, self.saving):
            button.setEnabled(is_ready)
        self.papers.setEnabled(not self.strip.busy)
        words = f"Print {counted_slips(self._items)}" if self._items else "Print slips"
        self.printing.set_words(words if self.sending.way.printer else f"{words}…")
        pressed = self._pressed
        if pressed is not None and is_ready:
            self._pressed = None
            pressed.click()

    def _save(self) -> None:
        files, times = self._tools.files, self._tools.times
        name = files.name("change slips", times.today())
        self.sending.save(self.wish, SLIPS, Question("Save change slips as PDF", name))

    def _printed(self, drawn: Drawn, printer: str) -> None:
        where = f" on {printer}" if printer else ""
        self._tell(f"{_counted(drawn)} printed{where}.")

    def _saved(self, drawn: Drawn, file: Path) -> None:
        self._drawn = drawn
        self.question.say(f"Saved in {file.name}. Note it once it is on paper.")
        self.question.yes.setFocus()

    def _answer(self, printed: bool) -> None:
        if printed and self._drawn is not None:
            self.sending.note(self._drawn)
        self.question.say("")


def _counted(drawn: Drawn) -> str:
    return counted_slips(drawn.items).replace("slip", "change slip")
