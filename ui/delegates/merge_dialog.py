"""Two entries side by side, before they become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.meetings.pairs import Half, Pair
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, CELL, CELL_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, line, row, scrolled
from ui.common.pressable import is_enter
from ui.common.times import Times, day_words
from ui.delegates.merge_words import Compared, comes_along, compared, is_left
from ui.delegates.words import NOBODY_SAID, breakable

_WIDE, _TALL = 760, 640
_LABELS, _COLUMN = 128, 240
_SIDES: Mapping[int, int] = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
_TOP = Qt.AlignmentFlag.AlignTop


class MergeDialog(QDialog):
    """Shows what differs, asks which entry is kept, and says what comes along.

    ``merge_wanted`` carries the person whose entry is kept, and the one whose entry goes.
    """

    merge_wanted = Signal(object, object)
    both_wanted = Signal()

    def __init__(
        self, look: Look, times: Times, pair: Pair, kept: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pair = pair
        self._kept = kept
        self.setWindowTitle("Perhaps one person")
        self.keeps = tuple(_Keep(look, "", "check") for _half in pair.halves)
        self._along = Text("", BODY, wraps=True)
        self._left = Text("", BODY, "2", wraps=True)
        self.merge = Button(look, "", "merge", rank=Rank.MAIN)
        self.both = Button(look, "Keep both")
        self.cancel = Button(look, "Cancel")
        lines = compared(pair.halves, times)
        self.setLayout(self._laid_out(sorted(lines, key=lambda each: not each.differs)))
        self.setFixedSize(_WIDE, _TALL)
        for at, button in enumerate(self.keeps):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, chosen=at: self._keep(chosen))
        self.merge.clicked.connect(self._merge)
        self.both.clicked.connect(self._keep_both)
        self.cancel.clicked.connect(self.reject)
        self._keep(kept)
        self.keeps[kept].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose which entry is kept; Enter, which may end a scan, does nothing."""
        at = _SIDES.get(event.key())
        if at is not None and self.focusWidget() in self.keeps:
            self._keep(at)
            self.keeps[at].setFocus()
        elif not is_enter(event):
            super().keyPressEvent(event)

    def _keep(self, at: int) -> None:
        self._kept = at
        kept, merged = self._sides()
        for half, button in zip(self._pair.halves, self.keeps, strict=True):
            stays = half is kept
            number = half.person.badge_number
            words = f"{number} is kept" if stays else f"Keep {number} instead"
            button.set_words(words, "check" if stays else "")
            button.setChecked(stays)
            button.setAccessibleName(f"{button.text()}: {half.person.name}")
        self.merge.set_words(f"Merge into {kept.person.badge_number}")
        self._along.setText(comes_along(kept, merged))
        self._left.setText(is_left(kept, merged))

    def _sides(self) -> tuple[Half, Half]:
        halves = self._pair.halves
        return halves[self._kept], halves[1 - self._kept]

    def _merge(self) -> None:
        kept, merged = self._sides()
        self.accept()
        self.merge_wanted.emit(kept.person, merged.person)

    def _keep_both(self) -> None:
        self.accept()
        self.both_wanted.emit()

    def _laid_out(self, lines: Sequence[Compared]) -> QVBoxLayout:
        heads = QGridLayout()
        _measure(heads)
        # The table below leaves as much to its scroll bar.
        heads.setContentsMargins(0, 0, 12, 0)
        for at, (half, button) in enumerate(zip(self._pair.halves, self.keeps, strict=True)):
            name = Text(breakable(half.person.name), SECTION, wraps=True)
            heads.addWidget(name, 0, at + 2, _TOP)
            heads.addLayout(row(button, None), 1, at + 2)
        differing = sum(each.differs for each in lines)
        told = "1 line differs" if differing == 1 else f"{differing} lines differ"
        heads.addWidget(Text(told, LABEL, "2"), 1, 0, 1, 2)
        table = QWidget()
        table.setLayout(self._grid(lines))
        buttons = row(self.both, None, self.cancel, self.merge)
        layout = column(heads, line(), scrolled(table), line(), self._told(), buttons, gap=12)
        layout.setStretch(2, 1)
        layout.setContentsMargins(24, 20, 24, 20)
        return layout

    def _grid(self, lines: Sequence[Compared]) -> QGridLayout:
        grid = QGridLayout()
        _measure(grid)
        grid.setVerticalSpacing(6)
        for at, each in enumerate(lines):
            grid.addWidget(Text(each.label, LABEL, "2"), at, 0, _TOP)
            if each.differs:
                mark = Picture(self._look, "equal-not", "warn-mark", 16)
                mark.setAccessibleName(f"{each.label} differs")
                grid.addWidget(mark, at, 1, _TOP)
            for side, text in enumerate(each.texts):
                lettering, tone = (CELL_STRONG, "") if each.differs else (CELL, "2")
                shown = Text(breakable(text) or NOBODY_SAID, lettering, tone, wraps=True)
                number = self._pair.halves[side].person.badge_number
                shown.setAccessibleName(f"{each.label}, {number}: {text or 'nobody said'}")
                grid.addWidget(shown, at, side + 2, _TOP)
        grid.setRowStretch(len(lines), 1)
        return grid

    def _told(self) -> QVBoxLayout:
        day = self._pair.both_here
        if day is not None:
            self.merge.setEnabled(False)
            problem = Panel("problem")
            said = Text(
                f"Both were let in on {day_words(day)}, so they look like two people. "
                "Take one check-in back, if it was a mistake; then they can be merged.",
                BODY,
                wraps=True,
            )
            mark = Picture(self._look, "circle-alert", "bad-text")
            layout = row(mark, said, gap=12, margins=(12, 8, 12, 8))
            layout.setStretch(1, 1)
            problem.setLayout(layout)
            return column(problem)
        along = self._line("arrow-right", self._along)
        left = self._line("minus", self._left)
        undo = Text("Undo makes them two entries again.", BODY, "2")
        return column(along, left, undo, gap=6)

    def _line(self, icon: str, said: Text) -> QHBoxLayout:
        mark = column(Picture(self._look, icon, "text-2", 16), None)
        layout = row(mark, said, gap=10)
        layout.setStretch(1, 1)
        return layout


class _Keep(Button):
    """Leaves Left and Right to the dialog, which Qt would go to the next button by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SIDES:
            event.ignore()
            return
        super().keyPressEvent(event)


def _measure(grid: QGridLayout) -> None:
    grid.setHorizontalSpacing(12)
    grid.setColumnMinimumWidth(0, _LABELS)
    grid.setColumnMinimumWidth(1, 16)
    for at in (2, 3):
        grid.setColumnMinimumWidth(at, _COLUMN)
        grid.setColumnStretch(at, 1)
    grid.setContentsMargins(0, 0, 0, 0)
