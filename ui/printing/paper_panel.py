"""What stands beside the page in the dialogs of all papers: what is asked, and which printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from ui.common.lettering import SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, scrolled
from ui.printing.notices import Notice
from ui.printing.printer_box import PrinterBox

Parts = Sequence[QWidget | QLayout | int]


class PaperPanel(Panel):
    """Stacks what a kind of paper asks for, the printer, and what must be known before."""

    changed = Signal()
    """Something else is wished."""

    def __init__(self, look: Look, asked: Parts, notices: Parts = (), width: int = 340) -> None:
        super().__init__("side")
        self.printer = PrinterBox(look)
        self.lack = Notice(look, "warning", "triangle-alert", "warn-mark")
        inner = QWidget()
        parts = (*asked, 4, Text("Printer", SECTION), self.printer, 8, *notices, self.lack, None)
        inner.setLayout(column(*parts, margins=(20, 20, 20, 16)))
        self.setFixedWidth(width)
        self.setLayout(column(scrolled(inner)))
