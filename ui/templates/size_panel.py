"""How large the badge is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.printing.templates.editing import SMALLEST_BADGE, with_size
from ui.common.lettering import SECTION
from ui.common.parts import Text, column, row
from ui.templates.fields import labelled, length_field, show_number
from ui.templates.work import Work


class SizePanel(QWidget):
    """Asks for width and height. It stays as it is on stocks with larger labels."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.wide = length_field("Width of the badge", SMALLEST_BADGE)
        self.high = length_field("Height of the badge", SMALLEST_BADGE)
        sides = row(labelled("Width", self.wide), labelled("Height", self.high), gap=8)
        self.setLayout(column(Text("Badge", SECTION), sides, gap=6))
        for field in (self.wide, self.high):
            field.valueChanged.connect(lambda _value: self._resize())
        work.changed.connect(self._show)

    def _show(self) -> None:
        show_number(self.wide, self._work.template.width)
        show_number(self.high, self._work.template.height)

    def _resize(self) -> None:
        work = self._work
        work.do(with_size(work.template, self.wide.value(), self.high.value()), "size of the badge")
