"""How good seats are that were found, before they count."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from app.icebreaking.mixing import RoundsMade
from ui.common.buttons import Button, Rank
from ui.common.lettering import BODY_STRONG, LABEL, SECTION
from ui.common.look import Look
from ui.common.parts import Panel, Text, clear, column, row
from ui.rounds.words import again, counted, hint, mixture, sizes


class Preview(Panel):
    """Says who meets again, how mixed tables are, and lets them be kept."""

    keep_wanted = Signal()
    discarded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("card")
        self._title = Text("", SECTION, wraps=True)
        self._again, self._hint = Text("", BODY_STRONG, wraps=True), Text("", LABEL, "warn")
        self._besides = Text("", LABEL, "warn", wraps=True)
        self._figures = row(gap=32)
        self.keep = Button(look, "Keep these rounds", "check", "Ctrl+Return", rank=Rank.MAIN)
        self.discard = Button(look, "Discard")
        said = column(self._title, self._again, self._hint, gap=4)
        whole = row(said, self.discard, self.keep, gap=12)
        whole.setStretch(0, 1)
        below = column(self._besides, self._figures, gap=12)
        self.setLayout(column(whole, below, gap=12, margins=(16, 14, 16, 14)))
        self._besides.hide()
        self.keep.clicked.connect(self.keep_wanted)
        self.discard.clicked.connect(self.discarded)

    def show_made(self, made: RoundsMade, tables_in_hall: int) -> None:
        """Show what was found."""
        rounds = counted(len(made.rounds), "round", "rounds")
        people = counted(made.people, "person", "people")
        self._title.setText(f"{people} in {rounds}, {sizes(made)}")
        self._again.setText(again(made))
        self._hint.setText(hint(made, tables_in_hall))
        self._hint.setVisible(bool(self._hint.text()))
        clear(self._figures)
        for said, best in mixture(made):
            self._figures.addLayout(column(Text(said, BODY_STRONG), Text(best, LABEL, "2"), gap=0))
        self._figures.addStretch(1)

    @property
    def besides(self) -> str:
        """What is said to be at the time."""
        return self._besides.text()

    def show_besides(self, lines: Iterable[str]) -> None:
        """Say what else there is at the time, a line each."""
        self._besides.setText("\n".join(lines))
        self._besides.setVisible(bool(self._besides.text()))
