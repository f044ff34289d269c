"""Which printer is meant, and a way to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedLayout, QWidget

from app.printers.port import Printer
from ui.common.buttons import Choice, SmallButton
from ui.common.lettering import BODY, CELL
from ui.common.look import Look
from ui.common.parts import Elided, Picture, Text, column, row
from ui.printing.printer_words import NO_PRINTERS, printer_words
from ui.printing.printers import Way

_LIST, _WAY = range(2)


class PrinterBox(QWidget):
    """Lists the printers of the print service; where there is none, names the system's."""

    chosen = Signal(str)
    """This printer of the service is meant, by its name."""
    other_wanted = Signal()
    """Another of the system's printers is wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.choice = Choice(look)
        self.choice.setAccessibleName("Printer")
        self.choice.setPlaceholderText("Choose a printer")
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(short)
        self._lacking = Text("", CELL, "2", wraps=True)
        self._called = Elided("", BODY)
        self._other = SmallButton(look, "Another…")
        self._other.setAccessibleName("Another printer…")
        listed, way = QWidget(), QWidget()
        listed.setLayout(column(self.choice, self._lacking, None, gap=6))
        line = row(Picture(look, "printer", "text-2", 16), self._called, self._other, gap=10)
        line.setStretch(1, 1)
        way.setLayout(column(line, None))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(listed)
        self._stack.addWidget(way)
        self._other.clicked.connect(self.other_wanted)
        self.choice.activated.connect(lambda at: self.chosen.emit(self.choice.itemData(at)))

    def await_printers(self) -> None:
        """Say that the printers are being asked for."""
        self._called.setText("Looking for printers…")
        self._other.hide()
        self._stack.setCurrentIndex(_WAY)

    def show_printers(self, printers: Sequence[Printer], chosen: str, lost: str = "") -> None:
        """Offer printers, with how they are; ``lost`` was chosen and is no longer there."""
        self.choice.clear()
        for each in printers:
            self.choice.addItem(printer_words(each), each.name)
            at = self.choice.count() - 1
            self.choice.setItemData(at, printer_words(each), Qt.ItemDataRole.ToolTipRole)
        self.choice.setCurrentIndex(self.choice.findData(chosen) if chosen else -1)
        self.choice.setVisible(bool(printers))
        lacking = f"{lost} is no longer here. Choose another printer." if lost else ""
        self._lacking.setText(lacking if printers else NO_PRINTERS)
        self._lacking.setVisible(bool(self._lacking.text()))
        self._stack.setCurrentIndex(_LIST)

    def show_way(self, way: Way) -> None:
        """Name the system's printer that was used last."""
        self._called.setText(way.printer or "Chosen when you print")
        self._other.setVisible(bool(way.printer))
        self._stack.setCurrentIndex(_WAY)

    def ask(self) -> None:
        """Open the list."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choice.showPopup()
