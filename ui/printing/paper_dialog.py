"""The dialog of every paper: a page, what is asked for, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import DeskError
from app.printing.drawn import Drawn, Preview
from app.printing.refusals import Unprintable
from app.progress import Report
from ui.common.buttons import Button, Rank
from ui.common.files import FileKind, Question
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.parts import Panel, column, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.printing.calls import Feed, PaperCalls
from ui.printing.notices import Saved
from ui.printing.paper_panel import PaperPanel
from ui.printing.preview import SHARPNESS, SheetPreview
from ui.printing.printers import Way
from ui.printing.sender import Sender
from ui.printing.sheets import first_page
from ui.printing.words import left_off, sheets

W = TypeVar("W")
W_co = TypeVar("W_co", covariant=True)


@dataclass(frozen=True, slots=True)
class About:
    """What a dialog calls its paper: ``what`` as in “Print badges”, ``counted`` of so many.

    ``key`` opens the dialog, and does in it what was done last: print or save. ``lacking`` says
    what becomes of what no font can print.
    """

    what: str
    counted: Callable[[int], str]
    key: str
    files: FileKind
    size: tuple[int, int] = (860, 700)
    lacking: Callable[[Sequence[Unprintable]], str] = left_off


class Asking(Protocol[W_co]):
    """Asks for what is to be printed, and has the words for it."""

    @property
    def panel(self) -> PaperPanel: ...
    @property
    def wish(self) -> W_co: ...
    @property
    def feed(self) -> Feed: ...
    @property
    def question(self) -> Question:
        """What is asked before a file is written."""

    @property
    def count(self) -> int | None:
        """How many are wished; 0: the first page tells; ``None``: that must be known first."""

    @property
    def warns(self) -> bool:
        """Tell whether something must be read before a key that came early may print."""

    def caption(self, preview: Preview) -> tuple[str, str]:
        """Say what the page is to those who can't see it, and what stands below it."""

    def named(self, drawn: Drawn) -> str:
        """Say what came out: ``2 badges``."""


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
        self._view = Quiet(self)
        self.preview = SheetPreview(tools.look)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self.question = Saved(tools.look)
        self.printing = Button(tools.look, f"Print {about.what}…", "printer", "Ctrl+P")
        self.saving = Button(tools.look, "Save PDF…", "save", "Ctrl+S")
        self.sending: Sender[W] = Sender(calls, tools, self.strip, self)
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

    def print_at_once(self) -> None:
        """Print without being asked once more, if it is known where papers go."""
        if self.sending.way.printer and not self.sending.way.into_file:
            self._press(self.printing)

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
        foot.setLayout(column(self.strip, self.question, buttons, gap=8, margins=(20, 8, 20, 14)))
        body = row(self.preview, panel, gap=0)
        body.setStretch(0, 1)
        layout = column(body, foot, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect_paper(self) -> None:
        asking, sending = self._asking, self.sending
        self._view.refused.connect(self._show_refusal)
        asking.panel.changed.connect(self._look)
        asking.panel.printer_wanted.connect(
            lambda: sending.print_elsewhere(asking.wish, asking.feed)
        )
        self.printing.clicked.connect(lambda: sending.print_out(asking.wish, asking.feed))
        self.saving.clicked.connect(
            lambda: sending.save(asking.wish, self._about.files, asking.question)
        )
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.question.answered.connect(self._rank_ways)
        self.question.noted.connect(self.sending.note)
        sending.printed.connect(self._printed)
        sending.saved.connect(self._saved)
        sending.noted.connect(lambda drawn: self._tell(f"{asking.named(drawn)} noted as printed."))
        sending.way_changed.connect(lambda way: self.way_chosen.emit(way.written))
        shortcut = QShortcut(QKeySequence(self._about.key), self)
        shortcut.activated.connect(lambda: self._press(self._main))

    def _look(self) -> None:
        """Draw the first page of what is wished now."""
        self._shown, self._refused = None, False
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
        self._asking.panel.show_way(way)
        self._rank_ways()
        self._enable()

    def _rank_ways(self) -> None:
        """Fill the button of the usual way, unless a question with its own stands above it."""
        asked = not self.question.isHidden()
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
        self.printing.setEnabled(ready)
        self.saving.setEnabled(ready)
        asking.panel.setEnabled(not busy)
        words = f"Print {self._about.counted(count) if count else self._about.what}"
        self.printing.set_words(words if self.sending.way.printer else f"{words}…")
        self._press_kept(ready=ready)

    def _press_kept(self, *, ready: bool) -> None:
        pressed = self._pressed
        if pressed is None or not (ready or self._refused):
            return
        self._pressed = None
        if ready and not self._asking.warns:
            pressed.click()

    def _printed(self, drawn: Drawn, printer: str) -> None:
        where = f" on {printer}" if printer else ""
        self._tell(f"{self._asking.named(drawn)} printed{where}.")

    def _saved(self, drawn: Drawn, file: Path) -> None:
        self.question.ask(drawn, file, f"{self._asking.named(drawn)} on {sheets(drawn.pages)}")
        self._rank_ways()

    def _tell(self, text: str) -> None:
        self.told.emit(News(text, undoable=False))
        self.accept()
