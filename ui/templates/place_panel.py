"""Where the chosen part stands, how large it is, and what it keeps to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from app.printing.described import Place
from app.printing.layout import DOT, Align, Box
from app.printing.templates.checking import FEWEST_DOTS, SMALLEST_PART
from app.printing.templates.editing import CODE, aligned, box_of, parts, placed, with_dots
from ui.common.buttons import Choice
from ui.common.lettering import LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Elided, Text, column, row
from ui.templates.fields import (
    Toggle,
    count_field,
    labelled,
    length_field,
    show_count,
    show_number,
)
from ui.templates.words import place_words
from ui.templates.work import Work

_MOST_DOTS = 100
EDGES = {
    Align.LEFT: ("align-start-vertical", "left edges"),
    Align.CENTRE: ("align-center-vertical", "middles"),
    Align.RIGHT: ("align-end-vertical", "right edges"),
}


class PlacePanel(QWidget):
    """Fields for the place of a part. The code has a size in dots."""

    def __init__(self, look: Look, work: Work) -> None:
        super().__init__()
        self._work = work
        self._others: list[Place | None] = [None]
        self._name = Elided("", SECTION)
        self.across, self.down = length_field("From the left"), length_field("From above")
        self.wide = length_field("Width", SMALLEST_PART)
        self.high = length_field("Height", SMALLEST_PART)
        self.dots = count_field("Dots for each square of the code", FEWEST_DOTS, _MOST_DOTS)
        self._measures = Text("", LABEL, "2", wraps=True)
        self.to = Choice(look)
        self.to.setAccessibleName("Align to")
        self.to.addItem("The paper")
        self.to.setMinimumContentsLength(8)
        self._size, self._code = QWidget(), QWidget()
        self._size.setLayout(_two(labelled("Width", self.wide), labelled("Height", self.high)))
        self._code.setLayout(column(labelled("Dots a square", self.dots), self._measures, gap=6))
        at = _two(labelled("From the left", self.across), labelled("From above", self.down))
        edges = row(*(self._edge(look, edge) for edge in Align), gap=4)
        keep = row(self.to, edges, gap=8)
        keep.setStretch(0, 1)
        self.setLayout(
            column(self._name, at, self._size, self._code, labelled("Align to", keep), gap=10)
        )
        for field in (self.across, self.down, self.wide, self.high):
            field.valueChanged.connect(lambda _value: self._place())
        self.dots.valueChanged.connect(lambda dots: work.do(with_dots(work.template, dots), "size"))
        work.changed.connect(self._show)
        work.chosen_changed.connect(self._show)

    def _edge(self, look: Look, edge: Align) -> Toggle:
        icon, words = EDGES[edge]
        button = Toggle(look, f"Align {words}", icon)
        button.setCheckable(False)
        button.clicked.connect(lambda: self._align(edge))
        return button

    def _show(self) -> None:
        template, part = self._work.template, self._work.part
        box, is_code = box_of(template, part), part == CODE
        self._name.setText(place_words(template, part))
        for field, value in (
            (self.across, box.x),
            (self.down, box.y),
            (self.wide, box.width),
            (self.high, box.height),
        ):
            show_number(field, value)
        show_count(self.dots, template.symbol.dots)
        self._size.setVisible(not is_code)
        self._code.setVisible(is_code)
        square = template.symbol.dots * DOT
        self._measures.setText(f"{square:.2f} mm a square, {box.width:.1f} mm across.")
        self._offer_others()

    def _offer_others(self) -> None:
        template, before = self._work.template, self._others[self.to.currentIndex()]
        self.to.blockSignals(True)
        self.to.clear()
        others = [part for part in parts(template) if part != self._work.part]
        self._others = [None, *others]
        self.to.addItem("The paper")
        self.to.addItems([place_words(template, part) for part in others])
        self.to.setCurrentIndex(self._others.index(before) if before in self._others else 0)
        self.to.blockSignals(False)

    def _place(self) -> None:
        work = self._work
        box = Box(self.across.value(), self.down.value(), self.wide.value(), self.high.value())
        old = box_of(work.template, work.part)
        # A field shows hundredths; what was not changed keeps the rest.
        same = {
            name: getattr(old, name)
            for name in ("x", "y", "width", "height")
            if abs(getattr(old, name) - getattr(box, name)) < 0.006
        }
        work.do(placed(work.template, work.part, replace(box, **same)), "place")
        self._show()

    def _align(self, edge: Align) -> None:
        work, to = self._work, self._others[self.to.currentIndex()]
        box = box_of(work.template, to) if to is not None else work.template.paper
        work.do(aligned(work.template, work.part, edge, box))


def _two(first: QLayout, second: QLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.addLayout(first, 0, 0)
    grid.addLayout(second, 0, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
