"""Reads what the form for a walk-in is completed from, whenever it is begun."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLocale, QObject

from app.delegates.suggesting import KnownWords
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.desk.card import DeskCard


class WordCalls(Protocol):
    """What this needs of ``app.checkin.reception.Reception``."""

    def known_words(self, locale: str) -> KnownWords: ...


class WordsReader(QObject):
    """Serves the form of a card."""

    def __init__(self, calls: WordCalls, tools: Tools, card: DeskCard) -> None:
        super().__init__(card)
        self._calls = calls
        self._tools = tools
        self._card = card
        self._view = Quiet(self)
        card.words_wanted.connect(self._read)

    def _read(self) -> None:
        locale = QLocale.system().name()
        self._tools.reads.run(
            lambda _report: self._calls.known_words(locale),
            view=self._view,
            then=self._card.form.know,
        )
