"""The scanner test: scan a card, read what it shows, keep what was learnt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.checkin.codes import is_whole
from ui.common import lettering
from ui.common.buttons import Button, Rank
from ui.common.files import CARDS, Question
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Panel, Picture, Text, clear, column, line, row
from ui.common.strip import StatusStrip
from ui.scanner import words
from ui.scanner.bursts import Burst
from ui.scanner.card import CardOnScreen
from ui.scanner.filter import ScannerFilter
from ui.scanner.layouts import CARD, Layout, NotTheCard, learn
from ui.scanner.standing import Standing
from ui.scanner.words import Told, Verdict

_ICONS = {
    Verdict.WELL: ("circle-check", "ok-text"),
    Verdict.LEARNT: ("circle-check", "ok-text"),
    Verdict.BADGES_ONLY: ("triangle-alert", "warn-mark"),
    Verdict.TOO_SLOW: ("octagon-x", "bad-text"),
    Verdict.BADGE: ("scan-line", "accent-text"),
    Verdict.UNREADABLE: ("octagon-x", "bad-text"),
}
_WAITING = ("scan-line", "accent-text")
_KEPT = (Verdict.WELL, Verdict.LEARNT, Verdict.BADGES_ONLY)
_WORDS_WIDTH = 380
_HEIGHT = 540
"""Room for the longest findings, so that nothing moves."""


class Findings(QWidget):
    """Says what a scan has shown, or that one is awaited."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said = ""
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self.setLayout(self._lines)
        self.setFixedWidth(_WORDS_WIDTH)

    def text(self) -> str:
        """Give all that is said, a line each."""
        return self._said

    def say(
        self, icon: tuple[str, str], heading: str, told: Sequence[Told] = (), hint: str = ""
    ) -> None:
        """Put other findings in place of what was said."""
        clear(self._lines)
        title = Text(heading, lettering.LEAD, wraps=True)
        self._lines.addLayout(_beside(Picture(self._look, *icon, size=20), title))
        for each in told:
            sign = ("check", "ok-text") if each.fine else ("triangle-alert", "warn-mark")
            said = Text(each.text, wraps=True)
            self._lines.addLayout(_beside(Picture(self._look, *sign, size=20), said))
        if hint:
            self._lines.addWidget(Text(hint, tone="2", wraps=True))
        self._lines.addStretch(1)
        self._said = "\n".join([heading, *(each.text for each in told), hint])
        self.setAccessibleName(self._said)


class ScannerTest(QDialog):
    """Hears scanners while it is shown; no scan does anything else meanwhile.

    ``keep`` writes what was learnt into the desk's settings, as ``Layout.text`` gives it. It is
    called off the GUI thread and may refuse.
    """

    learnt = Signal(Layout)
    """Scans are read by this layout from now on, and it is kept."""
    stood = Signal(Standing)
    """So scans arrive, by what was scanned or forgotten here."""

    def __init__(
        self,
        tools: Tools,
        catcher: ScannerFilter,
        keep: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._filter = catcher
        self._keep = keep
        self._findings = Findings(tools.look)
        self.strip = StatusStrip(tools.look)
        self._forget = Button(tools.look, "Forget what was learnt", "rotate-ccw", rank=Rank.QUIET)
        self._save = Button(tools.look, "Save the card as PDF", "download")
        self._close = Button(tools.look, "Close", rank=Rank.MAIN)
        self.setWindowTitle(words.TITLE)
        self.setLayout(self._laid_out())
        self.setMinimumHeight(_HEIGHT)
        self._wait_for_scan()
        self._offer_to_forget()
        catcher.heard.connect(self._hear)
        self._forget.clicked.connect(self._forget_it)
        self._save.clicked.connect(self._ask_where)
        self._close.clicked.connect(self.accept)

    def findings(self) -> str:
        """Give what is said, a line each."""
        return self._findings.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._close.setFocus()
        self._filter.test(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._filter.test(False)

    def _laid_out(self) -> QVBoxLayout:
        code = Panel()
        code.setLayout(row(CardOnScreen(CARD), margins=8))
        intro = Text(
            "Scan this code once. While this is open, scans check nobody in.", tone="2", wraps=True
        )
        left = column(code, None)
        right = column(Text(words.TITLE, lettering.TITLE), intro, 12, self._findings, None)
        # The buttons come last, so that Tab goes through what is shown in its order.
        return column(
            row(left, right, gap=24),
            self.strip,
            line(),
            row(self._forget, None, self._save, self._close),
            gap=16,
            margins=24,
        )

    def _wait_for_scan(self) -> None:
        self._findings.say(_WAITING, words.WAITING, hint=words.NOTHING_HAPPENS)

    def _hear(self, burst: Burst) -> None:
        try:
            lesson = learn(burst)
        except NotTheCard:
            is_badge = is_whole(self._filter.layout.read(burst.text))
            found = Verdict.BADGE if is_badge else Verdict.UNREADABLE
            told = words.A_BADGE if is_badge else words.NOT_THE_CARD
            self._findings.say(_ICONS[found], words.HEADINGS[found], told)
            self.stood.emit(Standing.READY if is_badge else Standing.GARBLED)
            return
        found = words.verdict(lesson)
        self._findings.say(_ICONS[found], words.HEADINGS[found], words.told(lesson))
        if found in _KEPT:
            self._take(lesson.layout)
        self.stood.emit(Standing.READY if found in _KEPT else Standing.GARBLED)

    def _take(self, layout: Layout) -> None:
        self._filter.learn(layout)
        self._offer_to_forget()
        self._tools.quick.run(
            lambda _report: self._keep(layout.text()),
            view=self.strip,
            then=lambda _kept: self.learnt.emit(layout),
        )

    def _forget_it(self) -> None:
        self._take(Layout())
        self.stood.emit(Standing.UNKNOWN)
        self._findings.say(("rotate-ccw", "text-2"), words.FORGOTTEN)
        self._close.setFocus()

    def _offer_to_forget(self) -> None:
        self._forget.setVisible(bool(self._filter.layout.pairs))

    def _ask_where(self) -> None:
        question = Question("Save the card", "Scanner test card")
        dialog = self._tools.files.ask_where(CARDS, question, self)
        dialog.fileSelected.connect(self.save_card)
        # A name is typed there, and while a test lasts, slow typing is taken for a slow scanner.
        dialog.finished.connect(lambda: self._filter.test(self.isVisible()))
        self._filter.test(False)
        dialog.open()

    def save_card(self, file: str) -> None:
        """Write the card as a PDF to print."""
        self._tools.slow.run(
            lambda _report: _write_card(Path(file)),
            view=self.strip,
            then=lambda _written: self._say_saved(Path(file)),
        )

    def _say_saved(self, file: Path) -> None:
        saved = f"The card is saved as {file.name}. Print it at its own size, then scan it."
        self._findings.say(_WAITING, words.WAITING, (Told(saved),))


def _beside(picture: Picture, text: Text) -> QHBoxLayout:
    beside = row(picture, text, gap=10)
    beside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    beside.setStretch(1, 1)
    return beside


def _write_card(file: Path) -> None:
    # ReportLab would slow every start.
    from app.printing.scanner_card import write_scanner_card  # noqa: PLC0415

    write_scanner_card(file, CARD, words.TITLE, words.ADVICE)
