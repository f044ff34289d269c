"""Everything that a window and commands ask and do about reports.

Light to import: what draws is loaded at the first call, off the window's thread.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.event.facts import event_facts
from app.journal.journal import Journal
from app.outcomes.export.written import note_written
from app.outcomes.report.wishes import ReportWish
from app.printing.drawn import Drawn
from app.printing.prints import Prints
from app.progress import Report, unheard

if TYPE_CHECKING:
    from app.outcomes.report.facts import ReportFacts
    from app.outcomes.report.maker import ReportMaker


class Paper(StrEnum):
    """Which of the two papers, as the journal names the file."""

    REPORT = "report"
    FOLLOW_UPS = "follow_ups"


class ReportOffice(Prints[ReportWish]):
    """Draws reports or lists of follow-ups, writes them to files, and notes which were written."""

    def __init__(self, journal: Journal, paper: Paper = Paper.REPORT) -> None:
        super().__init__(journal, self._made)
        self._paper = paper

    def days(self) -> tuple[date, ...]:
        """Give the days of the event, each of which has a report of its own.

        Raises:
            StorageRefused: The file can't be read.
        """
        with self.journal.reading() as session:
            return event_facts(session).days

    def run(self, wish: ReportWish, file: Path, report: Report = unheard) -> Drawn:
        """Write a report as a PDF, then note that it was. What is refused, writes no file.

        Raises:
            UnknownDay: The event is not on the day that is wished.
            NothingToReport: There is nothing to tell of.
            FileNotWritten: The file can't be written, or is the event itself. Nothing was noted.
            Cancelled: ``report`` stopped it.
        """
        return self.keep(self.draw(wish, report), file)

    def told(self, wish: ReportWish, report: Report = unheard) -> tuple[Drawn, ReportFacts]:
        """Draw a report, and give what it was drawn from. Refuses as ``run``; writes nothing."""
        return self._made().told(wish, report)

    def keep(self, drawn: Drawn, file: Path) -> Drawn:
        """Write a drawn report to a file, then note that it was.

        Raises:
            FileNotWritten: The file can't be written, or is the event itself. Nothing was noted.
        """
        self.save(drawn, file)
        note_written(self.journal, self._paper.value, {file: drawn.items})
        return drawn

    def _made(self) -> ReportMaker:
        from app.outcomes.report.maker import (  # noqa: PLC0415
            ReportMaker,
            list_document,
            report_document,
        )

        make = report_document if self._paper is Paper.REPORT else list_document
        return ReportMaker(self.journal, make)
