"""Adds described papers to those of the desk, and prints their test page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.journal.journal import Journal
from app.printing.stock import Stock
from app.printing.trial import TrialWish, trial_prints
from ui.common.files import FileKind, Question
from ui.common.jobs import JobView
from ui.common.page import News, Tools
from ui.papers.kinds import PaperKind
from ui.papers.offers import PDF, badge_stocks

_STOCKS = FileKind("stocks", ("Papers (*.toml)",))


def trial_page(journal: Journal) -> PaperKind:
    """Offer the test page of a stock."""
    return PaperKind(
        key="test-page",
        title="Test page",
        group="",
        icon="ruler",
        counted=lambda count: "1 test page" if count == 1 else f"{count:,} test pages",
        files=PDF,
        office=trial_prints(journal),
        offer=badge_stocks,
        wish=lambda asked: TrialWish(asked.stock),
        is_whole=True,
    )


class StockImport(QObject):
    """Asks for a file, and keeps the stock that it describes; ``view`` says what is refused."""

    kept = Signal(str)
    """There is a stock of this name now."""
    told = Signal(News)

    def __init__(
        self, keep: Callable[[Path], Stock], tools: Tools, view: JobView, window: QWidget
    ) -> None:
        super().__init__(window)
        self._keep, self._tools, self._view, self._window = keep, tools, view, window

    def ask(self) -> None:
        """Ask which file describes it."""
        question = Question("Add a paper for badges")
        asking = self._tools.files.ask_which(_STOCKS, question, self._window)
        asking.fileSelected.connect(lambda file: self._import(Path(file)))
        asking.open()

    def _import(self, file: Path) -> None:
        self._tools.quick.run(lambda _report: self._keep(file), view=self._view, then=self._is_kept)

    def _is_kept(self, stock: Stock) -> None:
        self.told.emit(News(f"Badges can be printed on “{stock.name}” now.", undoable=False))
        self.kept.emit(stock.name)
