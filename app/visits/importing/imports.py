"""The import of visits, and of who signed up for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.compared import Compared, ComparedImported
from app.meetings.importing.course import Deciding
from app.meetings.importing.running import Besides, ListRun
from app.meetings.reading.entries import Entries
from app.progress import Report, Step, in_step, unheard
from app.visits.importing.comparing import cancelled_of, compare
from app.visits.importing.reading import read_sign_ups, read_visits
from app.visits.importing.sign_up_rows import SignUpRows
from app.visits.importing.visit_rows import VisitRows


class VisitList(StrEnum):
    """What a list is of."""

    VISITS = "visits"
    SIGN_UPS = "signups"


@dataclass(frozen=True, slots=True)
class VisitImports:
    """Imports visits, or who would like to join them: lists of one kind."""

    journal: Journal
    what: VisitList

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ComparedImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back. A visit that a
        list does not have any more is named, and stays unless the order is to cancel those.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_visits`` and ``read_sign_ups`` refuse a file, or ``batch`` the
                work.
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
        cancelled = len(compared.missing) if order.cancel_missing else 0
        return ComparedImported.of(of_list, compared, None, cancelled)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> tuple[ListRun, Compared]:
        if self.what is VisitList.SIGN_UPS:
            entries = read_sign_ups(file, order.how, in_step(report, Step.READING))
            sign_ups = SignUpRows(self.journal.now)
            return self._list_run(file, order, entries, sign_ups, report), Compared()
        entries = read_visits(file, order.how, in_step(report, Step.READING))
        deciding = VisitRows(order.take_file)
        of_list = self._list_run(file, order, entries, deciding, report)
        with self.journal.reading() as session:
            look = deciding.look(session, entries.rows)
            return of_list, compare(session, entries.rows, look)

    def _list_run(
        self,
        file: Path,
        order: ImportOrder,
        entries: Entries,
        deciding: Deciding,
        report: Report,
    ) -> ListRun:
        of_list = ListRun.looked(self.journal, file, entries, deciding, report)
        of_list.refuse_if_rejected(order)
        return of_list
