"""Choosing one of the events that come with the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from app.errors import DeskError
from app.event.sample import SampleTold
from ui.common.buttons import Button
from ui.common.lettering import BODY_STRONG, CELL, LABEL, TITLE
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.common.parts import Panel, Text, clear, column, row
from ui.common.sentences import sentence
from ui.common.strip import StatusStrip
from ui.start.entry import Entry
from ui.start.recent_list import span

_HEIGHT, _GAP = 60, 4
_WHEN_WIDE, _KEY_WIDE = 260.0, 64.0
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ABOUT = (
    "Each is made as if it began today, in a file of its own. People and organisations in them are"
    " invented."
)


class SampleChoice(QWidget):
    """Lists the samples. ``chosen`` carries the name of one, ``left``: none is wanted."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.entries: Sequence[SampleEntry] = ()
        self.status = StatusStrip(look)
        self._rows = column(gap=_GAP)
        self._back = Button(look, "Back", "chevron-left", "Esc")
        card = Panel("card")
        card.setLayout(column(self._rows, gap=0, margins=8))
        self.setLayout(
            column(
                Text("Sample events", TITLE),
                Text(_ABOUT, tone="2", wraps=True),
                card,
                self.status,
                row(self._back, None),
                None,
                gap=16,
            )
        )
        self._back.clicked.connect(self.left)
        self.status.busy_changed.connect(self._hold)

    def show_samples(self, samples: Sequence[SampleTold]) -> None:
        """Offer these, the usual one first."""
        clear(self._rows)
        self.entries = [SampleEntry(self._look, each, at) for at, each in enumerate(samples, 1)]
        for entry in self.entries:
            self._rows.addWidget(entry)
            # A layout shows what it is given a little later, and what is not shown has no focus.
            entry.show()
            entry.clicked.connect(lambda _down=False, of=entry.sample: self.chosen.emit(of.name))
        self.begin()

    def begin(self) -> None:
        """Get ready to be chosen from."""
        if self.entries:
            self.entries[0].setFocus()

    def refuse(self, refusal: DeskError) -> None:
        """Say why the samples can't be listed."""
        self.status.say(sentence(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down the list."""
        by = _STEPS.get(Qt.Key(event.key()))
        at = next((at for at, each in enumerate(self.entries) if each.hasFocus()), None)
        if by is None or at is None:
            super().keyPressEvent(event)
            return
        self.entries[max(0, min(at + by, len(self.entries) - 1))].setFocus()

    def _hold(self, busy: bool) -> None:
        self._back.setDisabled(busy)
        for entry in self.entries:
            entry.setDisabled(busy)


class SampleEntry(Entry):
    """A sample: its name, where and when it was, a line on it, and the key that makes it."""

    def __init__(self, look: Look, sample: SampleTold, number: int) -> None:
        super().__init__(look, _HEIGHT)
        self.sample = sample
        self._when = f"{sample.city} · {span(sample.days)}"
        self._key = QKeySequence(f"Alt+{number}")
        self.setText(sample.title)
        self.setAccessibleName(f"{sample.title}. {self._when}. {sample.about}.")
        QShortcut(self._key, self).activated.connect(self.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it to the list to go up and down."""
        if event.key() in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paint_words(self, painter: QPainter) -> None:
        """Say what the sample is, and which key makes it."""
        upper, lower = self.line(11), self.line(32)
        tone = "text" if self.isEnabled() else "text-3"
        name = upper.adjusted(0, 0, -_WHEN_WIDE, 0)
        paint_text(painter, name, self.text(), Ink(BODY_STRONG, tone), self.look)
        when = QRectF(upper.right() - _WHEN_WIDE, upper.y(), _WHEN_WIDE, upper.height())
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, when, self._when, Ink(CELL, "text-2", right), self.look)
        about = lower.adjusted(0, 0, -_KEY_WIDE, 0)
        paint_text(painter, about, self.sample.about, Ink(CELL, "text-2"), self.look)
        key = QRectF(lower.right() - _KEY_WIDE, lower.y(), _KEY_WIDE, lower.height())
        said = self._key.toString().replace("+", " ")
        paint_text(painter, key, said, Ink(LABEL, "text-3", right), self.look)
