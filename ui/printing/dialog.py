"""Prints badges: whose, on what, and where they go."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.checkin.badges import Replaced
from app.errors import DeskError
from app.printing.drawn import Drawn, Preview
from app.printing.refusals import NothingToPrint, Only
from ui.common.buttons import Rank
from ui.common.files import BADGES, Question
from ui.common.page import News, Tools
from ui.common.sentences import sentence
from ui.printing.calls import BadgeCalls
from ui.printing.paper_dialog import PaperDialog
from ui.printing.printers import Way
from ui.printing.reader import Reader
from ui.printing.side import USUAL_STOCK, Side
from ui.printing.words import badges, below_page, left_out, sheets

_SIZE = (940, 700)


class BadgeDialog(PaperDialog):
    """Shows the first sheet, then prints or saves. Opened with ``open``; closing deletes it.

    Without ``delegates`` it begins with the new badges. Alt+B, the key that opens it at the
    Desk, does what was done last: print or save.
    """

    stock_chosen = Signal(str)
    """Badges are to be printed on this from now on."""

    def __init__(
        self,
        calls: BadgeCalls,
        tools: Tools,
        delegates: tuple[UUID, ...] = (),
        stock: str = USUAL_STOCK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(calls, tools, "badges", parent)
        self._calls = calls
        self._delegates = delegates
        self._refused = False
        self._items: int | None = None
        self._drawn: Drawn | None = None
        self.side = Side(tools, delegates, stock)
        self._reader = Reader(calls, tools, self)
        self.resize(*_SIZE)
        self._put_together(self.side)
        self._connect()
        self._show_way(self.sending.way)
        self._read()

    def _connect(self) -> None:
        side, sending, reader = self.side, self.sending, self._reader
        side.changed.connect(self._preview)
        side.stock_chosen.connect(self.stock_chosen)
        side.printer_wanted.connect(lambda: sending.print_elsewhere(side.wish, side.stock))
        side.reprint.code_wanted.connect(self._issue_code)
        self.question.answered.connect(self._answer)
        reader.counted.connect(side.show_counts)
        reader.counted.connect(self._enable)
        reader.on_paper_read.connect(side.show_on_paper)
        reader.on_paper_read.connect(self._enable)
        reader.previewed.connect(self._show_preview)
        reader.refused.connect(self._show_refusal)
        sending.printed.connect(self._printed)
        sending.saved.connect(self._saved)
        sending.noted.connect(self._noted)
        sending.way_changed.connect(lambda way: self.way_chosen.emit(way.written))
        self.strip.busy_changed.connect(self._enable)
        self.preview.other_wanted.connect(lambda: side.who.choose(Only.CHANGED))
        self.printing.clicked.connect(lambda: sending.print_out(side.wish, side.stock))
        self.saving.clicked.connect(self._save)
        QShortcut(QKeySequence("Alt+B"), self).activated.connect(self._press_main)

    def _press_main(self) -> None:
        if self._main.isEnabled():
            self._main.animateClick()

    def _save(self) -> None:
        files, whose = self._tools.files, self.side.whose
        name = f"Badge {whose}" if whose else files.name("badges", self._tools.times.today())
        self.sending.save(self.side.wish, BADGES, Question("Save badges as PDF", name))

    def _show_way(self, way: Way) -> None:
        self.side.show_way(way)
        self._rank_ways()
        self._enable()

    def _rank_ways(self) -> None:
        """Fill the button of the usual way, unless a question with its own stands above it."""
        main = self._main
        asked = not self.question.isHidden()
        for button in (self.printing, self.saving):
            button.set_rank(Rank.MAIN if button is main and not asked else Rank.PLAIN)

    def _read(self) -> None:
        if self._delegates:
            # Those who stand at the desk come first; how many others there are can wait.
            self._reader.read_on_paper(self._delegates)
            self._preview()
            self._reader.count()
        else:
            self._reader.count()
            self._preview()
        self.side.who.take_focus()

    def _preview(self) -> None:
        self._refused, self._items = False, None
        self._reader.preview(self.side.wish)
        self._enable()

    def _show_preview(self, preview: Preview, picture: QImage) -> None:
        said = f"{badges(preview.items)} on {sheets(preview.pages)}"
        self.preview.show_page(picture, said, below_page(preview.pages, self.side.stock))
        self.side.left_out.say(left_out(preview.unprintable))
        self._items = preview.items
        self._enable()

    def _show_refusal(self, refusal: DeskError) -> None:
        self._refused = True
        why, other = sentence(refusal, self._tools.times.of_day), ""
        changed = self.side.counts.changed if self.side.counts else 0
        if isinstance(refusal, NothingToPrint) and refusal.only is Only.NEW and changed:
            have = "has" if changed == 1 else "have"
            why, other = f"{why} {changed:,} {have} changed since.", f"Show the {changed:,}"
        self.preview.show_nothing(why, other)
        self.side.left_out.say("")
        self._enable()

    def _enable(self) -> None:
        count, busy = self.side.count, self.strip.busy
        ready = bool(count) and not self._refused and not busy
        self.printing.setEnabled(ready)
        self.saving.setEnabled(ready)
        self._press_kept(ready=ready)
        self.side.setEnabled(not busy)
        count = self._items or count
        words = f"Print {badges(count)}" if count else "Print badges"
        self.printing.set_words(words if self.sending.way.printer else f"{words}…")

    def _press_kept(self, *, ready: bool) -> None:
        pressed, known = self._pressed, ready or self._refused
        if pressed is None or not known:
            return
        self._pressed = None
        # What has to be said of a badge that came out before is to be read first.
        if ready and self.side.reprint.isHidden():
            pressed.click()

    def _printed(self, drawn: Drawn, printer: str) -> None:
        where = f" on {printer}" if printer else ""
        self._tell(f"{badges(drawn.items)} printed{where}.")

    def _saved(self, drawn: Drawn, file: Path) -> None:
        self._drawn = drawn
        what = f"{badges(drawn.items)} on {sheets(drawn.pages)}"
        self.question.say(f"Saved in {file.name}: {what}. Note it once it is on paper.")
        self.question.yes.setFocus()
        self._rank_ways()

    def _answer(self, printed: bool) -> None:
        if printed and self._drawn is not None:
            self.sending.note(self._drawn)
        self.question.say("")
        self._rank_ways()

    def _noted(self, drawn: Drawn) -> None:
        self._tell(f"{badges(drawn.items)} noted as printed.")

    def _issue_code(self, reason: str) -> None:
        (delegate,) = self._delegates
        self._tools.quick.run(
            lambda _report: self._calls.replace(delegate, reason),
            view=self.strip,
            then=self._code_issued,
        )

    def _code_issued(self, replaced: Replaced) -> None:
        name = replaced.delegate.name
        self.told.emit(News(f"{name} has a new badge code. Print it.", undoable=False))
        self._read()
