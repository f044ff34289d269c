"""Sums a rehearsal up, and asks what becomes of the copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.rehearsing.summing import Sum
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY, BODY_STRONG, SECTION
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.common.strip import StatusStrip
from ui.rehearsal.words import machine_words, own_words, sum_words


class EndDialog(QDialog):
    """Shows figures as they come; the rehearsal stands still behind it."""

    removed = Signal()
    """The copy is not needed any more."""
    kept = Signal()
    """It is to be saved first."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = StatusStrip(look)
        self._total: Sum | None = None
        self._said = Text("Counting what was held…", BODY, wraps=True)
        self._own, self._machine = Text("", BODY_STRONG, wraps=True), Text("", BODY, wraps=True)
        for each in (self._said, self._own, self._machine):
            each.setFixedWidth(460)
        self.go_on = Button(look, "Go on rehearsing", "play")
        self.keep = Button(look, "Keep the copy…", "save")
        self.remove = Button(look, "End and remove the copy", "circle-stop", rank=Rank.MAIN)
        self.setWindowTitle("End the rehearsal?")
        about = Text("The event itself was not changed.", BODY, "2")
        title = Text(self.windowTitle(), SECTION)
        buttons = row(None, self.go_on, self.keep, self.remove)
        parts = (title, self._said, self._own, self._machine, about, self.strip, buttons)
        self.setLayout(column(*parts, gap=12, margins=24))
        self.go_on.clicked.connect(self.reject)
        self.keep.clicked.connect(self.kept)
        self.remove.clicked.connect(self.removed)

    def is_told_all(self) -> bool:
        """Tell whether all figures are there."""
        return bool(self._machine.text())

    def show_sum(self, total: Sum, by: str) -> None:
        """Say what was held by then."""
        self._total = total
        self._said.setText(sum_words(total, by))
        self._own.setText(own_words(total) if total.planned else "")
        self.adjustSize()

    def show_machine(self, recovered: int) -> None:
        """Say what the proposals alone would have recovered."""
        if self._total is not None and self._total.planned:
            self._machine.setText(machine_words(recovered, self._total))
            self.adjustSize()
