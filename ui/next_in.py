"""Proposes who is next from the waiting list, on every page, once a place has come free."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.applications.next_in import Proposal, WaitingList
from app.applications.notice import Notice, notice
from app.delegates.person import Person
from app.journal.journal import Changes, Journal
from ui.common.buttons import Button, Rank
from ui.common.jobs import Quiet
from ui.common.lettering import BODY_STRONG, LABEL
from ui.common.look import Look
from ui.common.page import Tools
from ui.common.parts import Elided, Panel, Picture, column, row
from ui.delegates.focus import has_focus_in
from ui.delegates.places import NEXT_KEY, next_words, places_words
from ui.entries import DELEGATES
from ui.shell.frame import Frame

_READ_BY = frozenset({"ApplicationTerms", "Delegate", "PlaceLimit"})
_SETTLES_IN_MS = 250
"""An import writes in many small parts, and is read once after several of them."""
_LOOKS_AGAIN_MS = 30_000
"""By when people are to have come passes without anything being written."""

_Key = tuple[UUID, UUID | None]
"""Who is next, and whose place it would be."""


class NextInStrip(QWidget):
    """Stays until somebody decides. It stands above the page, where it covers nothing."""

    accept_wanted = Signal(object)
    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._person: Person | None = None
        self._says, self._places = Elided("", BODY_STRONG), Elided("", LABEL, "2")
        self._accept = Button(look, "Accept", "user-check", NEXT_KEY, Rank.MAIN)
        self._not_now = Button(look, "Not now", "x")
        card = Panel("news")
        layout = row(
            Picture(look, "users", "accent-text", 18),
            column(self._says, self._places, gap=0),
            self._not_now,
            self._accept,
            gap=12,
            margins=(16, 8, 12, 8),
        )
        layout.setStretch(1, 1)
        card.setLayout(layout)
        self.setLayout(column(card, margins=(12, 8, 12, 0)))
        self.setAccessibleName("Next from the waiting list")
        self.hide()
        self._accept.clicked.connect(self._ask)
        self._not_now.clicked.connect(self.put_away)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._says.text()} {self._places.text()}"

    def propose(self, told: Notice, proposal: Proposal) -> None:
        """Say who is next, and why now."""
        self._person = proposal.person
        free = "" if proposal.instead_of is not None else "A place is free. "
        self._says.setText(f"{free}{next_words(proposal)}.")
        self._places.setText(places_words(told))
        self._accept.setAccessibleName(f"Accept {proposal.person.name}")
        self._not_now.setAccessibleName(f"Do not accept {proposal.person.name} now")

    def _ask(self) -> None:
        if self._person is not None:
            self.accept_wanted.emit(self._person)


class NextIn(QObject):
    """Looks at once who is next, and again whenever somebody withdrew or did not come.

    Who was next already when the event was opened is proposed on the page of delegates alone, and
    so is everybody while that page is shown: it says so by itself.
    """

    told = Signal(str)

    def __init__(self, journal: Journal, tools: Tools, frame: Frame, view: Quiet) -> None:
        """``view`` says it where somebody is not next any more."""
        super().__init__(frame)
        self._journal, self._tools, self._frame, self._view = journal, tools, frame, view
        self._known: set[_Key] | None = None
        self._key: _Key | None = None
        self._come_by: datetime | None = None
        self._wanted, self._asked = False, 0
        self.strip = NextInStrip(tools.look)
        frame.add_strip(self.strip)
        self._reading = Quiet(self)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_IN_MS)
        self._clock = QTimer(self, interval=_LOOKS_AGAIN_MS)
        self._soon.timeout.connect(self._read)
        self._clock.timeout.connect(self.look_at_clock)
        view.refused.connect(lambda _refusal: self._soon.start())
        self.strip.accept_wanted.connect(self._accept)
        self.strip.put_away.connect(self._put_away)
        frame.page_changed.connect(lambda _page: self._show())
        self._soon.start()
        self._clock.start()

    def learn(self, changes: Changes) -> None:
        """Hear what was written; check-ins count where somebody's place is about to go."""
        models = _READ_BY | {"CheckIn"} if self._wanted else _READ_BY
        if changes.models & models and not self._soon.isActive():
            self._soon.start()

    @property
    def is_settled(self) -> bool:
        """Tell whether what was written last has been read."""
        return self._known is not None and not self._soon.isActive() and not self._asked

    def look_at_clock(self) -> None:
        """Read anew once the time is over by which people are to be here."""
        if self._come_by is not None and self._tools.times.clock() >= self._come_by:
            self._come_by = None
            self._soon.start()

    def _read(self) -> None:
        self._asked += 1
        self._tools.reads.run(
            lambda _report: notice(self._journal), view=self._reading, then=self._take
        )

    def _take(self, told: Notice | None) -> None:
        self._asked -= 1
        proposal = told.proposal if told is not None else None
        come_by = told.come_by if told is not None else None
        is_ahead = come_by is not None and come_by > self._tools.times.clock()
        self._come_by = come_by if is_ahead else None
        key = self._key = _key(proposal)
        if self._known is None:
            self._known = {key} if key else set()
        self._wanted = key is not None and key not in self._known
        if told is not None and proposal is not None and self._wanted:
            self.strip.propose(told, proposal)
        if key is None:
            # Whoever is next after this is news, also if it was the same person before.
            self._known = set()
        self._show()

    def _show(self) -> None:
        shown = self._wanted and self._frame.page != DELEGATES
        had_focus = has_focus_in(self.strip)
        self.strip.setVisible(shown)
        if had_focus and not shown and self._frame.shown is not None:
            self._frame.shown.arrive()

    def _put_away(self) -> None:
        self._wanted = False
        if self._known is not None and self._key is not None:
            self._known.add(self._key)
        self._show()

    def _accept(self, person: Person) -> None:
        def tell(_person: Person) -> None:
            self.told.emit(f"{person.name} is accepted, from the waiting list.")
            self._put_away()

        self._tools.quick.run(
            lambda _report: WaitingList(self._journal).let_in(person.id),
            view=self._view,
            then=tell,
        )


def _key(proposal: Proposal | None) -> _Key | None:
    if proposal is None:
        return None
    absent = proposal.instead_of
    return proposal.person.id, absent.id if absent is not None else None
