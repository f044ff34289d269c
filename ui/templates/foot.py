"""What is so with the template that is worked on, in one sentence, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.common.buttons import Button
from ui.common.lettering import BODY
from ui.common.look import Look
from ui.common.parts import Panel, Picture, Text, column, row
from ui.templates.words import flaw_words
from ui.templates.work import Work


class Foot(Panel):
    """Says why something is grey, or what just happened."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("foot")
        self._mark, self._said = Picture(look, "info", "text-2", 16), Text("", BODY, wraps=True)
        closing = Button(look, "Close", "x")
        note = row(self._mark, self._said, gap=8)
        note.setStretch(1, 1)
        below = row(note, closing, gap=16)
        below.setStretch(0, 1)
        self.setLayout(column(below, margins=(16, 10, 16, 10)))
        closing.clicked.connect(self.closed)

    def say_done(self, text: str) -> None:
        """Say what happened."""
        self._say(text, "circle-check", "ok-text")

    def explain(self, work: Work, cannot_draw: str, *, is_own: bool) -> None:
        """Say what keeps the template from being saved, if anything does."""
        name = work.template.name
        if work.flaws:
            more = f" {len(work.flaws) - 1} more." if len(work.flaws) > 1 else ""
            first = flaw_words(work.template, work.flaws[0])
            self._say(f"{first}{more}", "circle-alert", "bad-text")
        elif cannot_draw:
            self._say(cannot_draw, "circle-alert", "bad-text")
        elif not is_own:
            said = f"“{name}” comes with the program and stays as it is. Save a copy to change it."
            self._say(said, "info", "text-2")
        elif work.is_unsaved:
            self._say("Not saved yet. Export takes along what is saved.", "pencil", "text-2")
        else:
            self._say(f"“{name}” is saved.", "circle-check", "ok-text")

    def _say(self, text: str, icon: str, colour: str) -> None:
        self._said.setText(text)
        self._mark.show_icon(icon, colour)
