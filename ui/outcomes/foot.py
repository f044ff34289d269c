"""Which keys do what, below the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.outcomes.answers import AnswerSet
from ui.common.buttons import key_words
from ui.common.lettering import CELL
from ui.common.parts import Panel, Text, clear, row
from ui.outcomes.card_parts import key_cap
from ui.outcomes.words import ANSWER_KEYS, KIND_KEYS

_SIDE, _APART = 20, 16


class Foot(Panel):
    """Names the keys for what the event asks, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__("foot")
        self._asked: AnswerSet | None = None
        self._groups: list[QWidget] = []
        self._row = row(gap=_APART)
        self.setLayout(row(self._row, None, margins=(_SIDE, 8, _SIDE, 8)))
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())

    def show_asked(self, asked: AnswerSet) -> None:
        """Name the keys of other answers."""
        if asked is self._asked:
            return
        self._asked = asked
        clear(self._row)
        keys = [KIND_KEYS[each] for each in asked.kinds] or [
            ANSWER_KEYS[each] for each in asked.in_short
        ]
        self._groups = [
            _said(caps, words)
            for caps, words in (
                (("↑", "↓"), "choose meeting"),
                (keys, "outcome"),
                (("1–5",), "interest"),
                ((key_words("Return"),), "save, next"),
                (("X",), "who did not come"),
                ((key_words("Ctrl+Z"),), "undo"),
                (("Esc",), "leave a field"),
            )
        ]
        for each in self._groups:
            self._row.addWidget(each)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _SIDE
        for each in self._groups:
            room -= each.sizeHint().width()
            each.setVisible(room >= 0)
            room -= _APART


def _said(caps: Sequence[str], words: str) -> QWidget:
    group = QWidget()
    group.setLayout(row(*(key_cap(each) for each in caps), Text(words, CELL, "2"), gap=5))
    return group
