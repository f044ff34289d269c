"""A time of day, asked on a card: when those who are missing come."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTimeEdit, QWidget

from ui.common.buttons import Rank
from ui.common.lettering import CELL, CONTROL, font
from ui.common.look import Look
from ui.common.parts import Text, row
from ui.common.pressable import is_enter
from ui.floor.proposal_row import CardButton

_STEP = timedelta(minutes=5)
_USUAL = timedelta(minutes=10)


class ComesAt(QWidget):
    """Asks for a time of today. Enter in the field says it, Esc leaves all as it is."""

    said = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._now: datetime | None = None
        self.field = QTimeEdit()
        self.field.setDisplayFormat("HH:mm")
        self.field.setFont(font(CONTROL))
        self.field.setFixedWidth(72)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName("They come at")
        self._note = CardButton(look, "Note it")
        self._leave = CardButton(look, "Leave it", rank=Rank.QUIET)
        self.setLayout(row(Text("At", CELL, "2"), self.field, self._note, self._leave, None))
        self._note.clicked.connect(self._say)
        self._leave.clicked.connect(self.left)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab reaches while it asks."""
        return [self.field, self._note, self._leave]

    def ask(self, now: datetime) -> None:
        """Ask, beginning with a round time soon after ``now``, which is by the venue's clock."""
        self._now = now
        whole = (now + _USUAL).replace(second=0, microsecond=0)
        whole += -timedelta(minutes=whole.minute) % _STEP
        self.field.setTime(QTime(whole.hour, whole.minute))
        self.show()
        self.ask_again()

    def ask_again(self) -> None:
        """Let another time be typed over the one that stands there."""
        self.field.setFocus()
        # Typed over the whole of it, 12:05 becomes 11:05: Qt reads digits by section.
        self.field.setSelectedSection(QTimeEdit.Section.HourSection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the field has no use for must not take a proposal of the card around it.
        event.accept()
        if is_enter(event):
            self._say()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _say(self) -> None:
        if self._now is not None:
            time = self.field.time()
            at = self._now.replace(hour=time.hour(), minute=time.minute(), second=0, microsecond=0)
            self.said.emit(at)
