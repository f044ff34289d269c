"""Everything that a window asks and does about badges on paper.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.checkin.badges import Badges, Replaced
from app.journal.journal import Journal
from app.printing.wishes import BadgeCounts, Drawn, OnPaper, Preview, Wish
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.printing.jobs import BadgePrints


@dataclass(frozen=True, slots=True)
class PrintOffice:
    """Draws badges, writes them to files, and notes them once they are on paper."""

    journal: Journal

    def counts(self) -> BadgeCounts:
        """Count the badges that may be wanted."""
        return self._prints().counts()

    def on_paper(self, delegates: Sequence[UUID]) -> tuple[OnPaper, ...]:
        """Tell of delegates, by family name, when their badges were last printed."""
        return self._prints().on_paper(delegates)

    def preview(self, wish: Wish) -> Preview:
        """Draw the first page, as ``BadgePrints.preview`` does."""
        return self._prints().preview(wish)

    def draw(self, wish: Wish, report: Report = unheard) -> Drawn:
        """Draw badges, as ``BadgePrints.draw`` does."""
        return self._prints().draw(wish, report)

    def save(self, drawn: Drawn, file: Path) -> None:
        """Write drawn badges to a file, as ``BadgePrints.save`` does."""
        self._prints().save(drawn, file)

    def note(self, drawn: Drawn) -> None:
        """Note drawn badges as printed."""
        self._prints().note(drawn)

    def replace(self, delegate: UUID, reason: str) -> Replaced:
        """Give a delegate a new code, as ``Badges.replace`` does."""
        return Badges(self.journal).replace(delegate, reason)

    def _prints(self) -> BadgePrints:
        from app.printing.jobs import BadgePrints  # noqa: PLC0415

        return BadgePrints(self.journal)
