"""How many meetings are wanted and planned, and the way to a plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.meetings.counts import MeetingCounts
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, LABEL, TITLE
from ui.common.look import Look
from ui.common.parts import Text, column, row
from ui.event.card import Card
from ui.event.plan_words import last_plan_words, rest_words


class PlanCard(Card):
    """Shows counts; of an event without requests only what to do."""

    plan_wanted = Signal()
    rules_wanted = Signal()
    show_wanted = Signal()
    """All requests are to be shown."""
    requests_wanted = Signal()
    """A list of requests is to be imported."""
    meetings_wanted = Signal()
    """A list of meetings that were arranged elsewhere is to be imported."""

    def __init__(self, look: Look) -> None:
        super().__init__("Meetings")
        self._numbers = {
            word: Text("", TITLE) for word in ("planned", "open requests", "requests in all")
        }
        figures = row(gap=12)
        for word, number in self._numbers.items():
            figures.addLayout(column(number, Text(word, LABEL, "2"), gap=0), 1)
        self._figures = QWidget()
        self._figures.setLayout(figures)
        self.counts: MeetingCounts | None = None
        self._rest, self._last = Text("", BODY, "2", wraps=True), Text("", BODY, "2", wraps=True)
        self._empty = Text("No requests yet. Import a list, or note them at the desk.", BODY)
        self._empty.setWordWrap(True)
        self.plan = Button(look, "Plan…", "calendar-days", rank=Rank.MAIN)
        self.bring = SmallButton(look, "Import requests…", "download", rank=Rank.QUIET)
        self.show_all = Button(look, "Show requests", "list")
        self.rules = SmallButton(look, "Rules…", "settings-2", rank=Rank.QUIET)
        self.bring_meetings = SmallButton(look, "Import meetings…", "download", rank=Rank.QUIET)
        self.inside.addWidget(self._figures)
        self.inside.addWidget(self._rest)
        self.inside.addWidget(self._last)
        self.inside.addWidget(self._empty)
        self.inside.addLayout(row(self.plan, self.show_all, None))
        self.inside.addLayout(row(self.bring, self.bring_meetings, None))
        self.inside.addLayout(row(self.rules, None))
        self.plan.clicked.connect(self.plan_wanted)
        self.show_all.clicked.connect(self.show_wanted)
        self.rules.clicked.connect(self.rules_wanted)
        self.bring.clicked.connect(self.requests_wanted)
        self.bring_meetings.clicked.connect(self.meetings_wanted)

    def show_counts(self, counts: MeetingCounts) -> None:
        """Show how far planning is."""
        self.counts = counts
        numbers = (counts.meetings, counts.open, counts.requests)
        for text, number in zip(self._numbers.values(), numbers, strict=True):
            text.setText(f"{number:,}")
        some = counts.requests > 0 or counts.meetings > 0
        self._figures.setVisible(some)
        self.plan.setVisible(some)
        self._empty.setVisible(not some)
        for text, words in (
            (self._rest, rest_words(counts)),
            (self._last, last_plan_words(counts)),
        ):
            text.setText(words)
            text.setVisible(bool(words) and some)
