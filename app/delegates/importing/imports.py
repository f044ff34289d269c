"""The import of a registration file, as one batch and one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.applications.receiving import receiving
from app.delegates.importing.belongings import Belongings
from app.delegates.importing.course import Course, DoubtfulPair
from app.delegates.importing.known import Known, Matched
from app.delegates.numbers import free_numbers
from app.delegates.reading.registrations import Reading, ReadingOrder, read_registrations
from app.delegates.registration import RowProblem
from app.errors import DeskError
from app.garbage import without_collector
from app.journal.batches import batch
from app.journal.deeds import Deed
from app.journal.journal import Journal
from app.progress import Progress, Report, Step, begin, in_step, unheard


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """How a file is imported. ``whole_or_nothing`` refuses a file with a row that can't be read.

    ``cancel_missing``: sessions or visits are cancelled that came with a file and are not in this
    one. ``take_file``: of visits, what the desk corrected is as the file has it.
    """

    how: ReadingOrder = field(default_factory=ReadingOrder)
    whole_or_nothing: bool = False
    cancel_missing: bool = False
    take_file: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or in a dry run would do. Counts are rows of the file.

    ``rejected`` rows are not in the event; ``remarks`` are cells that were left out of rows
    that are. ``late``: so many of those created came after the deadline; none was accepted.
    """

    file: str
    preset: str
    sheet: str
    rows: int
    created: int
    updated: int
    unchanged: int
    ignored: int
    rejected: tuple[RowProblem, ...]
    remarks: tuple[RowProblem, ...]
    doubtful: tuple[DoubtfulPair, ...]
    unit: UUID | None = None
    late: int = 0


@dataclass(eq=False)
class RowsRejected(DeskError):
    """Rows can't be read and the order was for all or nothing. Nothing was imported."""

    file: str
    rejected: tuple[RowProblem, ...]


T_co = TypeVar("T_co", bound=Imported, covariant=True)


class Importing(Protocol[T_co]):
    """What imports lists of one kind."""

    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> T_co:
        """Import a list."""

    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> T_co:
        """Tell what ``run`` would do, and change nothing."""


@dataclass(frozen=True, slots=True)
class Imports:
    """Imports registration files. ``letters`` begin the numbers of new delegates."""

    journal: Journal
    letters: str

    @without_collector()
    def run(self, file: Path, order: ImportOrder, report: Report = unheard) -> Imported:
        """Import a file. Scans get their turn while it runs; one undo takes it back.

        Raises:
            RowsRejected: The order was for all or nothing. Nothing was imported.
            DeskError: As ``read_registrations`` refuses a file, or ``batch`` the work.
            Cancelled: ``report`` stopped it. What was imported is taken back.
        """
        reading = _read(file, order, report)
        begin(report, Step.MATCHING)
        writing = in_step(report, Step.WRITING)
        with batch(self.journal) as work:
            with self.journal.reading() as session:
                how = receiving(session, self.journal.now)
                course = Course(reading, Known(session), how)
            for done in work.write_in_parts(course.matched, _Rows(course, self.letters)):
                writing(Progress(done, len(course.matched)))
            begin(report, Step.COMPARING)
            # Comparing everybody takes too long for nobody else to write meanwhile.
            with self.journal.reading() as session:
                doubts = course.doubts(session)
            begin(report, Step.FINISHING)
            work.write(doubts)
        return _summed_up(file, reading, course, work.unit.id)

    @without_collector()
    def rehearse(self, file: Path, order: ImportOrder, report: Report = unheard) -> Imported:
        """Tell what ``run`` would do, and change nothing."""
        reading = _read(file, order, report)
        begin(report, Step.MATCHING)
        checking = in_step(report, Step.CHECKING)
        with self.journal.reading() as session:
            how = receiving(session, self.journal.now)
            course = Course(reading, Known(session), how)
            numbers = free_numbers(session, self.letters)
            belongings = Belongings(session, course.introduced)
            for start, chunk in course.chunks():
                course.deeds(session, belongings, chunk, numbers)
                checking(Progress(start + len(chunk), len(course.matched)))
            begin(report, Step.COMPARING)
            course.doubts(session)
        return _summed_up(file, reading, course, None)


class _Rows:
    """Gives the deeds for rows. Reads names and numbers anew only if others wrote meanwhile."""

    def __init__(self, course: Course, letters: str) -> None:
        self._course = course
        self._letters = letters

    def __call__(
        self, session: Session, rows: Sequence[Matched], others_wrote: bool
    ) -> Sequence[Deed]:
        if others_wrote:
            self._belongings = Belongings(session, self._course.introduced)
            self._numbers = free_numbers(session, self._letters)
        return self._course.deeds(session, self._belongings, rows, self._numbers)


def _read(file: Path, order: ImportOrder, report: Report) -> Reading:
    reading = read_registrations(file, order.how, in_step(report, Step.READING))
    rejected = _rejected(reading)
    if rejected and order.whole_or_nothing:
        raise RowsRejected(file.name, rejected)
    return reading


def _rejected(reading: Reading) -> tuple[RowProblem, ...]:
    taken = {row.line for row in reading.rows}
    return tuple(problem for problem in reading.problems if problem.line not in taken)


def _summed_up(file: Path, reading: Reading, course: Course, unit: UUID | None) -> Imported:
    taken = {row.line for row in reading.rows}
    rejected = _rejected(reading)
    return Imported(
        file=file.name,
        preset=reading.preset,
        sheet=reading.sheet,
        rows=len(reading.rows) + len({problem.line for problem in rejected}),
        created=course.created,
        updated=course.updated,
        unchanged=course.unchanged,
        ignored=reading.ignored,
        rejected=rejected,
        remarks=tuple(problem for problem in reading.problems if problem.line in taken),
        doubtful=course.doubtful,
        unit=unit,
        late=course.late,
    )
