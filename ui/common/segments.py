"""Controls that are on or off, and a choice of one of a few that stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.common.lettering import LABEL_STRONG, Lettering, font
from ui.common.look import Look
from ui.common.parts import row
from ui.common.pressable import Pressable


class Pressed(Pressable):
    """A control that is on or off."""

    def __init__(self, look: Look, tall: int) -> None:
        super().__init__(look)
        self.setCheckable(True)
        self.setFixedHeight(tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segment(Pressed):
    """One of several views, of which one is on."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(look, 28)
        self.name(word)
        self.toggled.connect(self._stop_here)
        self._stop_here(False)

    def name(self, word: str) -> None:
        """Call it otherwise."""
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()

    def _stop_here(self, on: bool) -> None:
        # Tab comes to the view that is on; arrows go on to the others.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if on else policy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(wide(self.text(), LABEL_STRONG)) + 28, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, on = self.look, self.isChecked()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("line-strong"), 1) if on else Qt.PenStyle.NoPen)
        if self.hasFocus():
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(look.colour("accent"), 2))
        fill = "surface" if on else "hover" if self.underMouse() else ""
        painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)
        painter.setFont(font(LABEL_STRONG))
        painter.setPen(look.colour("text" if on else "text-2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ViewSwitch(QWidget):
    """One of several views is on. ``chosen`` carries the place of what somebody chose."""

    chosen = Signal(int)

    def __init__(self, look: Look, *words: str) -> None:
        super().__init__()
        self._look = look
        self.segments = tuple(Segment(look, word) for word in words)
        self._group = QButtonGroup(self)
        for place, each in enumerate(self.segments):
            self._group.addButton(each, place)
        self.segments[0].setChecked(True)
        self.setLayout(row(*self.segments, gap=2, margins=(3, 3, 3, 3)))
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)
        look.changed.connect(self.update)

    def choose(self, place: int) -> None:
        """Say which is on."""
        self.segments[place].setChecked(True)

    def name(self, place: int, word: str) -> None:
        """Call one of them otherwise."""
        self.segments[place].name(word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()


def wide(text: str, lettering: Lettering) -> float:
    """Say how wide a text is in these letters."""
    return QFontMetricsF(font(lettering)).horizontalAdvance(text)
