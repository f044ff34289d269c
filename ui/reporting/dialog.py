"""The dialog of reports: what it will be, page by page, and the way into a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import DeskError
from app.outcomes.report.office import Paper
from app.outcomes.report.wishes import ReportWish
from app.printing.drawn import Drawn, Preview
from app.progress import Cancelled, Report
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.files import REPORTS, Question
from ui.common.jobs import Quiet
from ui.common.lettering import BODY_STRONG
from ui.common.page import News, Tools
from ui.common.parts import Panel, Text, column, row
from ui.common.pressable import is_enter
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.printing.preview import SHARPNESS, SheetPreview
from ui.printing.sheets import Leaf, leaf
from ui.reporting.asked import Asked
from ui.reporting.choosing import Choosing
from ui.reporting.words import TITLES, entries, lacking, pages

_SIZE = (1000, 760)


class ReportCalls(Protocol):
    """What is needed of ``app.outcomes.report.office.ReportOffice``."""

    def preview(self, wish: ReportWish, at: int = 0) -> Preview: ...
    def draw(self, wish: ReportWish, report: Report) -> Drawn: ...
    def keep(self, drawn: Drawn, file: Path) -> Drawn: ...


class ReportDialog(QDialog):
    """Shows a report as it will be, and saves it. Opened with ``open``; closing deletes it."""

    told = Signal(News)

    def __init__(
        self, calls: Mapping[Paper, ReportCalls], tools: Tools, asked: Asked, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._calls, self._tools = calls, tools
        self._wanted = 0
        self._shown: Preview | None = None
        self._page = 0
        self._view = Quiet(self)
        self.preview = SheetPreview(tools.look)
        self.preview.let_turn()
        self.choosing = Choosing(tools.look, asked.days, asked.day)
        self.strip = StatusStrip(tools.look, clock=tools.times.of_day)
        self.saving = Button(tools.look, "Save PDF…", "save", "Ctrl+S", rank=Rank.MAIN)
        self._closing = Button(tools.look, "Close", "x")
        self._which = Text("", BODY_STRONG)
        self._back = SmallButton(tools.look, "", "chevron-left", rank=Rank.QUIET)
        self._on = SmallButton(tools.look, "", "chevron-right", rank=Rank.QUIET)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Report")
        self.resize(*_SIZE)
        self._put_together()
        self._connect()
        self.preview.show_nothing("Drawing the report…")
        self._look()
        self.choosing.papers.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Enter by: it may be the end of a scan."""
        if is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; if something is under way, stop that instead."""
        if self.strip.busy:
            self.strip.stop()
        else:
            super().reject()

    def _put_together(self) -> None:
        head = Panel("sunken")
        turning = row(self._back, self._which, self._on, gap=4)
        head.setLayout(row(None, turning, None, margins=(24, 12, 24, 0)))
        head.setMinimumHeight(44)
        middle = QWidget()
        shown = column(head, self.preview, gap=0)
        shown.setStretch(1, 1)
        middle.setLayout(shown)
        foot = Panel("foot")
        buttons = row(self.saving, None, self._closing, gap=12)
        foot.setLayout(column(self.strip, buttons, gap=8, margins=(20, 8, 20, 14)))
        body = row(middle, self.choosing, gap=0)
        body.setStretch(0, 1)
        layout = column(body, foot, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        for button, name, key, step in (
            (self._back, "Previous page", Qt.Key.Key_PageUp, -1),
            (self._on, "Next page", Qt.Key.Key_PageDown, 1),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            keeps = button.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            button.setSizePolicy(keeps)
            button.clicked.connect(lambda _on=False, step=step: self._turn(step))
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self._turn(step))
        self.preview.turned.connect(self._turn)
        self._view.refused.connect(self._show_refusal)
        self.choosing.changed.connect(self._look)
        self.strip.busy_changed.connect(lambda _busy: self._enable())
        self.saving.clicked.connect(self._ask)
        self._closing.clicked.connect(self.reject)

    def _look(self) -> None:
        """Draw what is wished now; what nobody waits for any more is passed over."""
        self._shown, self._page = None, 0
        self._wanted += 1
        mine, calls, wish = self._wanted, self._calls[self.choosing.paper], self.choosing.wish

        def work(_report: Report) -> tuple[Preview, Leaf]:
            if mine != self._wanted:
                raise Cancelled
            preview = calls.preview(wish)
            return preview, leaf(preview.pdf, 0, SHARPNESS)

        self._tools.reads.run(work, view=self._view, then=lambda seen: self._see(mine, *seen))
        self._enable()

    def _turn(self, step: int) -> None:
        preview = self._shown
        if preview is None or not 0 <= self._page + step < preview.pages:
            return
        self._page += step
        mine, page = self._wanted, self._page

        def work(_report: Report) -> tuple[Preview, Leaf]:
            return preview, leaf(preview.pdf, page, SHARPNESS)

        self._tools.reads.run(work, view=self._view, then=lambda seen: self._see(mine, *seen))
        self._enable()

    def _see(self, wanted: int, preview: Preview, seen: Leaf) -> None:
        if wanted != self._wanted:
            return
        self._shown = preview
        paper = self.choosing.paper
        which = f"Page {seen.page + 1} of {seen.pages}"
        about = f"{TITLES[paper]}: {entries(paper, preview.items)}"
        self.preview.show_page(seen.picture, f"{which}. {about}", about)
        self.choosing.lack.say(lacking(preview.unprintable))
        self._enable()

    def _show_refusal(self, refusal: DeskError) -> None:
        self._shown = None
        self.preview.show_nothing(sentence(refusal, self._tools.times.of_day))
        self.choosing.lack.say("")
        self._enable()

    def _ask(self) -> None:
        paper, wish = self.choosing.paper, self.choosing.wish
        name = self._tools.files.name(TITLES[paper].lower(), wish.day)
        question = Question(f"Save the {TITLES[paper].lower()}", name)
        asking = self._tools.files.ask_where(REPORTS, question, self)
        asking.fileSelected.connect(lambda file: self._save(paper, wish, Path(file)))
        asking.open()

    def _save(self, paper: Paper, wish: ReportWish, file: Path) -> None:
        calls = self._calls[paper]

        def work(report: Report) -> Drawn:
            return calls.keep(calls.draw(wish, report), file)

        def tell(drawn: Drawn) -> None:
            said = f"{TITLES[paper]} saved in {file.name}: {pages(drawn.pages)}."
            self.told.emit(News(said, undoable=False))
            self.accept()

        self._tools.slow.run(work, view=self.strip, then=tell)

    def _enable(self) -> None:
        busy, shown = self.strip.busy, self._shown
        self.saving.setEnabled(shown is not None and not busy)
        self.choosing.setEnabled(not busy)
        count = shown.pages if shown else 0
        self._which.setText(f"Page {self._page + 1} of {count}" if count > 1 else "")
        for button, is_there in (
            (self._back, self._page > 0),
            (self._on, self._page + 1 < count),
        ):
            button.setVisible(count > 1)
            button.setEnabled(is_there)
