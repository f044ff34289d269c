"""What could be done about the meeting that is open beside the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.errors import DeskError
from app.floor.manager import Look
from app.floor.proposer import NothingToPropose
from app.floor.proposing import Proposal
from app.floor.writing import Told
from ui.common.jobs import Quiet
from ui.common.page import News, Tools
from ui.common.sentences import sentence
from ui.floor.attention_panel import AttentionPanel
from ui.floor.attention_services import AttentionServices
from ui.floor.page import FloorPage
from ui.floor.proposal_words import done_words

_HOLDS = timedelta(seconds=30)
_PAUSE_S = 1.5
"""While a queue is let in, each scan makes another day of it: proposals need not keep up."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked about, how the day stood then, and when."""

    meeting: UUID
    look: Look
    at: float

    def holds(self, look: Look) -> bool:
        is_same = self.look.day is look.day and self.look.rules == look.rules
        return is_same and look.now - self.look.now < _HOLDS


class OpenProposals(QObject):
    """Asks again as the day goes on, and makes so what is taken by button or by number."""

    def __init__(
        self, page: FloorPage, panel: AttentionPanel, services: AttentionServices, tools: Tools
    ) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        self._services, self._tools = services, tools
        self._asked: _Asked | None = None
        self._is_taking = False
        self._asks, self._takes = Quiet(self), Quiet(self)
        self._later = QTimer(self, singleShot=True, interval=round(_PAUSE_S * 1000))
        self._later.timeout.connect(self._follow)
        self._asks.refused.connect(self._nothing)
        self._takes.refused.connect(self._refuse)
        page.opened.shown.connect(self._begin)
        page.reader.made.connect(lambda _sheet: self._follow())
        page.numbered.connect(self.take)
        page.opened.panel.numbered.connect(self.take)
        page.opened.panel.proposed.taken.connect(self._take)

    def take(self, number: int) -> bool:
        """Take a proposal of the open meeting; false: none of this number is to be seen.

        One that is out of sight only comes into sight, so that it can be read.
        """
        opened = self._page.opened
        rows = opened.panel.proposed.rows
        if not opened.panel.isVisible() or number > len(rows):
            return False
        return not opened.comes_into_sight(rows[number - 1]) and opened.panel.proposed.take(number)

    def _begin(self) -> None:
        """Another meeting is open, or none: what is seen is not about it."""
        asked, meeting = self._asked, self._page.opened.meeting
        if asked is None or asked.meeting != meeting:
            self._asked = None
            self._page.opened.panel.show_proposals(None, ())
            self._page.opened.panel.problem.say("")
        self._follow()

    def _follow(self) -> None:
        look, meeting, asked = self._look(), self._page.opened.meeting, self._asked
        if look is None or meeting is None or (asked is not None and asked.holds(look)):
            return
        if asked is not None and monotonic() - asked.at < _PAUSE_S:
            if not self._later.isActive():
                self._later.start()
            return
        self._ask(meeting, look)

    def _ask(self, meeting: UUID, look: Look) -> None:
        asked = self._asked = _Asked(meeting, look, monotonic())
        self._tools.reads.run(
            lambda _report: self._services.proposals(look.day.date, meeting),
            view=self._asks,
            then=lambda found: self._answer(asked, found),
        )

    def _look(self) -> Look | None:
        sheet = self._page.grid.sheet
        return Look(sheet.day, sheet.now, sheet.rules, ()) if sheet is not None else None

    def _answer(self, asked: _Asked, found: Sequence[Proposal]) -> None:
        if asked is self._asked:
            self._page.opened.panel.show_proposals(asked.look, found)

    def _nothing(self, refusal: DeskError) -> None:
        self._page.opened.panel.show_proposals(None, ())
        if not isinstance(refusal, NothingToPropose):
            self._say(refusal)

    def _take(self, proposal: Proposal) -> None:
        asked = self._asked
        if self._is_taking or asked is None or proposal.about != asked.meeting:
            return
        self._is_taking = True
        self._page.opened.panel.problem.say("")
        look = asked.look

        def then(told: Told) -> None:
            self._is_taking, self._asked = False, None
            self._page.opened.panel.show_proposals(None, ())
            self._panel.taken.emit(told.people)
            self._page.told.emit(News(done_words(look, proposal, len(told.people))))

        self._tools.quick.run(
            lambda _report: self._services.accept(look.day.date, proposal),
            view=self._takes,
            then=then,
        )

    def _refuse(self, refusal: DeskError) -> None:
        self._is_taking = False
        self._say(refusal)
        self._asked = None
        self._follow()

    def _say(self, refusal: DeskError) -> None:
        self._page.opened.panel.problem.say(sentence(refusal, self._tools.times.of_day))
