"""The first sheet as it will come out, with how many there are above it."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.printing.drawn import Preview
from ui.common.lettering import BODY_STRONG
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.papers.choosing import Choosing
from ui.papers.kinds import PaperKind, PaperStock, Who
from ui.papers.words import nothing_left
from ui.printing.preview import SheetPreview
from ui.printing.words import sheets


class Middle(QWidget):
    """Shows a sheet, or why there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.preview = SheetPreview(look)
        self._said = Text("", BODY_STRONG)
        head = Panel("sunken")
        head.setLayout(row(self._said, None, margins=(24, 16, 24, 0)))
        layout = column(head, self.preview, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_page(
        self, kind: PaperKind, stock: PaperStock, preview: Preview, picture: QImage
    ) -> None:
        """Show the first sheet of a kind of papers."""
        said = kind.counted(preview.items)
        which = " The first of them." if preview.items > 1 else ""
        if kind.counts_sheets:
            said = f"{said} on {sheets(preview.pages)}"
            which = f" Sheet 1 of {preview.pages:,}." if preview.pages > 1 else ""
        cuts = " Dashed lines show where to cut." if stock.is_cut else ""
        self.preview.show_page(picture, said, f"{stock.title}.{which}{cuts}")
        self._said.setText(said)

    def show_nobody(self, choosing: Choosing) -> None:
        """Say that nobody needs a paper, and offer those that have changed."""
        everybody = choosing.who.choice in {Who.NEW, Who.ALL} and not choosing.is_narrowed
        missing = choosing.kind.missing if everybody else "Nobody is meant by this choice."
        self.say(*nothing_left(missing, choosing.changed_count))

    def say(self, why: str, other: str = "") -> None:
        """Say why there is nothing, and what could be shown instead."""
        self._said.setText("")
        self.preview.show_nothing(why, other)
