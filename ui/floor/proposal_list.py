"""What could be done, best first: a few proposals, each taken by its number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.floor.manager import Look as Seen
from app.floor.proposing import Proposal
from ui.common.look import Look
from ui.common.parts import column
from ui.floor.proposal_row import ProposalRow
from ui.floor.proposal_words import can_tell, told

MOST = 3
NUMBER_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}
_READ_IN_S = 0.3
"""So long a finger may still be on its way to what stood there before."""


class ProposalList(QWidget):
    """Shows proposals; it is not there for none."""

    taken = Signal(object)
    """A proposal is to be made so."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.proposals: tuple[Proposal, ...] = ()
        self._changed_at = 0.0
        self._made: list[ProposalRow] = []
        self._column = column(gap=10, margins=(0, 4, 0, 0))
        self.setLayout(self._column)
        self.hide()

    @property
    def rows(self) -> list[ProposalRow]:
        """Those that are shown, best first."""
        return self._made[: len(self.proposals)]

    def show_proposals(self, seen: Seen | None, proposals: Sequence[Proposal]) -> None:
        """Show the first few that a look can tell; without one, none."""
        known = () if seen is None else tuple(each for each in proposals if can_tell(seen, each))
        before, self.proposals = self.proposals, known[:MOST]
        if before and before != self.proposals:
            self._changed_at = monotonic()
        while len(self._made) < len(self.proposals):
            number = len(self._made) + 1
            made = ProposalRow(self._look, number)
            made.taken.connect(partial(self.take, number))
            self._made.append(made)
            self._column.addWidget(made)
        for at, each in enumerate(self._made):
            is_there = at < len(self.proposals)
            each.setVisible(is_there)
            if is_there and seen is not None:
                each.show_told(told(seen, self.proposals[at]))
        self.setVisible(bool(self.proposals))

    def take(self, number: int) -> bool:
        """Ask for the proposal of this number, if there is one that can have been read."""
        if number > len(self.proposals) or monotonic() - self._changed_at < _READ_IN_S:
            return False
        self.taken.emit(self.proposals[number - 1])
        return True
