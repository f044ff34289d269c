"""Which stocks badges are printed on from the template that is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.printing.stock import Stock
from app.printing.template_office import TemplateShelf
from ui.common.check import CheckBox
from ui.common.lettering import LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Text, clear, column
from ui.printing.words import stock_words


class UsedOn(QWidget):
    """A box to tick for each stock that the template goes on."""

    wanted = Signal(object, str)
    """Badges on a ``Stock`` are to be printed from the template of this name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._boxes: QVBoxLayout = column(gap=0)
        self._why = Text("", LABEL, "2", wraps=True)
        self.setLayout(column(Text("Printed on", SECTION), self._boxes, self._why, gap=6))

    def show_shelf(self, shelf: TemplateShelf, name: str) -> None:
        """Tick the stocks that the template of this name is used for."""
        had = [box.text() for box in self.findChildren(CheckBox) if box.hasFocus()]
        clear(self._boxes)
        stocks = shelf.stocks_for(shelf.templates[name])
        is_usual = False
        for stock in stocks:
            box = self._box(shelf, stock, name)
            is_usual = is_usual or not box.isEnabled()
            self._boxes.addWidget(box)
            if box.text() in had:
                box.setFocus()
        if not stocks:
            self._why.setText("No stock has labels of this size.")
        elif is_usual:
            self._why.setText("Grey: its usual one. To change that, tick it at another template.")
        else:
            self._why.setText("")
        self._why.setVisible(bool(self._why.text()))

    def _box(self, shelf: TemplateShelf, stock: Stock, name: str) -> CheckBox:
        box = CheckBox(self._look, stock_words(stock.name), may_shrink=True)
        is_used = shelf.used[stock.name] == name
        box.setChecked(is_used)
        box.setEnabled(not (is_used and stock.layout == name))
        box.clicked.connect(lambda on: self.wanted.emit(stock, name if on else stock.layout))
        return box
