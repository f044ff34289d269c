"""What becomes of what was typed and is not saved, before the event goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.common.unsaved import UnsavedQuestion
from ui.outcomes.drafts import Drafts
from ui.outcomes.editing import Editing


class Leaving(QObject):
    """Asks, saves or drops, and goes on once nothing is on its way to the file."""

    def __init__(self, question: UnsavedQuestion, drafts: Drafts, editing: Editing) -> None:
        super().__init__(question)
        self._question, self._drafts, self._editing = question, drafts, editing
        self._then: Callable[[], None] | None = None
        question.save.clicked.connect(self._save)
        question.discard.clicked.connect(self._discard)
        editing.settled.connect(self._settle)

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then``, at once if nothing is unsaved."""
        typed = len(self._drafts.typed)
        if typed:
            what = (
                "What came of 1 meeting is" if typed == 1 else f"Outcomes of {typed} meetings are"
            )
            self._question.ask(what, then)
        elif self._drafts.is_saving:
            self._then = then
        else:
            then()

    def _save(self) -> None:
        for meeting in tuple(self._drafts.typed):
            self._editing.save(self._drafts.row(meeting))
        self._settle()

    def _discard(self) -> None:
        self._drafts.drop(*self._drafts.typed)
        self._settle()

    def _settle(self) -> None:
        if self._drafts.is_saving:
            return
        then, self._then = self._then, None
        if then is not None:
            then()
        elif self._question.isVisible():
            # What was refused is still there, and the page says why.
            (self._question.drop if self._drafts.typed else self._question.go_on)()
