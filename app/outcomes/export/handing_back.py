"""Hands check-ins back to whoever ran the registration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.files import make_folder
from app.journal.journal import Journal
from app.outcomes.export.formats import ENDINGS, For, HandBackOrder, UnknownEnding
from app.outcomes.export.parts import Part, csv_part, put, text_part, workbook_part
from app.outcomes.export.sheets.attendance import attendance
from app.outcomes.export.sheets.pretix import as_lines, for_pretix
from app.progress import Report, Step, begin, unheard
from app.spreadsheets.columns import Sheet


@dataclass(frozen=True, slots=True)
class HandedBack:
    """What was written: the files, how many rows, and how many of them apart from the others."""

    files: tuple[Path, ...]
    rows: int
    apart: int = 0


@dataclass(frozen=True, slots=True)
class HandingBack:
    """Writes check-ins for others. What was taken back is none."""

    journal: Journal

    def write(self, order: HandBackOrder, file: Path, report: Report = unheard) -> HandedBack:
        """Write check-ins to a file, over one that stands there.

        What pretix does not know stands in a second file beside it, whose name says so; it is
        written though it may have no rows, so that none of another time stays.

        Raises:
            UnknownEnding: The file is not of a kind that is written for this.
            FileNotWritten: A file can't be written. What stood there is as it was.
            StorageRefused: The event can't be read, or the files could not be noted.
        """
        endings = ENDINGS[order.purpose]
        if file.suffix.lower() not in endings:
            raise UnknownEnding(file, endings)
        begin(report, Step.READING)
        make_folder(file.parent)
        if order.purpose is For.ATTENDANCE:
            with self.journal.reading() as session:
                sheet = attendance(session)
            put(self.journal, "hand_back", {file: self._part(file, sheet, order)}, report)
            return HandedBack((file,), len(sheet.rows))
        return self._for_pretix(order, file, report)

    def _for_pretix(self, order: HandBackOrder, file: Path, report: Report) -> HandedBack:
        with self.journal.reading() as session:
            found = for_pretix(session, order.lists)
        is_table = file.suffix.lower() == ".csv"
        lines = text_part(as_lines(found.bodies), len(found.bodies))
        apart = file.with_name(f"{file.stem}-apart.csv")
        parts = {
            file: csv_part(found.known, order.separator) if is_table else lines,
            apart: csv_part(found.apart, order.separator),
        }
        put(self.journal, "hand_back", parts, report)
        return HandedBack(tuple(parts), len(found.known.rows), len(found.apart.rows))

    def _part(self, file: Path, sheet: Sheet, order: HandBackOrder) -> Part:
        if file.suffix.lower() == ".csv":
            return csv_part(sheet, order.separator)
        return workbook_part((sheet,), self.journal.now)
