"""Writes all that came of an event to files, whole and counted, and notes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from app.files import FileNotWritten, make_folder, written_together
from app.garbage import without_collector
from app.journal.journal import Journal
from app.outcomes.export.calendar import calendar, dated
from app.outcomes.export.described import SCHEMA, head, schema
from app.outcomes.export.formats import ExportOrder, Format
from app.outcomes.export.material import Material, material
from app.outcomes.export.sheets.all import SHEETS
from app.outcomes.export.sheets.answers import follow_ups
from app.outcomes.export.written import note_written
from app.outcomes.figures_reader import FiguresReader
from app.progress import Report, Step, begin, in_step, unheard
from app.spreadsheets.columns import Sheet
from app.spreadsheets.csv_text import csv_text
from app.spreadsheets.json_text import json_text
from app.spreadsheets.reading_back import counted, counted_csv, counted_json, counted_workbook
from app.spreadsheets.workbook import write_workbook
from db.placing import remove_left_over

_COLUMNS: Final = {each.name: each.columns for each in SHEETS}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files, and the rows of each sheet.

    ``not_recorded`` meetings went out as such. ``undated`` follow-ups stand in no calendar.
    """

    files: tuple[Path, ...]
    rows: Mapping[str, int]
    not_recorded: int
    undated: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One file: its rows, how it is written, and whether what is read back is what was meant."""

    file: Path
    rows: int
    write: Callable[[BinaryIO, Report], None]
    holds: Callable[[Path], bool]


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
        parts = [part for each in order.formats for part in _parts(each, order, found, sheets)]
        files = {folder / part.file: part for part in parts}
        with written_together(tuple(files)) as unfinished:
            for file, part in files.items():
                _write(part, file, unfinished[file], in_step(report, Step.WRITING))
            for file, part in files.items():
                begin(report, Step.CHECKING)
                _check(part, file, unfinished[file])
        note_written(self._journal, "export", {file: part.rows for file, part in files.items()})
        return Exported(
            tuple(files),
            {each.name: len(each.rows) for each in sheets},
            found.not_recorded,
            len(follow_ups(found)) - len(dated(found)),
        )


def _write(part: _Part, file: Path, unfinished: Path, report: Report) -> None:
    try:
        with unfinished.open("wb") as stream:
            part.write(stream, report)
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error


def _check(part: _Part, file: Path, unfinished: Path) -> None:
    try:
        holds = part.holds(unfinished)
    except OSError as error:
        raise FileNotWritten(file, error.strerror or str(error)) from error
    except ValueError:
        holds = False
    if not holds:
        raise FileNotWritten(file, "what is read back from it is not what was written to it")


def _parts(
    wanted: Format, order: ExportOrder, found: Material, sheets: Sequence[Sheet]
) -> Iterator[_Part]:
    rows = sum(len(sheet.rows) for sheet in sheets)
    meant = {sheet.name: counted(sheet) for sheet in sheets}

    def agree(of_file: Iterator[tuple[str, object]]) -> bool:
        return dict(of_file) == meant

    match wanted:
        case Format.WORKBOOK:
            yield _Part(
                Path("event.xlsx"),
                rows,
                lambda stream, report: write_workbook(sheets, stream, found.made_at, report),
                lambda file: agree(counted_workbook(file, _COLUMNS)),
            )
        case Format.CSV:
            yield from (_csv(sheet, order.separator.letter) for sheet in sheets)
        case Format.JSON:
            text = json_text(head(found.event), sheets)
            yield _Part(
                Path("event.json"),
                rows,
                lambda stream, _report: _put(stream, text),
                lambda file: agree(counted_json(file, _COLUMNS)),
            )
            yield _plain(SCHEMA, len(SHEETS), schema())
        case Format.CALENDAR:
            yield _plain("follow-ups.ics", len(dated(found)), calendar(found))


def _csv(sheet: Sheet, separator: str) -> _Part:
    def write(stream: BinaryIO, report: Report) -> None:
        del report
        stream.write(csv_text(sheet, separator))

    return _Part(
        Path(f"{sheet.name}.csv"),
        len(sheet.rows),
        write,
        lambda file: counted_csv(file, sheet.columns, separator) == counted(sheet),
    )


def _plain(name: str, rows: int, text: bytes) -> _Part:
    return _Part(
        Path(name),
        rows,
        lambda stream, _report: _put(stream, text),
        lambda file: file.read_bytes() == text,
    )


def _put(stream: BinaryIO, text: bytes) -> None:
    stream.write(text)
