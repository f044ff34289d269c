"""What becomes of one meeting that loses its place: as proposed, elsewhere, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.floor.answers import Answer, Instead
from app.floor.changes import Shorten
from app.floor.consequences import Prospect
from app.floor.moving import Spot
from ui.common.buttons import Choice
from ui.common.lettering import BODY, CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.parts import Elided, Text, column, row
from ui.floor.changes.rows import Consequence, Fate
from ui.floor.changes.words import spot_words


class AnswerBar(QWidget):
    """Says a row in full, and offers what else could become of it.

    ``answered`` carries what a person chose, an ``Answer`` or nothing for what is proposed.
    """

    answered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._row: Consequence | None = None
        self._offered: list[Spot | Instead | None] = []
        """Of each entry; Qt would make something else of what is kept with it."""
        self._who, self._why = Elided("", CELL_STRONG), Elided("", CELL, "2")
        self._label = Text("Instead", BODY, "2")
        self.choice = Choice(look)
        self.choice.setAccessibleName("What becomes of it")
        self.choice.setMinimumWidth(320)
        said = column(self._who, self._why, gap=2)
        shown = row(said, self._label, self.choice, gap=12)
        shown.setStretch(0, 1)
        self.setLayout(shown)
        self.setFixedHeight(44)
        self.choice.activated.connect(self._answer)

    def show_row(self, prospect: Prospect | None, shown: Consequence | None) -> None:
        """Show another row, and what can be said of it; or none."""
        self._row = shown
        self._who.setText(f"{shown.number}  {shown.who}" if shown else "")
        self._why.setText(f"{shown.why}." if shown else "")
        about = shown.about if shown is not None else None
        for part in (self._label, self.choice):
            part.setVisible(about is not None)
        self.choice.clear()
        self._offered.clear()
        if prospect is None or shown is None or about is None:
            return
        if shown.fate is Fate.NEW:
            self._offer("Arrange it as proposed", None)
            self._offer("Do not arrange it", Instead.CANCEL)
            return
        said = {each.about: each.to for each in prospect.preview.answers}.get(about)
        proposed = "No place was found" if shown.fate is Fate.HOMELESS else shown.becomes
        self._offer(proposed if said is None else "As proposed", None)
        if isinstance(said, Spot):
            self._offer(shown.becomes, said)
        self._offer("Cancel the meeting", Instead.CANCEL)
        if not isinstance(prospect.preview.change, Shorten):
            self._offer("Leave open: stays on the list of losses", Instead.LEAVE)
        self.choice.setCurrentIndex(self._offered.index(said) if said in self._offered else 0)

    def offer_places(self, prospect: Prospect, about: object, spots: Sequence[Spot]) -> None:
        """Offer other places, before what leaves it without one."""
        if self._row is None or self._row.about != about or self._row.fate is Fate.NEW:
            return
        before = self._offered.index(Instead.CANCEL)
        new = [each for each in spots if each not in self._offered]
        for at, spot in enumerate(new, before):
            self._offered.insert(at, spot)
            self.choice.insertItem(at, spot_words(prospect.after, spot))

    def _offer(self, words: str, what: Spot | Instead | None) -> None:
        self._offered.append(what)
        self.choice.addItem(words)

    def _answer(self, at: int) -> None:
        shown, what = self._row, self._offered[at]
        if shown is not None and shown.about is not None:
            self.answered.emit((shown.about, None if what is None else Answer(shown.about, what)))
