"""A plan that is being looked for: how good the best one is so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.meetings.planning import PlanProgress
from ui.common.lettering import BODY, LABEL, TITLE
from ui.common.parts import Text, column, row
from ui.event.card import Card
from ui.event.plan_words import phase_words


class PlanRunning(QWidget):
    """Shows figures that grow while the planner goes on."""

    def __init__(self) -> None:
        super().__init__()
        card = Card("The best plan so far")
        self.figures = {word: Text("–", TITLE) for word in ("placed", "worth", "at most worth")}
        figures = row(gap=40)
        for word, figure in self.figures.items():
            figures.addLayout(column(figure, Text(word, LABEL, "2"), gap=0))
        figures.addStretch(1)
        self._phase = Text("", BODY, "2", wraps=True)
        card.inside.addLayout(figures)
        card.inside.addWidget(self._phase)
        self.setLayout(column(card, None, margins=(24, 0, 24, 24)))

    def begin(self) -> None:
        """Show that nothing is known yet."""
        for figure in self.figures.values():
            figure.setText("–")
        self._phase.setText("Reading what is wanted.")

    def show_progress(self, progress: PlanProgress) -> None:
        """Show how good the best plan is by now."""
        said = {
            "placed": f"{progress.placed:,} of {progress.wanted:,} asked",
            "worth": f"{progress.worth:,}",
            "at most worth": "–" if progress.bound is None else f"{progress.bound:,}",
        }
        for word, text in said.items():
            self.figures[word].setText(text)
            self.figures[word].setAccessibleName(f"{word}: {text}")
        self._phase.setText(phase_words(progress))
