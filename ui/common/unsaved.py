"""The question what becomes of what was typed and is not saved, before its form goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from ui.common.buttons import Rank, SmallButton
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row


class UnsavedQuestion(Panel):
    """Stands above a form, and goes on once it is answered."""

    stands = Signal(bool)
    """It is asked, or no longer: while it is, its own ``save`` is the one filled button."""
    stayed = Signal()
    """Nothing goes on: the form is worked on."""

    def __init__(self, look: Look) -> None:
        super().__init__("warning")
        self._said = Text("", BODY, wraps=True)
        self._then: Callable[[], None] | None = None
        self.save = SmallButton(look, "Save", "save", rank=Rank.MAIN)
        self.discard = SmallButton(look, "Discard")
        self.stay = SmallButton(look, "Go on editing")
        head = row(Picture(look, "pencil", "warn-mark", 16), self._said, gap=10)
        head.setStretch(1, 1)
        self.setLayout(
            column(head, row(self.save, self.discard, self.stay, None), margins=(12, 8, 12, 10))
        )
        self.stay.clicked.connect(self._stay)
        self.hide()

    def ask(self, what: str, then: Callable[[], None]) -> None:
        """Ask before going on with ``then``; ``what`` is such as "The changes to Ada King are"."""
        self._said.setText(f"{what} not saved.")
        self._then = then
        self.show()
        self.stands.emit(True)
        self.save.setFocus()

    def go_on(self) -> None:
        """Do what was waiting, if anything was: nothing is unsaved any more."""
        then = self._then
        self.drop()
        if then is not None:
            then()

    def drop(self) -> None:
        """Ask no more, and let what was waiting be."""
        self.hide()
        self._then = None
        self.stands.emit(False)

    def _stay(self) -> None:
        self.drop()
        self.stayed.emit()
