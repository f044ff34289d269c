"""Who comes instead of somebody whose place was taken over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegates.lookup import FoundPerson
from ui.common.lettering import LABEL
from ui.common.look import Look
from ui.common.parts import Text, column
from ui.desk.result_card import ResultCard


class ComesInstead(QWidget):
    """One card, as in a look-up. The signals carry a ``Person``."""

    check_in_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._card = ResultCard(look, 1)
        self._card.check_in_wanted.connect(self.check_in_wanted)
        self._card.open_wanted.connect(self.open_wanted)
        self.setLayout(column(Text("Comes instead", LABEL, "3"), self._card, margins=(0, 8, 0, 0)))
        self.hide()

    def show_substitute(self, found: FoundPerson | None) -> None:
        """Show who it is, or nobody."""
        if found is not None:
            self._card.show_found(found, likeliest=True)
        self.setVisible(found is not None)
