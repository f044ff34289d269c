"""Reads what the dialog shows, off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.printing.drawn import Preview
from app.printing.wishes import Wish
from app.progress import Report
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.printing.calls import BadgeCalls
from ui.printing.preview import SHARPNESS
from ui.printing.sheets import first_page


class Reader(QObject):
    """Asks one thing after the other, so the last answer belongs to the last question."""

    counted = Signal(object)
    on_paper_read = Signal(object)
    previewed = Signal(object, QImage)
    refused = Signal(object)
    """There is nothing to preview, for this reason."""

    def __init__(self, calls: BadgeCalls, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._tools = tools
        self._view = Quiet(self)
        self._view.refused.connect(self.refused)

    def count(self) -> None:
        """Count what may be wanted."""
        self._tools.reads.run(
            lambda _report: self._calls.counts(), view=self._view, then=self.counted.emit
        )

    def read_on_paper(self, delegates: Sequence[UUID]) -> None:
        """Look up when badges were last printed."""
        self._tools.reads.run(
            lambda _report: self._calls.on_paper(delegates),
            view=self._view,
            then=self.on_paper_read.emit,
        )

    def preview(self, wish: Wish) -> None:
        """Draw the first sheet, and a picture of it."""

        def work(_report: Report) -> tuple[Preview, QImage]:
            preview = self._calls.preview(wish)
            return preview, first_page(preview.pdf, SHARPNESS)

        self._tools.reads.run(work, view=self._view, then=lambda drawn: self.previewed.emit(*drawn))
