"""What the import of every kind of list does alike: decide, write, sum up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.delegates.importing.imports import Imported, ImportOrder, RowsRejected
from app.delegates.reading.presets import GUESSED
from app.delegates.reading.registrations import ReadingOrder
from app.delegates.registration import RowProblem
from app.journal.batches import batch
from app.journal.journal import Journal
from app.journal.parts import DeedsOf
from app.meetings.importing.course import REJECTED, Course, Deciding
from app.meetings.reading.entries import Entries
from app.progress import Progress, Report, Step, begin, in_step, unheard


@dataclass(frozen=True, slots=True)
class ListImported(Imported):
    """What the import of a list did. ``mutual``: so many of its meetings both sides want."""

    mutual: int = 0


@dataclass(frozen=True, slots=True)
class Besides:
    """What an import does besides what its rows say: ``deeds`` are those of ``things``."""

    things: Sequence[UUID]
    deeds: DeedsOf[UUID]


@dataclass(frozen=True, slots=True)
class ListRun:
    """The import of one list. ``entries`` are its rows, and ``course`` what is decided of them."""

    file: Path
    entries: Entries
    course: Course

    @staticmethod
    def looked(
        journal: Journal, file: Path, entries: Entries, deciding: Deciding, report: Report
    ) -> ListRun:
        """Decide on all rows as the event stands now."""
        begin(report, Step.MATCHING)
        course = Course(entries.rows, deciding)
        with journal.reading() as session:
            course.look(session)
        return ListRun(file, entries, course)

    def refuse_if_rejected(self, order: ImportOrder) -> None:
        """Refuse if a row can't be taken, and the order is for all or nothing.

        Raises:
            RowsRejected: Nothing was imported.
        """
        rejected = self._rejected()
        if rejected and order.whole_or_nothing:
            raise RowsRejected(self.file.name, rejected)

    def written(
        self, journal: Journal, report: Report, besides: Besides | None = None
    ) -> UUID | None:
        """Write what is new, and ``besides``; give the unit that took, if there was anything."""
        writing = in_step(report, Step.WRITING)
        if not self.course.changes and not (besides and besides.things):
            return None
        with batch(journal) as work:
            total = len(self.course.entries)
            for done in work.write_in_parts(self.course.entries, self.course.deeds):
                writing(Progress(done, total))
            if besides is not None:
                for _done in work.write_in_parts(besides.things, besides.deeds):
                    pass
            return work.unit.id

    def summed_up(self, unit: UUID | None) -> ListImported:
        """Say what was done, or would be."""
        told = list(self.course.told())
        counts = {outcome: sum(each.outcome == outcome for each in told) for outcome in _COUNTED}
        return ListImported(
            file=self.file.name,
            preset=GUESSED,
            sheet=self.entries.sheet,
            rows=len(self.entries.rows) + len(self.entries.problems),
            **counts,
            ignored=0,
            rejected=self._rejected(),
            remarks=tuple(
                problem for each in told if each.outcome != REJECTED for problem in each.problems
            ),
            doubtful=tuple(pair for each in told for pair in each.doubtful),
            unit=unit,
            mutual=sum(each.mutual for each in told),
        )

    def _rejected(self) -> tuple[RowProblem, ...]:
        decided = (
            problem
            for each in self.course.told()
            if each.outcome == REJECTED
            for problem in each.problems
        )
        return _by_line([*self.entries.problems, *decided])


@dataclass(frozen=True, slots=True)
class ListImports(ABC):
    """Imports lists of one kind, which says how they are read and what decides on their rows."""

    journal: Journal

    @abstractmethod
    def read(self, file: Path, how: ReadingOrder, report: Report) -> Entries:
        """Read the rows of a list."""

    @abstractmethod
    def deciding(self) -> Deciding:
        """Give what decides on them."""

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Import a list. Scans get their turn while it runs; one undo takes it back.

        A list that says nothing new writes nothing, and has no unit to take back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        of_list = self._looked(file, order, report)
        return of_list.summed_up(of_list.written(self.journal, report))

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> ListImported:
        """Tell what ``run`` would do, and change nothing."""
        return self._looked(file, order, report).summed_up(None)

    def _looked(self, file: Path, order: ImportOrder, report: Report) -> ListRun:
        entries = self.read(file, order.how, in_step(report, Step.READING))
        of_list = ListRun.looked(self.journal, file, entries, self.deciding(), report)
        of_list.refuse_if_rejected(order)
        return of_list


def _by_line(problems: Sequence[RowProblem]) -> tuple[RowProblem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line))


_COUNTED = ("created", "updated", "unchanged")
