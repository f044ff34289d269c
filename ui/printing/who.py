"""Whose badges: one line for each choice, with how many they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from app.printing.drawn import Counts
from app.printing.refusals import Only
from ui.common.lettering import BODY, BODY_STRONG, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import column

_HEIGHT = 40
_WORDS = {
    Only.NEW: "Not yet printed",
    Only.CHANGED: "Changed since print",
    Only.ALL: "All delegates",
}


class Who(QWidget):
    """The choices, chosen with the mouse or the arrow keys."""

    chosen = Signal(object)
    """An ``Only``, or ``None`` for the delegates who were named."""

    def __init__(self, look: Look, named: int) -> None:
        super().__init__()
        self._rows: dict[Only | None, _WhoRow] = {}
        if named:
            words = "This delegate" if named == 1 else f"These {named:,} delegates"
            self._rows[None] = _WhoRow(look, words)
            self._rows[None].show_count(named)
        for only, words in _WORDS.items():
            self._rows[only] = _WhoRow(look, words)
        self.setLayout(column(*self._rows.values(), gap=2))
        self.choose(None if named else Only.NEW)
        for each in self._rows.values():
            each.toggled.connect(self._tell)

    @property
    def choice(self) -> Only | None:
        """What is chosen."""
        return next(only for only, each in self._rows.items() if each.isChecked())

    def choose(self, only: Only | None) -> None:
        """Choose something else."""
        self._rows[only].setChecked(True)

    def call_first(self, name: str) -> None:
        """Say who the one named delegate is."""
        self._rows[None].setText(name)
        self._rows[None].show_count(1)

    def show_counts(self, counts: Counts) -> None:
        """Say how many each choice would print."""
        self._rows[Only.NEW].show_count(counts.new)
        self._rows[Only.CHANGED].show_count(counts.changed)
        self._rows[Only.ALL].show_count(counts.every)

    def _tell(self, on: bool) -> None:
        if on:
            self.chosen.emit(self.choice)

    def take_focus(self) -> None:
        """Put the focus on what is chosen."""
        self._rows[self.choice].setFocus(Qt.FocusReason.OtherFocusReason)


class _WhoRow(QRadioButton):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self._look = look
        self._count = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        self._count = f"{count:,}"
        self.setAccessibleName(f"{self.text()}: {self._count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, on = self._look, self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if self.hasFocus() else "accent-line" if on else ""
        painter.setPen(
            QPen(look.colour(edge), 2 if self.hasFocus() else 1) if edge else Qt.PenStyle.NoPen
        )
        ground = "accent-soft" if on else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(area, 8, 8)
        middle = QPointF(area.x() + 19, area.center().y())
        painter.setPen(QPen(look.colour("accent" if on else "ctl-line"), 4.5 if on else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 6 if on else 7.25, 6 if on else 7.25)
        strong = BODY_STRONG if on else BODY
        count = Ink(strong, "accent-text" if on else "text-2", Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(strong))
        width = painter.fontMetrics().horizontalAdvance(self._count)
        paint_text(painter, area.adjusted(0, 0, -14, 0), self._count, count, look)
        room = area.adjusted(38, 0, -(width + 26), 0)
        paint_text(painter, room, self.text(), Ink(strong), look)
        painter.end()
