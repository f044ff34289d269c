"""Writes all that came of an event to files, whole and counted, and notes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.files import make_folder
from app.garbage import without_collector
from app.journal.journal import Journal
from app.outcomes.export.calendar import calendar, dated
from app.outcomes.export.described import SCHEMA, head, schema
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.export.material import Material, material
from app.outcomes.export.parts import Part, csv_part, put, text_part, workbook_part
from app.outcomes.export.sheets.all import SHEETS
from app.outcomes.export.sheets.answers import follow_ups
from app.outcomes.figures_reader import FiguresReader
from app.progress import Report, Step, begin, unheard
from app.spreadsheets.columns import Sheet
from app.spreadsheets.json_text import json_text
from app.spreadsheets.reading_back import counted, counted_json
from db.placing import remove_left_over


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files, and the rows of each sheet.

    ``not_recorded`` meetings went out as such. ``undated`` follow-ups stand in no calendar.
    """

    files: tuple[Path, ...]
    rows: Mapping[str, int]
    not_recorded: int
    undated: int


class Exporting:
    """Exports an event. Asked again, it reads only what may be otherwise since."""

    def __init__(self, journal: Journal, reader: FiguresReader | None = None) -> None:
        self._journal = journal
        self._reader = reader or FiguresReader(journal)

    def not_recorded(self) -> int:
        """Count the meetings that would go out as not recorded now.

        Raises:
            StorageRefused: The file can't be read.
        """
        return self._reader.of_event().meetings.not_recorded

    def write(self, order: ExportOrder, folder: Path, report: Report = unheard) -> Exported:
        """Write an export into a folder, over one that stands there.

        Its files stand there once all of them are written, read back and counted, and the journal
        notes them then. Stopped or refused, it leaves what stood there.

        Raises:
            FileNotWritten: A file can't be written, or is not what was written to it.
            StorageRefused: The event can't be read, or the files could not be noted.
        """
        # A big event keeps a million cells, none of which is in a cycle.
        with without_collector():
            return self._write(order, folder, report)

    def _write(self, order: ExportOrder, folder: Path, report: Report) -> Exported:
        begin(report, Step.READING)
        found = material(self._journal, self._reader)
        sheets = [plan.sheet(found) for plan in SHEETS]
        make_folder(folder)
        remove_left_over(folder)
        parts = {
            folder / name: part
            for each in order.formats
            for name, part in _parts(each, order, found, sheets)
        }
        put(self._journal, "export", parts, report)
        return Exported(
            tuple(parts),
            {each.name: len(each.rows) for each in sheets},
            found.not_recorded,
            len(follow_ups(found)) - len(dated(found)),
        )


def _parts(
    wanted: Format, order: ExportOrder, found: Material, sheets: Sequence[Sheet]
) -> Iterator[tuple[str, Part]]:
    match wanted:
        case Format.WORKBOOK:
            yield "event.xlsx", workbook_part(sheets, found.made_at)
        case Format.CSV:
            yield from ((f"{each.name}.csv", csv_part(each, order.separator)) for each in sheets)
        case Format.JSON:
            yield "event.json", _json(found, sheets)
            yield SCHEMA, text_part(schema(), len(SHEETS))
        case Format.CALENDAR:
            yield "follow-ups.ics", text_part(calendar(found), len(dated(found)))


def _json(found: Material, sheets: Sequence[Sheet]) -> Part:
    columns = {sheet.name: sheet.columns for sheet in sheets}
    meant = {sheet.name: counted(sheet) for sheet in sheets}
    return text_part(
        json_text(head(found.event), sheets),
        sum(len(sheet.rows) for sheet in sheets),
        lambda file: dict(counted_json(file, columns)) == meant,
    )
