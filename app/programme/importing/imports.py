"""The import of programmes that were made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.running import ListImported, ListRun
from app.programme.importing.rows import SessionRows
from app.programme.reading.entries import read_programme
from app.progress import Report, Step, in_step, unheard


@dataclass(frozen=True, slots=True)
class ProgrammeImports:
    """Imports programmes. ``letters`` begin the numbers of new sessions.

    A session that has another time or room keeps its bookings; one that a file does not have any
    more stays.
    """

    journal: Journal
    letters: str

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a programme. Scans get their turn while it runs; one undo takes it back.

        A file that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_programme`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        of_list = self._looked(file, order, report)
        return of_list.summed_up(of_list.written(self.journal, report))

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._looked(file, order, report).summed_up(None)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> ListRun:
        entries = read_programme(file, order.how, in_step(report, Step.READING))
        deciding = SessionRows(self.letters)
        of_list = ListRun.looked(self.journal, file, entries, deciding, report)
        of_list.refuse_if_rejected(order)
        return of_list
