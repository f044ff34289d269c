"""What stands beside the page in the dialogs of all papers: what is asked, and which printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from ui.common.buttons import SmallButton
from ui.common.lettering import BODY, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Panel, Picture, Text, column, row, scrolled
from ui.printing.notices import Notice
from ui.printing.printers import Way

Parts = Sequence[QWidget | QLayout | int]


class PaperPanel(Panel):
    """Stacks what a kind of paper asks for, the printer, and what must be known before."""

    changed = Signal()
    """Something else is wished."""
    printer_wanted = Signal()
    """Another printer than the last one is wanted."""

    def __init__(self, look: Look, asked: Parts, notices: Parts = (), width: int = 340) -> None:
        super().__init__("side")
        self._printer = Elided("", BODY)
        self._another = SmallButton(look, "Another…")
        self._another.setAccessibleName("Another printer…")
        self.lack = Notice(look, "warning", "triangle-alert", "warn-mark")
        printer = row(Picture(look, "printer", "text-2", 16), self._printer, self._another, gap=10)
        printer.setStretch(1, 1)
        inner = QWidget()
        parts = (*asked, 4, Text("Printer", SECTION), printer, 8, *notices, self.lack, None)
        inner.setLayout(column(*parts, margins=(20, 20, 20, 16)))
        self.setFixedWidth(width)
        self.setLayout(column(scrolled(inner)))
        self._another.clicked.connect(self.printer_wanted)

    def show_way(self, way: Way) -> None:
        """Show which printer is meant."""
        self._printer.setText(way.printer or "Chosen when you print")
        self._another.setVisible(bool(way.printer))
