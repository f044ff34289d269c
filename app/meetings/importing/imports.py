"""The import of requests, and of meetings that were arranged elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.delegates.importing.imports import ImportOrder
from app.journal.journal import Journal
from app.meetings.importing.arranged import MeetingRows
from app.meetings.importing.course import Deciding
from app.meetings.importing.running import ListImported, ListRun
from app.meetings.importing.wanted import RequestRows
from app.meetings.reading.entries import read_entries
from app.progress import Report, Step, in_step, unheard

__all__ = ["ListImported", "MeetingImports", "What"]


class What(StrEnum):
    """What a list is of."""

    REQUESTS = "requests"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class MeetingImports:
    """Imports requests, or meetings: lists of one kind.

    ``letters`` begin the numbers of new ones.
    """

    journal: Journal
    letters: str
    what: What

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_entries`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        list_run = self._looked(file, order, report)
        return list_run.summed_up(list_run.written(self.journal, report))

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._looked(file, order, report).summed_up(None)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> ListRun:
        entries = read_entries(file, order.how, in_step(report, Step.READING))
        rows: Deciding = (
            RequestRows(self.letters) if self.what is What.REQUESTS else MeetingRows(self.letters)
        )
        list_run = ListRun.looked(self.journal, file, entries, rows, report)
        list_run.refuse_if_rejected(order)
        return list_run
