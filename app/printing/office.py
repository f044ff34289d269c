"""Everything that a window asks and does about badges on paper.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from app.checkin.badges import Badges, Replaced
from app.journal.journal import Journal
from app.printing.drawn import Counts
from app.printing.prints import Prints
from app.printing.wishes import OnPaper, Wish

if TYPE_CHECKING:
    from app.printing.badge_maker import BadgeMaker


class PrintOffice(Prints[Wish]):
    """Prints badges, as ``BadgeMaker`` draws them, and tells which were printed."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal, self._badges)

    def counts(self) -> Counts:
        """Count the badges that may be wanted."""
        return self._badges().counts()

    def on_paper(self, delegates: Sequence[UUID]) -> tuple[OnPaper, ...]:
        """Tell of delegates, by family name, when their badges were last printed."""
        return self._badges().on_paper(delegates)

    def replace(self, delegate: UUID, reason: str) -> Replaced:
        """Give a delegate a new code, as ``Badges.replace`` does."""
        return Badges(self.journal).replace(delegate, reason)

    def _badges(self) -> BadgeMaker:
        from app.printing.badge_maker import BadgeMaker  # noqa: PLC0415

        return BadgeMaker(self.journal)
