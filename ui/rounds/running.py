"""Beside the seats of rounds that are kept: which runs, who came late, who is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.icebreaking.keeping import Presence
from app.icebreaking.rounds import KeptRounds
from app.meetings.attendees import Someone
from ui.common.buttons import Button, Rank, SmallButton
from ui.common.lettering import BODY, BODY_STRONG, LABEL, LEAD, TITLE
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, line, row
from ui.common.times import Times
from ui.rounds.words import counted, head, listed

_NAMED = 2


class Running(QWidget):
    """``clock_wanted`` and ``print_wanted``, with the paper's key, are for others to do."""

    fit_in_wanted = Signal()
    let_go_wanted = Signal()
    anew_wanted = Signal()
    drop_wanted = Signal()
    clock_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(self, look: Look, times: Times) -> None:
        super().__init__()
        self._times = times
        self._kept: KeptRounds | None = None
        self._said, self._left = Text("", LEAD, wraps=True), Text("", TITLE, wraps=True)
        self.arrived = _Those(look, "Fit in", "user-plus", "Alt+L")
        self.missing = _Those(look, "Close the gaps", "user-x", "Alt+G")
        self._all_well = Text("Everybody who is here has a seat, and nobody is missing.", BODY, "2")
        self._all_well.setWordWrap(True)
        self.clock = Button(look, "Round clock", "timer")
        self.cards = Button(look, "Cards for the tables…", "printer")
        self.lists = Button(look, "List by name…", "printer")
        self.anew = Button(look, "Seat everybody anew…", "refresh-cw")
        self.drop = Button(look, "Drop the rounds", "trash-2", rank=Rank.QUIET)
        self._lay_out()
        self.arrived.act.clicked.connect(self.fit_in_wanted)
        self.missing.act.clicked.connect(self.let_go_wanted)
        self.clock.clicked.connect(self.clock_wanted)
        self.cards.clicked.connect(lambda: self.print_wanted.emit("round-cards"))
        self.lists.clicked.connect(lambda: self.print_wanted.emit("round-list"))
        self.anew.clicked.connect(self.anew_wanted)
        self.drop.clicked.connect(self.drop_wanted)

    def show_kept(self, kept: KeptRounds, presence: Presence) -> None:
        """Show rounds, and who is here."""
        self._kept = kept
        coming = kept.begun(self._times.clock()) < len(kept.rounds)
        self.arrived.show_those(
            presence.arrived, "is here without a seat", "are here without a seat"
        )
        self.missing.show_those(
            presence.missing, "has a seat and is not here", "have a seat and are not here"
        )
        self._all_well.setVisible(coming and not presence.arrived and not presence.missing)
        self.tick()

    def tick(self) -> None:
        """Show what it is by now."""
        if self._kept is not None:
            said, left = head(self._kept, self._times.clock(), self._times)
            self._said.setText(said)
            self._left.setText(left)
            self._left.setVisible(bool(left))
            self.anew.setVisible(not self._kept.begun(self._times.clock()))

    def _lay_out(self) -> None:
        now = column(self._said, self._left, gap=2)
        buttons = column(self.clock, self.cards, self.lists, self.anew, self.drop, gap=8)
        for button in (self.clock, self.cards, self.lists, self.anew, self.drop):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        parts = (now, line(), self.arrived, self.missing, self._all_well, line(), buttons)
        self.setLayout(column(*parts, None, gap=16, margins=20))


class _Those(Panel):
    """Some people, how many they are, and what can be done about them."""

    def __init__(self, look: Look, words: str, icon: str, key: str) -> None:
        super().__init__("card")
        self._count, self._names = Text("", BODY_STRONG, wraps=True), Text("", LABEL, "2")
        self._names.setWordWrap(True)
        self.act = SmallButton(look, words, icon, key)
        self.setLayout(
            column(self._count, self._names, row(self.act, None), gap=6, margins=(12, 10, 12, 12))
        )

    def show_those(self, people: tuple[Someone, ...], one: str, several: str) -> None:
        """Show who they are; nothing, if there is nobody."""
        self.setVisible(bool(people))
        self._count.setText(
            f"{counted(len(people), 'person', 'people')} " + (one if len(people) == 1 else several)
        )
        self._names.setText(listed(people))
