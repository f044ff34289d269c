"""Schedule prints: drawing them, and noting what came out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.files import written_whole
from app.journal.journal import Journal, Unit
from app.journal.parts import write_in_parts
from app.printing.deeds import ScheduleIssued, SchedulePrinted
from app.printing.jobs import keep_from_event, occasion_of
from app.printing.refusals import NoScheduleToPrint, Unprintable
from app.printing.schedules.drawing import write_schedules
from app.printing.schedules.faces import FaceMaker
from app.printing.schedules.wanted import Wanted, Wishing
from app.printing.schedules.wishes import (
    DrawnSchedules,
    DrawnSheet,
    ScheduleCounts,
    ScheduleWish,
)
from app.printing.wishes import Preview
from app.progress import Report, unheard


@dataclass(frozen=True, slots=True)
class SchedulesPrinted:
    """What came out: ``items`` schedules on ``pages``.

    What is ``unprintable`` stands there as a badge number.
    """

    file: Path
    pages: int
    items: int
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class SchedulePrints:
    """Prints schedules. The same version has the same code, however often it is printed."""

    journal: Journal

    def run(self, wish: ScheduleWish, file: Path, report: Report = unheard) -> SchedulesPrinted:
        """Write the schedules as a PDF, then note each as printed.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself. Nothing was
                noted as printed.
            NoScheduleToPrint, NotYetAccepted, Cancelled: As for ``draw``. No file was written.
        """
        keep_from_event(self.journal, file)
        drawn = self.draw(wish, report)
        self.save(drawn, file)
        self.note(drawn)
        return SchedulesPrinted(file, drawn.pages, drawn.items, drawn.unprintable)

    def draw(self, wish: ScheduleWish, report: Report = unheard) -> DrawnSchedules:
        """Draw the schedules, and note nothing: they are not on paper yet.

        They come in the order of family names. What says something else than every version
        before gets a new one. Who has no meetings gets a paper only if they are named, or have
        one from before.

        Raises:
            NoScheduleToPrint: No schedule fits the wish.
            NotYetAccepted: A named delegate may not have one.
            Cancelled: ``report`` stopped it.
        """
        self._make_versions(wish)
        with self.journal.reading() as session:
            wishing = Wishing(session, wish)
            wanted = [each for each in _some(wishing, wish) if each.sheet]
            pdf, pages, unprintable = self._pages(wishing, wish, wanted, report)
        sheets = tuple(
            DrawnSheet(each.sheet.id, each.person.id, each.sheet.version)
            for each in wanted
            if each.sheet
        )
        return DrawnSchedules(pdf, pages, sheets, unprintable)

    def preview(self, wish: ScheduleWish) -> Preview:
        """Draw the first one that ``draw`` would; makes no version. Refuses as ``draw``.

        The ``pages`` are those of the first.
        """
        with self.journal.reading() as session:
            wishing = Wishing(session, wish)
            wanted = _some(wishing, wish)
            pdf, pages, unprintable = self._pages(wishing, wish, wanted[:1], unheard)
        return Preview(pdf, pages, len(wanted), unprintable)

    def save(self, drawn: DrawnSchedules, file: Path) -> None:
        """Write drawn schedules to a file.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself.
        """
        keep_from_event(self.journal, file)
        with written_whole(file) as stream:
            stream.write(drawn.pdf)

    def note(self, drawn: DrawnSchedules) -> None:
        """Note drawn schedules as printed."""

        def printed(
            _session: Session, part: Sequence[DrawnSheet], _others_wrote: bool
        ) -> list[SchedulePrinted]:
            return [SchedulePrinted(each.schedule, each.delegate) for each in part]

        for _done in write_in_parts(self.journal, Unit(uuid4()), drawn.sheets, printed):
            pass

    def counts(self, day: date | None = None) -> ScheduleCounts:
        """Count the schedules that may be wanted, of one day or of all."""
        with self.journal.reading() as session:
            return Wishing(session, ScheduleWish(day=day)).counts()

    def _make_versions(self, wish: ScheduleWish) -> None:
        """Make a version of each schedule that says something new, just when it is written.

        Two desks may print at once: whatever another has made meanwhile is not made again.
        """
        with self.journal.reading() as session:
            lacking = [
                each.person.id for each in _some(Wishing(session, wish), wish) if not each.sheet
            ]

        def versions(
            session: Session, part: Sequence[UUID], _others_wrote: bool
        ) -> list[ScheduleIssued]:
            wishing = Wishing(session, ScheduleWish(day=wish.day, delegates=tuple(part)))
            return list(wishing.issues(wishing.wanted()))

        for _done in write_in_parts(self.journal, Unit(uuid4()), lacking, versions):
            pass

    def _pages(
        self, wishing: Wishing, wish: ScheduleWish, wanted: Sequence[Wanted], report: Report
    ) -> tuple[bytes, int, tuple[Unprintable, ...]]:
        maker, now = FaceMaker(wishing.facts.zone), self.journal.clock()
        faces = [
            maker.face(each.person, each.days, wish.day, wishing.edition(each, now))
            for each in wanted
        ]
        file = io.BytesIO()
        pages = write_schedules(file, faces, occasion_of(wishing.facts), report)
        return file.getvalue(), pages, maker.unprintable


def _some(wishing: Wishing, wish: ScheduleWish) -> list[Wanted]:
    wanted = wishing.wanted()
    if not wanted:
        raise NoScheduleToPrint(wish.only, wishing.printed())
    return wanted
