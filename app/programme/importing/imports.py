"""The import of programmes that were made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.compared import Compared, ComparedImported
from app.meetings.importing.running import Besides, ListRun
from app.programme.importing.comparing import cancelled_of, compare
from app.programme.importing.rows import SessionRows
from app.programme.reading.entries import read_programme
from app.progress import Report, Step, in_step, unheard


@dataclass(frozen=True, slots=True)
class ProgrammeImports:
    """Imports programmes. ``letters`` begin the numbers of new sessions.

    A session that has another time or room keeps its bookings; one that a file does not have any
    more is named, and stays unless the order is to cancel those.
    """

    journal: Journal
    letters: str

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ComparedImported:
        """Import a programme. Scans get their turn while it runs; one undo takes it back.

        A file that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_programme`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        of_list, compared = self._looked(file, order, report)
        missing = [each.id for each in compared.missing] if order.cancel_missing else []
        unit = of_list.written(self.journal, report, Besides(missing, cancelled_of))
        return ComparedImported.of(of_list, compared, unit, len(missing))

    def rehearse(
        self, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ComparedImported:
        """Tell what ``run`` would do, and change nothing."""
        of_list, compared = self._looked(file, order, report)
        return ComparedImported.of(
            of_list, compared, None, len(compared.missing) if order.cancel_missing else 0
        )

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> tuple[ListRun, Compared]:
        entries = read_programme(file, order.how, in_step(report, Step.READING))
        deciding = SessionRows(self.letters)
        of_list = ListRun.looked(self.journal, file, entries, deciding, report)
        of_list.refuse_if_rejected(order)
        with self.journal.reading() as session:
            look = deciding.look(session, entries.rows)
            return of_list, compare(session, entries.rows, look)
