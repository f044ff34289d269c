"""The import of outcomes out of forms that were filled elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.running import ListImported, ListRun
from app.outcomes.importing.entries import read_outcomes
from app.outcomes.importing.rows import OutcomeRows
from app.progress import Report, Step, in_step, unheard


@dataclass(frozen=True, slots=True)
class OutcomeImports:
    """Imports lists of outcomes. Blank cells say nothing, and each side keeps its own answer.

    ``now`` is when they are imported, which decides what has begun; the journal's, if it is none.
    """

    journal: Journal
    now: datetime | None = None

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_outcomes`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        of_list = self._looked(file, order, report)
        return of_list.summed_up(of_list.written(self.journal, report))

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._looked(file, order, report).summed_up(None)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> ListRun:
        entries = read_outcomes(file, order.how, in_step(report, Step.READING))
        deciding = OutcomeRows(self.now or self.journal.now)
        of_list = ListRun.looked(self.journal, file, entries, deciding, report)
        of_list.refuse_if_rejected(order)
        return of_list
