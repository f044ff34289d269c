"""How many places are taken, and who is next from the waiting list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.applications.next_in import Proposal
from app.applications.notice import Notice
from app.delegates.person import Person
from ui.common.buttons import Button
from ui.common.lettering import BODY, LABEL
from ui.common.look import Look
from ui.common.parts import Elided, column, row

NEXT_KEY = "Alt+A"
"""Accepts who is next from the waiting list."""


class PlacesLine(QWidget):
    """Shows nothing at an event without limits, where nothing is to be decided.

    ``let_in_wanted`` carries who is accepted; ``look_wanted``: many are to be accepted at once.
    """

    let_in_wanted = Signal(object)
    look_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._next: Person | None = None
        self._says, self._says_next = Elided("", BODY, "2"), Elided("", LABEL)
        self._let_in = Button(look, "Accept next", "user-check", NEXT_KEY)
        self._look_at = Button(look, "Accept all that fit…", "list-checks")
        said = column(self._says, self._says_next, gap=0)
        layout = row(said, self._let_in, self._look_at, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._let_in.clicked.connect(self._ask)
        self._look_at.clicked.connect(self.look_wanted)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._says.text()} {self._says_next.text()}".strip()

    def show_notice(self, notice: Notice | None) -> None:
        """Show how the places stand."""
        proposal = notice.proposal if notice is not None else None
        self._next = proposal.person if proposal is not None else None
        self._let_in.setVisible(proposal is not None)
        self._look_at.setVisible(notice is not None and bool(notice.received or notice.waiting))
        if proposal is not None:
            self._let_in.setAccessibleName(f"Accept {proposal.person.name}")
        if notice is not None:
            self._says.setText(places_words(notice))
            self._says_next.setText(next_words(proposal) if proposal is not None else "")
            self._says_next.setVisible(proposal is not None)
        self.setVisible(notice is not None)

    def _ask(self) -> None:
        if self._next is not None:
            self.let_in_wanted.emit(self._next)


def places_words(notice: Notice) -> str:
    """Say how it stands: “70 of 70 places, 5 to decide, 12 waiting”."""
    taken, places = notice.places.taken, notice.places.places
    of = f"{taken:,} of {places:,} places" if places is not None else f"{taken:,} accepted"
    over = taken - places if places is not None else 0
    more = f" ({over:,} more than there are)" if over > 0 else ""
    received = f", {notice.received:,} to decide" if notice.received else ""
    return f"{of}{more}{received}, {notice.waiting:,} waiting"


def next_words(proposal: Proposal) -> str:
    """Say who is next, and whose place it is."""
    late = ", late" if proposal.late else ""
    who = f"{proposal.person.name} is next (number {proposal.waits_as}{late})"
    absent = proposal.instead_of
    return f"{who}, for {absent.name} has not come" if absent is not None else who
