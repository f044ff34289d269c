"""What a floor manager does and sees in the panel of what needs somebody."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.robot import Robot
from ui.floor.attention_card import AttentionCard
from ui.floor.attention_panel import AttentionPanel
from ui.floor.attention_words import SIGNS

_NONE = Qt.KeyboardModifier.NoModifier


class AttentionRobot(Robot):
    """Goes from card to card, presses keys, and hears what is told."""

    def __init__(self, panel: AttentionPanel, qtbot: QtBot) -> None:
        super().__init__(panel, qtbot)
        self.panel = panel
        self.told: list[str] = []
        self.wanted: list[object] = []
        panel.told.connect(lambda news: self.told.append(news.text))
        panel.meeting_wanted.connect(self.wanted.append)

    @property
    def current(self) -> AttentionCard:
        """The card that keys act on."""
        assert self.panel.list.current is not None
        return self.panel.list.current

    def card(self, words: str) -> AttentionCard:
        """Wait for the card that says this."""
        self.waits(lambda: self._found(words) is not None, words)
        found = self._found(words)
        assert found is not None
        return found

    def stands_on(self, words: str) -> AttentionCard:
        """Go to a card."""
        card = self.card(words)
        card.window().activateWindow()
        card.setFocus()
        self.waits(lambda: self.current is card, words)
        return card

    def strikes(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """Strike a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def is_offered(self, *heads: str) -> None:
        """See on the current card what could be done, in this order."""
        self.waits(lambda: self._offers()[: len(heads)] == list(heads), repr(heads))

    def is_told(self, words: str) -> None:
        self.waits(lambda: any(words in each for each in self.told), words)

    def sees_signs(self, *signs: str) -> None:
        """See these cards and no others, from above to below."""
        self.waits(lambda: self._signs() == list(signs), repr(signs))

    def _offers(self) -> list[str]:
        names = (each.button.accessibleName() for each in self.current.shown_rows)
        return [name.split(": ", 1)[1].split(". ")[0] for name in names]

    def _signs(self) -> list[str]:
        return [SIGNS[card.item.need].word for card in self.panel.list.cards]

    def _found(self, words: str) -> AttentionCard | None:
        says = partial(_says, words)
        return next(filter(says, self.panel.list.cards), None)


def _says(words: str, card: AttentionCard) -> bool:
    return words in card.accessibleName()
