"""Who said what of the open meeting, while somebody wants to see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.journal.log import Line
from ui.common.jobs import Quiet
from ui.common.page import Tools
from ui.outcomes.card import Card
from ui.outcomes.card_words import history_lines
from ui.outcomes.services import OutcomeServices


class History(QObject):
    """Reads it anew with each meeting that is opened."""

    def __init__(self, services: OutcomeServices, tools: Tools, card: Card) -> None:
        super().__init__(card)
        self._services, self._tools, self._card = services, tools, card
        self._view = Quiet(self)
        card.history.toggled.connect(lambda _on: self.read())

    def read(self) -> None:
        """Read it, or take it away if nobody wants to see it."""
        shown, card = self._card.shown, self._card
        if shown is None or not card.history.isChecked():
            card.told.say()
            return

        def then(lines: Sequence[Line]) -> None:
            if card.shown is not None and card.shown.id == shown.id and card.history.isChecked():
                clock = self._tools.times.of_day
                card.told.say(*history_lines(lines, self._services.words, clock))

        history = self._services.history
        self._tools.quick.run(lambda _report: history(shown.id), view=self._view, then=then)
