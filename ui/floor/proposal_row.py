"""One proposal on a card: its number, what it says, and the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY_STRONG, CELL, CHIP, font
from ui.common.look import Look
from ui.common.parts import Text, column, line, row
from ui.floor.proposal_words import Told

_NUMBER = 20


class CardButton(SmallButton):
    """A button on a card. The arrows go from card to card, not from button to button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)


class ProposalRow(QWidget):
    """Shows one proposal after another, ranked ``number``; the first has the loud button."""

    taken = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._number = number
        self._head = Text("", BODY_STRONG, wraps=True)
        self._text = Text("", CELL, "2", wraps=True)
        self.button = CardButton(look, "", rank=Rank.MAIN if number == 1 else Rank.PLAIN)
        for text in (self._head, self._text):
            # A long name must not make the card wider than the panel.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        below = row(self._text, gap=12)
        below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        below.setStretch(0, 1)
        beside = row(column(self._head, below, gap=2), gap=8)
        beside.insertWidget(0, _Number(look, number), 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line(), 10, beside, gap=0))
        self.button.clicked.connect(self.taken)

    def show_told(self, told: Told) -> None:
        """Show another proposal."""
        self._head.setText(told.head)
        self._text.setText(told.text)
        self.button.set_words(told.verb)
        self.button.setAccessibleName(f"{self._number}, {told.verb}: {told.head}. {told.text}")


class _Number(QWidget):
    """The key that takes a proposal."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look, self._number = look, number
        self.setFixedSize(_NUMBER, _NUMBER)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_first = self._number == 1
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent" if is_first else "sunken"))
        painter.drawEllipse(area)
        painter.setFont(font(CHIP))
        painter.setPen(self._look.colour("accent-on" if is_first else "text-2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
