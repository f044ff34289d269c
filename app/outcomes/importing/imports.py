"""The import of outcomes out of forms that were filled elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.delegates.reading.registrations import ReadingOrder
from app.meetings.importing.course import Deciding
from app.meetings.importing.running import ListImports
from app.meetings.reading.entries import Entries
from app.outcomes.importing.entries import read_outcomes
from app.outcomes.importing.rows import OutcomeRows
from app.progress import Report


@dataclass(frozen=True, slots=True)
class OutcomeImports(ListImports):
    """Imports lists of outcomes. Blank cells say nothing, and each side keeps its own answer.

    ``now`` is when they are imported, which decides what has begun; the journal's, if it is none.
    """

    now: datetime | None = None

    def read(self, file: Path, how: ReadingOrder, report: Report) -> Entries:
        """Read the rows of a list; refuses as ``read_outcomes`` does."""
        return read_outcomes(file, how, report)

    def deciding(self) -> Deciding:
        """Give what decides on them as of now."""
        return OutcomeRows(self.now or self.journal.now)
