"""The import of visits, and of who signed up for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.course import Deciding
from app.meetings.importing.running import ListImported, ListRun
from app.progress import Report, Step, in_step, unheard
from app.visits.importing.reading import read_sign_ups, read_visits
from app.visits.importing.sign_up_rows import SignUpRows
from app.visits.importing.visit_rows import decide_visits


class VisitList(StrEnum):
    """What a list is of."""

    VISITS = "visits"
    SIGN_UPS = "signups"


@dataclass(frozen=True, slots=True)
class VisitImports:
    """Imports visits, or who would like to join them: lists of one kind."""

    journal: Journal
    what: VisitList

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_visits`` and ``read_sign_ups`` refuse a file, or ``batch`` the
                work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        of_list = self._looked(file, order, report)
        return of_list.summed_up(of_list.written(self.journal, report))

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._looked(file, order, report).summed_up(None)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> ListRun:
        is_visits = self.what is VisitList.VISITS
        read = read_visits if is_visits else read_sign_ups
        entries = read(file, order.how, in_step(report, Step.READING))
        deciding: Deciding = decide_visits if is_visits else SignUpRows(self.journal.now)
        of_list = ListRun.looked(self.journal, file, entries, deciding, report)
        of_list.refuse_if_rejected(order)
        return of_list
