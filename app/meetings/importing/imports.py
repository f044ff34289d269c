"""The import of requests, and of meetings that were arranged elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.delegates.importing.imports import Imported, ImportOrder, RowsRejected
from app.delegates.reading.presets import GUESSED
from app.delegates.registration import RowProblem
from app.journal.batches import batch
from app.journal.journal import Journal
from app.meetings.importing.arranged import MeetingRows
from app.meetings.importing.course import REJECTED, Course, Deciding
from app.meetings.importing.wanted import RequestRows
from app.meetings.reading.entries import Entries, read_entries
from app.progress import Progress, Report, Step, begin, in_step, unheard


class What(StrEnum):
    """What a list is of."""

    REQUESTS = "requests"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class ListImported(Imported):
    """What the import of a list did. ``mutual``: so many of its meetings both sides want."""

    mutual: int = 0


@dataclass(frozen=True, slots=True)
class MeetingImports:
    """Imports lists of requests or meetings. ``letters`` begin the numbers of new ones."""

    journal: Journal
    letters: str

    def run(
        self, what: What, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ListImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_entries`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        entries, course = self._looked(what, file, order, report)
        unit: UUID | None = None
        writing = in_step(report, Step.WRITING)
        if course.changes:
            with batch(self.journal) as work:
                total = len(course.entries)
                for done in work.write_in_parts(course.entries, course.deeds):
                    writing(Progress(done, total))
                unit = work.unit.id
        return _summed_up(file, entries, course, unit)

    def rehearse(
        self, what: What, file: Path, order: ImportOrder, report: Report = unheard
    ) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        entries, course = self._looked(what, file, order, report)
        return _summed_up(file, entries, course, None)

    def _looked(
        self, what: What, file: Path, order: ImportOrder, report: Report
    ) -> tuple[Entries, Course]:
        entries = read_entries(file, order.how, in_step(report, Step.READING))
        begin(report, Step.MATCHING)
        rows: Deciding = (
            RequestRows(self.letters) if what is What.REQUESTS else MeetingRows(self.letters)
        )
        course = Course(entries.rows, rows)
        with self.journal.reading() as session:
            course.look(session)
        rejected = _rejected(entries, course)
        if rejected and order.whole_or_nothing:
            raise RowsRejected(file.name, rejected)
        return entries, course


def _rejected(entries: Entries, course: Course) -> tuple[RowProblem, ...]:
    decided = (
        problem for each in course.told() if each.outcome == REJECTED for problem in each.problems
    )
    return _by_line([*entries.problems, *decided])


def _by_line(problems: Sequence[RowProblem]) -> tuple[RowProblem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _summed_up(file: Path, entries: Entries, course: Course, unit: UUID | None) -> ListImported:
    told = list(course.told())
    counts = {outcome: sum(each.outcome == outcome for each in told) for outcome in _COUNTED}
    rejected = _rejected(entries, course)
    return ListImported(
        file=file.name,
        preset=GUESSED,
        sheet=entries.sheet,
        rows=len(entries.rows) + len(entries.problems),
        **counts,
        ignored=0,
        rejected=rejected,
        remarks=tuple(
            problem for each in told if each.outcome != REJECTED for problem in each.problems
        ),
        doubtful=tuple(pair for each in told for pair in each.doubtful),
        unit=unit,
        mutual=sum(each.mutual for each in told),
    )


_COUNTED = ("created", "updated", "unchanged")
